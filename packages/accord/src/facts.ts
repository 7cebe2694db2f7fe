import { factGrade, isOnScale } from '@entente/lexicon'
import { LawError, parseMeasure, parseView, readFact, type View } from '@entente/law'
import type { Act } from './act.ts'
import type { Assess } from './act/assess.ts'
import type { Charter } from './charter.ts'
import type { Cut, Logged } from './cut.ts'
import type { MeasureTerms } from './document.ts'
import type { ActId, PartyId } from './id.ts'

type MeasureFacts = ReturnType<typeof parseMeasure>

/** What the acts of a cut say of one measure, as the law is given it. */
export type CaseFacts = {
  readonly measure: MeasureFacts
  /** What nations signed of their reading of the law, each nation's in the order in which it signed: old views stay. */
  readonly views: readonly SignedView[]
  /** The latest day to which the text, an assessment or a view on it is stated, or on which one was signed. */
  readonly statedTo: string
  /** Where a nation's assessment says otherwise than its own call or notice; the law is given what it asserts. */
  readonly conflicts: readonly FactConflict[]
}

/** One assessment, and the view that its nation signed with it, if it is one that this edition of the law can read. */
export type SignedView = {
  readonly party: PartyId
  readonly act: ActId
  /** The day on which it was signed, or that of the view if that is later: on no earlier one is it used. */
  readonly on: string
  readonly view?: View
}

/** One fact of one nation, as its call or notice has it and as it asserts it in its assessment. */
export type FactConflict = {
  readonly party: PartyId
  readonly fact: string
  readonly recorded: Recorded
  readonly asserted: Recorded
}

export type Counted = Logged & { readonly act: Act }
type Assessed = { readonly id: ActId; readonly act: Assess }
export type Recorded = {
  readonly value: string | number | boolean
  readonly assertedBy: string
  readonly evidence: readonly string[]
  readonly grade?: string
}

/**
 * The only place where acts become legal facts, so that anyone can compute a memorandum again from
 * an export: the proposer's facts for all, each nation's own over them, and what the calls, notices
 * and reviews on record say by themselves. Undefined where the version puts no measure.
 */
export function measureFacts(charter: Charter, cut: Cut, version: ActId): CaseFacts | undefined {
  const acts = countedIn(cut)
  const filed = acts.find(({ id }) => id === version)
  if (!filed || !('measure' in filed.act) || !filed.act.measure) return undefined
  const { measure: terms, step, text } = filed.act
  const assessments = new Map(
    acts.flatMap(({ id, party, act }) =>
      act.kind === 'assess' && act.on === version ? [[party, { id, act }] as const] : [],
    ),
  )
  const members = charter.parties.filter(({ role }) => role === 'member')
  const measure = parseMeasure({
    id: version,
    title: text.title,
    exercise: charter.exercise,
    asOf: terms.asOf,
    responsible: terms.against,
    facts: { ...proposed(terms, filed), ...reviewed(acts, version) },
    nations: members
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, name }) => ({
        code: id,
        name,
        facts: { ...said(acts, id, step.id), ...own(assessments.get(id)?.act, id) },
      })),
  })
  const conflicts = members.flatMap(({ id }) =>
    conflictsOf(id, said(acts, id, step.id), assessments.get(id)),
  )
  const assessed = acts.filter(isFor(version))
  const views = assessed.map(signedView).toSorted((a, b) => compare(a.party, b.party))
  const days = [...assessed.map(({ act }) => act.asOf), ...views.map(({ on }) => on)]
  return { measure, views, statedTo: latestOf([terms.asOf, ...days]), conflicts }
}

function conflictsOf(
  party: PartyId,
  recorded: Readonly<Record<string, Recorded>>,
  assessed: Assessed | undefined,
): FactConflict[] {
  const asserted = own(assessed?.act, party)
  return Object.entries(recorded).flatMap(([fact, onRecord]) => {
    const said = asserted[fact]
    if (!assessed || !said || said.value === onRecord.value) return []
    return [{ party, fact, recorded: onRecord, asserted: { ...said, evidence: [assessed.id] } }]
  })
}

/** Every act of a cut that counts, strand by strand. */
export const countedIn = (cut: Cut): readonly Counted[] =>
  Object.values(cut).flatMap(({ acts }) => acts.filter(isCounted))

const isCounted = (logged: Logged): logged is Counted =>
  logged.act !== undefined && logged.void === undefined

const isFor =
  (version: ActId) =>
  (one: Counted): one is Counted & { readonly act: Assess } =>
    one.act.kind === 'assess' && one.act.on === version

function signedView({ party, id, act }: Counted & { readonly act: Assess }): SignedView {
  const { view: said } = act
  const read = said !== undefined && isKnown(() => parseView(said)) ? parseView(said) : undefined
  // A nation signs for its own reading: what it says of another's is nobody's view.
  const view = read?.holder.code === party ? read : undefined
  const on = latestOf([act.claimedAt.slice(0, 10), ...(view ? [view.asOf] : [])])
  return { party, act: id, on, ...(view ? { view } : {}) }
}

const latestOf = (days: readonly string[]): string =>
  days.reduce((latest, day) => (day > latest ? day : latest), '')

export const proposed = ({ kind, facts }: MeasureTerms, { party, id }: Counted) => ({
  kind: { value: kind, assertedBy: party, evidence: [id] },
  ...recorded(facts, party),
})

export const own = (assessment: Assess | undefined, party: PartyId) =>
  assessment ? recorded(assessment.facts, party) : {}

function recorded(facts: Assess['facts'], assertedBy: PartyId): Record<string, Recorded> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([id, { value, evidence = [], grade }]) => {
      // A grade of another edition is left out; what it grades was said all the same.
      const isGraded = grade !== undefined && isOnScale(factGrade(grade))
      const fact = { value, assertedBy, evidence, ...(isGraded ? { grade } : {}) }
      return isKnown(() => readFact(id, fact)) ? [[id, fact]] : []
    }),
  )
}

/** Whether this edition of the law can read it: what another edition asks for is left out. */
function isKnown(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch (error) {
    if (error instanceof LawError) return false
    throw error
  }
}

/** What a nation's own call and notice say; the latest of each counts. */
export function said(
  acts: readonly Counted[],
  party: PartyId,
  step: string,
): Record<string, Recorded> {
  const facts: Record<string, Recorded> = {}
  for (const { id, act, party: by } of acts) {
    if (by !== party || !('for' in act) || act.for !== step) continue
    const from = (value: Recorded['value']) => ({ value, assertedBy: party, evidence: [id] })
    if (act.kind === 'call') {
      facts['calledOn'] = from(act.transmittedOn)
      if (act.answer !== undefined) facts['answer'] = from(act.answer)
    } else {
      if (act.notifiedOn !== undefined) facts['notifiedOn'] = from(act.notifiedOn)
      facts['negotiationOffered'] = from(act.offersNegotiation)
    }
  }
  return facts
}

/** What the latest review says of the wrong; of several on one day the last in the order of ids. */
function reviewed(acts: readonly Counted[], version: ActId): Record<string, Recorded> {
  const latest = acts
    .flatMap(({ id, party, act }) =>
      act.kind === 'review' && act.on === version ? [{ id, party, act }] : [],
    )
    .toSorted((a, b) => compare(a.act.reviewedOn, b.act.reviewedOn) || compare(a.id, b.id))
    .at(-1)
  if (!latest) return {}
  const { id, party, act } = latest
  const from = (value: Recorded['value']) => ({ value, assertedBy: party, evidence: [id] })
  return {
    ceased: from(act.ceased),
    reparation: from(act.repaired ? 'full' : 'none'),
    tribunal: from(act.tribunal ? 'can-bind' : 'none'),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
