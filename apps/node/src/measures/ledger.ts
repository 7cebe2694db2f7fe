import {
  type ActId,
  type MeasureState,
  type NationMeasure,
  type PartyId,
  type VersionState,
  waivesNotice,
} from '@entente/accord'
import type { CaseFile } from '../federation/index.ts'
import type { CallView, MeasureView, MeasuresView } from './api.ts'
import { answerNow, type Kept } from './at-home.ts'
import { assessedView, findAssess, onRecord, type OnRecord } from './record.ts'
import { reviewClock } from './review-clock.ts'

/** The ledger of every measure of a case, with what people need to read beside the bare stages. */
export function measuresView(
  file: CaseFile,
  { today, kept }: { readonly today: string; readonly kept: Kept },
): MeasuresView {
  const { state } = file.state()
  const record = onRecord(file)
  const measures = state.measures ?? []
  const isPut = (step: string) => measures.some((measure) => measure.step === step)
  const early = Map.groupBy(
    record.filter(({ act }) => 'for' in act && !isPut(act.for)),
    ({ act }) => ('for' in act ? act.for : ''),
  )
  return {
    measures: measures.flatMap((measure) => measureView(file, measure, { record, today, kept })),
    prepared: [...early].map(([step, acts]) => ({ step, calls: acts.map(callView) })),
  }
}

type Context = { readonly record: readonly OnRecord[]; readonly today: string; readonly kept: Kept }

function measureView(file: CaseFile, measure: MeasureState, context: Context): MeasureView[] {
  const { record, today, kept } = context
  const step = file.state().state.steps.find(({ id }) => id === measure.step)
  const version = step?.versions.find(({ id }) => id === measure.version)
  const filed = record.find(({ id }) => id === measure.version)?.act
  if (!version || !filed || !('measure' in filed) || !filed.measure) return []
  const { facts: _facts, ...terms } = filed.measure
  const named = (ids: readonly ActId[]) => record.filter(({ id }) => ids.includes(id)).map(callView)
  return [
    {
      step: measure.step,
      version: version.id,
      number: version.number,
      title: filed.text.title,
      exercise: file.charter.exercise,
      rule: version.rule,
      standing: version.standing,
      inForce: version.inForce,
      gate: version.gate,
      adopted: version.adopted,
      terms,
      calls: named(measure.calls),
      notices: named(measure.notices),
      nations: nationViews(file, measure, version, { record, kept }),
      review: reviewClock(record, version.id, today),
    },
  ]
}

function callView({ id, party, act }: OnRecord): CallView {
  if (act.kind === 'call') {
    const { to, transmittedOn, answer } = act
    return { act: id, party, to, on: transmittedOn, ...(answer === undefined ? {} : { answer }) }
  }
  if (act.kind !== 'notice') throw new TypeError(`expected a call or a notice, got ${act.kind}`)
  const { to, notifiedOn } = act
  return { act: id, party, to, ...(notifiedOn === undefined ? {} : { on: notifiedOn }) }
}

function nationViews(
  file: CaseFile,
  measure: MeasureState,
  version: VersionState,
  { record, kept }: Pick<Context, 'record' | 'kept'>,
): MeasureView['nations'] {
  return Object.entries(measure.nations).map(([id, nation]) => {
    const party = id as PartyId
    const act = findAssess(record, nation)
    const answer = act && answerNow(file, { version: measure.version, party, act }, kept)
    const assessment = assessedView(record, nation, answer, { withHome: true })
    const isOvertaken = assessment?.isOvertaken ?? false
    return {
      party,
      name: file.charter.parties.find((one) => one.id === party)?.name ?? party,
      stage: nation.stage,
      reasons: nation.reasons,
      voice: version.voices[party]!.effective,
      ...(assessment ? { assessment } : {}),
      ...(nation.start === undefined ? {} : { start: nation.start }),
      ...(nation.latest === undefined ? {} : { latest: nation.latest }),
      restsOn: [
        ...precededBy(record, { measure, nation }),
        ...restsOn(party, { version, nation, isOvertaken }),
      ],
    }
  })
}

type RestsOn = MeasureView['nations'][number]['restsOn']

/** What comes before a countermeasure: the call and the notice, or the signed view that asks for none. */
function precededBy(
  record: readonly OnRecord[],
  { measure, nation }: { readonly measure: MeasureState; readonly nation: NationMeasure },
): RestsOn {
  const find = (of: ActId | undefined) => record.find(({ id }) => id === of)?.act
  const put = find(measure.version)
  if (!put || !('measure' in put) || put.measure?.kind !== 'countermeasure') return []
  const assess = find(nation.assess)
  const isWaived = assess?.kind === 'assess' && waivesNotice(assess.view, assess.party)
  const by = (what: 'call' | 'notice', act: ActId | undefined) => ({
    what,
    holds: act !== undefined,
    ...(act === undefined ? {} : { act }),
  })
  return [
    by('call', measure.calls[0]),
    by('notice', measure.notices[0] ?? (isWaived ? nation.assess : undefined)),
  ]
}

function restsOn(
  party: PartyId,
  {
    version,
    nation,
    isOvertaken,
  }: {
    readonly version: VersionState
    readonly nation: NationMeasure
    readonly isOvertaken: boolean
  },
): RestsOn {
  const [adopted] = version.adopted
  const voice = version.voices[party]
  const lost = (code: string) => nation.reasons.some((reason) => reason.code === code)
  return [
    {
      what: 'assessment',
      holds: nation.assess !== undefined && !lost('assessed-not-satisfied') && !isOvertaken,
      ...(nation.assess === undefined ? {} : { act: nation.assess, party }),
    },
    {
      what: 'adoption',
      holds: version.inForce,
      ...(adopted === undefined ? {} : { act: adopted }),
    },
    {
      what: 'consent',
      holds: !lost('no-consent') && voice?.act !== undefined,
      party,
      ...(voice?.act === undefined ? {} : { act: voice.act }),
    },
  ]
}
