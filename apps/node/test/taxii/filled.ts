import { expect } from 'vitest'
import { address, DAY, tool } from './objects.ts'
import type { Answered, TestServer } from './server.ts'

/** A timestamp of TAXII (section 2). */
export const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/
/** Who reads where it matters to nobody who does. */
export const as = 'cedar'
export const ROOT = '/taxii2/api/'
export const ids = ({ body }: Answered): readonly string[] =>
  (body.objects ?? []).map(({ id }) => id)
export const versioned = (answer: Answered): readonly string[] =>
  (answer.body.objects ?? []).map(({ id, modified }) => `${id.slice(-1)} ${modified.slice(8, 10)}`)
export const added = ({ headers }: Answered, which: 'first' | 'last') =>
  headers.get(`x-taxii-date-added-${which}`)!

/** Three versions of the first, two of the second of which the older came later, three without dates. */
export async function fill(server: TestServer) {
  for (const day of [1, 2, 3])
    await server.post('shared', [tool(1, { modified: DAY(day), name: `day ${day}` })])
  await server.post('shared', [tool(2, { modified: DAY(2) }), address(1), address(2), address(3)])
  await server.post('shared', [
    tool(2),
    tool(3, { created: '2026-01-01T00:00:00.000Z', modified: '2026-01-05T00:00:00.1234567Z' }),
  ])
}

/** Every page of a question, by `next` or by the date of the last item. */
export async function pages(server: TestServer, path: string, by: 'next' | 'added_after') {
  const found: Answered[] = []
  let more = ''
  do {
    const page = await server.at('shared', `${path}${more}`, { as })
    found.push(page)
    const last = page.headers.get('x-taxii-date-added-last')
    more = page.body.more ? `&${by}=${by === 'next' ? page.body.next : last}` : ''
  } while (more !== '')
  return found
}

export const refusedWith = (status: number, answer: Answered) => {
  expect([answer.status, answer.body.http_status]).toEqual([status, String(status)])
  expect(answer.body.title).toBeTypeOf('string')
}
