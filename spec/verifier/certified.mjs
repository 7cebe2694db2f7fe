// What certificates prove of a version: spec/decision.md section 4.
import { isCarried, whyShut } from './rules.mjs'
import { deemedBy, isAdoptedBySilence, whyBroken } from './silence.mjs'
import {
  atInstant,
  citedBy,
  concerned,
  currentUntil,
  frozenFrom,
  heardLate,
  isIn,
  isUnmandated,
  runOuts,
  saidIn,
  seenBy,
  SILENT,
  voiceAt,
  voicesAt,
  voicesFrom,
} from './voices.mjs'

const COMPLIES = { effective: 'complies', union: 'complies', national: 'complies' }

/** Which of a version's certificates are true, by result, with what they show. */
export function resultsOf(matter) {
  const { text, rule, certificates } = matter
  const isSilence = rule === 'silence'
  const of = (result) => certificates.filter((one) => one.result === result)
  const adopted = of('adopted').flatMap((one) => {
    const cited = citedBy(one)
    const isCurrent = text.at < cited[text.by] && cited[text.by] <= text.nextAt
    if (!isCurrent || isFrozen(matter, cited) || isUnmandated(text, cited)) return []
    if (!(isSilence ? isAdoptedBySilence : isAdoptedAtAnInstant)(matter, one, cited)) return []
    return [{ ...one, cited, deemed: isSilence ? deemedBy(matter, one) : new Set() }]
  })
  const proved = (result, why) =>
    of(result).flatMap((one) => {
      const inside = adopted.filter((each) => isIn(each, citedBy(one)))
      const deemed = new Set(inside.flatMap((each) => [...each.deemed]))
      const reasons = inside.length > 0 ? why(matter, { ...one, cited: citedBy(one) }, deemed) : []
      return reasons.length > 0 ? [{ id: one.id, reasons }] : []
    })
  return {
    adopted,
    ended: proved('ended', whyEnded),
    lapsed: proved('lapsed', whyLapsed),
    broken: of('expired').flatMap((one) => {
      if (!isSilence || one.of !== undefined || text.at >= one.cut[text.by].size) return []
      const reasons = whyBroken(matter, one)
      return reasons.length > 0 ? [{ id: one.id, reasons }] : []
    }),
    ranOut: runOuts(matter),
  }
}

const isFrozen = (matter, cited) =>
  frozenFrom(matter, matter.text.by, cited) <= matter.text.at ||
  (matter.rule === 'silence' &&
    matter.electors.some(({ id }) => frozenFrom(matter, id, cited) < cited[id]))

function isAdoptedAtAnInstant(matter, { trees }, cited) {
  const { charter, text, rule } = matter
  const closings = concerned(matter).map((id) => trees.closings[id])
  const from = Math.max(...closings.map((tree) => seenBy(tree, charter.quorum)))
  const to = Math.min(...closings.map((tree) => currentUntil(tree, charter.quorum)))
  const voices = voicesAt(matter, cited)
  const end = rule === 'qualified-majority' ? text.expiry : -Infinity
  // Between these instants nothing changes: to try them is to try all.
  const instants = [from, end, ...voices.flatMap(({ until }) => until ?? [])]
  return instants.some((instant) => {
    if (instant < from || instant > to) return false
    const said = voices.map((voice) => ({ voice: atInstant(voice, instant) }))
    const isOver = instant >= end || said.every(({ voice }) => voice.effective !== 'silent')
    return isOver && whyShut(matter, said).length === 0
  })
}

function whyEnded(matter, one, deemed) {
  const voices = voicesAt(matter, one.cited)
  const reasons = whyShut(matter, heardLate(matter, voices, deemed))
  const best = voices.map((voice, elector) =>
    isStuck(matter, one, { elector, deemed }) ? voice : COMPLIES,
  )
  return whyShut(matter, heardLate(matter, best, deemed)).length > 0 ? reasons : []
}

function isStuck(matter, { cited, trees }, { elector, deemed }) {
  const { quorum, cure } = matter.charter
  const { id } = matter.electors[elector]
  const said = saidIn(matter.histories[elector], cited)
  if (voiceAt(said, cited[id]).effective === 'withdrawn') return true
  const since = trees.since[id]
  if (!since || since.size > cited[id]) return false
  const seen = seenBy(since, quorum)
  if (currentUntil(trees.closings[id], quorum) <= seen + cure) return false
  return voicesFrom(said, since.size, cited[id]).every(
    (voice) =>
      !isCarried(matter, { voice: atInstant(voice, seen), deemed: deemed.has(id), late: true }),
  )
}

function whyLapsed(matter, { cited, trees, window }, deemed) {
  const { charter, text, rule, electors, reaffirmed } = matter
  if (text.expiry === undefined || charter.period === undefined) return []
  const due = text.expiry + window * charter.period
  const overdue = new Set(
    electors.flatMap(({ id }, elector) =>
      currentUntil(trees.closings[id], charter.quorum) >= due &&
      !reaffirmed[elector].some(
        (one) => one.window === window && one.at < cited[id] && !isUnmandated(one, cited),
      )
        ? id
        : [],
    ),
  )
  const held = voicesAt(matter, cited).map((voice, elector) =>
    overdue.has(electors[elector].id) && voice.effective !== 'withdrawn' ? SILENT : voice,
  )
  const isMet =
    whyShut(matter, heardLate(matter, held, new Set([...deemed].filter((id) => !overdue.has(id)))))
      .length === 0
  if (isMet) return []
  return [...overdue].map((member) => ({
    code: 'not-reaffirmed',
    version: text.id,
    rule,
    source: 'none',
    member,
  }))
}
