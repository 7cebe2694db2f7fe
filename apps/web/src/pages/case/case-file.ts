import {
  filedBy,
  type Act,
  type ActId,
  type MemberVoice,
  type PartyId,
  type RuleName,
  type StepKind,
  type StepState,
  type Text,
  type VersionState,
} from '@entente/accord'
import type { ActView, CaseView, Me } from '../../../../node/src/api.ts'

/** The path of a case, in the order in which it is walked. */
const PATH: readonly StepKind[] = [
  'charter',
  'term',
  'situation',
  'attribution',
  'position',
  'measure',
  'advisory',
  'termination',
  'lessons',
]

/** One step of the path: with a document, or still without one. */
export type Step = {
  readonly id: string
  readonly kind: StepKind
  readonly rule: RuleName | undefined
  readonly versions: readonly VersionState[]
}

/** One case as its pages read it: names, texts and acts found by what refers to them. */
export type CaseFile = {
  readonly view: CaseView
  readonly us: PartyId
  readonly chair: boolean
  readonly verbs: readonly string[]
  /** Whether this person may have such an act signed; or writes it, where others of its nation sign. */
  readonly may: (verb: string) => boolean
  readonly members: CaseView['charter']['parties']
  readonly steps: readonly Step[]
  readonly nameOf: (party: string) => string
  readonly actOf: (id: string | undefined) => ActView | undefined
  readonly textOf: (version: string) => Text | undefined
}

/** Indexes one answer of the node. */
export function readCase(view: CaseView, me: Me): CaseFile {
  const names = new Map<string, string>(view.charter.parties.map(({ id, name }) => [id, name]))
  const acts = new Map<string, ActView>(view.acts.map((act) => [act.id, act]))
  return {
    view,
    us: me.node.party,
    chair: view.charter.chair === me.node.party,
    verbs: me.person?.verbs ?? [],
    may: (verb) => mayWrite(me.person, verb),
    members: view.charter.parties.filter(({ role }) => role === 'member'),
    steps: stepsOf(view),
    nameOf: (party) => names.get(party) ?? party,
    actOf: (id) => (id === undefined ? undefined : acts.get(id)),
    textOf: (version) => filedBy(acts.get(version)?.act)?.text,
  }
}

/** A role that never signs has no verbs of its own: what it writes, another signs. */
const mayWrite = (person: Me['person'], verb: string): boolean =>
  person !== undefined &&
  (person.verbs.includes(verb) || (person.powers.signs === 'never' && person.powers.drafts))

function stepsOf({ charter, state }: CaseView): Step[] {
  const put: Step[] = state.steps.map((step) => ({
    id: step.id,
    kind: step.kind,
    rule: step.versions.at(-1)?.rule ?? charter.steps[step.kind]?.rule,
    versions: step.versions,
  }))
  const kinds = new Set(state.steps.map(({ kind }) => kind))
  const unput: Step[] = PATH.filter((kind) => charter.steps[kind] && !kinds.has(kind)).map(
    (kind) => ({ id: kind, kind, rule: charter.steps[kind]?.rule, versions: [] }),
  )
  return [...put, ...unput].toSorted((a, b) => PATH.indexOf(a.kind) - PATH.indexOf(b.kind))
}

type Chosen = { readonly step: Step | undefined; readonly version: VersionState | undefined }

/** What an address asks for; without wishes the last step that has a document, at its last version. */
export function choose(
  { steps }: CaseFile,
  wanted: { readonly step?: string; readonly version?: string },
): Chosen {
  const isWanted = ({ id, number }: VersionState) =>
    id === wanted.version || String(number) === wanted.version
  const named = steps.find(({ id }) => id === wanted.step)
  const step =
    named ??
    steps.find(({ versions }) => versions.some(({ id }) => id === wanted.version)) ??
    steps.findLast(({ versions }) => versions.length > 0) ??
    steps[0]
  return { step, version: step?.versions.find(isWanted) ?? step?.versions.at(-1) }
}

/** The version that the step's word in the path and in the matrix is about. */
export const lastOf = ({ versions }: StepState | Step) => versions.at(-1)

/** How a version is looked at: by this clock, by what the node's trees and clock show of it, and by days that members named. */
export function lookedAt(file: CaseFile, { id, voices }: VersionState, now: number) {
  const { silences, pastEnd, endings } = file.view
  const expected = Object.entries(voices).flatMap(([party, voice]) => {
    const at = expectedOf(file, voice)
    return at === undefined ? [] : [[party, at] as const]
  })
  return {
    now,
    silence: silences[id],
    pastEnd: pastEnd[id],
    ending: endings[id],
    expected: Object.fromEntries(expected),
    ...minimumOf(file, id),
  }
}

/** How many a version that names its participants needs at the least, where it says so. */
export const minimumOf = (file: CaseFile, id: ActId) => ({
  minimum: filedBy(file.actOf(id)?.act)?.minimum,
})

/** Whose voice is past its end by the node's clock, which nobody has certified yet. */
export const pastEndOn = ({ pastEnd }: CaseView, { id, voices }: VersionState) =>
  (Object.entries(pastEnd[id]?.voices ?? {}) as [PartyId, MemberVoice][]).flatMap(
    ([party, { ranOut }]) => (ranOut && !voices[party]?.ranOut ? [party] : []),
  )

/** A nation's latest attributions that count, oldest first. */
export const attributionsBy = ({ view }: CaseFile, party: string) =>
  view.acts.flatMap(({ id, act, void: voided, final }) =>
    act?.kind === 'attribute' && act.party === party && !voided ? [{ id, act, final }] : [],
  )

/** The comply act behind a member's voices; undefined while it is silent. */
export function complyOf(file: CaseFile, voice: MemberVoice | undefined) {
  const act = file.actOf(voice?.act)?.act
  return act?.kind === 'comply' ? act : undefined
}

/** Until when a member expects the instructions that it awaits, in seconds, where it said so. */
export const expectedOf = (file: CaseFile, voice: MemberVoice | undefined) =>
  voice?.effective === 'awaits-instructions' || voice?.effective === 'objects'
    ? complyOf(file, voice)?.expectedAt
    : undefined

/** That an act was taken back, by which, and what rests on it; undefined where it stands. */
export const retractedOf = ({ view }: Pick<CaseFile, 'view'>, id: string) =>
  view.state.retracted?.find(({ of }) => of === id)

/** What was taken back of that on which an act rests. */
export const lostUnder = ({ view }: CaseFile, id: string) =>
  (view.state.retracted ?? []).filter(({ resting }) => resting.some((one) => one === id))

/** A short name for an act, as strands count them: `xc·14`. */
export const shortAct = ({ party, index }: Pick<ActView, 'party' | 'index'>) =>
  `${party.toLowerCase()}·${index}`

export const anchorOf = ({ party, index }: Pick<ActView, 'party' | 'index'>) =>
  `act-${party.toLowerCase()}-${index}`

/** The beginning and the end of a hash; the whole of it is in its title. */
export const shortHash = (hash: string) => {
  const hex = hash.replace(/^sha256:/, '')
  return `${hex.slice(0, 4)}…${hex.slice(-4)}`
}

/** Whether this voice binds its nation, so that it can be withdrawn. */
export const isBound = (voice: MemberVoice | undefined) =>
  voice !== undefined &&
  (voice.effective === 'complies' ||
    voice.effective === 'complies-with-statement' ||
    voice.effective === 'complies-with-reservation' ||
    voice.effective === 'abstains')

/** Whether this node's party files the versions of such a step. */
export const isAuthor = ({ view: { charter }, us }: CaseFile, kind: StepKind) =>
  (charter.steps[kind]?.by ?? charter.chair) === us

/** Whether this person may have its nation attribute: a member's own word, which nobody else has here. */
export const mayAttribute = ({ members, us, may }: CaseFile) =>
  may('attribute') && members.some(({ id }) => id === us)

export type ComplyAct = Extract<Act, { kind: 'comply' }>
export type AttributeAct = Extract<Act, { kind: 'attribute' }>
