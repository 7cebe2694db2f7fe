import {
  type Act,
  canonical,
  caseAssessment,
  supposedId,
  type ActId,
  type Cut,
  type Logged,
  type PartyId,
} from '@entente/accord'
import { getFact, LAW_BASE, nextQuestions, VIEWS, type View } from '@entente/law'
import type { CaseFile } from '../federation/index.ts'
import { Refusal } from '../platform/http/problem.ts'
import { readAct } from '../positions/read-act.ts'
import { latestOn, subjectOf } from '../positions/subject.ts'
import type { AssessmentDraft } from './api.ts'
import { assessOf } from './assessed.ts'
import { conclusionView, disputeViews, getMeasure } from './assessment.ts'

/** What a nation says so far; the adviser's word comes last. */
export type Interview = {
  readonly facts: Readonly<Record<string, unknown>>
  /** Facts that the engine of this node is given and that are in no act. */
  readonly atHome?: Readonly<Record<string, unknown>> | undefined
  /** The field `sealed` of the act: the digest of the facts that stay at home. */
  readonly sealed?: readonly unknown[] | undefined
  readonly view?: Readonly<Record<string, unknown>> | undefined
  readonly asOf?: string | undefined
  readonly word?: string | undefined
  /** The adviser holds otherwise than an answer by which the conditions are not met. */
  readonly differs?: boolean | undefined
}

export type Drafting = {
  readonly party: PartyId
  /** This node's own nation's view, where one is kept here. */
  readonly kept: View | undefined
  readonly claimedAt: string
}

/** The word that stands in an act which nobody has seen yet. */
const UNSAID = 'not said yet'

/**
 * What the engine answers now if this nation signed this, which questions can still change the
 * answer, and the act as it could be signed. Nothing is filed.
 */
export function draftAssessment(
  file: CaseFile,
  step: string,
  { facts, atHome = {}, sealed, view, asOf, word, differs }: Interview,
  { party, kept, claimedAt }: Drafting,
): AssessmentDraft {
  const { version, nations } = getMeasure(file, step)
  if (!nations[party])
    throw new Refusal(403, 'voice.none', `expected a member to assess a measure, got ${party}`)
  const own = view ?? kept
  const found = supposeAssessed(file, version, {
    party,
    claimedAt,
    facts: { ...facts, ...atHome },
    ...(own === undefined ? {} : { view: own }),
    asOf: asOf ?? claimedAt.slice(0, 10),
    word,
  })
  if (!found)
    throw new Refusal(
      409,
      'measure.without-terms',
      `expected a text with the terms of a measure, got ${version} without`,
    )
  const { said, supposed } = found
  const { conclusion } = found.column
  const prev = latestOn(file.logged(party), subjectOf(supposed)!)
  const staying = Object.keys(atHome)
  if (word !== undefined && staying.length > 0 && !sealed)
    throw new Refusal(
      422,
      'act.malformed',
      `expected the digest of what stays at home in sealed, got none for ${staying.join(', ')}`,
    )
  const signable = {
    ...said,
    facts: Object.fromEntries(Object.entries(facts).filter(([id]) => !staying.includes(id))),
    ...(sealed && staying.length > 0 ? { sealed } : {}),
    ...(prev === undefined ? {} : { prev }),
    outcome: conclusion.value,
    ...(differs && conclusion.value === 'not-satisfied' ? { differs } : {}),
  }
  return {
    conclusion: conclusionView(conclusion),
    questions: nextQuestions(found.column).map((id) => ({ id, ...getFact(id) })),
    disputes: disputeViews(found.assessment).filter(({ decisiveFor }) =>
      decisiveFor.includes(party),
    ),
    lawBase: LAW_BASE,
    view: view ? 'given' : kept ? 'kept' : 'none',
    ...(word === undefined ? {} : { payload: canonical(signable) }),
  }
}

/** Whether nothing was assessed by this party on the text since it was last answered. */
export function isUnfinished(
  file: CaseFile,
  step: string,
  { party, at }: { readonly party: PartyId; readonly at: string },
): boolean {
  const { version } = getMeasure(file, step)
  return !file
    .logged(party)
    .some(({ act }) => act?.kind === 'assess' && act.on === version && act.claimedAt >= at)
}

type Supposing = Pick<Drafting, 'party' | 'claimedAt'> & {
  readonly facts: Readonly<Record<string, unknown>>
  readonly view?: View | Readonly<Record<string, unknown>>
  readonly asOf: string
  readonly word?: string | undefined
}

/** This nation's column if it assessed so; undefined where the version is no measure. */
export function supposeAssessed(
  file: CaseFile,
  version: ActId,
  { party, claimedAt, facts, view, asOf, word }: Supposing,
) {
  const base = { v: 1, charter: file.charter.id, party, kind: 'assess', claimedAt, on: version }
  const said = {
    ...base,
    asOf,
    lawBase: LAW_BASE,
    ...(view === undefined ? {} : { view }),
    facts,
    outcome: 'unknown',
    word: word ?? UNSAID,
  }
  const supposed = readAct(said)
  const cut = withAct(file.cut(), party, supposed)
  const previous = assessOf(file, version)?.assessment
  const found = caseAssessment(file.charter, cut, { version, published: VIEWS, previous })
  const column = found?.assessment.columns.find(({ holder }) => holder.code === party)
  return found && column ? { said, supposed, column, assessment: found.assessment } : undefined
}

/** The cut as it would be with one more act of this party, which nobody signed. */
function withAct(cut: Cut, party: PartyId, act: Act): Cut {
  const strand = cut[party] ?? { party, root: '', acts: [] }
  const id: ActId = supposedId(0)
  const logged: Logged = { id, party, index: strand.acts.length, act, keyids: [] }
  return { ...cut, [party]: { ...strand, root: '', acts: [...strand.acts, logged] } }
}
