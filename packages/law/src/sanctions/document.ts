import type { InLanguages, Language } from '@entente/lexicon'
import type { Assessment } from '../assess.ts'
import { getFact } from '../fact.ts'
import {
  type Block,
  type Document,
  heading,
  list,
  paragraph,
  table,
  warning,
} from '../memorandum/document.ts'
import { namesIn, valueInWords } from '../memorandum/facts.ts'
import { dayLine } from '../memorandum/later-law.ts'
import { VERIFICATION_WORDS, WORDS } from '../memorandum/words.ts'
import { seenAtIn } from '../seen-at.ts'
import { joined, type Text } from '../text.ts'
import { holderName } from '../view.ts'
import { type Criterion, type SanctionsTest, sanctionsTest } from './form.ts'
import { draftedReasons } from './reasons.ts'
import { RESULT_WORDS, SANCTIONS_WORDS } from './words.ts'

type Cover = { readonly lang: Language; readonly marking?: string; readonly factsHash?: string }

/** The sanctions test in writing: criteria by nations, what each answer rests on, and the draft reasons. */
export function sanctionsDocument(assessment: Assessment, cover: Cover): Document {
  const { lang, marking, factsHash } = cover
  const test = sanctionsTest(assessment)
  const partyName = namesIn(assessment.measure, undefined)
  const say = (word: keyof typeof SANCTIONS_WORDS) => SANCTIONS_WORDS[word][lang]
  return {
    lang,
    title: `${say('title')}: ${test.title}`,
    asOf: test.asOf,
    ...(marking === undefined ? {} : { marking }),
    foot: WORDS.foot[lang],
    blocks: [
      ...(test.exercise ? [warning(WORDS.exercise[lang])] : []),
      warning(WORDS.notARuling[lang]),
      paragraph(say('about')),
      list(
        [
          ...(marking === undefined ? [] : [`${WORDS.marking[lang]}: ${marking}`]),
          dayLine(test.asOf, test.lawOn, lang),
          ...(factsHash === undefined ? [] : [`${WORDS.factsHash[lang]}: ${factsHash}`]),
          countsInWords(test, lang),
        ],
        '',
      ),
      heading(2, say('criteria')),
      criteriaTable(test, lang),
      heading(2, say('answers')),
      answersTable(test, partyName, lang),
      heading(3, say('bare')),
      list(bareAnswers(test, partyName, lang), say('noneBare')),
      heading(2, say('reasons')),
      paragraph(say('reasonsNote')),
      ...drafts(assessment, lang),
      heading(2, WORDS.sources[lang]),
      list(sourceLines(test, lang), WORDS.none[lang]),
    ],
  }
}

const nameOf = (name: InLanguages, lang: Language): string => name[lang]

export const countsInWords = ({ counts }: Pick<SanctionsTest, 'counts'>, lang: Language): string =>
  (['satisfied', 'not-satisfied', 'unknown', 'disputed'] as const)
    .map((value) => `${RESULT_WORDS[value][lang]}: ${counts[value]}`)
    .join(', ')

/** Depth is said by arrows, which any format keeps. */
const criteriaTable = ({ criteria, nations }: SanctionsTest, lang: Language): Block =>
  table(
    SANCTIONS_WORDS.criteria[lang],
    [
      SANCTIONS_WORDS.criterion[lang],
      SANCTIONS_WORDS.article[lang],
      ...nations.map(({ name }) => nameOf(name, lang)),
      SANCTIONS_WORDS.together[lang],
    ],
    criteria.map(({ depth, question, source, cells, result }) => [
      `${'› '.repeat(depth)}${question[lang]}`,
      source.citation[lang],
      ...cells.map(({ value, because }) =>
        because ? `${RESULT_WORDS[value][lang]}: ${because[lang]}` : RESULT_WORDS[value][lang],
      ),
      RESULT_WORDS[result][lang],
    ]),
  )

type Answered = {
  readonly criterion: Criterion
  readonly nation: string
  readonly answer: Criterion['cells'][number]['answers'][number]
}

/** Every answer nation by nation; one that all share is named once, for all. */
function answersOf({ criteria, nations }: SanctionsTest, lang: Language): readonly Answered[] {
  return criteria.flatMap((criterion) =>
    criterion.asks.flatMap((fact, at) => {
      const answers = criterion.cells.map((cell, column) => ({
        nation: nameOf(nations[column]!.name, lang),
        answer: cell.answers[at] ?? { fact },
      }))
      const [first] = answers
      const isShared = answers.every(
        ({ answer }) =>
          answer.value === first?.answer.value && answer.assertedBy === first?.answer.assertedBy,
      )
      return first && isShared
        ? [{ criterion, nation: WORDS.all[lang], answer: first.answer }]
        : answers.map((each) => ({ criterion, ...each }))
    }),
  )
}

const answersTable = (
  test: SanctionsTest,
  partyName: (code: string) => string,
  lang: Language,
): Block =>
  table(
    SANCTIONS_WORDS.answers[lang],
    [
      SANCTIONS_WORDS.article[lang],
      SANCTIONS_WORDS.question[lang],
      WORDS.nation[lang],
      SANCTIONS_WORDS.answer[lang],
      WORDS.assertedBy[lang],
      WORDS.evidence[lang],
    ],
    answersOf(test, lang).map(({ criterion, nation, answer }) => [
      criterion.source.citation[lang],
      getFact(answer.fact).question[lang],
      nation,
      answer.value === undefined
        ? SANCTIONS_WORDS.unanswered[lang]
        : valueInWords(answer.fact, answer.value, lang),
      answer.assertedBy === undefined ? '–' : partyName(answer.assertedBy),
      [...(answer.evidence ?? []), ...(answer.grade === undefined ? [] : [answer.grade])].join(
        '; ',
      ) || '–',
    ]),
  )

const bareAnswers = (
  test: SanctionsTest,
  partyName: (code: string) => string,
  lang: Language,
): readonly string[] =>
  answersOf(test, lang).flatMap(({ nation, answer }) =>
    answer.value !== undefined && (answer.evidence ?? []).length === 0
      ? [
          `${nation}: ${getFact(answer.fact).question[lang]} (${answer.assertedBy === undefined ? '–' : partyName(answer.assertedBy)})`,
        ]
      : [],
  )

const drafts = (assessment: Assessment, lang: Language): readonly Block[] =>
  draftedReasons(assessment).flatMap(({ nations, [lang]: lines }) => [
    heading(
      3,
      assessment.columns
        .filter(({ holder }) => nations.includes(holder.code))
        .map(({ holder }) => holderName(holder, lang))
        .join(', '),
    ),
    list(lines, WORDS.none[lang]),
  ])

const sourceLines = ({ criteria }: SanctionsTest, lang: Language): readonly Text[] => {
  const sources = new Map(criteria.map(({ source }) => [source.id, source]))
  return [...sources.values()].map(({ citation, url, seenAt, verification, restatement }) =>
    joined(
      [
        citation[lang],
        restatement[lang],
        ...(url === undefined ? [] : [url]),
        ...(seenAt === undefined ? [] : [seenAtIn(seenAt, lang)]),
        VERIFICATION_WORDS[verification][lang],
      ],
      '; ',
    ),
  )
}
