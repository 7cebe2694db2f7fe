// What the acts of a cut say, each where it is looked for: spec/decision.md sections 1 and 2, spec/state.md sections 1 and 2.
import { Refused } from './bytes.mjs'
import { forkSize } from './note.mjs'
import { BREAKS_BY_AMENDMENT, RULES } from './rules.mjs'

const SHELVES = {
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
const MOVES = new Set([
  'call',
  'notice',
  'assess',
  'start',
  'report',
  'review',
  'suspend',
  'terminate',
])
const UNNAMED = { attribution: 'each-its-own', term: 'silence', lessons: 'silence' }
const SHA = /^sha256:[0-9a-f]{64}$/
/** Weakest first; silence stands where it carries more than to wait and less than to abstain. */
export const WEAKEST = [
  'withdrawn',
  'objects',
  'awaits-instructions',
  'silent',
  'abstains-constructively',
  'abstains',
  'complies-with-reservation',
  'complies-with-statement',
  'complies',
]
const GONE = { effective: 'withdrawn', union: 'withdrawn', national: 'withdrawn' }

/** By which rule a case decides steps of a kind; refused where this verifier does not know it. */
export function ruleOf({ steps }, kind) {
  const rule = steps[kind]?.rule ?? UNNAMED[kind] ?? 'express-unanimity'
  const model = steps[kind]?.model ?? 'eu-coreu'
  if (!Object.hasOwn(RULES, rule) || !Object.hasOwn(BREAKS_BY_AMENDMENT, model))
    throw new Refused('verifier.unknown-rule', `${rule}, ${model}`)
  return rule
}

/** All parties' acts read once, by id of the party and then in the order of its strand. */
export function readAll(charter, cut) {
  const read = {
    filings: [],
    /** Per version, per party: what it said, each with the place from which it holds. */
    voices: new Map(),
    certificates: [],
    receipts: [],
    extensions: [],
    reaffirmed: [],
    shelves: { evidence: [], attributions: [] },
    moves: [],
    /** Texts of which nothing is begun. */
    referred: new Set(),
    disavowed: [],
    mandates: [],
    unmandated: [],
    forks: [],
    /** Per party that left, where it did. */
    left: new Map(),
    amending: [],
    retracted: [],
    resting: [],
    void: [],
  }
  const parties = [...cut].toSorted(([a], [b]) => (a < b ? -1 : 1))
  for (const [, { acts }] of parties)
    for (const one of acts) {
      const code = one.void ?? whyNothing(charter, read, one)
      if (code) read.void.push({ party: one.party, index: one.index, act: one.id, code })
      else take(read, one)
      if (one.unmandated) read.unmandated.push({ party: one.party, act: one.id })
      if (one.ends) {
        const { party, of, from } = one.ends
        read.mandates.push({ party, of, by: one.id, from })
      }
      if (one.disavowed)
        read.disavowed.push({ party: one.party, act: one.id, by: one.disavowed.by })
    }
  return read
}

function whyNothing(charter, { filings, shelves }, { party, act }) {
  const isMember = charter.parties.some(({ id, role }) => id === party && role === 'member')
  if (['comply', 'withdraw', 'reaffirm'].includes(act.kind))
    return isMember ? undefined : 'act.not-competent'
  if (act.kind === 'propose' || act.kind === 'amend') {
    const { kind } = act.step
    return (charter.steps[kind]?.by ?? charter.chair) === party
      ? whyUndecidable(charter, ruleOf(charter, kind), act)
      : 'act.not-competent'
  }
  if (act.kind === 'extend') {
    const filed = filings.find(({ id, by }) => id === act.on && by === party)
    if (!filed) return 'act.not-competent'
    return ruleOf(charter, filed.step.kind) === 'silence' ? undefined : 'version.not-silence'
  }
  if (act.kind === 'evidence-withdraw')
    return shelves.evidence.some(({ id, by }) => id === act.of && by === party)
      ? undefined
      : 'act.not-on-record'
  return undefined
}

/** Why a text lacks what its rule needs: spec/decision.md section 1. */
function whyUndecidable({ parties }, rule, { expiry, names = [], minimum }) {
  if (RULES[rule].needsExpiry && expiry === undefined) return 'version.expiry'
  if (rule !== 'participants-only') return undefined
  const isSound =
    names.length > 0 &&
    new Set(names).size === names.length &&
    names.every((name) => parties.some(({ id, role }) => id === name && role === 'member')) &&
    (minimum === undefined || (minimum >= 1 && minimum <= names.length))
  return isSound ? undefined : 'version.participants'
}

function take(read, { id, party: by, index: at, act, trees, disavowed, unmandated }) {
  const shelf = SHELVES[act.kind]
  if (shelf) (read.shelves[shelf] ??= []).push({ id, by })
  if (MOVES.has(act.kind)) read.moves.push({ id, by, act })
  const on = restsOn(act)
  if (on.length > 0) read.resting.push({ id, on })
  speak(read, { id, by, at, act, unmandated })
  switch (act.kind) {
    case 'propose':
    case 'amend': {
      const { step, expiry, names, minimum, successor: puts } = act
      const disownedAt = disavowed?.from ?? Infinity
      if (act.measure?.kind === 'self-defence-referral') read.referred.add(id)
      const text = { step, expiry, names, minimum, puts }
      read.filings.push({ id, by, at, ...text, disownedAt, unmandated })
      break
    }
    case 'declare':
      if (trees) read.certificates.push({ id, by, at, ...act, trees })
      break
    case 'receipt':
      read.receipts.push({ by, at, on: act.of, unmandated })
      break
    case 'extend':
      read.extensions.push({ by, at, on: act.on, until: act.until })
      break
    case 'reaffirm':
      read.reaffirmed.push({ by, at, on: act.on, window: act.window, unmandated })
      break
    case 'accuse':
      read.forks.push({ by, at, id, of: act.of, size: forkSize(act) })
      break
    case 'leave':
      read.left.set(by, { at, voice: { ...GONE, act: id } })
      break
    case 'charter-amend':
      read.amending.push({ by: id, on: act.on, to: act.to })
      break
    case 'evidence-withdraw':
      read.retracted.push({ of: act.of, by: id })
  }
}

/** What an act says or takes back of its party's voices. */
function speak(read, { id, by, at, act, unmandated }) {
  const said = (voice) =>
    say(read, act.on, by, { at, voice, amends: act.amendment !== undefined, unmandated })
  if (act.kind === 'comply') said(voiceOf(act, id))
  if (act.kind === 'withdraw') said({ ...GONE, act: id })
  if (act.kind !== 'disavow') return
  for (const [version, said] of read.voices)
    if (act.acts.includes(said.get(by)?.at(-1)?.voice.act))
      say(read, version, by, { at, voice: { ...GONE, cause: 'compromise', act: id } })
}

const evidenceOf = (facts = {}) =>
  Object.values(facts).flatMap(({ evidence = [] }) => evidence.filter((one) => SHA.test(one)))

function restsOn({ kind, evidence = [], measure, facts }) {
  if (kind === 'propose' || kind === 'amend') return [...evidence, ...evidenceOf(measure?.facts)]
  if (kind === 'attribute') return evidence
  return kind === 'assess' ? evidenceOf(facts) : []
}

/** A member's voice by one act: the weaker of its two, with what it excepts. */
function voiceOf({ union, national, reservations = [], vital, until }, act) {
  const effective = WEAKEST.indexOf(union) <= WEAKEST.indexOf(national) ? union : national
  const clauses = new Set(reservations.flatMap(({ clause }) => clause ?? []))
  const excepts = effective === 'complies-with-reservation' ? [...clauses] : []
  return {
    effective,
    union,
    national,
    act,
    ...(excepts.length > 0 && { excepts }),
    ...(vital && { vital }),
    ...(until !== undefined && { until }),
  }
}

function say({ voices }, version, party, moment) {
  if (!voices.has(version)) voices.set(version, new Map())
  const said = voices.get(version)
  if (!said.has(party)) said.set(party, [])
  if (said.get(party).at(-1)?.voice.effective !== 'withdrawn') said.get(party).push(moment)
}

/** What a member said on a version; whoever left has withdrawn from it, whether or not it spoke. */
export function historyOf({ voices, left }, version, party) {
  const said = voices.get(version)?.get(party) ?? []
  const isGone = !left.has(party) || said.at(-1)?.voice.effective === 'withdrawn'
  return isGone ? said : [...said, left.get(party)]
}

/** Whether a moment breaks a silence under this charter's model of it. */
export const isBreak = (model, { voice, amends }) =>
  voice.effective === 'objects' || (BREAKS_BY_AMENDMENT[model] && amends === true)
