// What a version is worth at a cut: spec/state.md sections 3 and 4, spec/decision.md section 5.
import { deemedBy, isCurrent, provedAt, reaffirmedBy, voicesAt } from './certified.mjs'
import { isDeemed, isFor, whyShut } from './rules.mjs'
import { breakOf, endOf, hasReceipt } from './voices.mjs'

/** Without what has nothing to say. */
export const some = (fields) =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value.length !== 0),
  )
const ids = (list) => list.map(({ id }) => id)

/** A version as the whole cut has it; `later` are those after it in its step. */
export function versionOf(version, later) {
  const { id, number, party, rule, electors, act, world } = version
  const voices = voicesAt(version, world.sizes)
  const silent = electors.filter((one) => voices.get(one).effective === 'silent')
  const common = {
    id,
    number,
    by: party,
    current: isCurrent(version, world.sizes),
    rule,
    voices: Object.fromEntries(voices),
    incomplete: rule === 'express-unanimity' ? [] : silent,
  }
  if (rule === 'each-its-own') {
    const gate = { open: false, reasons: [] }
    return {
      ...common,
      gate,
      standing: 'open',
      reasons: [],
      inForce: false,
      adopted: [],
      ended: [],
    }
  }
  const proved = (result) => provedAt(version, result, world.sizes)
  const [adopting, ended, lapsed, expired] = ['adopted', 'ended', 'lapsed', 'expired'].map(proved)
  const broken = expired.filter(({ of }) => of === undefined)
  const heard = hearing(version, adopting)
  const shut = whyShut(world.charter, version, voices, heard)
  const known = {
    version,
    later,
    voices,
    shut,
    ...heard,
    adopting,
    ended,
    lapsed,
    rejected: broken,
  }
  const judged = standingOf(known)
  return {
    ...common,
    ...judged,
    gate: { open: shut.length === 0, reasons: shut, ...waiting(version, heard, silent) },
    inForce: ['stands', 'stands-with-reservations', 'weakened'].includes(judged.standing),
    adopted: ids(adopting),
    ended: ids(ended),
    ...some({
      lapsed: ids(lapsed),
      broken: ids(broken),
      ranOut: ids(expired.filter(({ of }) => of !== undefined)),
      successor: act.successor,
      expiry: expiryOf(version),
      reaffirmed: answersTo(version),
    }),
    ...(rule === 'silence' && { acknowledged: acknowledging(version) }),
  }
}

const expiryOf = (version) =>
  version.rule === 'silence'
    ? endOf(version, version.world.sizes[version.party])
    : version.act.expiry

const acknowledging = (version) => {
  const { electors, world } = version
  return electors.filter((one) => hasReceipt(version, one, world.sizes[one], world.sizes))
}

function answersTo(version) {
  const answered = version.electors
    .map((one) => [one, reaffirmedBy(version, one, version.world.sizes)])
    .filter(([, windows]) => windows.length > 0)
  return answered.length > 0 ? Object.fromEntries(answered) : undefined
}

/** How the rule hears the voices of the cut: whose silence is consent, and before adoption who broke it. */
function hearing(version, adopting) {
  if (adopting.length > 0) return { isAdopted: true, deemed: deemedBy(adopting) }
  if (version.rule !== 'silence') return {}
  const breaks = version.electors.map((one) => [
    one,
    breakOf(version, one, version.world.sizes[one])?.id,
  ])
  return { deemed: new Set(acknowledging(version)), broken: Object.fromEntries(breaks) }
}

/** The first second at which a certificate could adopt it, where that is not now. */
function waiting(version, { isAdopted }, silent) {
  const { rule, world } = version
  if (isAdopted) return {}
  if (rule === 'silence') return { notBefore: expiryOf(version) + world.charter.grace }
  return rule === 'qualified-majority' && silent.length > 0 ? { notBefore: expiryOf(version) } : {}
}

function standingOf(known) {
  const { version, later, voices, shut, adopting, ended, lapsed } = known
  const { id, rule, electors, world } = version
  const because = (code, more) => ({ code, version: id, rule, source: 'none', ...more })
  if (adopting.length === 0) return unadopted(known, because)
  if (ended.length > 0) return { standing: 'ended', reasons: ended[0].reasons }
  if (lapsed.length > 0) {
    const reasons = lapsed[0].overdue.map((member) => because('not-reaffirmed', { member }))
    return { standing: 'lapsed', reasons }
  }
  const next = later.find((one) => provedAt(one, 'adopted', world.sizes).length > 0)
  if (next) return { standing: 'superseded', reasons: [because('later-version', { act: next.id })] }
  if (shut.length > 0) return { standing: 'suspended', reasons: shut }
  const each = (members, code) =>
    members.map((member) => {
      const { act, excepts: clauses } = voices.get(member)
      return because(code, { member, ...some({ act, clauses }) })
    })
  const lost = lostBy(known)
  if (lost.length > 0) return { standing: 'weakened', reasons: each(lost, 'consent-lost') }
  const reserving = electors.filter((member) => voices.get(member).excepts)
  return reserving.length > 0
    ? { standing: 'stands-with-reservations', reasons: each(reserving, 'reserves') }
    : { standing: 'stands', reasons: [] }
}

/** Who consented at the cut of some certificate that adopts, and does so no more. */
function lostBy({ version, voices, deemed, adopting }) {
  const consents = (member, voice, by) => isFor(voice) || isDeemed(member, voice, by)
  const did = (member) =>
    adopting.some((one) => consents(member, voicesAt(version, one.sizes).get(member), one.deemed))
  return version.electors.filter(
    (member) => !consents(member, voices.get(member), deemed) && did(member),
  )
}

function unadopted({ version: { rule }, shut, rejected }, because) {
  const broke = shut.filter(({ code }) => ['objects', 'broken', 'withdrawn'].includes(code))
  if (rule === 'silence' && broke.length > 0) return { standing: 'broken', reasons: broke }
  if (rejected.length > 0) return { standing: 'broken', reasons: rejected[0].reasons }
  return { standing: 'open', reasons: shut.length > 0 ? shut : [because('not-declared')] }
}
