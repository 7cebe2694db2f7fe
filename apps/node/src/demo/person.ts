import type { Act, ActId, PartyId, Result } from '@entente/accord'
import type { CaseView, CertificateDraft, Filed } from '../api.ts'
import { payloadOf } from '../positions/payload.ts'

/** What an act says beyond the fields that every act of this person shares. */
export type Said<K extends Act['kind']> = Omit<
  Extract<Act, { kind: K }>,
  'v' | 'charter' | 'party' | 'prev' | 'claimedAt' | 'kind'
>

/** What a case is worth at a node's final cut. */
type CaseWorth = Pick<CaseView, 'state' | 'digest'>

/** One logged-in person of the exercise: nothing but a session and the node's public API. */
export type PersonClient = Awaited<ReturnType<typeof logIn>>

/** Milliseconds that one answer may take. */
const PATIENCE = 20_000

/** Uses a one-time link like a browser does and keeps the session's cookie. */
export async function logIn(link: string, patience = PATIENCE) {
  const url = new URL(link).origin
  const entered = await reach(link, { redirect: 'manual' }, patience)
  const cookie = entered.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw new Error(`expected a session from ${url}, got HTTP ${entered.status}`)

  const answerTo = (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    headers.set('cookie', cookie)
    return reach(`${url}${path}`, { ...init, headers }, patience)
  }
  const text = async (path: string, init?: RequestInit): Promise<string> =>
    textOf(await answerTo(path, init), init?.method)
  const ask = async <T>(path: string, init?: RequestInit): Promise<T> =>
    JSON.parse(await text(path, init)) as T
  const post = <T>(path: string, body: unknown) =>
    ask<T>(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const { node } = await ask<{ node: { party: PartyId; name: string } }>('/api/v1/me')
  const view = (id: string) => ask<CaseView>(`/api/v1/cases/${id}`)

  return {
    party: node.party,
    name: node.name,
    url,
    ask,
    post,
    view,
    /** The record of a case, byte for byte: whoever holds it needs no node to check it. */
    record: (id: string) => text(`/api/v1/cases/${id}/bundle`),
    /** What a case is worth, without its acts: what is asked again and again asks for no more, and for nothing that it has. */
    state: askingState(answerTo),
    /** A fresh one-time link for the same person. */
    async link() {
      const { path } = await post<{ path: string }>('/api/v1/links', {})
      return `${url}${path}`
    },
    async file<K extends Act['kind']>(id: string, kind: K, said: Said<K>): Promise<Filed> {
      return post<Filed>(`/api/v1/cases/${id}/acts`, {
        payload: payloadOf(await view(id), node.party, { kind, claimedAt: now(), ...said }),
      })
    },
    async declare(
      id: string,
      on: ActId,
      result: Result,
      more: { readonly of?: ActId; readonly window?: number } = {},
    ): Promise<Filed> {
      const { payload } = await post<CertificateDraft>(`/api/v1/cases/${id}/certificates`, {
        on,
        result,
        ...more,
      })
      return post<Filed>(`/api/v1/cases/${id}/acts`, { payload })
    },
  }
}

async function textOf(answer: Response, method = 'GET'): Promise<string> {
  const body = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${answer.url}: ${answer.status} ${body}`)
  return body
}

function askingState(answerTo: (path: string, init?: RequestInit) => Promise<Response>) {
  const known = new Map<string, CaseWorth>()
  return async (id: string): Promise<CaseWorth> => {
    const before = known.get(id)
    const unless = before && { headers: { 'if-none-match': `"${before.digest}"` } }
    const answer = await answerTo(`/api/v1/cases/${id}/state`, unless)
    if (before && answer.status === 304) return before
    const state = JSON.parse(await textOf(answer)) as CaseWorth
    known.set(id, state)
    return state
  }
}

/**
 * An answer within the patience. Where a busy machine was too slow to connect, nothing was sent, and it is tried again; so is a question
 * on a connection that the node had closed meanwhile, for asking twice changes nothing (RFC 9110 section 9.2.2).
 */
async function reach(url: string, init: RequestInit, patience: number): Promise<Response> {
  const signal = AbortSignal.timeout(patience)
  for (;;) {
    try {
      return await fetch(url, { ...init, signal })
    } catch (error) {
      const { code } = ((error as Error).cause ?? {}) as NodeJS.ErrnoException
      const isUnconnected = code === 'UND_ERR_CONNECT_TIMEOUT'
      const isClosed = code === 'UND_ERR_SOCKET' && (init.method ?? 'GET') === 'GET'
      if (signal.aborted || !(isUnconnected || isClosed)) throw error
    }
  }
}

/** Waits until what is looked for is there: nodes learn of one another's acts by pulling. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined>,
  seconds = 30,
): Promise<T> {
  for (const endAt = Date.now() + seconds * 1000; ;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > endAt)
      throw new Error(`expected ${what} within ${seconds} s, got nothing of it`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const now = () => `${new Date().toISOString().slice(0, 19)}Z`
