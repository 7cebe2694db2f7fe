// The ledger of measures: spec/measure.md section 1, spec/state.md section 5.
import { isFor } from './rules.mjs'

const PARTS = ['start', 'report', 'review', 'suspend', 'terminate']

/** Where each nation stands in a measure. `versions` are those of its step, each with its voices and what adopted it. */
export function measureOf(world, id, versions) {
  const own = versions.map((one) => one.id)
  const acts = world.counting.filter(({ act }) =>
    act.kind === 'call' || act.kind === 'notice' ? act.for === id : own.includes(act.on),
  )
  const last = (kinds, party) =>
    acts.findLast((one) => kinds.includes(one.act.kind) && party === one.party)
  const version = versions.find(({ inForce }) => inForce) ?? versions.at(-1)
  const stop = world.parties.flatMap((party) => stopIn(last(['review'], party)))[0]
  const isCounter = kindOf(world, version.id) === 'countermeasure'
  const nations = {}
  for (const party of Object.keys(version.voices)) {
    const mine = acts.filter((one) => one.party === party)
    const of = (on) => versions.find((one) => one.id === on)
    const start = mine.findLast(
      ({ act }) =>
        act.kind === 'start' &&
        of(act.on).adopted.includes(act.certificate) &&
        !isReferral(world, act.on),
    )
    const assess = last(['assess'], party)
    const latest = last(PARTS, party)
    const judged = start ? of(start.act.on) : version
    const voice = judged.voices[party]
    const turn = last(['start', 'suspend'], party)
    const reasons = [
      ...(!start && isCounter ? unpreceded(acts, assess) : []),
      ...reason(!start && !assess, 'no-assessment'),
      ...reason(start && turn.act.kind === 'suspend', 'suspended-by-act', turn?.id),
      ...reason(isAgainst(assess), 'assessed-not-satisfied', assess?.id),
      ...reason(!judged.inForce, 'not-in-force'),
      ...reason(!voice || !isFor(voice), 'no-consent', voice?.act),
      ...(stop ? [stop] : []),
    ]
    const isOver = start && last(['terminate'], party)
    nations[party] = {
      ...stageOf({ isReferred: !start && isReferral(world, version.id), start, isOver, reasons }),
      ...(assess && { assess: assess.id }),
      ...(start && { start: start.id }),
      ...(latest && { latest: latest.id }),
    }
  }
  const named = (kind) => acts.filter(({ act }) => act.kind === kind).map((one) => one.id)
  return { step: id, version: version.id, calls: named('call'), notices: named('notice'), nations }
}

const reason = (is, code, act) => (is ? [{ code, ...(act && { act }) }] : [])

/** What comes before a countermeasure alone, as far as it is missing. */
function unpreceded(acts, assess) {
  const has = (kind) => acts.some(({ act }) => act.kind === kind)
  return [
    ...reason(!has('call'), 'no-call'),
    ...reason(!has('notice') && !waivesNotice(assess), 'no-notice'),
  ]
}

const isAgainst = (assess) => assess?.act.outcome === 'not-satisfied' && !assess.act.differs

/** Its own signed reading of the law asks for no notice. */
function waivesNotice(assess) {
  const { view, party } = assess?.act ?? {}
  const own = view?.holder?.code === party ? view?.readings : undefined
  return own?.['prior-notification']?.value === 'not-required'
}

function stageOf({ isReferred, start, isOver, reasons }) {
  if (isReferred) return { stage: 'barred', reasons: [{ code: 'referred' }] }
  if (isOver) return { stage: 'terminated', reasons: [] }
  if (reasons.length > 0) return { stage: start ? 'suspended' : 'barred', reasons }
  return { stage: start ? 'running' : 'may-start', reasons }
}

const kindOf = ({ versions }, on) => versions.find(({ id }) => id === on).act.measure?.kind
const isReferral = (world, on) => kindOf(world, on) === 'self-defence-referral'

function stopIn(review) {
  if (!review) return []
  const { ceased, repaired, proportionate, reversible, tribunal } = review.act
  const stops = [
    ceased && repaired && 'act-ceased',
    proportionate === 'no' && 'not-proportionate',
    reversible === 'no' && 'not-reversible',
    ceased && tribunal && 'before-a-tribunal',
  ]
  const code = stops.find(Boolean)
  return code ? [{ code, act: review.id }] : []
}
