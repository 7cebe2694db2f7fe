import { Command, Option } from 'commander'
import {
  CASE_STAGES,
  fewCases,
  FIELD_WORDS,
  STAGE_WORDS,
  STAGES_ABOUT,
  type CaseTimes,
  type Count,
  type StageMedian,
} from '@entente/accord'
import type { Language } from '@entente/lexicon'
import type { MilestonesView } from '../api.ts'
import { refusing } from './refusing.ts'
import { openSession, SESSION } from './session.ts'
import { harmless } from './terminal.ts'

type Options = { readonly session: string; readonly lang: Language; readonly json: boolean }

/** `entente milestones`: the ten conclusions, each with what a node can count in its cases. */
export function milestonesCommand(): Command {
  return new Command('milestones')
    .exitOverride()
    .description('the ten conclusions, each with what this node can count in its cases')
    .option('--session <file>', 'at which node, and who asks', SESSION)
    .addOption(
      new Option('--lang <language>', 'language of the answer').choices(['en', 'es']).default('en'),
    )
    .option('--json', 'as JSON', false)
    .action(({ session, lang, json }: Options) =>
      refusing(async () => {
        const view = await openSession(session).get<MilestonesView>('/api/v1/milestones')
        console.log(
          json
            ? JSON.stringify(view)
            : harmless(
                [
                  ...goalLines(view, lang),
                  ...milestoneLines(view, lang),
                  ...stageLines(view, lang),
                ].join('\n'),
              ),
        )
      }),
    )
}

const milestoneLines = ({ milestones }: MilestonesView, lang: Language): readonly string[] =>
  milestones.flatMap(({ conclusion, title, counts }) => [
    `${conclusion}. ${title[lang]}`,
    ...counts.map((count) => `   ${count.label[lang]}: ${valueOf(count, lang)}`),
  ])

const valueOf = (count: Count, lang: Language): string =>
  'value' in count
    ? `${count.value}${count.of === undefined ? '' : ` / ${count.of}`}`
    : count.notCounted[lang]

const GOALS = { en: 'Goals of the coalition', es: 'Objetivos de la coalición' }
const BY = { en: 'by', es: 'hasta el' }
const IS = {
  en: { pursued: 'pursued', reached: 'reached', 'given-up': 'given up' },
  es: { pursued: 'perseguido', reached: 'alcanzado', 'given-up': 'abandonado' },
}
const UNSAID = { en: 'no count and no report yet', es: 'sin recuento ni informe aún' }

/** What charters want to have reached, how far it has come as it is counted, and what parties report. */
function goalLines({ goals }: MilestonesView, lang: Language): readonly string[] {
  if (goals.length === 0) return []
  return [
    GOALS[lang],
    ...goals.flatMap(({ title, dueOn, caseTitle, counted, reported }) => [
      `   ${title}, ${BY[lang]} ${dueOn} (${caseTitle})`,
      ...(counted ? [`      ${counted.label[lang]}: ${valueOf(counted, lang)}`] : []),
      ...reported.map(
        ({ party, is, on, says }) =>
          `      ${party}, ${on}: ${IS[lang][is]}${says === undefined ? '' : ` – ${says}`}`,
      ),
      ...(counted || reported.length > 0 ? [] : [`      ${UNSAID[lang]}`]),
    ]),
    '',
  ]
}

const TITLE = { en: 'Time from stage to stage', es: 'Tiempo de etapa a etapa' }
const MEDIAN = {
  en: 'Median over cases, since a case was opened',
  es: 'Mediana de los casos, desde la apertura',
}
const NONE = { en: 'no case has reached a stage yet', es: 'ningún caso ha alcanzado aún una etapa' }
const STAYED = { en: 'then', es: 'después' }

/** Case by case and over cases; the field's figure beside them. */
function stageLines({ stages }: MilestonesView, lang: Language): readonly string[] {
  const { cases, medians } = stages
  return [
    '',
    `${TITLE[lang]}. ${STAGES_ABOUT[lang]}`,
    ...(cases.length === 0 ? [`   ${NONE[lang]}`] : []),
    ...cases.flatMap((one) => caseLines(one, lang)),
    ...(medians.length === 0 ? [] : [`   ${MEDIAN[lang]}`]),
    ...inPathOrder(medians).map((one) => medianLine(one, lang)),
    `   ${FIELD_WORDS[lang]}`,
  ]
}

const inPathOrder = (medians: readonly StageMedian[]) =>
  CASE_STAGES.flatMap((stage) => medians.find((one) => one.stage === stage) ?? [])

const caseLines = ({ title, stages }: CaseTimes, lang: Language): readonly string[] => [
  `   ${title}`,
  ...stages.map(({ stage, at, after, spent }) => {
    const then = spent === undefined ? '' : `, ${STAYED[lang]} ${spanOf(spent, lang)}`
    const instant = `${new Date(at * 1000).toISOString().slice(0, 19)}Z`
    return `      ${instant}  ${STAGE_WORDS[stage].label[lang]}: +${spanOf(after, lang)}${then}`
  }),
]

function medianLine({ stage, median, of }: StageMedian, lang: Language): string {
  const few = fewCases(of)?.[lang]
  return `      ${STAGE_WORDS[stage].label[lang]}: ${spanOf(median, lang)} (${few ?? of})`
}

const DAY = 86_400

/** Days and hours, or hours and minutes, or minutes and seconds: the two that say most. */
function spanOf(seconds: number, lang: Language): string {
  const whole = Math.round(seconds)
  const parts = [
    [Math.floor(whole / DAY), 'd'],
    [Math.floor((whole % DAY) / 3600), 'h'],
    [Math.floor((whole % 3600) / 60), 'min'],
    [whole % 60, 's'],
  ] as const
  const first = [0, 1].find((place) => parts[place]![0] > 0) ?? 2
  return parts
    .slice(first, first + 2)
    .map(([count, unit]) => `${count.toLocaleString(lang)} ${unit}`)
    .join(' ')
}
