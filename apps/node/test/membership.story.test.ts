import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  actId,
  canonical,
  verifyBundle,
  type Act,
  type ActId,
  type CharterId,
} from '@entente/accord'
import { fromBase64 } from '@entente/log'
import type {
  CaseSummary,
  CoalitionView,
  DraftView,
  Filed,
  MilestonesView,
  Opened,
  SuccessorDrafted,
  SuccessorsView,
  TakenUp,
} from '../src/api.ts'
import { coalitionCommand } from '../src/cli/coalition.ts'
import { logIn as enter } from '../src/cli/session.ts'
import { freePort } from '../src/demo/constellation.ts'
import { logIn, until, type PersonClient, type Said } from '../src/demo/person.ts'
import { settledAt, versionOf } from '../src/demo/play.ts'
import { positionV1 } from '../src/demo/texts.ts'
import { found, type Founding } from '../src/parties/found.ts'
import { writeFounded } from '../src/parties/founded.ts'
import { joinCharter } from '../src/parties/join.ts'
import { makeParty } from '../src/parties/make-party.ts'
import { payloadOf } from '../src/positions/payload.ts'
import { crypto } from '../src/platform/crypto.ts'
import { serve, type Serving } from '../src/serve.ts'
import { byCommandLine } from './by-command-line.ts'
import { run } from './command.ts'
import { withFirstCase } from './first-case.ts'
import { outputOf } from './entente.ts'

const place = mkdtempSync(join(tmpdir(), 'entente-membership-'))
const of = (party: string) => join(place, party)
const drafter = (name: string) => ({ id: 'drafter', name, role: 'drafter' as const })

/** A charter is changed by a majority of the members, so that one of them may be outvoted. */
const founding: Founding & { readonly title: string } = {
  ...withFirstCase,
  steps: { ...withFirstCase.steps, charter: { rule: 'qualified-majority' } },
  minimum: 2,
  blocking: 2,
  parties: withFirstCase.parties.map((party) => ({
    ...party,
    colleagues: [drafter(`Drafter of ${party.name}`)],
  })),
}
const founded = found(founding, of, new Date('2026-11-24T12:00:00Z'))
const NAMES = ['XA', 'XB', 'XC', 'CO'] as const
type Name = (typeof NAMES)[number] | 'XD'
const nodes = new Map<string, Serving>()
const urls: Record<string, string> = {}
const people = new Map<string, PersonClient>()

async function start(party: Name): Promise<void> {
  const port = Number(new URL(urls[party]!).port)
  const node = await serve({ data: of(party), port, peers: urls })
  nodes.set(party, node)
  for (const { person, url } of await node.links())
    people.set(`${party} ${person}`, await logIn(url))
}
const at = (party: Name): PersonClient =>
  people.get(`${party} ${party === 'CO' ? 'chair' : 'desk'}`)!
const drafterAt = (party: Name): PersonClient => people.get(`${party} drafter`)!

/** An act that two persons of the nation see: one writes it, the other signs it. */
async function byTwo<K extends Act['kind']>(
  party: Name,
  id: string,
  kind: K,
  said: Said<K>,
): Promise<Filed> {
  const claimedAt = `${new Date().toISOString().slice(0, 19)}Z`
  const view = await at(party).view(id)
  const payload = payloadOf(view, view.charter.parties.find((one) => one.id === party)!.id, {
    kind,
    claimedAt,
    ...said,
  })
  const draft = await drafterAt(party).post<DraftView>('/api/v1/drafts', { case: id, payload })
  const act = actId(new TextEncoder().encode(payload), crypto.sha256)
  return at(party).post<Filed>(`/api/v1/drafts/${draft.id}/sign`, { act })
}

const comply = { union: 'complies', national: 'complies' } as const
const objects = { ...comply, national: 'objects', wouldTake: 'That Birch goes on.' } as const

/** All of these say what they think of a version, and it is certified once the chair has seen it. */
async function decide(
  id: CharterId,
  on: ActId,
  voices: Partial<Record<Name, 'for' | 'objects'>>,
): Promise<void> {
  for (const [party, said] of Object.entries(voices) as [Name, 'for' | 'objects'][]) {
    await settledAt(at(party), id, (view) => versionOf(view, on))
    await at(party).file(id, 'comply', { on, ...(said === 'for' ? comply : objects) })
  }
  await settledAt(at('CO'), id, (view) => {
    const said = Object.values(versionOf(view, on)?.voices ?? {})
    return said.every(({ effective }) => effective !== 'silent') || undefined
  })
  await at('CO').declare(id, on, 'adopted')
}

/** `entente coalition …` as a person of this party. */
async function coalition(party: Name, ...words: readonly string[]) {
  const session = join(place, `${party}.session`)
  await enter(await at(party).link(), session)
  return run(coalitionCommand(), ...words, '--session', session)
}

/** The chair drafts a successor, puts it at the command line, and says that the coalition goes on under it. */
async function amend(
  id: CharterId,
  changes: readonly string[],
  voices: Partial<Record<Name, 'for' | 'objects'>>,
): Promise<SuccessorDrafted> {
  const file = join(place, `${id.slice(7, 15)}.charter`)
  const drafted = await coalition('CO', 'draft', ...changes, '--out', file, '--json')
  expect([drafted.code, drafted.err]).toEqual([0, ''])
  const { charter, successor } = JSON.parse(drafted.out) as SuccessorDrafted
  expect(readFileSync(file).equals(fromBase64(charter))).toBe(true)
  const expiry = ['--expiry', String(Math.floor(Date.now() / 1000) + 3600)]
  const shown = await coalition('CO', 'put', file, ...expiry, '--dry-run', '--lang', 'es')
  expect(shown.out).toContain(`Carta que se propone: ${successor.id}`)
  const put = await coalition('CO', 'put', file, ...expiry, '--yes', '--json')
  expect([put.code, put.err]).toEqual([0, ''])
  const on = (JSON.parse(put.out) as Filed).id
  expect(await refusal(takeUp('CO', successor.id))).toContain('amends.not-adopted')
  const early = byTwo('CO', id, 'charter-amend', { on, to: successor.id as CharterId })
  expect(await refusal(early)).toContain('amends.not-adopted')
  await decide(id, on, voices)
  const goesOn = { on, to: successor.id }
  await byCommandLine('charter-amend', goesOn, { by: at('CO'), writer: drafterAt('CO'), case: id })
  return { charter, successor }
}

const amended = (party: Name, id: string) =>
  until(`an amendment at ${party}`, async () => {
    const { successors } = await at(party).ask<SuccessorsView>('/api/v1/coalition/successors')
    return successors.find((one) => one.id === id && one.amended && one.adopted)
  })
const takeUp = (party: Name, id: string) =>
  at(party).post<TakenUp>('/api/v1/coalition/take-up', { id })
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing was refused',
    (error: Error) => error.message,
  )
const bundleOf = (party: Name, id: string) =>
  until(`the record at ${party}`, () =>
    at(party)
      .ask<object>(`/api/v1/cases/${id}/bundle`)
      .then((given) => JSON.stringify(given))
      .catch(() => undefined),
  )
const digests = async (names: readonly Name[], id: string) =>
  until('one digest', async () => {
    const all = await Promise.all(names.map(async (name) => (await at(name).state(id)).digest))
    return new Set(all).size === 1 ? all[0] : undefined
  })

const GOAL = 'four(days-witnessed)=2027-09-30:Four nations agree within a month of a situation'
const goalsAt = async (party: Name) =>
  (await at(party).ask<MilestonesView>('/api/v1/milestones')).goals
const first = founded.root
let second: CharterId
let third: CharterId
let measure: ActId
let agreed = ''

beforeAll(async () => {
  for (const party of [...NAMES, 'XD']) urls[party] = `http://127.0.0.1:${await freePort(0)}`
  for (const party of NAMES) writeFounded(of(party), founded.charters, founded.keyActs[party]!)
  await Promise.all(NAMES.map(start))
}, 60_000)

afterAll(async () => {
  await Promise.all([...nodes.values()].map((node) => node[Symbol.asyncDispose]()))
  rmSync(place, { recursive: true, force: true })
})

describe('a coalition that changes', { timeout: 120_000 }, () => {
  test('agrees on a text while there are three', async () => {
    expect((await goalsAt('XB')).map(({ id }) => id)).toEqual(
      withFirstCase.goals?.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)).map(({ id }) => id),
    )
    measure = (
      await at('CO').file(founded.case, 'propose', {
        step: { id: 'position', kind: 'position' },
        text: positionV1,
      })
    ).id
    await decide(founded.case, measure, { XA: 'for', XB: 'for', XC: 'for' })
    await settledAt(
      at('XB'),
      founded.case,
      (view) => versionOf(view, measure)?.inForce || undefined,
    )
    agreed = await digests(NAMES, founded.case)
  })

  test('lets a fourth in by a charter that its own rule adopts', async () => {
    const card = makeParty(of('XD'), {
      id: 'XD',
      name: 'Dogwood',
      role: 'member',
      population: 20,
      authorities: [{ id: 'XD-mfa', name: 'Ministry of Foreign Affairs' }],
      people: [
        { id: 'desk', name: 'Desk officer', authority: 'XD-mfa', role: 'signatory' },
        { ...drafter('Drafter'), authority: 'XD-mfa' },
      ],
    })
    const cardFile = join(place, 'XD.card')
    writeFileSync(cardFile, canonical(card))
    const { charter, successor } = await amend(
      first,
      ['--title', 'Coalition of four', '--card', cardFile, '--goal', GOAL],
      { XA: 'for', XB: 'for', XC: 'for' },
    )
    const parties = successor.parties.map(({ id, becomes }) => [id, becomes])
    expect(parties).toEqual([
      ['XA', 'goes-on'],
      ['XB', 'goes-on'],
      ['XC', 'goes-on'],
      ['CO', 'goes-on'],
      ['XD', 'new'],
    ])
    const lines = successor.changes.en.flatMap(({ lines: all }) => all)
    expect(lines).toContainEqual({
      was: 'XA Alder: member, two voices at each step, population 40 of 100; 1 of 1 root keys sign its key acts',
      now: 'XA Alder: member, two voices at each step, population 40 of 120; 1 of 1 root keys sign its key acts',
    })
    const other = `sha256:${'7'.repeat(64)}`
    expect(await refusal(takeUp('XA', other))).toContain('charter.not-compared')
    const bySomeone = drafterAt('XA').post('/api/v1/coalition/take-up', { id: successor.id })
    expect(await refusal(bySomeone)).toContain('person.not-competent')
    for (const party of NAMES) {
      await amended(party, successor.id)
      // As it was read out: its words.
      const { code, out } = await coalition(party, 'take-up', '--id', successor.words.join(' '))
      expect([code, out]).toEqual([0, expect.stringContaining(`taken up.\n  ${successor.id}`)])
    }
    const { out } = await coalition('XA', 'successors')
    expect(out).toContain('Adopted, taken up here:\nCoalition of four')
    expect(out).toContain('XD Dogwood comes in')
    second = successor.id as CharterId
    // It is the present one now, and amends itself no more.
    const again = at('CO').post('/api/v1/coalition/successors', { charter })
    expect(await refusal(again)).toContain('amends.case')
    joinCharter(of('XD'), fromBase64(charter), { id: successor.id, crypto, nowAt: new Date() })
    await start('XD')
    for (const party of [...NAMES, 'XD'] as const) await byTwo(party, second, 'join', {})
    await settledAt(at('XD'), second, (view) => view.state.joined?.length === 5 || undefined)
    await digests([...NAMES, 'XD'], second)
  })

  test('has the goals of its new charter at every node, counted from the acts, and those of the old one no more', async () => {
    for (const party of [...NAMES, 'XD'] as const)
      expect(await goalsAt(party)).toEqual([
        expect.objectContaining({
          id: 'four',
          title: 'Four nations agree within a month of a situation',
          dueOn: '2027-09-30',
          case: second,
          caseTitle: 'Coalition of four',
          counted: expect.objectContaining({ id: 'days-witnessed' }) as object,
        }),
      ])
  })

  test('opens a case under the new charter with the keys of the old one', async () => {
    await settledAt(at('XA'), second, (view) =>
      view.charter.parties.every(({ id }) => view.state.cut[id]!.size > 0) ? true : undefined,
    )
    const opened = await at('XA').post<{ id: CharterId }>('/api/v1/cases', { title: 'With four' })
    for (const party of [...NAMES, 'XD'] as const)
      await until(`the case at ${party}`, async () => {
        const { cases } = await at(party).ask<{ cases: CaseSummary[] }>('/api/v1/cases')
        return cases.find(({ id }) => id === opened.id)
      })
    const on = (
      await at('CO').file(opened.id, 'propose', {
        step: { id: 'position', kind: 'position' },
        text: positionV1,
      })
    ).id
    await decide(opened.id, on, { XA: 'for', XB: 'for', XC: 'for', XD: 'for' })
    await settledAt(at('XD'), opened.id, (view) => versionOf(view, on)?.inForce || undefined)
  })

  test('excludes one that is outvoted, and its node says so', async () => {
    const { successor } = await amend(
      second,
      ['--title', 'Coalition without Birch', '--without', 'XB'],
      { XA: 'for', XC: 'for', XD: 'for', XB: 'objects' },
    )
    third = successor.id as CharterId
    const seen = await amended('XB', third)
    expect(seen.successor?.parties).toContainEqual({
      id: 'XB',
      name: 'Birch',
      becomes: 'out',
      us: true,
    })
    expect(await refusal(takeUp('XB', third))).toContain('charter.not-own')
    for (const party of ['XA', 'XC', 'XD', 'CO'] as const) {
      await amended(party, third)
      await takeUp(party, third)
    }
    const { parties } = await at('XA').ask<CoalitionView>('/api/v1/coalition')
    expect(parties.map(({ id }) => id)).toEqual(['XA', 'XC', 'CO', 'XD'])
    const { charter } = await at('XB').ask<CoalitionView>('/api/v1/coalition')
    expect(charter?.id).toBe(second)
  })

  test('lets one go by its root keys, and by no key of its ministry', async () => {
    const [session, reason] = [join(place, 'session.json'), 'Its parliament decided so.']
    const early = byTwo('XC', third, 'leave', { reason })
    expect(await refusal(early)).toContain('act.not-competent')
    await outputOf('login', await at('XC').link(), '--session', session)
    const leave = ['keys', 'leave', '--case', third, '--reason', reason, '--session', session]
    expect(await outputOf(...leave, '--roots', of('XC'))).toContain('is on record')
    const view = await settledAt(at('XA'), third, (seen) => (seen.state.left ? seen : undefined))
    expect(view.acts.find(({ id }) => id === view.state.left![0])?.act).toMatchObject({
      party: 'XC',
      kind: 'leave',
    })
    const later = at('XC').file(third, 'note', { says: 'Still here?' } as never)
    expect(await refusal(later)).toContain('act.after-leave')
    await digests(['XA', 'XC', 'XD', 'CO'], third)
    const opened = await at('XA').post<Opened>('/api/v1/cases', { title: 'Without who left' })
    expect(opened.parties.toSorted()).toEqual(['CO', 'XA', 'XD'])
  })

  test('changes nothing that was agreed: the first record proves it, from whoever is in and whoever is out', async () => {
    expect(await digests(NAMES, founded.case)).toBe(agreed)
    const texts = await Promise.all(NAMES.map((party) => bundleOf(party, founded.case)))
    for (const text of texts) {
      const { state, digest, trusted } = verifyBundle(text, { charterId: founded.case, crypto })
      expect([trusted, digest]).toEqual([true, agreed])
      expect(state.steps[0]?.versions[0]).toMatchObject({ id: measure, standing: 'stands' })
    }
    const [file, roots] = [join(place, 'first.json'), join(place, 'root.json')]
    writeFileSync(file, texts[1]!)
    const verify = async (...args: readonly string[]) =>
      JSON.parse(await outputOf('verify', ...args, '--json')) as unknown
    expect(await verify(file, '--charter', founded.case)).toMatchObject({
      outcome: 'proved',
      digest: agreed,
    })
    // The case under the second charter, held against the first one's record: it was adopted there.
    const next = join(place, 'second.json')
    writeFileSync(roots, await bundleOf('XB', first))
    writeFileSync(next, await bundleOf('XB', second))
    const held = await verify(next, '--charter', second, '--parent', roots)
    expect(held).toMatchObject({ outcome: 'proved', missingKeyActs: [] })
  })
})
