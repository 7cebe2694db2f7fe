import type { PartyId, Reason } from '@entente/accord'
import { authorityIn, getFact, holderName, VALUE_WORDS } from '@entente/law'
import { findTerm, type Language } from '@entente/lexicon'
import type { AssessedView, AssessmentView, MeasuresView, MeasureView } from '../api.ts'
import { exerciseLine } from './law-named.ts'
import { BASES, GATE_REASONS, LEDGER, REASONS } from './ledger-words.ts'

export const termIn = (term: string, lang: Language): string => findTerm(term)?.label[lang] ?? term

/** Why a gate is shut, or a text is worth less, in words. */
export const gateReasons = (
  reasons: readonly Pick<Reason, 'code' | 'member'>[],
  { lang, nameOf }: { readonly lang: Language; readonly nameOf: (party: PartyId) => string },
): string =>
  reasons
    .map(({ code, member }) =>
      GATE_REASONS[code][lang].replace('{name}', () => (member ? nameOf(member) : '')),
    )
    .join('; ')

/** One line per measure, for a list. */
export const measureLine = (measure: MeasureView, lang: Language): string => {
  const { step, standing, gate, nations } = measure
  const stages = nations.map(({ name, stage }) => `${name} ${LEDGER[stage][lang]}`).join(', ')
  const worth =
    standing === 'open' ? LEDGER[gate.open ? 'gateOpen' : 'gateShut'][lang] : termIn(standing, lang)
  return `${step.padEnd(12)} ${worth}: ${exerciseLine(measure, lang)}\n${' '.repeat(13)}${stages}`
}

/** Steps that calls were made for, and that have no text yet. */
export const preparedLine = (
  { step, calls }: MeasuresView['prepared'][number],
  lang: Language,
): string =>
  `${step.padEnd(12)} ${LEDGER.prepared[lang]} ${calls.map(({ party }) => party).join(', ')}`

/** The ledger of one measure: calls, notices, then nation by nation what holds and what does not. */
export function ledgerLines(measure: MeasureView, lang: Language): readonly string[] {
  const { rule, standing, number, gate, terms, calls, notices, nations, review } = measure
  const say = (word: keyof typeof LEDGER) => LEDGER[word][lang]
  const nameOf = (party: string) => nations.find((one) => one.party === party)?.name ?? party
  const shut = gateReasons(gate.reasons, { lang, nameOf })
  return [
    `${exerciseLine(measure, lang)} (${factIn('kind', terms.kind, lang)} ${say('against')} ${terms.against.name}, ${say('factsOf')} ${terms.asOf})`,
    `${say('version')} ${number}, ${termIn(rule, lang)}: ${termIn(standing, lang)}${gate.open ? '' : `; ${say('shut')}: ${shut}`}`,
    ...calls.map(
      ({ party, to, on, answer }) =>
        `${say('calledBy')} ${nameOf(party)}, ${say('to')} ${to}, ${on}: ${answer === undefined ? say('noAnswer') : factIn('answer', answer, lang)}`,
    ),
    ...notices.map(
      ({ party, to, on }) =>
        `${say('notifiedBy')} ${nameOf(party)}, ${say('to')} ${to}, ${on ?? say('urgently')}`,
    ),
    review.dueOn === undefined
      ? say('noReview')
      : `${say('reviewDue')} ${review.dueOn}${review.isOver ? `: ${say('overdue')}` : ''}`,
    '',
    ...nations.flatMap((nation) => nationLines(nation, lang)),
  ]
}

function nationLines(
  { party, name, stage, reasons, voice, assessment, restsOn }: MeasureView['nations'][number],
  lang: Language,
): readonly string[] {
  const say = (word: keyof typeof LEDGER) => LEDGER[word][lang]
  const why =
    reasons.length > 0 ? ` (${reasons.map(({ code }) => REASONS[code][lang]).join('; ')})` : ''
  const rests = restsOn.map(({ what, holds }) => `${say(what)} ${say(holds ? 'holds' : 'missing')}`)
  return [
    `${party} ${name}: ${say(stage)}${why}; ${say('voice')}: ${termIn(voice, lang)}`,
    ...(assessment
      ? assessmentSigned(assessment, { lang, isRunning: stage === 'running' })
      : [`   ${say('notAssessed')}`]),
    `   ${say('restsOn')}: ${rests.join(', ')}`,
  ]
}

function assessmentSigned(
  {
    outcome,
    now,
    word,
    isOvertaken,
    fellAway,
    differs,
    isAsserted,
    isOtherBase,
    lawBase,
  }: AssessedView,
  { lang, isRunning }: { readonly lang: Language; readonly isRunning: boolean },
): readonly string[] {
  const say = (each: keyof typeof LEDGER) => LEDGER[each][lang]
  const today =
    now !== undefined && now !== outcome ? `, ${say('now')} ${VALUE_WORDS[now][lang]}` : ''
  return [
    `   ${say('assessed')}: ${VALUE_WORDS[outcome][lang]}${today}; ${lang === 'es' ? `«${word}»` : `“${word}”`}`,
    ...(isOvertaken
      ? [
          `   ${say('overtaken')}${isRunning ? say('orSuspend') : ''}`,
          ...fellAway.map(
            ({ norm, question, because }) =>
              `     ${say('fellAway')}: ${question[lang]}${because ? ` ${because[lang]}` : ''} (${norm})`,
          ),
        ]
      : []),
    ...(differs ? [`   ${say('differs')}`] : []),
    ...(isAsserted ? [`   ${say('asserted')}`] : []),
    ...(isOtherBase ? [`   ${say('otherBase').replace('{base}', () => lawBase)}`] : []),
  ]
}

/** An answer to a question of the law in words; one that is no option of it stands as it is. */
function factIn(id: 'kind' | 'answer' | 'form', value: string, lang: Language): string {
  const fact = getFact(id)
  return fact.type === 'choice' ? (fact.options[value]?.[lang] ?? value) : value
}

const CONFLICT = {
  en: 'its act and its assessment differ:',
  es: 'su acto y su evaluación difieren:',
} as const

/** Disputes, conclusions and every cell of an assessment. */
export function assessmentLines(view: AssessmentView, lang: Language): readonly string[] {
  const { disputes, nations, rows, questions, lawBase, factsHash, weighing } = view
  const nameOf = (party: string) => nations.find(({ code }) => code === party)?.name ?? party
  const word = (value: keyof typeof VALUE_WORDS) => VALUE_WORDS[value][lang]
  const width = Math.max(...Object.values(VALUE_WORDS).map((each) => each[lang].length)) + 2
  return [
    ...disputes.flatMap(({ about, sides, decisiveFor }) => [
      `${about[lang]} (${decisiveFor.map(nameOf).join(', ')})`,
      ...sides.map(
        ({ says, holders, authorities }) =>
          `  - ${says[lang]}: ${[...holders.map((holder) => holderName(holder, lang)), ...authorities.map((each) => authorityIn(each, lang))].join('; ') || '–'}`,
      ),
    ]),
    '',
    ...nations.flatMap(({ code, name, conclusion, basis, routes, conflicts }) => [
      `${code} ${name}: ${conclusion.words[lang]} [${BASES[basis][lang]}]`,
      ...conflicts.map(
        ({ fact, recorded, asserted }) =>
          `   ! ${CONFLICT[lang]} ${questions[fact]?.question[lang] ?? fact}: ${String(recorded.value)} (${recorded.evidence.join(', ')}); ${String(asserted.value)} (${asserted.evidence.join(', ')})`,
      ),
      ...conclusion.asks.map((id) => `   ? ${questions[id]?.question[lang] ?? id}`),
      ...conclusion.assumes.map(({ norm, assumed }) => `   ~ ${assumed[lang]} (${norm})`),
      ...conclusion.remedies.map(({ norm, remedy }) => `   + ${remedy[lang]} (${norm})`),
      ...routes.map(
        ({ place, form, value }) => `   ${place}. ${factIn('form', form, lang)}: ${word(value)}`,
      ),
    ]),
    '',
    `${' '.repeat(30)}${nations.map(({ code }) => code.padEnd(width)).join('')}`,
    ...rows.map(({ norm, depth, cells }) =>
      `${`${'  '.repeat(depth)}${norm}`.padEnd(30)}${cells.map(({ value }) => word(value).padEnd(width)).join('')}`.trimEnd(),
    ),
    '',
    ...(weighing?.notes ?? []).map(
      ({ nations: whose, words }) => `! ${whose.map(nameOf).join(', ')}: ${words[lang]}`,
    ),
    `${lawBase}, ${factsHash}`,
  ]
}
