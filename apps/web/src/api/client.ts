import type { Problem } from '../../../node/src/api.ts'

/** A refusal of the node, in its own words. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** The node gave no answer at all: it is stopped, or the network is. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered'
}

export const getJson = <T>(path: string): Promise<T> => ask<T>(path, {})

export const postJson = <T>(path: string, body: unknown): Promise<T> =>
  ask<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** For what is put in its place or taken away; text goes as it is. */
export const sendJson = <T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> =>
  ask<T>(path, {
    method,
    ...(body === undefined
      ? {}
      : {
          headers: { 'content-type': 'application/json' },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
  })

export const putJson = <T>(path: string, body: unknown): Promise<T> =>
  sendJson<T>('PUT', path, body)

/** A file as it is: what it holds is for the node to read. */
export const postFile = <T>(path: string, body: Blob, type: string): Promise<T> =>
  ask<T>(path, { method: 'POST', headers: { 'content-type': type }, body })

/** For a file that the node hands out: its bytes, as they came. */
export const postBytes = async (path: string, body: unknown): Promise<Uint8Array<ArrayBuffer>> => {
  const answer = await answered(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return new Uint8Array(await answer.arrayBuffer())
}

/** For what must stay as it was sent, byte for byte. */
export const getText = async (path: string): Promise<string> => (await answered(path, {})).text()

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const answer = await answered(path, init)
  return answer.status === 204 ? (undefined as T) : ((await answer.json()) as T)
}

/** The answer itself, for what is read as it comes; a refusal is thrown. */
export async function answered(path: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(path, { credentials: 'same-origin', ...init }).catch(
    (cause: unknown) => {
      throw new Unanswered('expected an answer of the node, got none', { cause })
    },
  )
  if (!answer.ok) throw new Refused(await problemOf(answer))
  return answer
}

async function problemOf(answer: Response): Promise<Problem> {
  const body: unknown = await answer.json().catch(() => undefined)
  if (typeof body === 'object' && body !== null && 'detail' in body && 'code' in body)
    return body as Problem
  return {
    type: 'about:blank',
    title: answer.statusText,
    status: answer.status,
    detail: `expected an answer, got status ${answer.status}`,
    code: 'answer.status',
  }
}
