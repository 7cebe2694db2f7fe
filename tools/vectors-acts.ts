import { toBase64 } from '@entente/log'
import { accuseCases, disavowCases, watch, watching } from './vectors-acts-alarm.ts'
import {
  afterRevocation,
  committedBytes,
  keysRevokeCases,
  keysRootCases,
} from './vectors-acts-keys.ts'
import {
  keysAddCases,
  attributeCases,
  evidenceCases,
  evidenceWithdrawCases,
} from './vectors-acts-records.ts'
import {
  afterLeaving,
  charterAmendCases,
  joinCases,
  leaveCases,
  revokedAfterLeaving,
} from './vectors-acts-membership.ts'
import { extendCases, reaffirmCases } from './vectors-acts-times.ts'
import { amendCases, proposeCases, withdrawCases } from './vectors-acts-texts.ts'
import {
  commentCases,
  noteCases,
  objectiveCases,
  releaseCases,
  soundCases,
} from './vectors-acts-exchange.ts'
import { complyCases } from './vectors-acts-comply.ts'
import { custodyCases, demandingBytes } from './vectors-acts-custody.ts'
import { publicCases } from './vectors-acts-public-case.ts'
import { publicBytes } from './vectors-public.ts'
import { belowBytes, copyCases, rootCases } from './vectors-acts-roots.ts'
import { secondBytes, secondCases, secondGivenCases } from './vectors-acts-second.ts'
import { declareCases, entryCases } from './vectors-acts-entries.ts'
import {
  assessCases,
  callCases,
  noticeCases,
  reportCases,
  reviewCases,
  startCases,
  suspendCases,
  terminateCases,
} from './vectors-acts-measures.ts'
import {
  incidentReportCases,
  selfAssessmentCases,
  sightingCases,
  publishCases,
  recallCases,
  receiptCases,
} from './vectors-acts-public.ts'
import { entryNumbers } from './vectors-entry-numbers.ts'
import { example, type Case, type Examples } from './vectors-example.ts'

const NOT_COMPETENT = 'act.not-competent'

/** The first example of a kind, signed by a key whose mandate does not have its verb; none where the kind has such examples of its own. */
function withoutTheVerb(kind: string, cases: readonly Case[]): readonly Case[] {
  const [first] = cases
  if (!first || cases.some((one) => one.void === NOT_COMPETENT)) return []
  const why = 'The key is in force and signed; what it says is not in its mandate.'
  const one = { ...first, name: 'by a key without the verb', why, void: NOT_COMPETENT }
  // The narrow key of the other examples may put evidence, and nothing else.
  if (kind === 'evidence') return [{ ...one, by: watch(), at: watching() }]
  return [{ ...one, by: 'narrow key' }]
}

/** Examples of what is asked of entries of any kind. */
const OF_ANY_KIND = new Set([
  'entry',
  'custody',
  'public',
  'second',
  'second-given',
  'root',
  'copy',
])

/** Good and bad examples of every kind, and of what is no act of any kind. */
export function actExamples(): readonly Examples[] {
  const cases: Readonly<Record<string, readonly Case[]>> = {
    'keys-add': keysAddCases,
    'keys-revoke': [...keysRevokeCases, ...afterRevocation, ...revokedAfterLeaving],
    'keys-root': keysRootCases,
    disavow: disavowCases,
    accuse: accuseCases,
    evidence: evidenceCases,
    'evidence-withdraw': evidenceWithdrawCases,
    join: joinCases,
    leave: leaveCases,
    'charter-amend': charterAmendCases,
    attribute: [...attributeCases, ...afterLeaving],
    objective: objectiveCases,
    note: noteCases,
    sound: soundCases,
    comment: commentCases,
    propose: proposeCases,
    amend: amendCases,
    comply: complyCases,
    withdraw: withdrawCases,
    extend: extendCases,
    reaffirm: reaffirmCases,
    declare: declareCases,
    assess: assessCases,
    call: callCases,
    notice: noticeCases,
    start: startCases,
    report: reportCases,
    review: reviewCases,
    suspend: suspendCases,
    terminate: terminateCases,
    'incident-report': incidentReportCases,
    sighting: sightingCases,
    'self-assessment': selfAssessmentCases,
    receipt: receiptCases,
    release: releaseCases,
    publish: publishCases,
    recall: recallCases,
    entry: entryCases,
    custody: custodyCases,
    public: publicCases,
    second: secondCases,
    'second-given': secondGivenCases,
    root: rootCases,
    copy: copyCases,
  }
  const charters: Readonly<Record<string, Uint8Array>> = {
    'keys-root': committedBytes,
    custody: demandingBytes,
    copy: belowBytes,
    public: publicBytes,
    second: secondBytes,
  }
  return Object.entries(cases).map(([kind, all]) => told(kind, all, charters[kind]))
}

function told(kind: string, all: readonly Case[], charter?: Uint8Array): Examples {
  const { numberOf, entries } = entryNumbers()
  const cases = [...all, ...(OF_ANY_KIND.has(kind) ? [] : withoutTheVerb(kind, all))]
  return {
    kind,
    ...(charter && { charter: toBase64(charter) }),
    examples: cases.map((one) => example(one, numberOf)),
    entries: entries(),
  }
}
