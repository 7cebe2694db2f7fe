import type { Act } from '../src/act.ts'
import type { Charter, RuleName, StepKind } from '../src/charter.ts'
import type { Attested, Cut, Logged, Trees } from '../src/cut.ts'
import { evaluate } from '../src/evaluate.ts'
import type { ActId, CharterId, PartyId } from '../src/id.ts'
import type { Sizes, Unmandated } from '../src/matter.ts'
import type { VersionState } from '../src/state.ts'
import type { Result } from '../src/kind.ts'
import type { SpokenVoice } from '../src/voice.ts'

/** Cases for the tests of the decision: acts are taken as verified, ids as given by their place. */

export const party = (id: string) => id as PartyId
export const WITNESSES = ['alder', 'birch', 'cedar', 'office'] as const
export const CASE = `sha256:${'c'.repeat(64)}` as CharterId

/** The id of the act at a place: whoever refers to an act can say so before it is there. */
export const at = (by: string, index: number): ActId => {
  const letters = Array.from(by, (letter) => letter.charCodeAt(0).toString(16)).join('')
  return `sha256:${letters}${index.toString(16).padStart(64 - letters.length, '0')}` as ActId
}

export type Rules = {
  readonly members?: Readonly<Record<string, number>>
  readonly chair?: string
  readonly cure?: number
  readonly quorum?: number
  readonly period?: number
  readonly minimum?: number
  readonly blocking?: number
  readonly doubleThirdUnderMajority?: boolean
  readonly steps?: Partial<Record<StepKind, { rule: RuleName; by?: string; model?: string }>>
}

export function charterOf({
  members = { XA: 40, XB: 35, XC: 25 },
  chair = 'CO',
  cure = 20,
  quorum = 3,
  steps = { position: { rule: 'express-unanimity' }, attribution: { rule: 'each-its-own' } },
  ...numbers
}: Rules = {}): Charter {
  const declare = (id: string, population?: number) => ({
    id: party(id),
    name: id,
    role: population === undefined ? ('organisation' as const) : ('member' as const),
    origin: `case/${id.toLowerCase()}`,
    log: '',
    root: [{ keyid: `${id}-root`, alg: 'ed25519' as const, pub: 'AAAA' }],
    threshold: 1,
    ...(population !== undefined && { population }),
  })
  return {
    id: CASE,
    v: 1,
    rules: 'entente-rules/1',
    title: 'An exercise among invented nations',
    exercise: true,
    tlp: 'TLP:GREEN',
    chair: party(chair),
    parties: [
      ...Object.entries(members).map(([id, population]) => declare(id, population)),
      declare('CO'),
    ],
    witnesses: WITNESSES.map((name) => ({ vkey: `${name}+00000000+BAAA` })),
    quorum,
    grace: 5,
    notice: 10,
    cure,
    ...numbers,
    steps: steps as Charter['steps'],
  }
}

/** An act without what says whose it is. */
export type Drafted = {
  readonly act: Record<string, unknown>
  readonly trees?: Trees
  readonly unmandated?: Unmandated
}

const TEXT = {
  lang: 'en',
  title: 'Position',
  clauses: [
    { id: '1', text: 'The modems were wiped on purpose.' },
    { id: '2', text: 'Those responsible stop.' },
  ],
}

const step = (id: string, kind: StepKind) => ({ id, kind })

type Put = {
  readonly expiry?: number
  readonly names?: readonly string[]
  readonly minimum?: number
}

export const propose = (id = 'position', kind: StepKind = 'position', put: Put = {}): Drafted => ({
  act: { kind: 'propose', step: step(id, kind), text: TEXT, ...put },
})

export const amend = (
  replaces: ActId,
  id = 'position',
  kind: StepKind = 'position',
  put: Put = {},
): Drafted => ({
  act: { kind: 'amend', replaces, step: step(id, kind), text: TEXT, ...put },
})

type Further = {
  readonly until?: number | undefined
  readonly clause?: string | null | undefined
  readonly vital?: boolean | undefined
  readonly amends?: boolean | undefined
}

/** Both voices on a version; a reservation is on each axis that reserves, without a clause for null. */
export function comply(
  on: ActId,
  union: SpokenVoice = 'complies',
  national: SpokenVoice = union,
  { until, clause = '1', vital = false, amends = false }: Further = {},
): Drafted {
  const said = [union, national]
  const reservations = (['union', 'national'] as const)
    .filter((_, axis) => said[axis] === 'complies-with-reservation')
    .map((axis) => ({ axis, text: 'Not this.', ...(clause !== null && { clause }) }))
  return {
    act: {
      kind: 'comply',
      on,
      union,
      national,
      ...(said.some((v) => v === 'complies-with-statement' || v === 'abstains-constructively') && {
        statement: 'It is not obliged to apply it, and does not act against it.',
      }),
      ...(reservations.length > 0 && { reservations }),
      ...(until !== undefined && { until }),
      ...(vital && { vital }),
      ...(amends && { amendment: [{ id: '1', text: 'Otherwise.' }] }),
    },
  }
}

export const receipt = (of: ActId): Drafted => ({ act: { kind: 'receipt', of } })
export const extend = (on: ActId, until: number): Drafted => ({
  act: { kind: 'extend', on, until },
})
export const reaffirm = (on: ActId, window = 1): Drafted => ({
  act: { kind: 'reaffirm', on, window },
})

export const withdraw = (on: ActId): Drafted => ({ act: { kind: 'withdraw', on } })

export const record = (kind: 'evidence' | 'attribute'): Drafted => ({
  act:
    kind === 'evidence'
      ? {
          kind,
          title: 'Overwritten flash',
          objects: [
            { id: 'malware--0ac2a2d6-0d5b-4d5e-8f4b-0f0f6ee4a111', sha256: '0'.repeat(64) },
          ],
          grade: { scale: 'admiralty', version: '1', value: 'B2' },
          custodian: 'XA',
        }
      : {
          kind,
          level: 'actor',
          whom: 'QUIET GULL',
          likelihood: { scale: 'icd-203', version: '2015', value: 'likely' },
          confidence: { scale: 'icd-203-confidence', version: '2015', value: 'moderate' },
          evidence: [],
        },
})

/** Every witness cosigned at each of these instants. */
export const cosigned = (...times: number[]): Attested['times'] =>
  times.flatMap((time) => WITNESSES.map((name) => [name, time] as const))

type Times = Readonly<Record<string, Attested['times'] | number | readonly number[]>>
type Smaller = Readonly<Record<string, readonly [size: number, times: Attested['times'] | number]>>
type More = {
  readonly early?: Smaller
  readonly breaks?: Smaller
  readonly of?: ActId
  readonly window?: number
}

const smaller = (trees: Smaller): Trees['since'] =>
  Object.fromEntries(
    Object.entries(trees).map(([id, [size, times]]) => [id, { size, times: timesOf(times) }]),
  )

const timesOf = (times: Times[string]): Attested['times'] =>
  typeof times === 'number'
    ? cosigned(times)
    : times.flatMap((one) => (typeof one === 'number' ? cosigned(one) : [one]))

/** A certificate that cites a cut; parties it does not mention are cited at size 0. */
export function declare(
  ...[result, on, sizes, closings = {}, since = {}, { early = {}, breaks = {}, ...more } = {}]: [
    result: Result,
    on: ActId,
    sizes: Readonly<Record<string, number>>,
    closings?: Times,
    since?: Smaller,
    more?: More,
  ]
): Drafted {
  const head = (size: number) => ({ size, root: '' })
  return {
    act: {
      kind: 'declare',
      on,
      result,
      cut: Object.fromEntries(Object.entries(sizes).map(([id, size]) => [id, head(size)])),
      closings: {},
      ...more,
    },
    trees: {
      closings: Object.fromEntries(
        Object.entries(closings).map(([id, times]) => [
          id,
          { size: sizes[id] ?? 0, times: timesOf(times) },
        ]),
      ) as Trees['closings'],
      early: smaller(early),
      breaks: smaller(breaks),
      since: smaller(since),
    },
  }
}

/** Signed under a mandate that a certificate ends, which is the act of a party at a place. */
export const after = (drafted: Drafted, by: string, index: number): Drafted => ({
  ...drafted,
  unmandated: [[{ by: party(by), at: index, cited: { CO: 0, XA: 0, XB: 0, XC: 0 } as Sizes }]],
})

export type Strands = Readonly<Record<string, readonly Drafted[]>>

/** The cut that holds these acts whole. */
export function cutOf(charter: Charter, strands: Strands): Cut {
  const everyone = charter.parties.map(({ id }) => id)
  const logged =
    (by: PartyId) =>
    ({ act, trees, unmandated }: Drafted, index: number) =>
      ({
        id: at(by, index),
        party: by,
        index,
        keyids: [`${by}-mfa-1`],
        act: {
          v: 1,
          charter: charter.id,
          party: by,
          claimedAt: '2026-11-24T14:05:00Z',
          ...act,
          ...(act['kind'] === 'declare' && {
            cut: {
              ...Object.fromEntries(everyone.map((id) => [id, { size: 0, root: '' }])),
              ...(act['cut'] as object),
            },
          }),
        } as unknown as Act,
        ...(trees && { trees }),
        ...(unmandated && { unmandated }),
      }) satisfies Logged
  return Object.fromEntries(
    everyone.map((id) => {
      const acts = (strands[id] ?? []).map(logged(id))
      return [id, { party: id, root: rootOf(id, acts.length), acts }]
    }),
  ) as Cut
}

const rootOf = (id: string, size: number) => `${id}/${size}`

/** The same strands up to these sizes. */
export const cutTo = (cut: Cut, sizes: Readonly<Record<string, number>>): Cut =>
  Object.fromEntries(
    Object.entries(cut).map(([id, { party: by, acts }]) => {
      const first = acts.slice(0, sizes[id] ?? 0)
      return [id, { party: by, root: rootOf(id, first.length), acts: first }]
    }),
  ) as Cut

export const sizesOf = (cut: Cut): Record<PartyId, number> =>
  Object.fromEntries(Object.entries(cut).map(([id, { acts }]) => [id, acts.length]))

export const versionsOf = (charter: Charter, cut: Cut): readonly VersionState[] =>
  evaluate(charter, cut).steps.flatMap(({ versions }) => versions)

/** What a version is worth once these acts are in their strands. */
export function judge(charter: Charter, strands: Strands, id: ActId): VersionState {
  const found = versionsOf(charter, cutOf(charter, strands)).find((version) => version.id === id)
  if (!found) throw new TypeError(`expected version ${id} in the case, got none`)
  return found
}
