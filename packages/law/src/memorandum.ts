import type { Language } from '@entente/lexicon'
import type { Assessment, Column } from './assess.ts'
import { getNorm } from './countermeasure.ts'
import { type FactId, getFact } from './fact.ts'
import { analysis, dissent, holdersReadAt } from './memorandum/analysis.ts'
import { applicableLaw } from './memorandum/applicable-law.ts'
import type { CaseNotes } from './memorandum/case-notes.ts'
import { caseParts } from './memorandum/case-parts.ts'
import { everyChange, wouldChange } from './memorandum/changes.ts'
import { dissents } from './memorandum/dissents.ts'
import {
  type Block,
  type Document,
  heading,
  list,
  paragraph,
  plain,
  warning,
} from './memorandum/document.ts'
import { facts, numbersOf, valueInWords } from './memorandum/facts.ts'
import { isKept, keptIn } from './memorandum/kept.ts'
import { dayLine, laterLaw } from './memorandum/later-law.ts'
import { options } from './memorandum/options.ts'
import {
  advisersLine,
  advisersWords,
  conflictLines,
  signedBeside,
  signedRecord,
} from './memorandum/signed.ts'
import { addressees, normsTold } from './memorandum/told.ts'
import { VALUE_WORDS, VERIFICATION_WORDS, WORDS } from './memorandum/words.ts'
import { lawDay } from './measure.ts'
import { seenAtIn } from './seen-at.ts'
import { joined } from './text.ts'
import { isAsked, type Trace } from './trace.ts'
import { holderName } from './view.ts'

/** What is said on the first page beside the assessment. */
export type Cover = {
  readonly lang: Language
  readonly marking?: string
  /** Hash of the facts' bytes, so that a reader can tell which facts it was about. */
  readonly factsHash?: string
  /** Codes of the nations that take part; without them all that are asked. */
  readonly participants?: readonly string[]
  /** What the acts of the case say; without it no adviser's word stands in it, and parts 7 to 9 say that it is missing. */
  readonly notes?: CaseNotes
}

/** The assessment in writing: same assessment, same words, in the parts that a legal adviser expects. */
export function memorandum(assessment: Assessment, cover: Cover): Document {
  const { lang } = cover
  const { measure } = assessment
  return {
    lang,
    title: plain(`${WORDS.memorandum[lang]}: ${measure.title}`),
    asOf: measure.asOf,
    ...(cover.marking === undefined ? {} : { marking: plain(cover.marking) }),
    foot: WORDS.foot[lang],
    blocks: [
      ...header(assessment, cover),
      ...answer(assessment, cover),
      ...facts(assessment, cover.notes, lang),
      ...conflictLines(cover.notes, lang),
      ...applicableLaw(assessment, lang),
      ...laterLaw(assessment, cover.notes, lang),
      heading(2, WORDS.analysis[lang]),
      ...signedBeside(cover.notes, lang),
      ...analysis(
        assessment,
        lang,
        cover.participants ?? addressees(assessment, cover.notes).map(({ holder }) => holder.code),
      ),
      ...options(assessment, lang),
      ...conditions(assessment, cover),
      ...caseParts(assessment, cover.notes, lang),
      ...annexes(assessment, cover),
    ],
  }
}

function header(
  assessment: Assessment,
  { lang, marking, factsHash, notes }: Cover,
): readonly Block[] {
  const { measure, columns } = assessment
  const { kind } = measure.facts
  const to = addressees(assessment, notes)
  const beside = columns.filter((column) => !to.includes(column))
  const named = (some: readonly Column[]) => some.map(({ holder }) => holderName(holder, lang))
  const which = kind === undefined ? '' : ` (${valueInWords('kind', kind.value, lang)})`
  const lines = [
    `${WORDS.addressee[lang]}: ${named(to).join(', ')}`,
    beside.length === 0 ? undefined : `${WORDS.beside[lang]}: ${named(beside).join(', ')}`,
    `${WORDS.marking[lang]}: ${marking ?? WORDS.noMarking[lang]}`,
    `${WORDS.measure[lang]}: ${measure.title} (${measure.id})`,
    `${WORDS.responsible[lang]}: ${measure.responsible.name}`,
    `${WORDS.decision[lang]}${which}`,
    `${dayLine(measure.asOf, lawDay(measure), lang)}`,
    factsHash === undefined ? undefined : `${WORDS.factsHash[lang]}: ${factsHash}`,
    advisersLine(notes, named(to), lang),
  ]
  return [
    ...(measure.exercise ? [warning(WORDS.exercise[lang])] : []),
    warning(WORDS.notARuling[lang]),
    list(
      lines.filter((line) => line !== undefined),
      '',
    ),
  ]
}

function answer(assessment: Assessment, { lang, notes }: Cover): readonly Block[] {
  const refusals = assessment.columns.flatMap(({ holder, conclusion }) =>
    conclusion.refused
      ? [
          warning(
            `${WORDS.refused[lang]} (${holderName(holder, lang)}): ${conclusion.refused.because[lang]}. ${conclusion.refused.source.restatement[lang]}`,
          ),
        ]
      : [],
  )
  return [
    heading(2, WORDS.answer[lang]),
    paragraph(WORDS.question[lang]),
    ...refusals,
    list(
      assessment.columns.map(
        ({ holder, conclusion }) => `${holderName(holder, lang)}: ${conclusion.words[lang]}`,
      ),
      WORDS.none[lang],
    ),
    ...advisersWords(notes, lang),
    heading(3, WORDS.assumptions[lang]),
    list(assumptions(assessment, lang), WORDS.noAssumptions[lang]),
    heading(3, WORDS.disputes[lang]),
    ...(assessment.disputes.length === 0 ? [paragraph(WORDS.noDisputes[lang])] : []),
    ...assessment.disputes.flatMap((dispute) => [
      ...dissent(dispute, assessment, lang),
      paragraph(`${WORDS.decisiveFor[lang]}: ${namesOf(dispute.decisiveFor, assessment, lang)}`),
    ]),
  ]
}

/** Each once, with the nations whose answer holds only if it is so. */
const assumptions = (assessment: Assessment, lang: Language): readonly string[] =>
  normsTold(assessment).flatMap(({ id, source, assumed }) => {
    const whose = assessment.columns.flatMap(({ holder, conclusion }) =>
      conclusion.assumes.some(({ norm }) => norm === id) ? [holder.code] : [],
    )
    return whose.length === 0 || !assumed
      ? []
      : [`${namesOf(whose, assessment, lang)}: ${assumed[lang]} (${source.citation[lang]})`]
  })

const namesOf = (codes: readonly string[], { columns }: Assessment, lang: Language): string =>
  columns
    .filter(({ holder }) => codes.includes(holder.code))
    .map(({ holder }) => holderName(holder, lang))
    .join(', ')

function conditions(assessment: Assessment, { lang, notes }: Cover): readonly Block[] {
  const { measure, columns } = assessment
  const { demands } = measure.facts
  const mends = columns.flatMap(({ holder, conclusion }) =>
    conclusion.remedies
      // What would mend an answer that is kept would tell it.
      .filter(({ norm }) => !isKept(norm))
      .map(
        ({ norm, remedy }) =>
          `${holderName(holder, lang)}: ${remedy[lang]} (${getNorm(norm).source.citation[lang]})`,
      ),
  )
  return [
    heading(2, WORDS.conditions[lang]),
    list(
      [
        WORDS.stopWhen[lang],
        `${WORDS.endWhen[lang]} ${demands?.value ?? getFact('demands').question[lang]}`,
        `${WORDS.reviewOn[lang]} ${reviewDay(measure, notes)}`,
      ],
      '',
    ),
    heading(3, WORDS.toMend[lang]),
    list(mends, WORDS.none[lang]),
    ...wouldChange(assessment, lang),
  ]
}

/** In a case, the day that the latest review set; else the one that the proposer put. */
const reviewDay = ({ facts: { reviewOn } }: Assessment['measure'], notes: Cover['notes']): string =>
  notes
    ? notes.review
      ? `${notes.review.on} (${notes.review.act})`
      : '–'
    : String(reviewOn?.value ?? '–')

function annexes(assessment: Assessment, { lang, notes }: Cover): readonly Block[] {
  const { measure, columns } = assessment
  const sources = new Map(normsTold(assessment).map(({ source }) => [source.id, source]))
  return [
    heading(2, WORDS.annexes[lang]),
    heading(3, WORDS.factTable[lang]),
    paragraph(WORDS.factTableNote[lang]),
    ...everyChange(assessment, lang),
    heading(3, WORDS.trace[lang]),
    ...columns.flatMap(({ holder, trace }) => [
      heading(4, holderName(holder, lang)),
      list(
        traceLines(trace, { depth: 0, numberOf: numbersOf(measure, holder.code) }, lang),
        WORDS.none[lang],
      ),
    ]),
    heading(3, WORDS.sources[lang]),
    list(
      [...sources.values()].map(({ citation, url, seenAt, verification, asOf }) =>
        joined(
          [
            citation[lang],
            ...(url === undefined ? [] : [url]),
            ...(seenAt === undefined ? [] : [seenAtIn(seenAt, lang)]),
            VERIFICATION_WORDS[verification][lang],
            `${WORDS.lawAsOf[lang]} ${asOf}`,
          ],
          '; ',
        ),
      ),
      WORDS.none[lang],
    ),
    heading(3, WORDS.holdersReadAt[lang]),
    list(holdersReadAt(assessment, lang), WORDS.none[lang]),
    ...signedRecord(notes, lang),
    heading(3, WORDS.dissents[lang]),
    list(dissents(assessment, notes, lang), WORDS.noDissent[lang]),
  ]
}

/** All routes, those that did not decide among them; the depth is said by arrows, read aloud in any format. */
function traceLines(
  trace: Trace,
  { depth, numberOf }: { readonly depth: number; readonly numberOf: (id: FactId) => string },
  lang: Language,
): readonly string[] {
  const indent = '› '.repeat(depth)
  const norm = trace.norm
  if (!isAsked(trace)) {
    const assumed = (trace.assumed ?? []).map(
      (id) => `${WORDS.assumed[lang]}: ${getNorm(id).assumed![lang]}`,
    )
    return [[`${indent}${norm}: ${VALUE_WORDS['not-asked'][lang]}`, ...assumed].join('; ')]
  }
  const how = {
    rule:
      trace.facts.length > 0
        ? `${WORDS.factsRecorded[lang]}: ${trace.facts.map(numberOf).join(', ')}`
        : '',
    all: WORDS.allNeeded[lang],
    any: WORDS.oneIsEnough[lang],
  }[trace.kind]
  return [
    `${indent}${norm}: ${keptIn(trace, lang) ?? VALUE_WORDS[trace.finding.value][lang]}${how === '' ? '' : ` (${how})`}`,
    ...trace.parts.flatMap((part) => traceLines(part, { depth: depth + 1, numberOf }, lang)),
  ]
}
