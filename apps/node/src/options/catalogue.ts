import type { PartyId } from '@entente/accord'
import {
  answersOn,
  getNorm,
  OPTIONS,
  type OnRecordNeed,
  type Option,
  type OptionAnswer,
  type OptionKind,
} from '@entente/law'
import type { CaseFile } from '../federation/index.ts'
import { assessOf, getMeasure, onRecord } from '../measures/index.ts'
import type { NeedState, NeedView, OptionsView, OptionView } from './api.ts'
import { RECORD_WORDS } from './record-words.ts'
import type { HeldOption } from './store.ts'

export type Asked = {
  readonly kind?: OptionKind | undefined
  readonly technique?: string | undefined
}

/** What there is, as far as it is asked for; each need as `states` has it. */
export function optionsView(
  { kind, technique }: Asked,
  imported: readonly HeldOption[],
  states: States = NOTHING_KNOWN,
): OptionsView {
  const isOf = (one: OptionKind) => kind === undefined || kind === one
  // A technique of ATT&CK has its sub-techniques under it: T1003 is asked for T1003.001 too, not the other way.
  const meets = (id: string) => id === technique || id.startsWith(`${technique ?? ''}.`)
  return {
    options:
      technique === undefined
        ? OPTIONS.filter((option) => isOf(option.kind)).map((option) => viewOf(option, states))
        : [],
    imported: isOf('technical')
      ? imported.filter(({ techniques }) => technique === undefined || techniques.some(meets))
      : [],
  }
}

/** What each need of an option comes to, and on which acts. */
type States = (option: Option) => {
  readonly rule: (norm: string) => OptionAnswer
  readonly record: (what: OnRecordNeed) => Pick<NeedView, 'state' | 'acts'>
}

const NOTHING_KNOWN: States = () => ({
  rule: () => 'unknown',
  record: () => ({ state: 'unknown', acts: [] }),
})

const OF_ANSWER: Readonly<Record<OptionAnswer, NeedState>> = {
  satisfied: 'met',
  'not-satisfied': 'not-met',
  disputed: 'disputed',
  unknown: 'unknown',
  'not-asked': 'not-asked',
}

function viewOf(option: Option, states: States): OptionView {
  const { needs, supposes: _supposes, ...shown } = option
  const { rule, record } = states(option)
  return {
    ...shown,
    needs: needs.map((need): NeedView => {
      if (need.by === 'record')
        return { by: 'record', id: need.what, words: RECORD_WORDS[need.what], ...record(need.what) }
      const { question, source } = getNorm(need.norm)
      const state = OF_ANSWER[rule(need.norm)]
      const { citation } = source
      return { by: 'rule', id: need.norm, words: question, citation, state, acts: [] }
    }),
  }
}

/**
 * What the record of a measure and its facts come to for one nation: a function of the cut, and so the same on every
 * node. Rules are asked as if the measure were of the option's kind.
 */
export function statesAt(file: CaseFile, step: string, party: PartyId): States {
  const measure = getMeasure(file, step)
  const column = assessOf(file, measure.version)?.assessment.columns.find(
    ({ holder }) => holder.code === party,
  )
  const version = file
    .state()
    .state.steps.flatMap(({ versions }) => versions)
    .find(({ id }) => id === measure.version)
  const own = onRecord(file).filter((one) => one.party === party)
  const assessed = measure.nations[party]?.assess
  const acts = {
    attribution: own.flatMap(({ id, act }) => (act.kind === 'attribute' ? [id] : [])),
    demand: measure.calls,
    notice: measure.notices,
    assessment: assessed === undefined ? [] : [assessed],
    consent: version?.inForce ? version.adopted : [],
  } satisfies Record<OnRecordNeed, NeedView['acts']>
  return (option) => {
    const answers = column && answersOn(option, column)
    return {
      rule: (norm) => answers?.get(norm) ?? 'unknown',
      record: (what) => ({ state: acts[what].length > 0 ? 'met' : 'not-met', acts: acts[what] }),
    }
  }
}
