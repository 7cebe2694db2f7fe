import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyBundle, type ActId } from '@entente/accord'
import type { PouchReport } from '../src/api.ts'
import { openSession, SessionError } from '../src/cli/session.ts'
import { until, type PersonClient } from '../src/demo/person.ts'
import { sealLine, type PouchHead } from '../src/federation/pouch.ts'
import { crypto } from '../src/platform/crypto.ts'
import { openKeys } from '../src/platform/keys/index.ts'
import { complies, entente, putPosition, textAt, twoNations, type Nation } from './two-nations.ts'

/** Alder and Birch have no network between them: everything they say to one another lies in a pouch that somebody carries. */

let place: ReturnType<typeof twoNations>
let people: Record<Nation, PersonClient>
let latest: Uint8Array = new Uint8Array()
let first: Uint8Array | undefined

const sessionOf = (party: Nation) => join(place.directory, `${party}.session`)
beforeAll(async () => {
  place = twoNations()
  // Neither node is told where the other answers.
  const [alder, birch] = await Promise.all([place.start('XA'), place.start('XB')])
  people = { XA: alder.person, XB: birch.person }
  for (const party of ['XA', 'XB'] as const)
    await entente('login', await people[party].link(), '--session', sessionOf(party))
}, 60_000)
afterAll(() => place.end())

const at = (party: Nation) => openSession(sessionOf(party))
async function pack(from: Nation, to: string, all = false): Promise<Buffer> {
  const stream = await at(from).stream('/api/v1/pouches', JSON.stringify({ to, all }))
  return Buffer.from(await new Response(stream).arrayBuffer())
}
async function open(party: Nation, pouch: Uint8Array): Promise<PouchReport> {
  const answer = await at(party).stream(
    '/api/v1/pouches/open',
    new Blob([Buffer.from(pouch)]).stream(),
  )
  return JSON.parse(await new Response(answer).text()) as PouchReport
}
async function carry(from: Nation, to: Nation): Promise<PouchReport> {
  latest = await pack(from, to)
  first ??= latest
  const report = await open(to, latest)
  expect(report.faults).toEqual([])
  return report
}
const inCase = ({ cases }: PouchReport) => cases.find((one) => one.case === place.case)!
const sizes = (report: PouchReport) =>
  Object.fromEntries(inCase(report).strands.map(({ party, after }) => [party, after]))

describe('two nodes that never speak to one another', () => {
  let on: ActId

  test('each learn what the other’s witness saw of them before they sign an act', async () => {
    const { XA: alder } = people
    // Its strand is empty here, and might be what is left of a full one.
    await expect(putPosition(alder, place.case)).rejects.toThrow(/strand\.unasked/)
    await carry('XA', 'XB')
    await carry('XB', 'XA')
    on = (await putPosition(alder, place.case)).id
    const there = await carry('XA', 'XB')
    // Birch's witness cosigned Alder's proposal, which makes the quorum, and Birch's node admits it.
    expect(sizes(there)).toMatchObject({ XA: 1, XB: 0 })
    expect(inCase(there).cosigned).toBeGreaterThan(0)
    const back = await carry('XB', 'XA')
    expect(sizes(back)).toMatchObject({ XA: 1 })
    await carry('XA', 'XB')
  })

  test('adopt a text', async () => {
    const { XA: alder, XB: birch } = people
    await birch.file(place.case, 'comply', complies(on))
    await alder.file(place.case, 'comply', complies(on))
    expect(sizes(await carry('XB', 'XA'))).toMatchObject({ XA: 1, XB: 1 })
    expect(sizes(await carry('XA', 'XB'))).toMatchObject({ XA: 2, XB: 1 })
    expect((await textAt(birch, place.case, on))?.gate.open).toBe(true)
    expect(sizes(await carry('XB', 'XA'))).toMatchObject({ XA: 2, XB: 1 })
    expect((await textAt(alder, place.case, on))?.gate.open).toBe(true)
    // Every tree was current at one instant: Birch's witness said so in its last pouch, Alder's says so now.
    await alder.declare(place.case, on, 'adopted')
    expect(sizes(await carry('XA', 'XB'))).toMatchObject({ XA: 3, XB: 1 })
    expect((await textAt(birch, place.case, on))?.standing).toBe('stands')
    await carry('XB', 'XA')
    expect((await textAt(alder, place.case, on))?.standing).toBe('stands')
  })

  test('come to one state, whose record a stranger proves', async () => {
    const [here, there] = await Promise.all(
      (['XA', 'XB'] as const).map((party) => people[party].state(place.case)),
    )
    expect(here!.digest).toBe(there!.digest)
    const record = await people.XB.ask<object>(`/api/v1/cases/${place.case}/bundle`)
    const proved = verifyBundle(JSON.stringify(record), { crypto, charterId: place.case })
    expect(proved.state.steps[0]?.versions[0]?.standing).toBe('stands')
  })

  test('take a pouch twice, and an old one, without harm', async () => {
    const before = await people.XB.state(place.case)
    for (const pouch of [latest, first!].filter((one) => Buffer.from(one).includes('"to":"XB"')))
      expect((await open('XB', pouch)).faults).toEqual([])
    expect((await people.XB.state(place.case)).digest).toBe(before.digest)
    const view = await people.XB.view(place.case)
    expect(view.peers.flatMap(({ alarms }) => alarms)).toEqual([])
  })

  test('are served by the command line, on a stick', async () => {
    const file = join(place.directory, 'stick.pouch')
    const packed = await entente('pouch', 'pack', file, '--to', 'XB', '--session', sessionOf('XA'))
    expect(packed).toMatchObject({ code: 0, err: '' })
    expect(packed.out).toMatch(/stick\.pouch: \d+ bytes, for XB/)
    const again = await entente('pouch', 'pack', file, '--to', 'XC', '--session', sessionOf('XA'))
    expect(again.code).toBe(1)
    expect(again.err).toMatch(/pouch\.nothing: expected a case of this node that names XC/)
    const opened = await entente('pouch', 'open', file, '--session', sessionOf('XB'))
    expect(opened).toMatchObject({ code: 0, err: '' })
    expect(opened.out).toMatch(/^From XA: \d cases\n/)
    expect(opened.out).toMatch(
      /2 of 2 trees cosigned here\n {2}XA: 3 acts final\n {2}XB: 1 acts final/,
    )
    const gone = await entente('pouch', 'open', `${file}.gone`, '--session', sessionOf('XB'))
    expect(gone.code).not.toBe(0)
  })

  test('leave out what the other is known to hold, unless all is asked for', async () => {
    const paths = (pouch: Buffer) =>
      [...pouch.toString('utf8').matchAll(/"path":"([^"]+)"/g)].map(([, path]) => path)
    expect(paths(await pack('XA', 'XB', true))).toContain('XA/tile/entries/000.p/3')
    expect(paths(await pack('XA', 'XB'))).not.toContain('XA/tile/entries/000.p/3')
  })

  const codeOf = (opening: Promise<PouchReport>) =>
    opening.then(
      ({ faults }) => faults.map(({ code }) => code),
      (error: unknown) => error instanceof SessionError && error.code,
    )

  test('refuse whole a pouch that was altered, cut off, lengthened, or is for somebody else', async () => {
    const whole = await pack('XA', 'XB', true)
    const before = await people.XB.state(place.case)
    const where = whole.indexOf('"bytes":"') + 30
    const altered = Buffer.from(whole)
    altered[where] = altered[where] === 0x41 ? 0x42 : 0x41
    expect(await codeOf(open('XB', altered))).toBe('pouch.altered')
    const lines = whole.toString('utf8').trimEnd().split('\n')
    const text = (some: readonly string[]) => Buffer.from(`${some.join('\n')}\n`)
    expect(await codeOf(open('XB', text(lines.toSpliced(3, 1))))).toBe('pouch.altered')
    expect(await codeOf(open('XB', whole.subarray(0, whole.length >> 1)))).toBe('pouch.malformed')
    expect(await codeOf(open('XB', text(lines.slice(0, -1))))).toBe('pouch.unsealed')
    expect(await codeOf(open('XB', text([...lines, '{}'])))).toBe('pouch.malformed')
    expect(await codeOf(open('XA', whole))).toBe('pouch.other')
    expect(await codeOf(pack('XA', 'XC').then(() => open('XB', whole)))).toBe('pouch.nothing')
    expect((await people.XB.state(place.case)).digest).toBe(before.digest)
  })

  test('believe nothing for its seal: what a party sealed is proved like what it serves', async () => {
    const { charter } = await people.XA.view(place.case)
    const origin = charter.parties.find(({ id }) => id === 'XA')!.origin
    const signer = { ...openKeys(place.dataOf('XA')).load('log'), name: origin }
    const lines = (await pack('XA', 'XB', true)).toString('utf8').trimEnd().split('\n')
    const head = JSON.parse(lines[0]!) as PouchHead
    // Another entry in the place of Alder's last one, of a strand that Birch does not hold so far yet.
    await people.XA.file(place.case, 'note', { says: 'For the record.' })
    const more = (await pack('XA', 'XB', true)).toString('utf8').trimEnd().split('\n')
    const sealed = (edit: (record: { path: string; bytes: string }) => void) => {
      const body = more.slice(0, -1).map((line, index) => {
        const record = JSON.parse(line) as { case: string; path: string; bytes: string }
        if (index === 0 || record.case !== place.case) return `${line}\n`
        edit(record)
        return `${JSON.stringify(record)}\n`
      })
      const sha256 = createHash('sha256').update(body.join('')).digest('hex')
      const written = { lines: body.length, sha256 }
      const root = openedIn(head, people.XA)
      return root.then((name) =>
        Buffer.from(
          body.join('') +
            sealLine(head, written, { signer: { ...signer, name: name ?? origin }, crypto }),
        ),
      )
    }
    const swapped = await sealed((record) => {
      if (!record.path.startsWith('XA/tile/entries')) return
      const bytes = Buffer.from(record.bytes, 'base64')
      bytes[bytes.length - 1]! ^= 1
      record.bytes = bytes.toString('base64')
    })
    expect(await codeOf(open('XB', swapped))).toEqual(['strand.root'])
    const forged = await sealed((record) => {
      if (record.path !== 'XA/checkpoint') return
      const note = Buffer.from(record.bytes, 'base64').toString('utf8')
      record.bytes = Buffer.from(note.replace(/\n4\n/, '\n5\n')).toString('base64')
    })
    expect(await codeOf(open('XB', forged))).toEqual(['strand.checkpoint'])
    const alarms = (await people.XB.view(place.case)).peers.flatMap((peer) => peer.alarms)
    expect(alarms.map(({ code, party }) => [code, party])).toEqual([
      ['strand.root', 'XA'],
      ['strand.checkpoint', 'XA'],
    ])
    await carry('XA', 'XB')
    expect(sizes(await carry('XB', 'XA'))).toMatchObject({ XA: 4 })
  })

  test('are not made to sign by an old pouch after a new start', async () => {
    await carry('XB', 'XA')
    const last = latest
    const running = await place.restart('XA')
    people.XA = running.person
    await entente('login', await running.person.link(), '--session', sessionOf('XA'))
    // What Birch's witness saw is in a pouch that answered the run before: it does not count as asked.
    expect((await open('XA', last)).faults).toEqual([])
    const again = {
      ...complies(on),
      union: 'complies-with-statement' as const,
      statement: 'On time.',
    }
    await expect(people.XA.file(place.case, 'comply', again)).rejects.toThrow(/strand\.unasked/)
    await carry('XA', 'XB')
    await carry('XB', 'XA')
    await people.XA.file(place.case, 'comply', again)
    await carry('XA', 'XB')
    await until('Birch to know it', async () =>
      (await textAt(people.XB, place.case, on))?.voices['XA' as never]?.['union'] ===
      'complies-with-statement'
        ? true
        : undefined,
    )
  })
})

/** The name under which this person's log seals a pouch of that case. */
async function openedIn(head: PouchHead, person: PersonClient): Promise<string | undefined> {
  const { charter } = await person.view(head.case)
  return charter.parties.find(({ id }) => id === head.from)?.origin
}
