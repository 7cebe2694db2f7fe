import { NORMS } from './countermeasure.ts'
import { participantsDecide } from './procedure/participants.ts'
import { SILENCE_MODELS } from './procedure/silence.ts'
import type { Source } from './source.ts'
import { qualifiedMajority } from './teu/art-16.ts'
import { constructiveAbstention, unanimity, vitalReasons } from './teu/art-31.ts'

export { argumentLines, argumentOf, saidBy, type Claim } from './argument.ts'
export { askedOf, type AskedFact, type RefusedObject, refusedObject } from './asked.ts'
export { assess, type Assessment, type Column } from './assess.ts'
export { type Edition, editionNamed, LAW_BASE, LAW_EDITION } from './base.ts'
export { getNorm, RULES } from './countermeasure.ts'
export { LawError } from './error.ts'
export {
  type Fact,
  FACT_GROUPS,
  type FactGroup,
  type FactId,
  getFact,
  isFactId,
  isRestricted,
  RESTRICTED,
} from './fact.ts'
export { authorityIn } from './authority.ts'
export type { Value } from './finding.ts'
export { heldSides, readAtLine } from './held.ts'
export { compareForms, type Form, FORMS, type Route, routes } from './forms.ts'
export { lawDay, type MeasureFacts, parseMeasure, readFact, type RecordedFacts } from './measure.ts'
export { changeLines, type ChangeSet, changeSets, changesTold } from './memorandum/changes.ts'
export { letterOf, surenessOf } from './marks.ts'
export { isKept, keptIn, keptWord } from './memorandum/kept.ts'
export { memorandum } from './memorandum.ts'
export type { CaseNotes, SaidVoices } from './memorandum/case-notes.ts'
export { atAddresses, type Block, type Document, named } from './memorandum/document.ts'
export { type Drafted, type DraftedStatement, draftedFor } from './memorandum/draft-texts.ts'
export { toHtml } from './memorandum/html.ts'
export { toMarkdown } from './memorandum/markdown.ts'
export { ISSUE_WORDS, READING_WORDS } from './memorandum/reading-words.ts'
export { VALUE_WORDS } from './memorandum/words.ts'
export { answersOn, type OptionAnswer, OPTIONS } from './options/catalogue.ts'
export {
  OPTION_KINDS,
  type OnRecordNeed,
  type Option,
  type OptionKind,
  type Precondition,
} from './options/option.ts'
export { nextQuestions } from './other-answers.ts'
export type { Precedent } from './precedents/precedent.ts'
export { PRECEDENTS, precedentsOf } from './precedents/precedents.ts'
export { ON_RECORD_WORDS, onRecordIn, onRecordLine } from './on-record.ts'
export { isDay } from './parse.ts'
export { parseView } from './parse-view.ts'
export { type Breaks, SILENCE_MODELS, type SilenceModel } from './procedure/silence.ts'
export { disputesAbout, type Rule } from './rule.ts'
export { partsOf, type Text, textOf } from './text.ts'
export { inMarks, saidAs, WHOSE_WORDS, type Words, wordsOf } from './said.ts'
export { countsInWords, sanctionsDocument } from './sanctions/document.ts'
export { type Criterion, type SanctionsTest, sanctionsTest } from './sanctions/form.ts'
export { type DraftedReasons, draftedReasons } from './sanctions/reasons.ts'
export { RESULT_WORDS } from './sanctions/words.ts'
export type { Source } from './source.ts'
export { findTraced, isAsked, keepFrom, type Trace } from './trace.ts'
export { type Elector, isMajorityOfMembers, isMajorityOfPopulation } from './teu/art-16.ts'
export { type Abstainer, isBlockedByAbstention } from './teu/art-31.ts'
export {
  blankView,
  holderName,
  type Issue,
  ISSUES,
  type Later,
  type OnRecord,
  type Reading,
  type View,
} from './view.ts'
export { latestOn, laterIn, viewOn } from './view-on.ts'
export { VIEWS } from './views/views.ts'
export { NOTES, WEIGHED, type Weighing, weighingOf } from './weighed.ts'

/** Every provision that the product cites, in the order of the instruments. */
export const SOURCES: readonly Source[] = [
  qualifiedMajority,
  unanimity,
  constructiveAbstention,
  vitalReasons,
  ...Object.values(SILENCE_MODELS).map(({ source }) => source),
  participantsDecide,
  ...new Map(NORMS.map(({ source }) => [source.id, source])).values(),
]

const BY_ID: ReadonlyMap<string, Source> = new Map(SOURCES.map((each) => [each.id, each]))

/** The provision behind a reason; undefined where a rule is our own (`none`). */
export const findSource = (id: string): Source | undefined => BY_ID.get(id)
