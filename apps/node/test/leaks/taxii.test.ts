import { describe, expect, test } from 'vitest'
import { STORE_KINDS } from '../stores.ts'
import { openServer, tokenOf, type Answered, type TestServer } from '../taxii/server.ts'
import { createHash } from 'node:crypto'
import { AUDIENCES, FILE, hiddenFrom, ROWS, SHARING, visibleTo } from './rows.ts'

const idOf = (at: number) => `00000000-0000-4000-8000-00000000010${at}`
const COLLECTIONS = AUDIENCES.map(({ name }, at) => ({
  id: idOf(at),
  title: `Before ${name}`,
  audience: name,
  takes: 'everything',
}))
const CLIENT = {
  id: 'birch',
  name: 'Birch’s program',
  party: 'XB',
  reads: COLLECTIONS.map(({ id }) => id),
  writes: [],
  token: createHash('sha256').update(tokenOf('birch')).digest('hex'),
}
const NOBODY = 'indicator--00000000-0000-4000-8000-000000000404'

/** All that an answer says: its status, its headers and its bytes. Dates and lengths tell nothing of what stands in it. */
const said = ({ status, headers, text }: Answered) =>
  [status, ...[...headers].map((pair) => pair.join(': ')), text].join('\n')

/** Every page of a question, one and two items at a time, so that `next` and `more` are looked at as well. */
async function paged(server: TestServer, path: string): Promise<readonly Answered[]> {
  const found: Answered[] = []
  for (let next = ''; ;) {
    const sign = path.includes('?') ? '&' : '?'
    const page = await server.ask(`${path}${sign}limit=2${next}`, { as: 'birch' })
    expect(page.status).toBe(200)
    found.push(page)
    if (!page.body.more) return found
    next = `&next=${encodeURIComponent(page.body.next!)}`
  }
}

describe.each(STORE_KINDS)('what a TAXII client reads in $name', (kind) => {
  test.each(AUDIENCES.map((audience, at) => ({ ...audience, at })))(
    'has, before $name, of every marking what may go, on every path',
    async ({ reach, at }) => {
      await using server = await openServer(kind, { collections: COLLECTIONS, clients: [CLIENT] })
      server.share(SHARING)
      await server.take(FILE)
      const root = `/taxii2/api/collections/${idOf(at)}/`
      const [hidden, visible] = [hiddenFrom(reach), visibleTo(reach)]
      const answers: Answered[] = []
      for (const path of ['/taxii2/', '/taxii2/api/', '/taxii2/api/collections/', root])
        answers.push(await server.ask(path, { as: 'birch' }))
      for (const path of [
        'objects/',
        'manifest/',
        'objects/?match[version]=all',
        'manifest/?match[type]=indicator',
        'objects/?added_after=2020-01-01T00:00:00Z',
        `objects/?match[id]=${ROWS.map(({ id }) => id).join(',')}`,
      ])
        answers.push(...(await paged(server, `${root}${path}`)))
      const manifest = await paged(server, `${root}manifest/?match[type]=indicator`)
      const listed = manifest.flatMap(({ body }) => (body.objects ?? []).map(({ id }) => id))
      expect(listed.toSorted()).toEqual(visible.map(({ id }) => id).toSorted())
      for (const { id } of visible) {
        answers.push(await server.ask(`${root}objects/${id}/`, { as: 'birch' }))
        answers.push(await server.ask(`${root}objects/${id}/versions/`, { as: 'birch' }))
      }
      const text = answers.map(said).join('\n')
      for (const { id, canary } of hidden) {
        expect(text).not.toContain(canary)
        expect(text).not.toContain(id)
      }
      for (const { canary } of visible) expect(text).toContain(canary)
      // What may not be seen answers as what is not there, to the last byte.
      for (const { id } of hidden)
        for (const end of ['', 'versions/']) {
          const [there, none] = await Promise.all(
            [id, NOBODY].map((one) => server.ask(`${root}objects/${one}/${end}`, { as: 'birch' })),
          )
          expect([there!.status, there!.text]).toEqual([404, none!.text])
        }
      const logged = server.warned.join('\n')
      for (const { canary } of ROWS) expect(logged).not.toContain(canary)
    },
  )
})
