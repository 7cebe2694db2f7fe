// The state of a case at a cut and its digest: spec/state.md, spec/decision.md section 5.
import { canonical, idOf } from './bytes.mjs'
import { resultsOf } from './certified.mjs'
import { measuresOf } from './measures.mjs'
import { historyOf, readAll, ruleOf } from './reading.mjs'
import { isCarried, whyShut } from './rules.mjs'
import {
  acknowledgedIn,
  expiryAt,
  firstBreak,
  heardLate,
  readable,
  SILENT,
  voicesAt,
} from './voices.mjs'

export const digestOf = (state) => idOf(Buffer.from(canonical(state)))
const some = (name, list) => (list.length > 0 ? { [name]: list } : {})

/** What a case is worth at a cut: per party `{root, acts}`, as `cutOf` gives them. */
export function stateOf(charter, cut) {
  const read = readAll(charter, cut)
  const sizes = Object.fromEntries([...cut].map(([party, { acts }]) => [party, acts.length]))
  const steps = new Map()
  for (const text of read.filings) {
    const key = `${text.step.kind} ${text.step.id}`
    steps.set(key, [...(steps.get(key) ?? []), text])
  }
  const judged = [...steps.values()].map((texts) => {
    const versions = []
    let successor
    for (const [at, text] of [...texts.entries()].toReversed()) {
      const nextAt = Math.min(texts[at + 1]?.at ?? Infinity, text.disownedAt)
      const version = judge(
        { charter, read, sizes, successor },
        { ...text, number: at + 1, nextAt },
      )
      if (version.adopted.length > 0) successor = version.id
      versions.unshift(version)
    }
    return { ...texts[0].step, versions }
  })
  const shelves = Object.entries(read.shelves).map(([shelf, on]) => [shelf, on.map(({ id }) => id)])
  const retracted = read.retracted.map(({ of, by }) => ({
    of,
    by,
    resting: read.resting.filter(({ on }) => on.includes(of)).map(({ id }) => id),
  }))
  const puts = new Map(
    judged
      .filter(({ kind }) => kind === 'charter')
      .flatMap(({ versions }) => versions)
      .flatMap(({ id, adopted, successor }) => (adopted.length > 0 ? [[id, successor]] : [])),
  )
  const amended = read.amending.filter(({ on, to }) => puts.get(on) === to)
  return {
    charter: charter.id,
    cut: Object.fromEntries(
      [...cut].map(([party, { root, acts }]) => [party, { size: acts.length, root }]),
    ),
    steps: judged,
    ...Object.fromEntries(shelves),
    ...some('measures', measuresOf(judged, read.moves, read.referred)),
    ...some('disavowed', read.disavowed),
    ...some('mandates', read.mandates),
    ...some('unmandated', read.unmandated),
    ...some(
      'forked',
      read.forks.map(({ of: party, size, id: by }) => ({ party, size, by })),
    ),
    ...some('amended', amended),
    ...some('retracted', retracted),
    void: read.void,
  }
}

/** A version with whoever has a voice on it, and everything said and certified of it. */
function matterOf({ charter, read, sizes }, text) {
  const { id, by } = text
  const { kind } = text.step
  const rule = ruleOf(charter, kind)
  const electors = charter.parties
    .filter(({ role }) => role === 'member')
    .filter((member) => rule !== 'participants-only' || text.names.includes(member.id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const own = (acts) =>
    electors.map((one) => acts.filter((act) => act.on === id && act.by === one.id))
  return {
    charter,
    text,
    rule,
    model: charter.steps[kind]?.model ?? 'eu-coreu',
    electors,
    histories: electors.map((one) => historyOf(read, id, one.id)),
    acknowledged: own(read.receipts).map((receipts, elector) =>
      electors[elector].id === by ? [{ at: text.at }] : receipts,
    ),
    reaffirmed: own(read.reaffirmed),
    extensions: read.extensions.filter((one) => one.on === id && one.by === by),
    forks: read.forks,
    certificates: readable(
      read.certificates.filter((one) => one.on === id),
      sizes,
    ),
  }
}

function judge({ successor, ...place }, text) {
  const matter = matterOf(place, text)
  const { rule, electors } = matter
  const { id, by, number, nextAt } = text
  const base = { id, number, by, current: nextAt === Infinity, rule }
  const described = (voices) => ({
    ...base,
    voices: Object.fromEntries(electors.map((one, at) => [one.id, voices[at]])),
    incomplete: electors.flatMap((one, at) => (voices[at].effective === 'silent' ? one.id : [])),
  })
  if (rule === 'each-its-own') {
    const voices = matter.histories.map((said) => said.at(-1)?.voice ?? SILENT)
    const open = { standing: 'open', reasons: [], inForce: false, adopted: [], ended: [] }
    return { ...described(voices), gate: { open: false, reasons: [] }, ...open }
  }
  const voices = voicesAt(matter, place.sizes)
  const results = resultsOf(matter)
  const isAdopted = results.adopted.length > 0
  const deemed = new Set(results.adopted.flatMap((one) => [...one.deemed]))
  const heard = isAdopted
    ? heardLate(matter, voices, deemed)
    : voices.map((voice, elector) => ({
        voice,
        deemed: acknowledgedIn(matter, elector, place.sizes) !== undefined,
        broke: firstBreak(matter, elector, Infinity),
      }))
  const shut = whyShut(matter, heard)
  const ids = (list) => list.map((one) => one.id)
  const { standing, reasons } = standingOf({ matter, voices, deemed, shut, results, successor })
  return {
    ...described(voices),
    ...(rule === 'express-unanimity' && { incomplete: [] }),
    gate: {
      open: shut.length === 0,
      reasons: shut,
      ...(!isAdopted && notBefore(matter, voices)),
    },
    standing,
    reasons,
    inForce: ['stands', 'stands-with-reservations', 'weakened'].includes(standing),
    adopted: ids(results.adopted),
    ended: ids(results.ended),
    ...some('lapsed', ids(results.lapsed)),
    ...some('broken', ids(results.broken)),
    ...some('ranOut', ids(results.ranOut)),
    ...timed(matter, place.sizes),
  }
}

function notBefore(matter, voices) {
  if (matter.rule === 'silence')
    return { notBefore: expiryAt(matter, Infinity) + matter.charter.grace }
  const waits = voices.some(({ effective }) => effective === 'silent')
  return matter.rule === 'qualified-majority' && waits ? { notBefore: matter.text.expiry } : {}
}

function timed(matter, sizes) {
  const { text, rule, electors, reaffirmed } = matter
  const windows = electors.flatMap(({ id }, at) => {
    const answered = [...new Set(reaffirmed[at].map(({ window }) => window))]
    return answered.length > 0 ? [[id, answered.toSorted((a, b) => a - b)]] : []
  })
  return {
    ...(text.puts !== undefined && { successor: text.puts }),
    ...(text.expiry !== undefined && { expiry: expiryAt(matter, Infinity) }),
    ...(rule === 'silence' && {
      acknowledged: electors.flatMap(({ id }, at) =>
        acknowledgedIn(matter, at, sizes) === undefined ? [] : id,
      ),
    }),
    ...(windows.length > 0 && { reaffirmed: Object.fromEntries(windows) }),
  }
}

/** The first standing that fits, with its reasons. */
function standingOf({ matter, voices, deemed, shut, results, successor }) {
  const { electors, text, rule } = matter
  const { adopted, ended, lapsed, broken } = results
  const ours = (code, more = {}) => ({ code, version: text.id, rule, source: 'none', ...more })
  const as = (standing, reasons) => ({ standing, reasons })
  if (adopted.length === 0) {
    const breaks = shut.filter(({ code }) => ['objects', 'broken', 'withdrawn'].includes(code))
    if (rule === 'silence' && breaks.length > 0) return as('broken', breaks)
    if (broken.length > 0) return as('broken', broken[0].reasons)
    return as('open', shut.length > 0 ? shut : [ours('not-declared')])
  }
  if (ended.length > 0) return as('ended', ended[0].reasons)
  if (lapsed.length > 0) return as('lapsed', lapsed[0].reasons)
  if (successor !== undefined) return as('superseded', [ours('later-version', { act: successor })])
  if (shut.length > 0) return as('suspended', shut)
  const carried = (all, shown) =>
    heardLate(matter, all, shown).map((heard) => isCarried(matter, heard))
  const then = adopted.map((one) => carried(voicesAt(matter, one.cited), one.deemed))
  const now = carried(voices, deemed)
  const whose = (is, of) =>
    electors.flatMap(({ id: member }, at) => {
      const { act } = voices[at]
      return is(at) ? [of({ member, ...(act !== undefined && { act }) }, voices[at])] : []
    })
  const lost = whose(
    (at) => !now[at] && then.some((one) => one[at]),
    (by) => ours('consent-lost', by),
  )
  if (lost.length > 0) return as('weakened', lost)
  const reserved = whose(
    (at) => voices[at].excepts,
    (by, { excepts: clauses }) => ours('reserves', { ...by, clauses }),
  )
  return reserved.length > 0 ? as('stands-with-reservations', reserved) : as('stands', [])
}
