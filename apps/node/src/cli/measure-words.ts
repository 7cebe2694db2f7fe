import type { AssessmentView, MeasuresView, MeasureView } from '../api.ts'
import { VALUE_WORDS } from '@entente/law'
import type { Language } from '@entente/lexicon'

/** One line per measure, for a list. */
export const measureLine = ({ step, title, standing, gate, nations }: MeasureView): string => {
  const stages = nations.map(({ party, stage }) => `${party} ${stage}`).join(', ')
  const worth = standing === 'open' ? `gate ${gate.open ? 'open' : 'shut'}` : standing
  return `${step.padEnd(12)} ${worth}: ${title}\n${' '.repeat(13)}${stages}`
}

/** Steps that calls were made for, and that have no text yet. */
export const preparedLine = ({ step, calls }: MeasuresView['prepared'][number]): string =>
  `${step.padEnd(12)} no text yet; called by ${calls.map(({ party }) => party).join(', ')}`

/** The ledger of one measure: calls, notices, then nation by nation what holds and what does not. */
export function ledgerLines(measure: MeasureView): readonly string[] {
  const { title, rule, standing, terms, calls, notices, nations, review } = measure
  return [
    `${title} (${terms.kind} against ${terms.against.name}, facts of ${terms.asOf})`,
    `version ${measure.number}, ${rule}: ${standing}${measure.gate.open ? '' : `; shut: ${measure.gate.reasons.map(({ code, member }) => `${member ?? ''} ${code}`.trim()).join(', ')}`}`,
    ...calls.map(
      ({ party, to, on, answer }) =>
        `called by ${party} upon ${to} on ${on}: ${answer ?? 'no answer stated'}`,
    ),
    ...notices.map(
      ({ party, to, on }) =>
        `notified by ${party} to ${to}${on === undefined ? ', urgently' : ` on ${on}`}`,
    ),
    review.dueOn === undefined
      ? 'no review is due'
      : `review due on ${review.dueOn}${review.isOver ? ': overdue' : ''}`,
    '',
    ...nations.flatMap(({ party, name, stage, reasons, voice, assessment, restsOn }) => [
      `${party} ${name}: ${stage}${reasons.length > 0 ? ` (${reasons.map(({ code }) => code).join(', ')})` : ''}; voice ${voice}`,
      ...(assessment
        ? [
            `   assessed: ${assessment.outcome}${assessment.now !== undefined && assessment.now !== assessment.outcome ? `, now ${assessment.now}` : ''}; “${assessment.word}”`,
            ...(assessment.isOvertaken
              ? [
                  `   the rules no longer answer as it was signed: assess again${stage === 'running' ? ', or suspend' : ''}`,
                  ...assessment.fellAway.map(
                    ({ norm, question, because }) =>
                      `     fell away: ${question.en}${because ? ` ${because.en}` : ''} (${norm})`,
                  ),
                ]
              : []),
            ...(assessment.differs
              ? ['   the adviser holds against the rules that the conditions are met']
              : []),
            ...(assessment.isAsserted
              ? ['   asserted, not verifiable: facts that it was computed with stay at home']
              : []),
            ...(assessment.isOtherBase
              ? [
                  `   signed under other rules (${assessment.lawBase}): its answer may differ from today’s for that reason alone`,
                ]
              : []),
          ]
        : ['   not assessed']),
      `   rests on ${restsOn.map(({ what, holds }) => `${what} ${holds ? 'holds' : 'missing'}`).join(', ')}`,
    ]),
  ]
}

const CONFLICT = {
  en: 'its act and its assessment differ:',
  es: 'su acto y su evaluación difieren:',
} as const

/** Disputes, conclusions and every cell of an assessment. */
export function assessmentLines(view: AssessmentView, lang: Language): readonly string[] {
  const { disputes, nations, rows, questions, lawBase, factsHash, weighing } = view
  const word = (value: keyof typeof VALUE_WORDS) => VALUE_WORDS[value][lang]
  const width = Math.max(...Object.values(VALUE_WORDS).map((each) => each[lang].length)) + 2
  return [
    ...disputes.flatMap(({ about, sides, decisiveFor }) => [
      `${about[lang]} (${decisiveFor.join(', ')})`,
      ...sides.map(
        ({ says, holders, authorities }) =>
          `  - ${says[lang]}: ${[...holders.map(({ code }) => code), ...authorities].join(', ') || '–'}`,
      ),
    ]),
    '',
    ...nations.flatMap(({ code, conclusion, basis, routes, conflicts }) => [
      `${code} ${conclusion.words[lang]} [${basis}]`,
      ...conflicts.map(
        ({ fact, recorded, asserted }) =>
          `   ! ${CONFLICT[lang]} ${questions[fact]?.question[lang] ?? fact}: ${String(recorded.value)} (${recorded.evidence.join(', ')}); ${String(asserted.value)} (${asserted.evidence.join(', ')})`,
      ),
      ...conclusion.asks.map((id) => `   ? ${questions[id]?.question[lang] ?? id}`),
      ...conclusion.assumes.map(({ norm, assumed }) => `   ~ ${assumed[lang]} (${norm})`),
      ...conclusion.remedies.map(({ norm, remedy }) => `   + ${remedy[lang]} (${norm})`),
      ...routes.map(({ place, form, value }) => `   ${place}. ${form}: ${word(value)}`),
    ]),
    '',
    `${' '.repeat(30)}${nations.map(({ code }) => code.padEnd(width)).join('')}`,
    ...rows.map(({ norm, depth, cells }) =>
      `${`${'  '.repeat(depth)}${norm}`.padEnd(30)}${cells.map(({ value }) => word(value).padEnd(width)).join('')}`.trimEnd(),
    ),
    '',
    ...(weighing?.notes ?? []).map(
      ({ nations: whose, words }) => `! ${whose.join(', ')}: ${words[lang]}`,
    ),
    `${lawBase}, ${factsHash}`,
  ]
}
