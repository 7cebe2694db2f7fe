import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseCharter, type Charter, type CharterId } from '@entente/accord'
import { readConfig, writeConfig } from '../src/config.ts'
import type {
  Facets,
  CaseEvidence,
  ImportView,
  ObjectRecalls,
  ObjectView,
  Opened,
  Recalls,
  ReleasePreview,
  Removal,
  UndoReport,
} from '../src/api.ts'
import { recallsCommand } from '../src/cli/recalls.ts'
import { logIn as logInByLink } from '../src/cli/session.ts'
import { freePort } from '../src/demo/constellation.ts'
import { logIn, type PersonClient } from '../src/demo/person.ts'
import { settledAt } from '../src/demo/play.ts'
import { ask } from '../src/federation/client.ts'
import { found } from '../src/parties/found.ts'
import { writeFounded } from '../src/parties/founded.ts'
import { crypto } from '../src/platform/crypto.ts'
import { openKeys } from '../src/platform/keys/index.ts'
import { serve, type Serving } from '../src/serve.ts'
import { run } from './command.ts'
import { withFirstCase } from './first-case.ts'
import { CASES, DEFINITIONS, OURS, reaches, type Case, type Reach } from './markings.ts'

const data = mkdtempSync(join(tmpdir(), 'entente-sharing-'))
const directoryOf = (party: string) => join(data, party)
const PARTIES = ['XA', 'XB', 'XC', 'CO'] as const
type Name = (typeof PARTIES)[number]
const founded = found(withFirstCase, directoryOf, new Date())
const charter = parseCharter(founded.charters[1]!, crypto)
const COMMUNITIES = [
  { id: 'amber', name: 'Amber circle', parties: ['XB', 'XF'], ceiling: 'TLP:AMBER' },
  { id: 'green', name: 'Green circle', parties: ['XF', 'XG'], ceiling: 'TLP:GREEN' },
  { id: 'empty', name: 'Nobody yet', parties: [], ceiling: 'TLP:AMBER' },
] as const

const nodes = {} as Record<Name, Serving>
const people = {} as Record<Name, PersonClient>

/** Every byte that Alder's node sent to somebody else, with who asked. */
const recorded: { readonly path: string; readonly by: string; readonly bytes: Buffer }[] = []
let recorder: Server

/** Stands before Alder's node and passes everything on, both ways, unchanged. */
function startRecorder(to: string): Promise<string> {
  recorder = createServer((request, response) => {
    passOn(request, to).then(
      ({ status, headers, bytes }) => {
        const by = /keyid="([^"]+)"/.exec(String(request.headers['signature-input']))?.[1]
        recorded.push({ path: request.url ?? '', by: by ?? 'nobody', bytes })
        response.writeHead(status, headers).end(bytes)
      },
      // Alder's node is not there yet, or not any more.
      () => response.destroy(),
    )
  })
  return new Promise((resolve) => {
    recorder.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(recorder.address() as AddressInfo).port}`),
    )
  })
}

async function passOn(request: IncomingMessage, to: string) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const kept = ['entente-to', 'signature-input', 'signature', 'content-type', 'cookie']
  const headers = Object.fromEntries(
    kept.flatMap((name) => {
      const value = request.headers[name]
      return value === undefined ? [] : [[name, String(value)]]
    }),
  )
  const body = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}
  const answer = await fetch(`${to}${request.url}`, {
    method: request.method ?? 'GET',
    headers,
    ...body,
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  const type = answer.headers.get('content-type')
  return { status: answer.status, headers: type ? { 'content-type': type } : {}, bytes }
}

const post = (body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex')
/** As the bundle below has them: an object's bytes are those between its braces. */
const textOf = ({ object }: Pick<Case, 'object'>) => JSON.stringify(object)
const bundle = (objects: readonly string[]) =>
  `{"type":"bundle","id":"bundle--0b7f3a52-5d0f-4c3b-9d8e-0f6a1a2b3c4d","objects":[${objects.join(',\n')}]}`
const namedIn = (cases: readonly Case[]) => ({
  title: 'Campaigns of every marking',
  objects: cases.map((one) => ({
    id: one.id,
    modified: '2026-11-02T09:00:00.000Z',
    sha256: sha256(textOf(one)),
  })),
  grade: { scale: 'admiralty', version: '1', value: 'B2' },
  custodian: 'XA' as PersonClient['party'],
})

/** Named only in a case of Alder and Birch. */
const [between, ...all] = CASES.toSorted((a) => (a.reach === 'amber' ? -1 : 1))
let small: CharterId
let betweenTwo: Pick<Charter, 'id' | 'parties'>

beforeAll(async () => {
  const ports = Object.fromEntries(
    await Promise.all(PARTIES.map(async (party) => [party, await freePort(0)])),
  ) as Record<Name, number>
  for (const party of PARTIES)
    writeFounded(directoryOf(party), founded.charters, founded.keyActs[party]!)
  const config = readConfig(directoryOf('XA'))
  const sharing = {
    ...config.sharing,
    identities: [OURS],
    communities: structuredClone(COMMUNITIES),
  }
  writeConfig(directoryOf('XA'), {
    ...config,
    sharing: sharing as unknown as typeof config.sharing,
  })
  const alder = await startRecorder(`http://127.0.0.1:${ports.XA}`)
  const urlOf = (party: Name) => (party === 'XA' ? alder : `http://127.0.0.1:${ports[party]}`)
  const start = async (party: Name) => {
    const others = PARTIES.filter((other) => other !== party)
    const peers = Object.fromEntries(others.map((other) => [other, urlOf(other)]))
    nodes[party] = await serve({ data: directoryOf(party), port: ports[party], peers })
    const [link] = await nodes[party].links()
    people[party] = await logIn(link!.url)
  }
  await Promise.all(PARTIES.map(start))
  const objects = [...CASES.map(textOf), ...DEFINITIONS.map((one) => JSON.stringify(one))]
  await people.XA.ask('/api/v1/imports?name=markings.json', {
    method: 'POST',
    body: bundle(objects),
  })
  await people.XA.file(charter.id, 'evidence', namedIn(all))
  await settledAt(people.XA, founded.root, (view) =>
    view.acts.length === PARTIES.length && view.acts.every(({ final }) => final) ? true : undefined,
  )
  const wanted = { title: 'Between Alder and Birch', parties: ['XA', 'XB'] }
  small = (await people.XA.ask<Opened>('/api/v1/cases', post(wanted))).id
  betweenTwo = (await people.XA.view(small)).charter
  await people.XA.file(small, 'evidence', namedIn([between!]))
  while (!(await people.XB.ask<Cases>('/api/v1/cases')).cases.some(({ id }) => id === small))
    await pause(100)
}, 60_000)

afterAll(async () => {
  for (const node of Object.values(nodes)) await node[Symbol.asyncDispose]()
  await new Promise((resolve) => recorder.close(resolve))
  rmSync(data, { recursive: true, force: true })
})

type Cases = { readonly cases: readonly { readonly id: CharterId }[] }

/** Who is asked for and who leaves is nobody's secret. */
const OPEN = new Set(['/api/v1/me', '/api/v1/logout'])
const OTHERS = ['XB', 'XC', 'CO'] as const

/** What a party's page shows of the case's evidence, once its node has asked for all of it. */
async function evidenceAt(party: Name, id: CharterId = charter.id, count = all.length) {
  const endAt = Date.now() + 30_000
  for (;;) {
    const { objects } = await people[party].ask<CaseEvidence>(`/api/v1/cases/${id}/evidence`)
    const isDone = objects.every(({ held, refusal }) => held || refusal !== undefined)
    if (objects.length === count && isDone) return objects
    if (Date.now() > endAt) throw new Error(`expected ${count} objects at ${party} to be settled`)
    await pause(100)
  }
}

describe('evidence travels with the case', () => {
  test.each(OTHERS)('to %s as far as it is entitled, byte for byte', async (party) => {
    for (const { id, held } of await evidenceAt(party)) {
      const one = all.find((other) => other.id === id)!
      expect([one.object, held]).toEqual([one.object, reaches(one.reach, 'case')])
      if (!held) continue
      const { versions } = await people[party].ask<ObjectView>(`/api/v1/objects/${id}`)
      expect(versions).toMatchObject([
        {
          text: textOf(one),
          source: `case ${charter.title}, custodian XA`,
          from: { case: charter.id, custodian: 'XA' },
        },
      ])
    }
  })

  test('and whoever does not get it reads why not, and no more than that', async () => {
    const kept = (await evidenceAt('XC')).filter(({ held }) => !held)
    expect(kept).toHaveLength(all.filter(({ reach }) => reach === 'none').length)
    const said = new Set(kept.map(({ refusal }) => `${refusal!.code}: ${refusal!.detail}`))
    const expected = 'expected an object releasable to XC, got'
    expect([...said].toSorted()).toEqual(
      [
        `marking.audience: ${expected} TLP:AMBER of another source`,
        `marking.audience: ${expected} TLP:AMBER+STRICT of another source`,
        `marking.audience: ${expected} TLP:RED`,
        `marking.audience: ${expected} TLP:RED of another source`,
        `marking.granular: ${expected} one of which some fields are not`,
        `marking.unknown: ${expected} one with a marking that its custodian does not understand`,
      ].toSorted(),
    )
    await expect(people.XC.ask(`/api/v1/objects/${kept[0]!.id}`)).rejects.toThrow('object.withheld')
    // A search cannot find them, and says for which reasons how many are kept, whatever is asked.
    const counts = Map.groupBy(kept, ({ refusal }) => refusal?.code)
    for (const q of ['', 'tlp:red nothing'])
      expect(
        new Map(
          (await people.XC.ask<Facets>(`/api/v1/objects/facets?q=${q}`)).kept.map((one) => [
            one.code,
            one.count,
          ]),
        ),
      ).toEqual(new Map([...counts].map(([code, all]) => [code, all.length])))
  })

  test('and is not taken back in silence: what is named stays, and it is said who may have it since when', async () => {
    const { stays, removed } = await people.XA.ask<UndoReport>('/api/v1/imports/1/undo')
    expect(stays.first.map(({ id }) => id).toSorted()).toEqual(CASES.map(({ id }) => id).toSorted())
    // The definitions that came with them are named nowhere.
    const { counts } = await people.XA.ask<ImportView>('/api/v1/imports/1')
    expect(removed).toBe(counts.new! - CASES.length)
    expect(stays.first.find(({ id }) => id === between!.id)?.because).toEqual([
      {
        why: 'evidence',
        case: small,
        title: 'Between Alder and Birch',
        by: 'XA',
        at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        to: ['XB'],
      },
    ])
  })

  test('to the parties of its own case, and of no other', async () => {
    const [object] = await evidenceAt('XB', small, 1)
    expect(object).toMatchObject({ id: between!.id, held: true })
    const { objects } = await people.XC.ask<{ objects: unknown[] }>(
      `/api/v1/objects?q=${between!.id}`,
    )
    expect(objects).toEqual([])
  })

  test('to nobody by an act of another that calls Alder its custodian', async () => {
    await people.XC.file(charter.id, 'evidence', namedIn([between!]))
    await settledAt(people.XA, charter.id, (view) =>
      view.acts.some(({ act, party, final }) => party === 'XC' && final && act?.kind === 'evidence')
        ? true
        : undefined,
    )
    expect(await asked('XC', `object/${sha256(textOf(between!))}`)).toMatchObject({ status: 404 })
  })
})

/** A request to Alder's node that this party's node signs. */
async function asked(party: Name, path: string, id: CharterId = charter.id) {
  const of = (name: Name) => charter.parties.find((one) => one.id === name)!.origin
  const url = `http://127.0.0.1:${(recorder.address() as AddressInfo).port}`
  return ask(`${url}/log/${id.slice('sha256:'.length)}/${path}`, {
    limit: 1_000_000,
    signer: { keyid: of(party), sign: openKeys(directoryOf(party)).load('log').sign },
    to: of('XA'),
    now: Math.floor(Date.now() / 1000),
  })
}

describe('what is not for somebody', () => {
  test('is served on no path to other parties, strangers or the unsigned', async () => {
    const url = `http://127.0.0.1:${(recorder.address() as AddressInfo).port}`
    for (const one of CASES) {
      const path = `object/${sha256(textOf(one))}`
      for (const party of OTHERS) {
        const may = one !== between && reaches(one.reach, 'case')
        const refused = one === between ? 404 : 403
        expect((await asked(party, path)).status).toBe(may ? 200 : refused)
        // Their key of one case is a stranger's in another.
        expect((await asked(party, path, small)).status).toBe(401)
      }
      for (const hex of [charter.id, small].map((id) => id.slice('sha256:'.length)))
        expect((await fetch(`${url}/log/${hex}/${path}`)).status).toBe(401)
    }
    const own = nodes.XA.routes.filter(({ path }) => path.startsWith('/api/v1/'))
    expect(own.length).toBeGreaterThan(20)
    for (const { method, path } of own) {
      if (OPEN.has(path) || method === 'ALL') continue
      const named = path.replaceAll(/:[a-z]+/g, charter.id)
      expect([path, (await fetch(`${url}${named}`, { method })).status]).toEqual([path, 401])
    }
  })

  test('stands in no byte that Alder’s node sent to anybody else', () => {
    const signers = new Map(
      [charter, betweenTwo].flatMap(({ id, parties }) =>
        parties.map((party) => [party.origin, { case: id, party: party.id as string }] as const),
      ),
    )
    for (const { by, path, bytes } of recorded) {
      const signer = signers.get(by)
      const leaked = CASES.filter(({ canary }) => bytes.includes(canary)).filter((one) =>
        one === between
          ? signer?.case !== small || signer.party !== 'XB'
          : signer?.case !== charter.id || !reaches(one.reach, 'case'),
      )
      expect([path, by, leaked.map(({ canary }) => canary)]).toEqual([path, by, []])
    }
    // The test would see one: what may go has gone.
    for (const { canary, reach } of all)
      expect(recorded.some(({ bytes }) => bytes.includes(canary))).toBe(reaches(reach, 'case'))
  })

  test.each(OTHERS)('stands in no byte that %s’s store or page has', async (party) => {
    const files = ['entente.db', 'entente.db-wal'].map((name) => join(directoryOf(party), name))
    const stored = Buffer.concat(files.map((file) => readFileSync(file)))
    const pages = await Promise.all(
      [
        '/api/v1/objects?q=told&limit=500',
        '/api/v1/objects?q=&limit=500',
        `/api/v1/cases/${charter.id}`,
        `/api/v1/cases/${charter.id}/evidence`,
        `/api/v1/cases/${charter.id}/bundle`,
        '/api/v1/desk',
      ].map((path) => people[party].ask<unknown>(path)),
    )
    const shown = JSON.stringify(pages)
    for (const one of CASES) {
      const may = one === between ? party === 'XB' : reaches(one.reach, 'case')
      expect([one.object, stored.includes(one.canary)]).toEqual([one.object, may])
      if (!may) expect(shown).not.toContain(one.canary)
    }
  })
})

const AUDIENCES: readonly (readonly [string, Exclude<Reach, 'none'>])[] = [
  [`case:${charter.id}`, 'case'],
  [`case:${charter.id}/XB`, 'case'],
  [`case:${charter.id.slice(7, 15)}/CO`, 'case'],
  ['community:amber', 'amber'],
  ['community:amber/XF', 'amber'],
  ['community:green', 'green'],
  ['community:green/XG', 'green'],
  ['public', 'public'],
]

/** What Alder's node answers to whoever downloads what may go to an audience. */
const delivered = (audience: string, ids: readonly string[]) =>
  people.XA.ask<{ id: string; objects: { id: string }[] }>(
    '/api/v1/releases',
    post({ ids, audience }),
  )

describe('the preview is what is delivered', () => {
  const ids = CASES.map(({ id }) => id)
  const previewFor = (audience: string) =>
    people.XA.ask<ReleasePreview>('/api/v1/releases/preview', post({ ids, audience }))

  test.each(AUDIENCES)('to %s, object by object', async (audience, width) => {
    const preview = await previewFor(audience)
    const expected = CASES.filter(({ reach }) => reaches(reach, width)).map(({ id }) => id)
    const leaving = preview.objects.filter(({ leaves }) => leaves)
    expect(leaving.map(({ id }) => id)).toEqual(expected)
    expect(leaving.every(({ fields }) => fields === 'all')).toBe(true)
    const bundled = await delivered(audience, ids)
    expect(bundled.objects.map(({ id }) => id)).toEqual(expected)
    const texts = CASES.filter(({ id }) => expected.includes(id)).map(textOf)
    const bytes = `{"type":"bundle","id":"${bundled.id}","objects":[\n${texts.join(',\n')}\n]}\n`
    expect(preview.bundle).toEqual({
      sha256: sha256(bytes),
      bytes: Buffer.byteLength(bytes),
      objects: expected.length,
      entries: expected.length,
    })
  })

  test('to a party of the case over federation too, byte for byte', async () => {
    const { objects } = await previewFor(`case:${charter.id}/XB`)
    for (const { id, leaves, sha256: hash } of objects) {
      if (id === between!.id) continue
      const answer = await asked('XB', `object/${hash}`)
      expect([id, answer.status === 200]).toEqual([id, leaves])
      if (leaves) expect(sha256(answer.bytes)).toBe(hash)
    }
  })

  test('and says of every party of a case and of every field kept back why', async () => {
    const { objects } = await previewFor(`case:${charter.id}`)
    const granular = CASES.find(
      ({ object, reach }) => reach === 'none' && 'granular_markings' in object,
    )!
    expect(objects.find(({ id }) => id === granular.id)).toMatchObject({
      leaves: false,
      code: 'marking.granular',
      fields: ['description'],
      because: expect.stringContaining('keep back description') as string,
      to: PARTIES.map((party) => ({ party, leaves: false })),
    })
    for (const { to } of objects) expect(to).toHaveLength(PARTIES.length)
  })

  test('to a community of nobody: nothing', async () => {
    const { objects } = await previewFor('community:empty')
    expect(objects.every(({ leaves, code }) => !leaves && code !== undefined)).toBe(true)
    await expect(delivered('community:empty', ids)).rejects.toThrow('release.nothing')
  })

  test.each(['everybody', 'case:sha256:0000', 'community:none', `case:${charter.id}/XBX`])(
    'and refuses "%s", which is no audience',
    async (audience) => {
      await expect(previewFor(audience)).rejects.toThrow('audience.')
    },
  )
})

describe('what its custodian takes back', () => {
  const recallsAt = (party: Name) => people[party].ask<Recalls>(`/api/v1/cases/${small}/recalls`)
  const removal = (party: Name, act: string) =>
    people[party].ask<Removal>(`/api/v1/cases/${small}/recalls/${act}/removal`, post({}))
  const hash = sha256(textOf(between!))
  const finalAt = (party: Name, act: string) =>
    settledAt(people[party], small, (view) =>
      view.acts.some(({ id, final }) => id === act && final) ? true : undefined,
    )
  let act: Awaited<ReturnType<PersonClient['file']>>['id']

  test('is called back by every route from the command line, which names the parties of its case', async () => {
    const session = join(data, 'session')
    const [link] = await nodes.XA.links()
    await logInByLink(link!.url, session)
    const recalls = async (...words: readonly string[]) => {
      const done = await run(recallsCommand(), ...words, '--session', session)
      return `${done.out}${done.err}`
    }
    expect(await recalls('objects')).toBe('Nothing was called back.')
    const why = ['--because', 'The source asked for it.']
    const called = await recalls('object', between!.id, '--no-revoke', ...why)
    expect(called).toContain(', because The source asked for it.')
    expect(called).toMatch(new RegExp(`^ {4}1 {2}outstanding +case {2}XB {2}${small}$`, 'm'))
    await expect(
      people.XA.ask(`/api/v1/releases`, post({ ids: [between!.id], audience: `case:${small}` })),
    ).rejects.toThrow('release.nothing')
    expect(await recalls('told', '1', '1', '--words', 'By telephone.')).toMatch(
      /1 {2}confirmed .*By telephone\.$/m,
    )
    expect(
      await recalls('told', '1', '1', '--state', 'outstanding', '--words', 'Not yet.'),
    ).toMatch(/1 {2}outstanding/)
    expect(await recalls('release', '1', '--because', 'It may go.')).toMatch(
      /asked on .* to let it go again, because It may go\./,
    )
    expect(await recalls('release', '1', '--because', 'It may go.')).toContain('recall.second')
    expect(await recalls('keep', '1')).not.toContain('to let it go again')
  })

  /** What Alder's recall of it says of Birch. */
  const birchSaid = async () =>
    (await people.XA.ask<ObjectRecalls>('/api/v1/recalls')).recalls[0]!.holders.find(
      ({ who }) => who === 'XB',
    )

  test('is still held by whom it reached, and waits for its word', async () => {
    const { acts } = await people.XA.view(small)
    const of = acts.find((one) => one.act?.kind === 'evidence')!.id
    const said = { of, reason: 'The source asked for it.' }
    act = (await people.XA.file(small, 'evidence-withdraw', said)).id
    await finalAt('XB', act)
    expect((await recallsAt('XB')).recalls).toEqual([
      {
        act,
        ...said,
        custodian: 'XA',
        objects: [{ id: between!.id, sha256: hash, held: true }],
        confirmed: [],
        awaited: ['XB'],
      },
    ])
    expect(await birchSaid()).toMatchObject({
      route: 'case',
      place: small,
      state: 'told',
      by: 'act',
      evidence: { case: small, title: 'Between Alder and Birch', act: of, withdrawn: act },
    })
  })

  test('goes where it was sent, once, and not where it is the party’s own', async () => {
    await expect(removal('XA', act)).rejects.toThrow('recall.unknown')
    await expect(removal('XC', act)).rejects.toThrow('case')
    expect(await removal('XB', act)).toEqual({ removed: [between!.id], stays: [] })
    expect(await removal('XB', act)).toEqual({ removed: [], stays: [] })
    expect((await recallsAt('XB')).recalls[0]!.objects[0]!.held).toBe(false)
  })

  test('is said to be gone by nobody but the party whose receipt says so', async () => {
    expect((await recallsAt('XA')).recalls[0]).toMatchObject({ confirmed: [], awaited: ['XB'] })
    const receipt = await people.XB.file(small, 'receipt', { of: act, remarks: 'Removed.' })
    await finalAt('XA', receipt.id)
    expect((await recallsAt('XA')).recalls[0]).toMatchObject({
      confirmed: [{ party: 'XB', act: receipt.id, remarks: 'Removed.' }],
      awaited: [],
    })
    expect(await birchSaid()).toMatchObject({ state: 'confirmed', by: 'act' })
  })
})
