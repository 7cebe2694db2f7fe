import type { View } from '@entente/law'
import type { Charter, StepKind } from './charter.ts'
import type { Cut } from './cut.ts'
import type { Clause } from './document.ts'
import { lawDivergence, type LawDivergence } from './divergence-law.ts'
import { questionsOf, type QuestionRow } from './divergence-questions.ts'
import { namedBy, saidOn, wantedBy, type Acts, type SaidOn } from './divergence-said.ts'
import { uniting, type Uniting } from './divergence-unite.ts'
import { evaluate } from './evaluate.ts'
import type { ActId, PartyId } from './id.ts'
import type { StepState } from './state.ts'
import type { Voice } from './voice.ts'

/** What one nation says of one clause. */
export type ClauseWord =
  | 'accepts'
  /** It complies but for this clause. */
  | 'excepts'
  /** It reserves beside a weaker voice: kept on record, and excepts nothing. */
  | 'reserves'
  /** It would have the clause otherwise, and does not stop the text for it. */
  | 'amends'
  | 'objects'
  /** It objects to the text for other clauses. */
  | 'objects-elsewhere'
  | Exclude<Voice, 'complies' | 'complies-with-statement' | 'complies-with-reservation' | 'objects'>

export type ClauseCell = {
  readonly says: ClauseWord
  readonly act?: ActId
  /** It objects and names no clause: the whole text is meant. */
  readonly whole?: true
  /** The clause as this nation would have it. */
  readonly proposes?: string
  /** Its reservations on the clause, in its words. */
  readonly because?: readonly string[]
}

/** One clause, nation by nation; a clause that some would add has no text yet. */
export type ClauseRow = {
  readonly clause: string
  readonly text?: string
  readonly differs: boolean
  readonly cells: Readonly<Record<PartyId, ClauseCell>>
}

/** Where the nations differ on one text, and what would bring them together. */
export type TextDivergence = {
  readonly step: string
  readonly kind: StepKind
  readonly version: ActId
  readonly number: number
  readonly clauses: readonly ClauseRow[]
  /** What nations say of the text as a whole: how they understand it, beside or instead of a clause. */
  readonly words: readonly WholeWord[]
  readonly unites: Uniting
}

/** A statement, or an interpretative statement, that excepts nothing. */
export type WholeWord = {
  readonly member: PartyId
  readonly act: ActId
  /** The axis of an interpretative statement. */
  readonly axis?: 'union' | 'national'
  readonly text: string
}

export type Divergence = {
  readonly texts: readonly TextDivergence[]
  readonly laws: readonly LawDivergence[]
  readonly questions: readonly QuestionRow[]
}

/** Where the nations of a case differ, by clause, by rule and by open question: same cut, same answer, on every node. */
export function divergence(charter: Charter, cut: Cut, published: readonly View[]): Divergence {
  const state = evaluate(charter, cut)
  const acts = actsOf(charter, cut)
  return {
    texts: state.steps.flatMap((step) => textDivergence(charter, step, acts)),
    laws: (state.measures ?? []).map((measure) => lawDivergence(charter, cut, measure, published)),
    questions: questionsOf(charter, cut, state.steps),
  }
}

const actsOf = (charter: Charter, cut: Cut): Acts =>
  new Map(
    charter.parties.flatMap(({ id: party }) =>
      (cut[party]?.acts ?? []).flatMap(({ id, act, void: voided }) =>
        act && !voided ? [[id, act] as const] : [],
      ),
    ),
  )

function textDivergence(charter: Charter, step: StepState, acts: Acts): TextDivergence[] {
  const version = step.versions.at(-1)
  const filed = version && acts.get(version.id)
  // What is each nation's own has no text that could unite.
  if (!version || version.rule === 'each-its-own') return []
  if (!filed || !('text' in filed && 'step' in filed)) return []
  const said = saidOn(version, acts)
  return [
    {
      step: step.id,
      kind: step.kind,
      version: version.id,
      number: version.number,
      clauses: rowsOf(filed.text.clauses, said),
      words: said.flatMap(wholeWords),
      unites: uniting({ charter, version, filed, said }),
    },
  ]
}

function wholeWords({ member, voice: { act }, comply }: SaidOn): WholeWord[] {
  if (act === undefined || !comply) return []
  const { statement, reservations = [] } = comply
  return [
    ...(statement === undefined ? [] : [{ member, act, text: statement }]),
    ...reservations.flatMap(({ axis, clause, text }) =>
      clause === undefined ? [{ member, act, axis, text }] : [],
    ),
  ]
}

function rowsOf(clauses: readonly Clause[], said: readonly SaidOn[]): ClauseRow[] {
  const known = new Set<string>(clauses.map(({ id }) => id))
  const added = [...new Set(said.flatMap((one) => [...namedBy(one)]))].filter(
    (clause) => !known.has(clause),
  )
  return [
    ...clauses.map(({ id, text }) => ({ text, ...rowOf(id, said) })),
    ...added.map((clause) =>
      rowOf(
        clause,
        said.filter((one) => namedBy(one).has(clause)),
      ),
    ),
  ]
}

function rowOf(clause: string, said: readonly SaidOn[]): ClauseRow {
  const cells = said.map((one) => [one.member, cellOf(clause, one)] as const)
  const [first] = cells
  return {
    clause,
    differs: cells.some(([, { says }]) => says !== first?.[1].says),
    cells: Object.fromEntries(cells) as ClauseRow['cells'],
  }
}

function cellOf(clause: string, said: SaidOn): ClauseCell {
  const { voice, comply } = said
  const proposes = comply?.amendment?.find(({ id }) => id === clause)?.text
  const because = (comply?.reservations ?? []).flatMap((one) =>
    one.clause === clause ? [one.text] : [],
  )
  const named = namedBy(said)
  return {
    says: wordOn(clause, said),
    ...(voice.act === undefined ? {} : { act: voice.act }),
    ...(voice.effective === 'objects' && named.size === 0 ? { whole: true as const } : {}),
    ...(proposes === undefined ? {} : { proposes }),
    ...(because.length === 0 ? {} : { because }),
  }
}

function wordOn(clause: string, said: SaidOn): ClauseWord {
  const { voice, comply } = said
  const [named, wanted] = [namedBy(said), wantedBy(said)]
  const amends = comply?.amendment?.some(({ id }) => id === clause) ?? false
  const beside = (otherwise: ClauseWord): ClauseWord =>
    amends ? 'amends' : named.has(clause) ? 'reserves' : otherwise
  switch (voice.effective) {
    case 'objects':
      return wanted.size === 0 || wanted.has(clause) ? 'objects' : beside('objects-elsewhere')
    case 'complies-with-reservation':
      return voice.excepts?.includes(clause) ? 'excepts' : beside('accepts')
    case 'complies':
    case 'complies-with-statement':
      return beside('accepts')
    case 'abstains':
    case 'abstains-constructively':
    case 'awaits-instructions':
    case 'withdrawn':
    case 'silent':
      return beside(voice.effective)
  }
}
