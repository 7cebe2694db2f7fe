// What certificates prove of a silence: spec/decision.md section 4.
import { WEAKEST } from './reading.mjs'
import { sourceOf, whyShut } from './rules.mjs'
import {
  acknowledgedIn,
  atInstant,
  citedBy,
  concerned,
  currentUntil,
  expiryAt,
  firstBreak,
  goneIn,
  saidIn,
  seenBy,
  SILENT,
  unlessGone,
  voiceAt,
  voicesFrom,
  weakest,
} from './voices.mjs'

/** A smaller tree inside the cited one that the quorum had cosigned before an instant. */
function before(matter, { trees, cut }, as, { id, instant }) {
  const tree = trees[as][id]
  const isThere = tree && tree.size <= cut[id].size
  return isThere && seenBy(tree, matter.charter.quorum) < instant ? tree : undefined
}

/** The end of a silence by the filer's early tree, where that was seen before an instant. */
const endBefore = (matter, one, instant) =>
  expiryAt(matter, before(matter, one, 'early', { id: matter.text.by, instant })?.size ?? 0)
const dueOf = (matter, one) => endBefore(matter, one, matter.text.expiry)

const isClosed = (matter, { trees, cut }) => {
  const end = expiryAt(matter, cut[matter.text.by].size) + matter.charter.grace
  return concerned(matter).every(
    (id) => currentUntil(trees.closings[id], matter.charter.quorum) >= end,
  )
}

export function isAdoptedBySilence(matter, one, cited) {
  if (!isClosed(matter, one)) return false
  const end = expiryAt(matter, cited[matter.text.by]) + matter.charter.grace
  const deemed = deemedBy(matter, one)
  const gone = goneIn(matter, cited)
  const said = matter.electors.map(({ id }, elector) => {
    const broke = firstBreak(matter, elector, cited[id])
    const early = before(matter, one, 'early', { id, instant: dueOf(matter, one) })
    if (!early) return { voice: SILENT, broke }
    const history = saidIn(matter.histories[elector], cited)
    const held = voicesFrom(history, early.size, cited[id]).map((voice) => ({
      voice: atInstant(unlessGone(gone, voice), end),
      deemed: deemed.has(id),
      broke,
    }))
    return weakest(held, strength)
  })
  return whyShut(matter, said).length === 0
}

/** Deemed consent is as strong as one with a reservation, and silence without it as waiting. */
function strength({ voice: { effective, ranOut: isOver }, deemed }) {
  if (effective !== 'silent') return WEAKEST.indexOf(effective)
  return WEAKEST.indexOf(deemed && !isOver ? 'complies-with-reservation' : 'awaits-instructions')
}

export function deemedBy(matter, one) {
  const instant = dueOf(matter, one) - matter.charter.notice
  return new Set(
    matter.electors.flatMap(({ id }, elector) => {
      const early = before(matter, one, 'early', { id, instant })
      return early && acknowledgedIn(matter, elector, citedBy(one)) < early.size ? id : []
    }),
  )
}

export function whyBroken(matter, one) {
  if (!isClosed(matter, one)) return []
  const { charter, text, rule, electors, histories, acknowledged } = matter
  const instant = endBefore(matter, one, text.expiry + charter.grace) + charter.grace
  return electors.flatMap(({ id: member }, elector) => {
    const reason = (code, act) => ({
      code,
      version: text.id,
      rule,
      source: sourceOf(matter),
      member,
      ...(act !== undefined && { act }),
    })
    const size = one.cut[member].size
    const now = voiceAt(histories[elector], size)
    if (now.effective === 'silent')
      return acknowledged[elector][0]?.at < size ? [] : [reason('unacknowledged')]
    const tree = before(matter, one, 'breaks', { id: member, instant })
    if (!tree) return []
    const broke = firstBreak(matter, elector, tree.size)
    if (broke !== undefined) return [reason('broken', broke)]
    const then = voiceAt(histories[elector], tree.size)
    if (then.effective === 'withdrawn') return [reason('withdrawn', then.act)]
    return then.effective === 'awaits-instructions' && then.act === now.act
      ? [reason('awaits-instructions', then.act)]
      : []
  })
}
