export { algOf, isSecond, type Alg } from './alg.ts'
export { Act, isOfTwoPersons, KIND_NAMES, KINDS, kindOf, type Kind } from './act.ts'
export type { Comply } from './act/comply.ts'
export { waivesNotice } from './act/assess.ts'
export { MEASURE_LEVELS, NIS2_MEASURES } from './act/self-assessment.ts'
export { LEANINGS } from './act/sound.ts'
export { headingOf, type Part, partsOf, type Section, SECTIONS } from './advisory.ts'
export {
  type Asked,
  caseAssessment,
  type CaseAssessment,
  type LaterView,
  type ViewBasis,
} from './assessment.ts'
export {
  attachmentId,
  AttachmentId,
  MOST_ATTACHMENT_BYTES,
  type Attachments,
} from './attachment.ts'
export { attachedBy, attachedUnderAny } from './attached-by.ts'
export { makeBundle, stateDigest } from './bundle.ts'
export { canonical, parseCanonical } from './canonical.ts'
export {
  casesAbove,
  Charter,
  Custody,
  Head,
  keysFrom,
  olderThan,
  RuleName,
  RULES,
  StepKind,
  type Party,
} from './charter.ts'
export {
  readStrandNote,
  verifyStrandCheckpoint,
  type StrandNote,
  type Times,
} from './checkpoint.ts'
export { isSameRoot, missingCopies, type PartyStrand } from './copies.ts'
export { cutName, cutText, readCutNote } from './cut-note.ts'
export type { Earlier, Result } from './kind.ts'
export type { Attested, Cut, Logged, Strand, Trees } from './cut.ts'
export {
  divergence,
  type ClauseCell,
  type ClauseRow,
  type ClauseWord,
  type Divergence,
  type TextDivergence,
  type WholeWord,
} from './divergence.ts'
export type { QuestionRow, TimingRow } from './divergence-questions.ts'
export type { LawDivergence } from './divergence-law.ts'
export type { Change, Uniting, Unnamed } from './divergence-unite.ts'
export { Clause, MeasureTerms, Text } from './document.ts'
export { AccordError, type AccordErrorCode, type Place } from './error.ts'
export { createEvaluator, evaluate } from './evaluate.ts'
export {
  type MeasureReason,
  type MeasureStage,
  type MeasureState,
  type NationMeasure,
} from './ledger.ts'
export { measureFacts, type CaseFacts, type FactConflict } from './facts.ts'
export { saidBefore, type SaidBefore } from './said-before.ts'
export { awaited } from './gate.ts'
export {
  CASE_STAGES,
  FEW_CASES,
  FIELD_MEDIAN,
  stageActs,
  stageTimes,
  type CaseStage,
  type CaseTimes,
  type StageMedian,
  type StageTimes,
} from './milestone-stages.ts'
export { fewCases, FIELD_WORDS, STAGE_WORDS, STAGES_ABOUT } from './milestone-stage-words.ts'
export { goals, type Goal } from './goals.ts'
export { grantIn, type MandateEnd } from './mandate.ts'
export { filedBy, type Filed } from './filed.ts'
export { ifSaid } from './if-said.ts'
export { isMetWith } from './met-with.ts'
export {
  isReceiptTimely,
  NEXT_CODES,
  nextOf,
  type AwaitingTerms,
  type Looked,
  type Next,
  type NextCode,
} from './next.ts'
export { lapsing, reaffirmation, type Reaffirmation } from './reaffirmation.ts'
export { milestones, type Count, type Milestone } from './milestone.ts'
export type { CaseRecord } from './milestone-case.ts'
export { COUNT_WORDS } from './milestone-words.ts'
export { ID_WORDS, idWords } from './id-words.ts'
export { ActId, CharterId, ClauseId, KeyId, PartyId } from './id.ts'
export {
  authorityKey,
  rootSetHash,
  type AuthorityKey,
  type KeyState,
  type SpentKey,
  type VoidReason,
} from './keys.ts'
export {
  keyIdOf,
  MOST_REQUEST_BYTES,
  openRequest,
  requestId,
  requestMessage,
  requestPayload,
  sealRequest,
  type KeyRequest,
} from './key-request.ts'
export { charterId, parseCharter } from './parse-charter.ts'
export { parseFrame, type CharterFrame } from './frame.ts'
export { makeCertificate, recordKind, type ShownEntry } from './public-certificate.ts'
export { Audience, publicationId, type Publication } from './publication.ts'
export type { Effect } from './kind.ts'
export { comesTo, type ComesTo, type SilenceShown } from './comes-to.ts'
export { boundBy, type Bound } from './bound.ts'
export { deemedOn } from './deemed.ts'
export { isUnnamed, unheardIn, unheardOn } from './unheard.ts'
export { dueIn, type Due, type DueKind } from './due.ts'
export { reservationsOf, type Reservation, type ReservationState } from './reservations.ts'
export { readCut, type StrandReaders } from './read-cut.ts'
export { threadsOn, type Remark, type Thread } from './remarks.ts'
export { createWaiting, type Waiting } from './waiting.ts'
export { whyMeaningless } from './meaning.ts'
export { decisionRule, ruleOf, whyUndecidable } from './rule.ts'
export {
  makeDisclosure,
  sealedPartsOf,
  readDisclosure,
  saltOf,
  SALT_BYTES,
  sealedIn,
  type Disclosure,
  type Sealed,
} from './sealed.ts'
export type { SealedPart } from './sealed-parts.ts'
export { Scaled } from './scale.ts'
export { roundsAwait, roundsIn, type Leaning, type Round, type RoundAwaits } from './soundings.ts'
export {
  ACT_TYPE,
  actId,
  MOST_ENTRY_BYTES,
  openEntry,
  pae,
  seal,
  type ActSigner,
  type Envelope,
} from './sign.ts'
export type {
  MemberVoice,
  Reason,
  ReasonCode,
  Retracted,
  Standing,
  State,
  StepState,
  VersionState,
} from './state.ts'
export { createStrandReader, type StrandReader } from './strand.ts'
export { MEASURE_FIELD_WORDS } from './measure-field-words.ts'
export { verifyFiling, type FilingProof } from './filing-proof.ts'
export { fieldWords, tellAct, valueWords, type Told } from './tell-act.ts'
export {
  cutImprint,
  MOST_TIMESTAMPS,
  timestampImprint,
  type Timestamp,
  type Timestamped,
} from './timestamp.ts'
export {
  verifyBundle,
  type NotProvedCode,
  type ProvedCode,
  type Verified,
  type VerifiedStrand,
} from './verify-bundle.ts'
export {
  verifyCertificate,
  type CertificateNotProvedCode,
  type CertificateProvedCode,
  type Publisher,
  type VerifiedCertificate,
} from './verify-certificate.ts'
export {
  ANSWER_WORDS,
  AUDIENCE_WORDS,
  CAUSE_WORDS,
  CUSTODY_WORDS,
  LEANING_WORDS,
  LEVEL_WORDS,
  MEASURE_KIND_WORDS,
  MEASURE_LEVEL_WORDS,
  OBJECTIVE_WORDS,
} from './value-words.ts'
export { pastEnd } from './past-end.ts'
export { wouldProve } from './would-prove.ts'
export { SPOKEN, SpokenVoice, weaker, type Voice } from './voice.ts'
export { supposedId, whatIf, type Supposed } from './what-if.ts'
export {
  assertAmends,
  takenFrom,
  verifySuccessor,
  type HeldRecord,
  type TakenFrom,
  type VerifiedSuccessor,
} from './successor.ts'
