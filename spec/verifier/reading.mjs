// What the acts of a cut are: void or not, and which of them are versions. spec/decision.md section 1, spec/state.md section 2.
import { forkSize } from './note.mjs'

/** Kinds that are on record, each with its shelf: spec/state.md section 1. */
const RECORD = {
  evidence: 'evidence',
  attribute: 'attributions',
  'incident-report': 'incidents',
  receipt: 'receipts',
  publish: 'publications',
  recall: 'recalls',
  sound: 'soundings',
  comment: 'comments',
  objective: 'objectives',
  note: 'notes',
  release: 'releases',
  sighting: 'sightings',
  'self-assessment': 'self-assessments',
  join: 'joined',
  leave: 'left',
}
export const SHELVES = Object.entries(RECORD)
const MOVES = ['assess', 'call', 'notice', 'start', 'report', 'review', 'suspend', 'terminate']
/** What is void where it is disowned, in a forked log, or unmandated. */
const TAKEN = new Set([...Object.keys(RECORD), ...MOVES, 'evidence-withdraw'])
TAKEN.delete('receipt')
TAKEN.delete('leave')
/** What the end of a mandate leaves as it is; root keys have no mandate. */
const STAYS = new Set(['extend', 'declare', 'accuse', 'charter-amend'])

const USUAL = { attribution: 'each-its-own', term: 'silence', lessons: 'silence' }

/** The rule of a kind of step, who files its versions, and whose procedure of silence it follows. */
function ruleOf(charter, kind) {
  const own = charter.steps?.[kind] ?? {}
  const rule = own.rule ?? USUAL[kind] ?? 'express-unanimity'
  const model = own.model ?? 'eu-coreu'
  return { rule, model, by: own.by ?? charter.chair }
}

/** Whether an act is in a cut of `sizes`, with what it cites. */
export const isIn = ({ by, at, cited }, sizes) =>
  at < sizes[by] && Object.entries(cited).every(([id, size]) => size <= sizes[id])

/** Whether a cut of `sizes` proves that whoever signed an act had no mandate any more; where none is given, none does. */
export const isUnmandated = ({ unmandated }, sizes) =>
  unmandated !== undefined &&
  sizes !== undefined &&
  unmandated.every((known) => known.some((one) => isIn(one, sizes)))

/** A cut read: its acts by strand, each with the code for which it is void, its forks and its versions. */
export function read(charter, cut) {
  const parties = [...cut.keys()]
  const sizes = Object.fromEntries(parties.map((id) => [id, cut.get(id).acts.length]))
  const world = { charter, cut, parties, sizes, truths: new Map(), versions: [], disowned: [] }
  world.members = charter.parties
    .filter(({ role }) => role === 'member')
    .map(({ id }) => id)
    .sort()
  world.strands = new Map(parties.map((id) => [id, cut.get(id).acts.map((one) => ({ ...one }))]))
  world.all = [...world.strands.values()].flat()
  const accusing = world.all.filter(({ void: why, act }) => !why && act.kind === 'accuse')
  world.forks = accusing.map(({ id, party, index, act }) => ({
    party: act.of,
    size: forkSize(act),
    by: id,
    known: { by: party, at: index, cited: {} },
  }))
  for (const strand of world.strands.values()) disown(world, strand)
  for (const party of parties) {
    const before = []
    for (const one of world.strands.get(party)) {
      one.void ??= whyVoid(world, one, before)
      if (!one.void) before.push(one)
    }
    for (const one of before)
      if (isText(one.act)) {
        const { step } = one.act
        const same = world.versions.filter(
          ({ act }) => act.step.id === step.id && act.step.kind === step.kind,
        )
        world.versions.push({
          ...one,
          world,
          ...ruleOf(charter, step.kind),
          number: same.length + 1,
          electors: electorsOf(world, one.act),
        })
      }
  }
  world.counting = world.all.filter(({ void: why }) => !why)
  return world
}

const isText = ({ kind }) => kind === 'propose' || kind === 'amend'

const electorsOf = ({ charter, members }, { step, names }) =>
  ruleOf(charter, step.kind).rule === 'participants-only' ? names.toSorted() : members

function disown(world, strand) {
  const counts = new Map()
  for (const one of strand) {
    // What its trees make void was counted at its place.
    if (one.void && !/^(attachment|certificate)\./.test(one.void)) continue
    if (one.act.kind === 'disavow')
      for (const id of one.act.acts) {
        counts.get(id).disownedBy ??= { id: one.id, at: one.index }
      }
    counts.set(one.id, one)
  }
  world.disowned.push(...strand.filter(({ disownedBy }) => disownedBy))
}

function whyVoid({ charter, members, forks, sizes }, one, before) {
  const { act, party, index, disownedBy } = one
  const { kind } = act
  if (TAKEN.has(kind)) {
    if (disownedBy) return 'act.disavowed'
    if (forks.some((fork) => fork.party === party && index >= fork.size)) return 'strand.forked'
    if (isUnmandated(one, sizes)) return 'mandate.expired'
  }
  const of = (id, wanted) => before.find((other) => other.id === id && wanted(other.act))
  if (isText(act)) return whyNoText(charter, members, act, party)
  if (['comply', 'withdraw', 'reaffirm'].includes(kind) && !members.includes(party))
    return 'act.not-competent'
  if (kind === 'extend') {
    const text = of(act.on, isText)
    if (!text) return 'act.not-competent'
    if (ruleOf(charter, text.act.step.kind).rule !== 'silence') return 'version.not-silence'
  }
  if (kind === 'evidence-withdraw' && !of(act.of, (other) => other.kind === 'evidence'))
    return 'act.not-on-record'
  return undefined
}

function whyNoText(charter, members, { step, expiry, names, minimum }, party) {
  const { rule, by } = ruleOf(charter, step.kind)
  if (party !== by) return 'act.not-competent'
  if (['silence', 'qualified-majority'].includes(rule) && expiry === undefined)
    return 'version.expiry'
  if (rule !== 'participants-only') return undefined
  const isNamed =
    names?.length > 0 &&
    new Set(names).size === names.length &&
    names.every((id) => members.includes(id))
  const isEnough = isNamed && (minimum === undefined || (minimum >= 1 && minimum <= names.length))
  return isEnough ? undefined : 'version.participants'
}

/** Acts that count of one party up to a size. */
export const actsOf = ({ strands }, party, size) =>
  strands.get(party).filter(({ void: why, index }) => !why && index < size)

/** Kinds that the end of a mandate touches. */
export const isUnmandatedKind = ({ kind }) => !STAYS.has(kind)
