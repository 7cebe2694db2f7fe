// Voices at a cut and at an instant, and what trees attest: spec/decision.md sections 2 and 4.
import { isBreak, WEAKEST } from './reading.mjs'

export const SILENT = { effective: 'silent', union: 'silent', national: 'silent' }

/** Each witness once, with the time that `pick` chooses of its own, in order. */
function timesOf(tree, pick) {
  const times = new Map()
  for (const [witness, time] of tree?.times ?? [])
    times.set(witness, pick(time, times.get(witness) ?? time))
  return [...times.values()].toSorted((a, b) => a - b)
}
export const seenBy = (tree, quorum) => timesOf(tree, Math.min)[quorum - 1] ?? Infinity
export const currentUntil = (tree, quorum) => timesOf(tree, Math.max).at(-quorum) ?? -Infinity

const last = (said, size) => said.findLast(({ at }) => at < size)
export const voiceAt = (said, size) => last(said, size)?.voice ?? SILENT
export const voicesFrom = (said, from, to) => [
  voiceAt(said, from),
  ...said.filter(({ at }) => at >= from && at < to).map(({ voice }) => voice),
]
const ranOut = ({ act }) => ({ ...SILENT, ...(act !== undefined && { act }), ranOut: true })
export const atInstant = (voice, instant) =>
  voice.until !== undefined && voice.until <= instant ? ranOut(voice) : voice
export const weakest = (voices, rank) =>
  voices.reduce((low, one) => (rank(one) < rank(low) ? one : low))

/** The certificates of a version that say anything: what they cite is there, and they stand after it. */
export const readable = (certificates, sizes) =>
  certificates.filter(
    ({ by, at, cut }) =>
      cut[by].size <= at && Object.keys(sizes).every((id) => cut[id].size <= sizes[id]),
  )

export const citedBy = ({ cut }) =>
  Object.fromEntries(Object.entries(cut).map(([id, { size }]) => [id, size]))
export const isIn = ({ by, at, cut }, sizes) =>
  at < sizes[by] && Object.keys(sizes).every((id) => cut[id].size <= sizes[id])

/** Whether in a cut of these sizes whoever signed an act had no mandate any more. */
export const isUnmandated = ({ unmandated }, sizes) =>
  unmandated?.every((known) =>
    known.some(
      ({ by, at, cited }) =>
        at < sizes[by] && Object.keys(sizes).every((id) => cited[id] <= sizes[id]),
    ),
  ) ?? false

/** What a member said as a cut has it: what was said under a mandate that is over only takes back. */
export function saidIn(said, sizes) {
  let voice = SILENT
  return said.map((one) => {
    const heard = isUnmandated(one, sizes) ? [voice, one.voice] : [one.voice]
    voice = weakest(heard, ({ effective }) => WEAKEST.indexOf(effective))
    return { ...one, voice }
  })
}

/** Where an elector acknowledged the text under a mandate that a cut does not end. */
export const acknowledgedIn = ({ acknowledged }, elector, sizes) =>
  acknowledged[elector].find((one) => !isUnmandated(one, sizes))?.at

export const frozenFrom = ({ forks }, party, sizes) =>
  Math.min(...forks.flatMap(({ by, at, of, size }) => (of === party && at < sizes[by] ? size : [])))

export const runOuts = ({ charter, electors, histories, certificates }) =>
  certificates.filter(({ result, of, cut, trees }) =>
    electors.some(
      ({ id }, elector) =>
        result === 'expired' &&
        of !== undefined &&
        histories[elector].some(
          ({ at, voice: { act, until } }) =>
            act === of &&
            until !== undefined &&
            at < cut[id].size &&
            currentUntil(trees.closings[id], charter.quorum) >= until,
        ),
    ),
  )

export const goneIn = (matter, sizes) =>
  new Set(runOuts(matter).flatMap((one) => (isIn(one, sizes) ? one.of : [])))
export const unlessGone = (gone, voice) =>
  voice.effective !== 'withdrawn' && gone.has(voice.act) ? ranOut(voice) : voice

/** The electors' voices as the acts of a cut have them. */
export function voicesAt(matter, sizes) {
  const gone = goneIn(matter, sizes)
  return matter.electors.map(({ id }, elector) => {
    const said = saidIn(matter.histories[elector], sizes)
    const frozen = frozenFrom(matter, id, sizes)
    const voice =
      frozen < sizes[id]
        ? weakest(voicesFrom(said, frozen, sizes[id]), ({ effective }) =>
            WEAKEST.indexOf(effective),
          )
        : voiceAt(said, sizes[id])
    return unlessGone(gone, voice)
  })
}

export const expiryAt = ({ text, extensions }, size) =>
  Math.max(
    text.expiry ?? Infinity,
    ...extensions.flatMap(({ at, until }) => (at < size ? until : [])),
  )

export const firstBreak = (matter, elector, size) =>
  matter.rule === 'silence'
    ? matter.histories[elector].find((one) => one.at < size && isBreak(matter.model, one))?.voice
        .act
    : undefined

/** As the rule hears them once the version was adopted. */
export const heardLate = ({ electors }, voices, deemed) =>
  voices.map((voice, elector) => ({ voice, deemed: deemed.has(electors[elector].id), late: true }))

/** Whose strands a certificate of adoption has to close: the filer's and the electors'. */
export const concerned = ({ text, electors }) => [text.by, ...electors.map(({ id }) => id)]
