import type { MeasureView, NationView } from '../../../../node/src/api.ts'
import { latestBy, type OnRecord } from './record.ts'

/** Done; still missing; held once and lost; not to be done by anybody now. */
export type StepState = 'done' | 'missing' | 'lost' | 'none'

type StepName = 'call' | 'notice' | 'assess' | 'consent' | 'adopted' | 'start' | 'review' | 'end'

/** One step of a nation's way through a measure: how it stands, and the act that says so. */
export type NationStep = {
  readonly name: StepName
  readonly state: StepState
  readonly act?: string
  /** Whose act it is, where it is not this nation's own. */
  readonly by?: string
  readonly on?: string
}

/** The way of one nation, in the order in which it is gone. */
export function stepsOf(
  measure: MeasureView,
  nation: NationView,
  record: readonly OnRecord[],
): readonly NationStep[] {
  const { party, stage } = nation
  const rests = (what: NationView['restsOn'][number]['what']) =>
    nation.restsOn.find((one) => one.what === what)
  const begun = latestBy(record, party, 'start')
  const looked = latestBy(record, party, 'review') ?? latestBy(record, party, 'report')
  const stopped = latestBy(record, party, 'terminate') ?? latestBy(record, party, 'suspend')
  const resting = (name: StepName, what: NationView['restsOn'][number]['what']): NationStep => {
    const one = rests(what)
    // A certificate is only ever lost; a voice that never was for it takes nothing back.
    const isLost = one?.act !== undefined && (what === 'adoption' || nation.start !== undefined)
    const state = one?.holds ? 'done' : isLost ? 'lost' : 'missing'
    return { name, state, ...(one?.act ? { act: one.act } : {}) }
  }
  return [
    called(measure.calls, party, { name: 'call', state: stateWithout(rests('call')) }),
    called(measure.notices, party, { name: 'notice', state: stateWithout(rests('notice')) }),
    resting('assess', 'assessment'),
    resting('consent', 'consent'),
    resting('adopted', 'adoption'),
    begun && nation.start
      ? { name: 'start', state: 'done', act: nation.start, on: begun.act.startedOn }
      : { name: 'start', state: 'missing' },
    looked
      ? {
          name: 'review',
          state: 'done',
          act: looked.id,
          on: looked.act.kind === 'review' ? looked.act.reviewedOn : looked.act.reportedOn,
        }
      : { name: 'review', state: nation.start ? 'missing' : 'none' },
    stage === 'suspended' || stage === 'terminated'
      ? {
          name: 'end',
          state: stage === 'terminated' ? 'done' : 'lost',
          ...(stopped ? { act: stopped.id } : {}),
        }
      : { name: 'end', state: 'none' },
  ]
}

/** Only a countermeasure needs a call and a notice, and a nation's own view may ask for no notice. */
const stateWithout = (rest: NationView['restsOn'][number] | undefined): StepState =>
  rest && !rest.holds ? 'missing' : 'none'

/** One's own call or notice; else another nation's, which it may rest on too. */
function called(all: MeasureView['calls'], party: string, without: NationStep): NationStep {
  const found = all.find((one) => one.party === party) ?? all[0]
  if (!found) return without
  return {
    name: without.name,
    state: 'done',
    act: found.act,
    ...(found.party === party ? {} : { by: found.party }),
    ...(found.on === undefined ? {} : { on: found.on }),
  }
}
