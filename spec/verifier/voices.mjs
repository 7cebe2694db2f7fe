// What members said, and by when witnesses had seen it: spec/decision.md sections 2 and 4.
import { actsOf, isIn, isUnmandated } from './reading.mjs'

/** A withdrawal is weaker than all of these. */
const WEAKEST_FIRST = [
  'objects',
  'awaits-instructions',
  'silent',
  'abstains-constructively',
  'abstains',
  'complies-with-reservation',
  'complies-with-statement',
  'complies',
]
export const rank = ({ effective }) => WEAKEST_FIRST.indexOf(effective)
export const weaker = (a, b) => (rank(b) < rank(a) ? b : a)
const all = (word) => ({ effective: word, union: word, national: word })
const SILENT = all('silent')

/** The voice of a `comply`. */
function voiceIn({ id, act: { union, national, reservations = [], vital, until } }) {
  const effective = weaker({ effective: union }, { effective: national }).effective
  const clauses = reservations.flatMap(({ clause }) => clause ?? [])
  const excepts = effective === 'complies-with-reservation' ? [...new Set(clauses)] : []
  return {
    effective,
    union,
    national,
    act: id,
    ...(excepts.length > 0 && { excepts }),
    ...(vital && { vital }),
    ...(until !== undefined && { until }),
  }
}

/**
 * A member's voice after each of the first `size` entries of its strand; with what a cut of `sizes` knows of its mandates,
 * where these are given.
 */
export function historyOf(version, party, size, sizes) {
  let said = SILENT
  let voice = SILENT
  const history = [voice]
  for (const one of version.world.strands.get(party).slice(0, size)) {
    const next = one.void ? said : heard(said, one, version)
    if (next !== said) voice = isUnmandated(one, sizes) ? weaker(voice, next) : next
    said = next
    history.push(voice)
  }
  return history
}

function heard(voice, one, { id }) {
  const { act } = one
  if (voice.effective === 'withdrawn') return voice
  if (act.kind === 'leave' || (act.kind === 'withdraw' && act.on === id))
    return { ...all('withdrawn'), act: one.id }
  if (act.kind === 'disavow' && act.acts.includes(voice.act))
    return { ...all('withdrawn'), act: one.id, cause: 'compromise' }
  return act.kind === 'comply' && act.on === id ? voiceIn(one) : voice
}

/** The size from which a cut of `sizes` knows a log to be forked. */
export const forkOf = ({ forks }, party, sizes) =>
  Math.min(
    ...forks.filter((one) => one.party === party && isIn(one.known, sizes)).map(({ size }) => size),
  )

export const ranOut = ({ act }) => ({ ...SILENT, act, ranOut: true })
/** A voice at an instant. */
export const voiceAt = (voice, instant) => (voice.until <= instant ? ranOut(voice) : voice)

/** The end of a silence by what a filer's tree of this size holds: never before the document's expiry. */
export const endOf = ({ world, id, party, act: { expiry } }, size) =>
  Math.max(
    expiry,
    ...actsOf(world, party, size).flatMap(({ act }) =>
      act.kind === 'extend' && act.on === id ? act.until : [],
    ),
  )

/** Whether a strand up to a size acknowledges a version; its filer has it. */
export const hasReceipt = (version, party, size, sizes) =>
  (party === version.party && version.index < size) ||
  actsOf(version.world, party, size).some(
    (one) => one.act.kind === 'receipt' && one.act.of === version.id && !isUnmandated(one, sizes),
  )

/** The first act that breaks a silence in a strand up to a size, whoever signed it. */
export function breakOf(version, party, size) {
  const said = historyOf(version, party, size)
  // What says a voice other than a withdrawal is a `comply`.
  const isBreak = ({ act: { amendment }, id, index }) =>
    said[index + 1].act === id &&
    (said[index + 1].effective === 'objects' ||
      (version.model === 'osce' && amendment !== undefined))
  return actsOf(version.world, party, size).find(isBreak)
}

/** By when a quorum had seen a tree, and until when one showed it current: spec/decision.md section 4. */
export function spanOf({ quorum }, { size, times }) {
  const sorted = (pick) => {
    const best = new Map()
    for (const [witness, time] of times) best.set(witness, pick(best.get(witness) ?? time, time))
    return [...best.values()].sort((a, b) => a - b)
  }
  const seen = sorted(Math.min)[quorum - 1]
  return { size, seen, current: sorted(Math.max).at(-quorum) }
}
