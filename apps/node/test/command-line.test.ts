import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { Hono } from 'hono'
import { intelligenceRoutes, intelligenceStore } from '../src/intelligence/index.ts'
import type { PersonEnv } from '../src/parties/routes.ts'
import { intelligenceMigrations } from '../src/intelligence/object-store.ts'
import { openStore } from '../src/open-store.ts'
import { openDatabase } from '../src/platform/db/index.ts'
import { onError } from '../src/platform/http/problem.ts'
import { startServer } from '../src/platform/http/server.ts'
import { receiptsOf } from '../src/sharing/index.ts'
import { bundle, identity, packed, uuid } from './bundles.ts'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'entente-command-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const data = join(directory, 'data')
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(directory, name), content)
  return join(directory, name)
}

/** Runs `entente` as a person would, with these words and this on standard input. */
async function entente(
  words: readonly string[],
  input?: Uint8Array,
  where: readonly string[] = ['--data', data],
) {
  const child = spawn(process.execPath, [
    '--conditions=entente-source',
    '--disable-warning=ExperimentalWarning',
    MAIN,
    ...words,
    ...where,
  ])
  child.stdin.end(input)
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out, err }
}

describe('entente import', () => {
  test('takes files and standard input in, and tells what became of them', async () => {
    const missing = `identity--${uuid('nobody')}`
    const plain = file('winds.json', bundle(identity('calm', { created_by_ref: missing })))
    const more = file(
      'more.any',
      packed(bundle(identity('storm'), identity('calm', { lang: 'es' }))),
    )
    const { code, out, err } = await entente(
      ['import', plain, more, '-'],
      packed(bundle(identity('storm'))),
    )
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.split('\n')).toEqual([
      'winds.json: 1 object',
      '  1 new, 0 other versions of what was held, 0 held already',
      '  1 referred to and not held here',
      `    ${missing}`,
      'more.any: 2 objects',
      '  1 new, 0 other versions of what was held, 0 held already',
      '  1 in conflict: same id and date, other content; both are kept',
      `    ${identity('calm').id}`,
      'standard input: 1 object',
      '  0 new, 0 other versions of what was held, 1 held already',
      '3 files of 3 taken in, 4 objects, 2 new, 1 referred to and not held here',
      '',
    ])
  })

  test('refuses a bad file with line, path and reason, takes the others in, and ends with 1', async () => {
    const bad = file(
      'bad.json',
      JSON.stringify(JSON.parse(bundle(identity('fresh'), identity('bad'))), null, 1).replace(
        /\}\s*\]\s*\}$/,
        '},]}',
      ),
    )
    const good = file('good.json', bundle(identity('breeze')))
    const { code, out, err } = await entente(['import', bad, good])
    expect(code).toBe(1)
    expect(out).toContain('1 file of 2 taken in, 1 object')
    expect(err).toMatch(/^refused: \S+bad\.json: .*at line 2.*; nothing of it was taken in\n$/)
    expect((await entente(['search', 'fresh'])).out).toBe(
      'Nothing held here is what the query asks for.\n',
    )
    expect((await entente(['search', 'breeze'])).out).toContain('breeze')
  })

  test('takes other formats, and tells what became of each of their fields', async () => {
    const table = file('table.csv', 'ip,seen by\n192.0.2.7,Alder\n')
    const { code, out, err } = await entente(['import', table])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.split('\n')).toEqual([
      'table.csv: 3 objects',
      '  3 new, 0 other versions of what was held, 0 held already',
      '  from a table: 1 field that any reader of STIX understands',
      '  carried word for word, for whoever reads that format: seen by (1)',
      '',
    ])
    const text = await entente(['import', '--format', 'text', '--json', table])
    expect(JSON.parse(text.out)).toMatchObject({ converted: { format: 'text' } })
    const none = await entente(['import', file('none.txt', 'Nothing is in here.')])
    expect([none.code, none.err]).toEqual([
      1,
      expect.stringContaining('(source.nothing); nothing of it was taken in'),
    ])
  })

  test('sets an object aside that does not conform, with line, path and reason, and takes the others of its file in', async () => {
    const objects = [identity('gust'), identity('bad', { modified: 'soon' })]
    const mixed = file('mixed.json', JSON.stringify(JSON.parse(bundle(...objects)), null, 1))
    const { code, out, err } = await entente(['import', mixed])
    expect([code, err]).toEqual([1, ''])
    expect(out).toContain('1 set aside, for they do not conform to STIX 2.1')
    expect(out).toContain(
      'line 18, $.objects[1].modified: expected an RFC 3339 timestamp with Z, got "soon"',
    )
    expect((await entente(['search', 'gust'])).out).toContain('gust')
    expect((await entente(['show', identity('bad').id])).code).toBe(1)
  })

  test('says what cannot be read, and ends with 2', async () => {
    expect(await entente(['import', join(directory, 'nowhere.json')])).toMatchObject({ code: 2 })
    expect(await entente(['import', directory])).toMatchObject({ code: 2 })
    expect(await entente(['import'])).toMatchObject({ code: 2 })
  })

  test('tells programs in JSON, a line a file', async () => {
    const name = file('again.json', bundle(identity('breeze')))
    const bad = file('empty.json', '')
    const { code, out } = await entente(['import', '--json', name, bad])
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown)
    expect(code).toBe(1)
    expect(lines).toMatchObject([
      { outcome: 'taken-in', source: 'again.json', objects: 1, held: 1 },
      { outcome: 'refused', source: 'empty.json', code: 'bundle.expected' },
    ])
  })

  test('says who holds the directory while a node runs on it', async () => {
    await using _ = await openStore(data)
    const { code, err } = await entente(['import', file('one.json', bundle(identity('one')))])
    expect(code).toBe(1)
    expect(err).toContain(`held by process ${process.pid}`)
    expect(err).toContain('A node runs on it')
  })
})

describe('evidence of a node that runs', () => {
  test('is reached with a session, as it is in a directory', async () => {
    await using database = await openDatabase(':memory:', intelligenceMigrations)
    const app = new Hono<PersonEnv>()
    app.use((context, next) => {
      const [id, keyid] = ['desk', 'k']
      context.set('person', { id, name: 'Desk', authority: 'mfa', keyid, role: 'signatory' })
      return next()
    })
    app.onError(onError(() => {}))
    app.route('/', intelligenceRoutes(intelligenceStore(database)))
    const server = await startServer(app.fetch)
    const session = file('session.json', JSON.stringify({ url: server.url, cookie: 'a=b' }))
    const there = ['--session', session]
    const [good, bad] = [
      file('there.json', bundle(identity('there'), identity('there', { lang: 'es' }))),
      file('not-there.json', bundle(identity('not', { lang: 1 }))),
    ]
    const taken = await entente(['import', good, bad], undefined, there)
    expect(taken).toMatchObject({ code: 1 })
    expect(taken.out).toContain('1 in conflict')
    expect(taken.out).toContain('2 files of 2 taken in, 3 objects, 1 new\n')
    expect(taken.out).toContain('$.objects[0].lang: expected a language tag of RFC 5646, got 1')
    const { out } = await entente(['search', 'there'], undefined, there)
    expect(out).toBe(`${identity('there').id}  2026-11-02  there (1 in conflict)\n`)
    const shown = await entente(['show', '--json', identity('there').id], undefined, there)
    expect(JSON.parse(shown.out)).toMatchObject({ versions: [{}, {}] })
    expect(await entente(['show', identity('not').id], undefined, there)).toMatchObject({ code: 1 })
    await server.stop()
    const gone = await entente(['search', 'there'], undefined, there)
    expect(gone).toMatchObject({ code: 1 })
    expect(gone.err).toContain('node.unreachable')
  })
})

describe('entente search and entente show', () => {
  test('find what is held, in lines and in JSON', async () => {
    const { out } = await entente(['search', 'calm'])
    expect(out).toBe(`${identity('calm').id}  2026-11-02  calm (1 in conflict)\n`)
    const json = await entente(['search', '--json', 'calm'])
    expect(JSON.parse(json.out)).toMatchObject({
      id: identity('calm').id,
      versions: 2,
      conflicts: 1,
    })
  })

  test('finds and shows what has no name by what it says', async () => {
    const told = identity('told')
    const note = {
      ...identity('note', { content: 'Nothing  of it since.', object_refs: [told.id] }),
      type: 'note',
      id: `note--${uuid('note')}`,
      name: undefined,
    }
    await entente(['import', file('told.json', bundle(told, note))])
    expect((await entente(['search', 'since'])).out).toContain('Nothing of it since.')
    expect((await entente(['show', told.id])).out).toContain(`${note.id}  Nothing of it since.`)
  })

  test('count by facet and take the syntax of the page, quotes and all', async () => {
    // One after the other: a data directory keeps a second process out.
    const { out } = await entente(['search', 'type:identity', 'from:again.json'])
    const counted = await entente(['search', '--facets', '--json', 'type:identity', 'is:conflict'])
    expect(out).toBe('Nothing held here is what the query asks for.\n')
    expect(JSON.parse(counted.out)).toMatchObject({ total: 1 })
    const bad = await entente(['search', 'calm', 'seen:soon'])
    expect(bad).toMatchObject({ code: 1, out: '' })
    expect(bad.err).toBe(
      'refused: query.malformed: expected a point in time: seen:>7d (later than seven days ago; h, d, w) or seen:<2026-11-01, at character 6, got "soon"\n  calm seen:soon\n',
    )
    const quoted = await entente(['search', 'by:No body', 'x y'])
    expect(quoted).toMatchObject({ code: 0, err: '' })
  })

  test('show every version as received, and its ties', async () => {
    const { code, out } = await entente(['show', identity('calm').id])
    expect(code).toBe(0)
    expect(out).toContain(JSON.stringify(identity('calm', { lang: 'es' })))
    expect(out).toContain('conflict  same date, other content: ')
    expect(out).toContain(`  identity--${uuid('nobody')}  not held here`)
    const json = await entente(['show', '--json', identity('calm').id])
    expect(JSON.parse(json.out)).toMatchObject({ type: 'identity', versions: [{}, {}] })
  })

  test('refuse what is not held, and a place that is not there', async () => {
    expect(await entente(['show', `identity--${uuid('nobody')}`])).toMatchObject({
      code: 1,
      err: `refused: expected an object held here, got identity--${uuid('nobody')}\n`,
    })
    const nowhere = join(directory, 'nowhere')
    expect(await entente(['search', 'a'], undefined, ['--data', nowhere])).toMatchObject({
      code: 1,
    })
  })

  test('let nothing that others wrote steer the terminal', async () => {
    const name = 'calm\u001b]0;owned\u0007\u009b31m'
    await entente(['import', file('steering.json', bundle(identity('steering', { name })))])
    for (const words of [
      ['search', 'owned'],
      ['show', identity('steering').id],
    ]) {
      const { out } = await entente(words)
      expect(out).toContain('calm')
      // oxlint-disable-next-line no-control-regex -- these are what must not come out
      expect(out).not.toMatch(/[\u001b\u0007\u009b]/)
    }
  })
})

describe('entente export', () => {
  const CLEAR = 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487'
  const RED = 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1'
  const open = identity('open', { object_marking_refs: [CLEAR] })
  const secret = identity('secret', { object_marking_refs: [RED], description: 'canary-of-red' })
  const idOf = (object: unknown) => (object as { id: string }).id
  const where = ['--data', join(directory, 'export')]

  test('writes what may go as it came in, and says of the rest why it stays', async () => {
    const from = file('marked.json', bundle(open, secret))
    expect((await entente(['import', from], undefined, where)).code).toBe(0)
    const words = ['export', idOf(open), idOf(secret), '--audience', 'public']
    const { code, out, err } = await entente(words, undefined, where)
    expect(code).toBe(0)
    const written = JSON.parse(out) as { type: string; objects: unknown[] }
    expect([written.type, written.objects]).toEqual(['bundle', [open]])
    expect(err.split('\n').slice(0, 2)).toEqual([
      `goes   ${idOf(open)}: TLP:CLEAR reaches the public`,
      `stays  ${idOf(secret)}: expected TLP:CLEAR for the public, got TLP:RED (marking.audience)`,
    ])
    expect(out + err).not.toContain('canary-of-red')
    const again = await entente([...words, '--preview', '--json'], undefined, where)
    const { bundle: told } = JSON.parse(again.out) as { bundle: { sha256: string; bytes: number } }
    const sha256 = createHash('sha256').update(out).digest('hex')
    expect(told).toMatchObject({ sha256, bytes: Buffer.byteLength(out) })
  })

  test('ends with 1 where nothing may go, or the audience is none, and writes nothing', async () => {
    const out = join(directory, 'nothing.json')
    for (const audience of ['public', 'community:none', 'everybody']) {
      const words = ['export', idOf(secret), '--audience', audience, '--out', out]
      const done = await entente(words, undefined, where)
      expect([audience, done.code, done.out]).toEqual([audience, 1, ''])
      expect(done.err).toContain('refused: ')
    }
    expect(existsSync(out)).toBe(false)
  })

  test('writes over nothing, and has no receipt of what it did not write', async () => {
    const receipts = async () => {
      await using database = await openStore(join(directory, 'export'))
      return (await receiptsOf(database, idOf(open))).map(({ audience }) => audience)
    }
    const before = await receipts()
    const out = file('there.json', 'kept')
    const words = ['export', idOf(open), '--audience', 'own', '--out', out]
    expect((await entente(words, undefined, where)).code).toBe(2)
    expect(readFileSync(out, 'utf8')).toBe('kept')
    const feed = ['misp', 'feed', idOf(open), '--audience', 'own', '--out', directory]
    const refused = await entente(feed, undefined, where)
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('a new folder')])
    expect(await receipts()).toEqual(before)
  })
})
