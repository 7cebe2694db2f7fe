// What certificates prove: spec/decision.md section 4. Each is judged by its own cut, so what is true stays so.
import { actsOf, isIn, isUnmandated } from './reading.mjs'
import {
  breakOf,
  endOf,
  forkOf,
  hasReceipt,
  historyOf,
  rank,
  ranOut,
  spanOf,
  voiceAt,
  weaker,
} from './voices.mjs'
import { isDeemed, isFor, sourceOf, whyShut } from './rules.mjs'

const sizesOf = ({ act }) =>
  Object.fromEntries(Object.entries(act.cut).map(([id, { size }]) => [id, size]))

/** Certificates with this result about an act that are true and known at a cut of `sizes`, with what they show. */
export function provedAt({ world, id: on }, result, sizes) {
  return world.counting.flatMap((one) => {
    if (one.act.result !== result || one.act.on !== on || !one.trees) return []
    const isThere = isIn({ by: one.party, at: one.index, cited: largest(one) }, sizes)
    const shown = isThere && proofOf(world, one)
    return shown ? [{ ...shown, id: one.id, sizes: sizesOf(one) }] : []
  })
}

const spans = ({ charter }, trees) =>
  Object.fromEntries(Object.entries(trees).map(([id, tree]) => [id, spanOf(charter, tree)]))

function largest({ act, trees }) {
  const cited = sizesOf({ act })
  for (const some of Object.values(trees))
    for (const [id, { size }] of Object.entries(some)) cited[id] = Math.max(cited[id], size)
  return cited
}

function proofOf(world, one) {
  if (!world.truths.has(one.id)) {
    const { act } = one
    const { closings: cited, ...trees } = Object.fromEntries(
      Object.entries(one.trees).map(([name, some]) => [name, spans(world, some)]),
    )
    const sizes = sizesOf(one)
    const version = world.versions.find(({ id }) => id === act.on)
    const isJudged = version.index < sizes[version.party] || act.of !== undefined
    const inside = (name) =>
      new Map(Object.entries(trees[name]).filter(([id, { size }]) => size <= sizes[id]))
    const facts = { world, act, version, sizes, cited, inside }
    const prove = act.of === undefined ? PROOFS[act.result] : expiredVoice
    world.truths.set(one.id, isJudged ? prove(facts) : undefined)
  }
  return world.truths.get(one.id)
}

const PROOFS = {
  adopted: (facts) => (facts.version.rule === 'silence' ? adoptedBySilence(facts) : adopted(facts)),
  ended,
  lapsed,
  expired: brokenSilence,
}

/** The voices at a cut of `sizes`: of a forked log the weakest from there on, and none that is certified to have run out. */
export function voicesAt(version, sizes) {
  const gone = goneAt(version, sizes)
  const voiceOf = (id) => {
    if (version.rule === 'each-its-own') return historyOf(version, id, sizes[id]).at(-1)
    const history = historyOf(version, id, sizes[id], sizes)
    return gone(history.slice(Math.min(forkOf(version.world, id, sizes), sizes[id])).reduce(weaker))
  }
  return new Map(version.electors.map((id) => [id, voiceOf(id)]))
}

function goneAt(version, sizes) {
  const certified = new Set(provedAt(version, 'expired', sizes).flatMap(({ of }) => of ?? []))
  return (voice) => (certified.has(voice.act) ? ranOut(voice) : voice)
}

export function isCurrent({ world, number, act: { step }, disownedBy, party }, sizes) {
  const isLater = (one) =>
    one.act.step.id === step.id &&
    one.act.step.kind === step.kind &&
    one.number > number &&
    one.index < sizes[party]
  return !world.versions.some(isLater) && !(disownedBy && disownedBy.at < sizes[party])
}

function mayBeAdopted(version, sizes) {
  return (
    isCurrent(version, sizes) &&
    !isUnmandated(version, sizes) &&
    version.index < forkOf(version.world, version.party, sizes)
  )
}

function adopted({ world, version, sizes, cited }) {
  const { charter } = world
  const { electors, party, rule, act } = version
  if (!mayBeAdopted(version, sizes)) return undefined
  const trees = [...electors, party].map((id) => cited[id])
  const from = Math.max(...trees.map(({ seen }) => seen))
  const to = Math.min(...trees.map(({ current }) => current))
  const voices = voicesAt(version, sizes)
  const turns = [from, act.expiry, ...[...voices.values()].map(({ until }) => until)]
  const isMetAt = (instant) => {
    const then = new Map([...voices].map(([id, voice]) => [id, voiceAt(voice, instant)]))
    if (whyShut(charter, version, then, {}).length > 0) return false
    const isSaid = [...then.values()].every(({ effective }) => effective !== 'silent')
    return rule !== 'qualified-majority' || instant >= act.expiry || isSaid
  }
  const isMet = turns.some((one) => one >= from && one <= to && isMetAt(one))
  return isMet ? { deemed: new Set() } : undefined
}

/** Until when every tree that matters is still current. */
const currentOf = ({ version: { electors, party }, cited }) =>
  Math.min(...[...electors, party].map((id) => cited[id].current))

/** The filer's end as its early tree has it, where that was seen before an instant. */
function dueBy({ version, inside }, before) {
  const early = inside('early').get(version.party)
  return early?.seen < before ? endOf(version, early.size) : version.act.expiry
}

function adoptedBySilence(facts) {
  const { world, version, sizes, cited, inside } = facts
  const { charter } = world
  const { electors, party } = version
  if (!mayBeAdopted(version, sizes)) return undefined
  if (electors.some((id) => forkOf(world, id, sizes) < sizes[id])) return undefined
  const closing = endOf(version, cited[party].size) + charter.grace
  if (!(currentOf(facts) >= closing)) return undefined
  const due = dueBy(facts, version.act.expiry)
  const gone = goneAt(version, sizes)
  const deemed = new Set()
  const voices = new Map()
  const broken = {}
  for (const id of electors) {
    const early = inside('early').get(id)
    if (!(early?.seen < due)) return undefined
    if (early.seen < due - charter.notice && hasReceipt(version, id, early.size, sizes))
      deemed.add(id)
    const history = historyOf(version, id, sizes[id], sizes).slice(early.size)
    const strength = (voice) => (isDeemed(id, voice, deemed) ? CONSENT : rank(voice))
    voices.set(
      id,
      history
        .map((voice) => voiceAt(gone(voice), closing))
        .reduce((a, b) => (strength(b) < strength(a) ? b : a)),
    )
    broken[id] = breakOf(version, id, sizes[id])?.id
  }
  return whyShut(charter, version, voices, { deemed, broken }).length === 0 ? { deemed } : undefined
}
/** Weaker than every consent that is expressed; like an abstention it does not stop, and nobody is for by it. */
const CONSENT = rank({ effective: 'abstains' })

/** Whose silence is shown to be consent by the certificates that adopt. */
export const deemedBy = (adopting) => new Set(adopting.flatMap(({ deemed }) => [...deemed]))

function ended({ world, version, sizes, cited, inside }) {
  const { charter } = world
  const adopting = provedAt(version, 'adopted', sizes)
  if (adopting.length === 0) return undefined
  const deemed = deemedBy(adopting)
  const voices = voicesAt(version, sizes)
  const why = (given) => whyShut(charter, version, given, { isAdopted: true, deemed })
  const reasons = why(voices)
  const isStuck = (id) => {
    if (voices.get(id).effective === 'withdrawn') return true
    const since = inside('since').get(id)
    if (!since || !(cited[id].current > since.seen + charter.cure)) return false
    return historyOf(version, id, sizes[id], sizes)
      .slice(since.size)
      .map((voice) => voiceAt(voice, since.seen))
      .every((voice) => !isFor(voice) && !isDeemed(id, voice, deemed))
  }
  const best = new Map(
    version.electors.map((id) => [id, isStuck(id) ? voices.get(id) : { effective: 'complies' }]),
  )
  return why(best).length > 0 ? { reasons } : undefined
}

function lapsed({ world, act: { window }, version, sizes, cited }) {
  const { charter } = world
  const { expiry } = version.act
  const adopting = provedAt(version, 'adopted', sizes)
  // Without a period or an expiry no time is late enough.
  const isOverdue = (id) =>
    cited[id].current >= expiry + window * charter.period &&
    !reaffirmedBy(version, id, sizes).includes(window)
  const overdue = version.electors.filter(isOverdue)
  if (adopting.length === 0 || overdue.length === 0) return undefined
  const voices = voicesAt(version, sizes)
  // Nobody has to be deemed to consent: under silence, whoever is overdue stops it.
  for (const id of overdue) voices.set(id, { effective: 'silent' })
  const isUnmet = whyShut(charter, version, voices, { isAdopted: true }).length > 0
  return isUnmet ? { overdue } : undefined
}

/** The windows that a member answered. */
export const reaffirmedBy = ({ world, id }, party, sizes) => [
  ...new Set(
    actsOf(world, party, sizes[party])
      .filter(
        (one) => one.act.kind === 'reaffirm' && one.act.on === id && !isUnmandated(one, sizes),
      )
      .map(({ act }) => act.window)
      .sort((a, b) => a - b),
  ),
]

function expiredVoice({ world, act: { of }, version, sizes, cited }) {
  const voice = world.counting.find(({ id }) => id === of)
  if (!version.electors.includes(voice?.party)) return undefined
  const said = historyOf(version, voice.party, sizes[voice.party])[voice.index + 1]
  return said?.act === of && cited[voice.party].current >= voice.act.until ? { of } : undefined
}

function brokenSilence(facts) {
  const { world, version, sizes, cited, inside } = facts
  const { charter } = world
  if (version.rule !== 'silence') return undefined
  const { electors, party, id: rejected, rule, act } = version
  if (!(currentOf(facts) >= endOf(version, cited[party].size) + charter.grace)) return undefined
  const limit = dueBy(facts, act.expiry + charter.grace) + charter.grace
  const reasons = electors.flatMap((id) => {
    const because = (code, by) => [
      {
        code,
        version: rejected,
        rule,
        source: sourceOf(version),
        member: id,
        ...(by && { act: by }),
      },
    ]
    const history = historyOf(version, id, sizes[id])
    const voice = history.at(-1)
    if (voice.act === undefined)
      return hasReceipt(version, id, sizes[id]) ? [] : because('unacknowledged')
    const tree = inside('breaks').get(id)
    if (!(tree?.seen < limit)) return []
    const broke = breakOf(version, id, tree.size)
    if (broke) return because('broken', broke.id)
    const then = history[tree.size]
    const isHeld = then.effective === 'awaits-instructions' && then.act === voice.act
    return isHeld || then.effective === 'withdrawn' ? because(then.effective, then.act) : []
  })
  return reasons.length > 0 ? { reasons } : undefined
}
