// The ledger of measures: spec/measure.md section 1, spec/state.md section 5.

const TAKES_PART = ['complies', 'complies-with-statement', 'complies-with-reservation']
const idsOf = (moves, kind) => moves.filter(({ act }) => act.kind === kind).map(({ id }) => id)
const isOf =
  (...kinds) =>
  ({ act }) =>
    kinds.includes(act.kind)

/** Every measure of a case, from its judged steps and the acts that move measures, by strand. */
export const measuresOf = (steps, moves, referred) =>
  steps
    .filter(({ kind }) => kind === 'measure')
    .map(({ id: step, versions }) => {
      const about = moves.filter(
        ({ act }) => act.for === step || versions.some(({ id }) => id === act.on),
      )
      const version = versions.findLast(({ inForce }) => inForce) ?? versions.at(-1)
      const calls = idsOf(about, 'call')
      const stop = stopOf(about.filter(isOf('review')))
      const place = { versions, version, referred, hasCall: calls.length > 0, stop }
      const parts = Object.keys(version.voices).map((party) => {
        const own = about.filter(({ by }) => by === party)
        return [party, partOf(party, { ...place, own })]
      })
      return {
        step,
        version: version.id,
        calls,
        notices: idsOf(about, 'notice'),
        nations: Object.fromEntries(parts),
      }
    })

function stopOf(reviews) {
  const latest = new Map(reviews.map((one) => [one.by, one]))
  for (const { id, act } of latest.values()) {
    const code = findingOf(act)
    if (code) return { code, act: id }
  }
  return undefined
}

function findingOf({ ceased, repaired, proportionate, reversible, tribunal }) {
  if (ceased && repaired) return 'act-ceased'
  if (proportionate === 'no') return 'not-proportionate'
  if (reversible === 'no') return 'not-reversible'
  return ceased && tribunal ? 'before-a-tribunal' : undefined
}

/** The last start that counts: of a version that is no referral, by a certificate that adopted that very version. */
const startOf = (own, named, referred) =>
  own.findLast(
    (one) =>
      one.act.kind === 'start' &&
      named(one).adopted.includes(one.act.certificate) &&
      !referred.has(named(one).id),
  )

const lacking = (hasCall, assess) => [
  ...(hasCall ? [] : [{ code: 'no-call' }]),
  ...(assess ? [] : [{ code: 'no-assessment' }]),
]

function pausedBy(own) {
  const moved = own.findLast(isOf('suspend', 'start'))
  return moved.act.kind === 'suspend' ? [{ code: 'suspended-by-act', act: moved.id }] : []
}

function partOf(party, { versions, version, referred, hasCall, stop, own }) {
  const named = ({ act }) => versions.find(({ id }) => id === act.on)
  const begun = startOf(own, named, referred)
  const assess = own.findLast(isOf('assess'))?.id
  const latest = own.findLast(isOf('start', 'report', 'review', 'suspend', 'terminate'))?.id
  const common = {
    ...(assess && { assess }),
    ...(begun && { start: begun.id }),
    ...(latest && { latest }),
  }
  if (begun && own.some(isOf('terminate'))) return { stage: 'terminated', reasons: [], ...common }
  if (!begun && referred.has(version.id))
    return { stage: 'barred', reasons: [{ code: 'referred' }], ...common }
  const judged = begun ? named(begun) : version
  const { effective, act } = judged.voices[party] ?? {}
  const lost = [
    ...(judged.inForce ? [] : [{ code: 'not-in-force' }]),
    ...(TAKES_PART.includes(effective) ? [] : [{ code: 'no-consent', ...(act && { act }) }]),
    ...(stop ? [stop] : []),
  ]
  const first = begun ? pausedBy(own) : lacking(hasCall, assess)
  const reasons = [...first, ...lost]
  const [whole, less] = begun ? ['running', 'suspended'] : ['may-start', 'barred']
  return { stage: reasons.length > 0 ? less : whole, reasons, ...common }
}
