import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  makeDisclosure,
  roundsIn,
  threadsOn,
  verifyBundle,
  type Act,
  type ActId,
} from '@entente/accord'
import type { Desk, DraftView, Me, SealedView } from '../src/api.ts'
import { begin } from '../src/demo/begin.ts'
import { startExercise, type Exercise } from '../src/demo/exercise.ts'
import type { PersonClient } from '../src/demo/person.ts'
import { play, settledAt, step, versionOf, type Cast } from '../src/demo/play.ts'
import { payloadOf } from '../src/positions/payload.ts'
import { ROLES, type Role } from '../src/parties/role.ts'
import { crypto } from '../src/platform/crypto.ts'
import { outcomeOf, withPeople } from './people.ts'
import { formsOf } from './wire.ts'

/** What nations say to one another beside their voices, over four processes that speak HTTP only. */

const data = join(mkdtempSync(join(tmpdir(), 'entente-exchange-')), 'demo')
let exercise: Exercise
let cast: Cast
let version: ActId
let people: Readonly<Record<'XA' | 'CO', Readonly<Record<Role, PersonClient>>>>

beforeAll(async () => {
  exercise = await startExercise({ data, fresh: true, ports: 'auto' })
  people = { XA: await withPeople(exercise, 'XA'), CO: await withPeople(exercise, 'CO') }
  cast = await begin(exercise, () => {})
  await play(cast, () => {})
  const { chair, case: id } = cast
  version = (await settledAt(chair, id, (view) => step(view, 'position')?.versions.at(-1)?.id))!
}, 180_000)

afterAll(async () => {
  await exercise.stop()
  rmSync(join(data, '..'), { recursive: true, force: true })
})

const unheard = `sha256:${'0'.repeat(64)}` as ActId
const filing = <K extends Act['kind']>(person: PersonClient, kind: K, said: object) =>
  outcomeOf(person.file(cast.case, kind, said as never))
const known = (person: PersonClient, act: ActId) =>
  settledAt(person, cast.case, ({ acts }) =>
    acts.some(({ id, final }) => id === act && final) ? true : undefined,
  )

describe('comments on a clause', () => {
  test('are answered from another node, and every node has the same thread', async () => {
    const { alder, cedar, birch, case: id } = cast
    const said = { on: version, clause: '1', says: 'Whether it was on purpose?' }
    const first = await alder.file(id, 'comment', said)
    await known(cedar, first.id)
    const answer = await cedar.file(id, 'comment', { ...said, answers: first.id, says: 'It was.' })
    for (const person of [alder, birch, cedar]) {
      await known(person, first.id)
      await known(person, answer.id)
      const { acts } = await person.view(id)
      const threads = threadsOn(acts, version).get('1') ?? []
      expect(
        threads.map((thread) => [thread.first.id, thread.answers.map((one) => one.id)]),
      ).toEqual([[first.id, [answer.id]]])
    }
  })

  test('change no gate, and are in the record that verifies offline', async () => {
    const { cedar, case: id } = cast
    const { state } = await cedar.view(id)
    expect(versionOf(await cedar.view(id), version)?.gate.reasons).toMatchObject([
      { code: 'silent', member: 'XC' },
    ])
    const bundle = JSON.stringify(await cedar.ask<object>(`/api/v1/cases/${id}/bundle`))
    const verified = verifyBundle(bundle, { charterId: id, crypto })
    expect(verified.state.comments).toEqual(state.comments)
    expect(verified.state.comments).toHaveLength(2)
  })

  test.each([
    ['on a version that is not there', { on: unheard }, 'version.unknown'],
    ['on a clause that the version does not have', { clause: '99' }, 'comment.clause'],
    ['that answer what is not there', { answers: unheard }, 'comment.answers'],
    ['that say nothing', { says: '' }, 'act.malformed'],
  ])('%s are not signed', async (_what, changed, code) => {
    const said = { on: version, clause: '1', says: 'So.', ...changed }
    expect(await filing(cast.alder, 'comment', said)).toBe(code)
  })

  test('that answer a comment on another clause, or a text, are not signed', async () => {
    const { alder, case: id } = cast
    const { state } = await alder.view(id)
    const [first] = state.comments!
    const other = { on: version, clause: '2', says: 'So.', answers: first }
    expect(await filing(alder, 'comment', other)).toBe('comment.answers')
    const text = { on: version, clause: '1', says: 'So.', answers: version }
    expect(await filing(alder, 'comment', text)).toBe('comment.answers')
  })
})

const round = {
  asks: {
    step: { id: 'position-2', kind: 'position' as const },
    text: {
      lang: 'en',
      title: 'What to do better',
      clauses: [{ id: '1', text: 'Modems are signed for.' }],
    },
  },
}
const leaning = (of: ActId, leans: 'welcomes' | 'cannot-accept', clause = '1') => ({
  answers: { round: of, clauses: [{ clause, leans }] },
})
const soundings = async (person: PersonClient) =>
  (await person.ask<Desk>('/api/v1/desk')).soundings.map(({ by, step: at }) => [by, at])

describe('soundings', () => {
  test('are asked by one, stand on the desks of the others, and leave them when answered', async () => {
    const { alder, birch, cedar, chair, case: id } = cast
    const asked = await alder.file(id, 'sound', round)
    for (const person of [birch, cedar, chair]) {
      await known(person, asked.id)
      expect(await soundings(person)).toEqual([['XA', 'position-2']])
    }
    expect(await soundings(alder)).toEqual([])
    await birch.file(id, 'sound', leaning(asked.id, 'welcomes'))
    const answer = await cedar.file(id, 'sound', leaning(asked.id, 'welcomes'))
    const again = await cedar.file(id, 'sound', leaning(asked.id, 'cannot-accept'))
    expect(again.id).not.toBe(answer.id)
    expect(await soundings(cedar)).toEqual([])
    for (const person of [alder, birch, cedar, chair]) {
      await known(person, again.id)
      const [seen] = roundsIn((await person.view(id)).acts)
      expect(seen?.clauses[0]?.leanings).toMatchObject([
        { party: 'XB', leans: 'welcomes' },
        { party: 'XC', leans: 'cannot-accept' },
      ])
    }
  })

  test('put no text and open no gate', async () => {
    const view = await cast.alder.view(cast.case)
    expect(step(view, 'position-2')).toBeUndefined()
    expect(versionOf(view, version)?.gate.reasons).toMatchObject([{ code: 'silent', member: 'XC' }])
  })

  test.each([
    ['an answer to no round', () => leaning(unheard, 'welcomes'), 'sounding.unknown'],
    ['an answer to a text', () => leaning(version, 'welcomes'), 'sounding.unknown'],
    ['neither question nor answer', () => ({}), 'act.malformed'],
    [
      'a step that the charter does not have',
      () => ({ asks: { ...round.asks, step: { id: 'term', kind: 'term' } } }),
      'sounding.step',
    ],
  ])('%s is not signed', async (_what, said, code) => {
    expect(await filing(cast.birch, 'sound', said())).toBe(code)
  })

  test('an answer on a clause that was not asked is not signed', async () => {
    const { birch, case: id } = cast
    const [asked] = roundsIn((await birch.view(id)).acts)
    const said = leaning(asked!.id, 'welcomes', '99')
    expect(await filing(birch, 'sound', said)).toBe('sounding.clause')
  })
})

const pointing = {
  title: 'An account of where the material came from',
  objects: [],
  pointers: [
    { sha256: '7e'.repeat(32), level: { scale: 'tlp', version: '2.0', value: 'TLP:RED' } },
  ],
  grade: { scale: 'admiralty', version: '1', value: 'B2' },
  custodian: 'XA',
} as const

describe('evidence that is taken back', () => {
  test('is marked on every node, with the attribution that rests on it', async () => {
    const { alder, birch, cedar, case: id } = cast
    const put = await alder.file(id, 'evidence', pointing as never)
    await known(birch, put.id)
    const word = (scale: string, value: string) => ({ scale, version: '2015', value })
    const attributed = await birch.file(id, 'attribute', {
      level: 'actor',
      whom: 'QUIET GULL',
      likelihood: word('icd-203', 'likely'),
      confidence: word('icd-203-confidence', 'moderate'),
      evidence: [put.id],
    })
    await known(alder, attributed.id)
    const taken = await alder.file(id, 'evidence-withdraw', {
      of: put.id,
      reason: 'It was mislabelled.',
    })
    for (const person of [alder, birch, cedar]) {
      await known(person, taken.id)
      const { state } = await person.view(id)
      expect(state.retracted).toEqual([{ of: put.id, by: taken.id, resting: [attributed.id] }])
      expect(state.evidence).toContain(put.id)
    }
  })

  test('is an act of the party that put it, and of no other', async () => {
    const { birch, alder, case: id } = cast
    const { state } = await birch.view(id)
    const said = { of: state.evidence[0]!, reason: 'So.' }
    expect(await filing(birch, 'evidence-withdraw', said)).toBe('evidence.not-own')
    expect(await filing(alder, 'evidence-withdraw', { ...said, of: version })).toBe(
      'evidence.unknown',
    )
  })
})

const CANARY = 'QUIET-CANARY-7f3a: our source is in the ministry'

describe('what is sealed', () => {
  const made = makeDisclosure(
    { name: 'reasons', value: CANARY, salt: randomBytes(16) },
    crypto.sha256,
  )
  const sealed = [{ name: 'reasons' as const, digest: made.digest }]
  const voices = { union: 'complies', national: 'complies', sealed } as const
  const path = () => `/api/v1/cases/${cast.case}/disclosures`
  const partsAt = async (person: PersonClient) =>
    (await person.ask<SealedView>(path())).sealed.filter(({ digest }) => digest === made.digest)
  let spoken: ActId

  test('is signed only where the words are kept here', async () => {
    const { alder, case: id } = cast
    expect(await filing(alder, 'comply', { on: version, ...voices })).toBe('disclosure.missing')
    const kept = await alder.post<object>(path(), { disclosures: [made.disclosure] })
    expect(kept).toEqual({ digests: [made.digest] })
    spoken = (await alder.file(id, 'comply', { on: version, ...voices })).id
    expect(await partsAt(alder)).toMatchObject([{ act: spoken, value: CANARY }])
  })

  test('is with the others as a digest, and its words in no byte that they have or are served', async () => {
    const { birch, cedar, chair, alder, case: id } = cast
    const forms = formsOf(CANARY).concat(Buffer.from(made.disclosure))
    const holds = (bytes: Buffer) => forms.some((form) => bytes.includes(form))
    for (const person of [birch, cedar, chair]) {
      await known(person, spoken)
      expect(await partsAt(person)).toEqual([
        { act: spoken, party: 'XA', name: 'reasons', digest: made.digest, delivery: 'not-for-us' },
      ])
      expect(holds(Buffer.from(JSON.stringify(await person.view(id))))).toBe(false)
    }
    // Not even Alder’s own node puts it into what it shows of the case, or hands out.
    const view = await alder.view(id)
    const bundle = await alder.ask<{ strands: { entries: string[] }[] }>(
      `/api/v1/cases/${id}/bundle`,
    )
    const entries = bundle.strands.flatMap((strand) =>
      strand.entries.map((entry) => Buffer.from(entry, 'base64')),
    )
    const payloads = view.acts.map(({ payload }) => Buffer.from(payload, 'base64'))
    expect(payloads.some((bytes) => bytes.includes(made.digest))).toBe(true)
    for (const bytes of [Buffer.from(JSON.stringify([view, bundle])), ...entries, ...payloads])
      expect(holds(bytes)).toBe(false)
    for (const party of ['XB', 'XC', 'CO'] as const)
      for (const bytes of filesIn(exercise.nodes[party].data)) expect(holds(bytes)).toBe(false)
    // It is where it should be: the search would find it.
    expect(filesIn(exercise.nodes.XA.data).some(holds)).toBe(true)
  })

  test('proves beside the record, for whoever was handed it, and refuses any other words', async () => {
    const { cedar, case: id } = cast
    const bundle = JSON.stringify(await cedar.ask<object>(`/api/v1/cases/${id}/bundle`))
    const against = { charterId: id, crypto }
    const wordsIn = (disclosures: readonly string[]) =>
      verifyBundle(bundle, { ...against, disclosures })
        .sealed.filter(({ digest }) => digest === made.digest)
        .map(({ value }) => value)
    expect(wordsIn([])).toEqual([undefined])
    expect(wordsIn([made.disclosure])).toEqual([CANARY])
    const other = makeDisclosure(
      { name: 'reasons', value: `${CANARY}.`, salt: randomBytes(16) },
      crypto.sha256,
    )
    expect(() => wordsIn([other.disclosure])).toThrow(
      expect.objectContaining({ code: 'disclosure.stray' }),
    )
  })

  test('is told by the command line, on a machine that has the record and the disclosure only', async () => {
    const { cedar, case: id } = cast
    const [record, handed] = ['record.json', 'handed.json'].map((name) => join(data, '..', name))
    writeFileSync(record!, JSON.stringify(await cedar.ask<object>(`/api/v1/cases/${id}/bundle`)))
    writeFileSync(handed!, JSON.stringify([made.disclosure]))
    const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
    const told = (more: readonly string[]) =>
      spawnSync(
        process.execPath,
        ['--conditions=entente-source', main, 'verify', record!, '--charter', id, ...more],
        { encoding: 'utf8' },
      )
    expect(told([]).stdout).not.toContain(CANARY)
    const { status, stdout } = told(['--disclosures', handed!])
    expect([status, stdout]).toEqual([0, expect.stringContaining(CANARY)])
  })

  test('is opened by two persons of its party, and by no other party', async () => {
    const { alder, birch, case: id } = cast
    const said = { of: spoken, discloses: [made.disclosure] }
    expect(await filing(birch, 'release', said)).toBe('release.nothing-sealed')
    expect(await filing(alder, 'release', said)).toBe('draft.needed')
    const payload = payloadOf(await alder.view(id), alder.party, {
      kind: 'release',
      claimedAt: '2026-11-25T12:00:00Z',
      ...said,
    } as never)
    const drafted = await people.XA.drafter.post<DraftView>('/api/v1/drafts', { case: id, payload })
    const own = await alder.post<DraftView>('/api/v1/drafts', { case: id, payload })
    const signing = (draft: DraftView) =>
      outcomeOf(alder.post(`/api/v1/drafts/${draft.id}/sign`, { act: draft.act }))
    expect(await signing(own)).toBe('draft.needed')
    expect(await signing(drafted)).toBe('filed')
    await known(birch, drafted.act)
    expect(await partsAt(birch)).toMatchObject([{ value: CANARY, openedBy: drafted.act }])
  })

  test.each([
    ['of what is no disclosure', ['AAAA']],
    ['of words that this node does not have', ['']],
  ])('a post %s is refused', async (_what, disclosures) => {
    const { alder } = cast
    expect(await outcomeOf(alder.post(path(), { disclosures }))).toBe('disclosure.malformed')
  })
})

/** Every file below a directory, as it lies there. */
const filesIn = (directory: string): Buffer[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => readFileSync(join(one.parentPath, one.name)))

describe('who may say what beside its voices', () => {
  const verbs: Readonly<Partial<Record<Act['kind'], () => object>>> = {
    note: () => ({ says: 'So.' }),
    sound: () => round,
    comment: () => ({ on: version, clause: '1', says: 'So.' }),
  }
  const cells = Object.entries(verbs).flatMap(([verb, said]) =>
    (['XA', 'CO'] as const).flatMap((party) => ROLES.map((role) => ({ verb, said, party, role }))),
  )

  test.each(cells)('$verb by the $role of $party', async ({ verb, said, party, role }) => {
    const person = people[party][role]
    const { person: me } = await person.ask<Me>('/api/v1/me')
    expect(me?.verbs.includes(verb)).toBe(role === 'signatory' || role === 'deputy')
    const outcome = await filing(person, verb as Act['kind'], said())
    expect(outcome).toBe(role === 'signatory' ? 'filed' : 'person.not-competent')
  })
})
