import { z } from 'zod'
import { together } from '../platform/together.ts'
import type { Outside } from './outside.ts'
import { quietly } from './quietly.ts'
import type { WitnessAnswer } from './witness.ts'

/** Checkpoints that are brought to a witness in one request, at most. */
export const MOST_TOGETHER = 64
const ANSWER_LIMIT = 4_096

/** What a witness answers to several requests, in their order. */
const Answers = z
  .array(z.strictObject({ status: z.int(), body: z.string().max(ANSWER_LIMIT) }))
  .max(MOST_TOGETHER)

/** Brings a request of the C2SP witness protocol to the node at that address; undefined where none answers. */
export type Submit = (url: string, request: string) => Promise<Answer | undefined>

export type Answer = Pick<WitnessAnswer, 'status' | 'body'>

/**
 * What goes to one witness in the same moment, or while it still answers, goes together: a certificate of many parties
 * asks each of many witnesses about each of many strands. A witness that knows the standard path alone is asked there.
 */
export function createSubmit({ network }: Pick<Outside, 'network'>): Submit {
  const witnesses = new Map<string, ReturnType<typeof together<string, Answer | undefined>>>()
  return (url, request) => {
    const known = witnesses.get(url) ?? together(submitting(network, url), MOST_TOGETHER)
    witnesses.set(url, known)
    return known(request)
  }
}

function submitting(network: Outside['network'], url: string) {
  let isTogether = true
  return async (requests: readonly string[]): Promise<readonly (Answer | undefined)[]> => {
    if (requests.length > 1 && isTogether) {
      const answers = await quietly(() => askTogether(network, url, requests))
      if (answers !== 'unknown-path') return answers ?? requests.map(() => undefined)
      isTogether = false
    }
    return Promise.all(requests.map((request) => quietly(() => askAlone(network, url, request))))
  }
}

async function askAlone(network: Outside['network'], url: string, body: string): Promise<Answer> {
  const path = `${url}/witness/add-checkpoint`
  const answer = await network.ask(path, { method: 'POST', body, limit: ANSWER_LIMIT })
  return { status: answer.status, body: answer.text() }
}

async function askTogether(network: Outside['network'], url: string, requests: readonly string[]) {
  const answer = await network.ask(`${url}/witness/add-checkpoints`, {
    method: 'POST',
    body: JSON.stringify(requests),
    limit: requests.length * ANSWER_LIMIT * 2,
  })
  if (answer.status === 404 || answer.status === 405) return 'unknown-path' as const
  const read = Answers.safeParse(answer.status === 200 ? JSON.parse(answer.text()) : undefined)
  return read.data?.length === requests.length ? read.data : undefined
}
