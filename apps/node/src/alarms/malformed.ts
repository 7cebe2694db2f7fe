import type { ErrorHandler } from 'hono'
import type { Problem } from '../api.ts'
import type { Tell } from '../federation/index.ts'
import { asProblem } from '../platform/http/problem.ts'

/** What other nodes ask, and where people and their programs file acts. */
const WATCHED = /^\/(log|witness)\/|^\/api\/v1\/cases\/[^/]+\/(key-)?acts$/
/** Bytes of a form in which no sound program sends them. A form that a person filled in wrongly has another status. */
const isMalformed = ({ code, status }: Problem): boolean =>
  code.startsWith('json.') ||
  code === 'act.malformed' ||
  (code === 'request.malformed' && status === 400)

/** Answers as before, and tells people of what was malformed or too long: who reads no log learns of it. */
export const tellingMalformed =
  (tell: Tell, answer: ErrorHandler): ErrorHandler =>
  (error, c) => {
    const problem = asProblem(error)
    const told = problem && WATCHED.test(c.req.path) ? codeOf(problem) : undefined
    if (problem && told)
      void tell({
        code: told,
        message: `${problem.code}: ${problem.detail}`,
        evidence: { path: c.req.path.replaceAll(/[0-9a-f]{64}/g, '…').slice(0, 200) },
      })
    return answer(error, c)
  }

function codeOf(problem: Problem): string | undefined {
  if (problem.code === 'request.too-large') return problem.code
  return isMalformed(problem) ? 'request.malformed' : undefined
}
