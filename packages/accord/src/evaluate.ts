import type { Charter, Party } from './charter.ts'
import { sizesOf, type Cut, type Logged, type Strand } from './cut.ts'
import type { ActId } from './id.ts'
import type { Shelf } from './kind.ts'
import { judgeVersion } from './judge.ts'
import { measureOf, type MeasureState } from './ledger.ts'
import { readCertificate, type Certificate, type Sizes } from './matter.ts'
import { emptyReading, EVERY, historyOn, isContinued, readFrom, type Reading } from './reading.ts'
import { decisionRule } from './rule.ts'
import type { Retracted, State, StepState, VersionState } from './state.ts'
import { stepName, versionsOf, type Filing, type Version } from './version.ts'

/**
 * What a case is worth at a cut, from its charter and acts alone: no clock and no order of arrival.
 * Same cut, same bytes, on every node.
 */
export const evaluate = (charter: Charter, cut: Cut): State => createEvaluator(charter)(cut)

/** What was made of the cut before. */
type Known = {
  readonly readings: readonly Reading[]
  readonly acts: readonly (readonly Logged[])[]
  readonly steps: Steps
}

/** The steps of a case by their names, in the order of the strands that file them. */
type Steps = ReadonlyMap<string, KnownStep>

/** A step as it was judged. */
type KnownStep = {
  readonly state: StepState
  readonly measure: MeasureState | undefined
  readonly judged: ReadonlyMap<ActId, Judged>
  /** Whether a certificate of it speaks of what is not there yet: it may prove true in any later cut. */
  readonly isAwaited: boolean
}

/** A version as it was judged, with all that its state follows from. */
type Judged = {
  readonly state: VersionState
  /** How much was said and certified of it: strands only grow, so as many are the same ones. */
  readonly said: number
  readonly nextAt: number
  readonly successor: ActId | undefined
}

/** One cut as it is evaluated. */
type Matters = {
  readonly charter: Charter
  readonly members: readonly Party[]
  readonly readings: readonly Reading[]
  /** Of the members, in their order. */
  readonly voting: readonly Reading[]
  readonly sizes: Sizes
  readonly before: Steps
  /** What its further acts are about. */
  readonly about: ReadonlySet<string | typeof EVERY>
}

/**
 * `evaluate` for cuts of one case that grow: where a cut continues the one before, only its further
 * acts are read, and only steps that they are about are judged. Any other cut is read whole.
 */
export function createEvaluator(charter: Charter): (cut: Cut) => State {
  const parties = charter.parties.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const members = parties.filter(({ role }) => role === 'member')
  let known: Known | undefined
  return (cut) => {
    const strands = parties.map(({ id }) => cut[id] ?? { party: id, root: '', acts: [] })
    const before = known && isGrown(known, strands) ? known : undefined
    // What breaks off half-way has read more than it says, and is not continued.
    known = undefined
    const readings = before?.readings ?? parties.map(({ id }) => emptyReading(id))
    const about = strands.flatMap((strand, index) =>
      readFrom(charter, readings[index]!, strand, before?.acts[index]!.length ?? 0),
    )
    const matters: Matters = {
      charter,
      members,
      readings,
      voting: readings.filter(({ party }) => members.some(({ id }) => id === party)),
      sizes: sizesOf(strands),
      before: before?.steps ?? new Map(),
      // Where nothing is known every step is judged anyway.
      about: new Set(before ? about : []),
    }
    const steps = stepsOf(matters)
    known = { readings, acts: strands.map(({ acts }) => acts), steps }
    return stateOf(matters, strands, steps)
  }
}

const isGrown = ({ acts }: Known, strands: readonly Strand[]): boolean =>
  strands.every((strand, index) => isContinued(acts[index]!, strand))

/** Every step: as it was in the cut before, where no further act is about it. */
function stepsOf(matters: Matters): Steps {
  const { readings, before, about } = matters
  const named = new Set(about)
  for (const { filings } of readings)
    for (const id of about) {
      const filed = filings.get(id as ActId)
      if (filed) named.add(stepName(filed.step))
    }
  const known = (name: string) => {
    const one = named.has(EVERY) || named.has(name) ? undefined : before.get(name)
    return one?.isAwaited ? undefined : one
  }
  return new Map(
    all(readings, ({ steps }) => [...steps]).map(([name, filings]) => [
      name,
      known(name) ?? step(matters, name, filings),
    ]),
  )
}

function stateOf({ charter, readings }: Matters, strands: readonly Strand[], known: Steps): State {
  const steps = [...known.values()].map(({ state }) => state)
  const measures = [...known.values()].flatMap(({ measure }) => measure ?? [])
  const shelves = new Set<Shelf>(['evidence', 'attributions'])
  for (const { records } of readings)
    for (const shelf of Object.keys(records) as Shelf[]) shelves.add(shelf)
  const recorded = [...shelves].map((shelf) => [
    shelf,
    all(readings, ({ records }) => records[shelf] ?? []),
  ])
  const retracted = retractedIn(readings)
  return {
    charter: charter.id,
    cut: Object.fromEntries(
      strands.map(({ party, root, acts }) => [party, { size: acts.length, root }]),
    ),
    steps,
    ...(Object.fromEntries(recorded) as Pick<State, 'evidence' | 'attributions'>),
    ...(measures.length > 0 ? { measures } : {}),
    ...disowning(readings),
    ...expiring(readings),
    ...amendedIn(steps, readings),
    ...(retracted.length > 0 ? { retracted } : {}),
    void: all(readings, (reading) => reading.void),
  }
}

/** Which acts their own party disowns, and whose log is proved to have signed two histories. */
function disowning(readings: readonly Reading[]): Pick<State, 'disavowed' | 'forked'> {
  const disavowed = all(readings, (reading) => reading.disavowed)
  const forked = all(readings, ({ accusing }) =>
    accusing.map(({ id: by, of: party, size }) => ({ party, size, by })),
  )
  return {
    ...(disavowed.length > 0 ? { disavowed } : {}),
    ...(forked.length > 0 ? { forked } : {}),
  }
}

/** Which mandates are certified to have ended, and which acts were signed after that. */
function expiring(readings: readonly Reading[]): Pick<State, 'mandates' | 'unmandated'> {
  const mandates = all(readings, (reading) => reading.mandates)
  const unmandated = all(readings, (reading) => reading.unmandated)
  return {
    ...(mandates.length > 0 ? { mandates } : {}),
    ...(unmandated.length > 0 ? { unmandated } : {}),
  }
}

/** Under which charters the coalition goes on: only what an adopted version puts. */
function amendedIn(
  steps: readonly StepState[],
  readings: readonly Reading[],
): Pick<State, 'amended'> {
  const puts = new Map(
    steps.flatMap(({ kind, versions }) =>
      kind === 'charter'
        ? versions.flatMap(({ id, adopted, successor }) =>
            adopted.length > 0 ? [[id, successor] as const] : [],
          )
        : [],
    ),
  )
  const amended = all(readings, ({ amending }) =>
    amending.filter(({ on, to }) => puts.get(on) === to),
  )
  return amended.length > 0 ? { amended } : {}
}

/** What was taken back, each with the acts of all strands that rest on it. */
function retractedIn(readings: readonly Reading[]): Retracted[] {
  const retractions = all(readings, (reading) => reading.retractions)
  if (retractions.length === 0) return []
  const resting = all(readings, (reading) => reading.resting)
  return retractions.map(({ of, by }) => ({
    of,
    by,
    resting: resting.filter(({ on }) => on.includes(of)).map(({ id }) => id),
  }))
}

/** In the order of the parties, and of the strand of each. */
const all = <T>(readings: readonly Reading[], of: (reading: Reading) => readonly T[]): T[] =>
  ([] as T[]).concat(...readings.map(of))

/** A step's versions, the last first: what replaces a version is known before the version is judged. */
function step(matters: Matters, name: string, filings: readonly Filing[]): KnownStep {
  const versions = versionsOf(matters.charter, filings)
  const known = matters.before.get(name)?.judged
  const judged = new Map<ActId, Judged>()
  let isAwaited = false
  let successor: ActId | undefined
  for (const version of versions.toReversed()) {
    const certificates = certificatesOf(matters, version.id)
    isAwaited ||= certificates.awaited
    const one = judge(matters, { version, certificates: certificates.read, successor }, known)
    if (one.state.adopted.length > 0) successor = version.id
    judged.set(version.id, one)
  }
  const states = versions.map(({ id }) => judged.get(id)!.state)
  const state = { ...versions[0]!.step, versions: states }
  const kinds = new Map(versions.map(({ id, document }) => [id, document.measureKind]))
  const measure =
    state.kind === 'measure'
      ? measureOf(state, bookedOf(matters, name, versions), kinds)
      : undefined
  return { state, measure, judged, isAwaited }
}

/** What the ledgers hold of a step and of its versions, in the order of the parties and of their strands. */
const bookedOf = ({ readings }: Matters, name: string, versions: readonly Version[]) =>
  all(readings, ({ booked }) =>
    [name, ...versions.map(({ id }) => id)]
      .flatMap((about) => booked.get(about) ?? [])
      .toSorted((a, b) => a.at - b.at),
  )

/** The certificates of a version that can be read at this cut, and whether there are others. */
function certificatesOf({ readings, sizes }: Matters, id: ActId) {
  const certifying = readings.flatMap((reading) => reading.certifying.get(id) ?? [])
  const read = certifying.flatMap(
    ({ logged, effect }) => readCertificate(logged, effect, sizes) ?? [],
  )
  return { read, awaited: read.length < certifying.length }
}

/** A version, what is certified of it, and the one that took its place. */
type Judging = {
  readonly version: Version
  readonly certificates: readonly Certificate[]
  readonly successor: ActId | undefined
}

/** A version's state: that of the cut before, where everything it follows from is as it was. */
function judge(
  matters: Matters,
  { version, certificates, successor }: Judging,
  before: ReadonlyMap<ActId, Judged> | undefined,
): Judged {
  const { charter, members, voting, readings, sizes } = matters
  const { id, by, at, nextAt } = version
  const rule = decisionRule(charter, version.step.kind)
  const electors = members.filter(
    (member) => !rule?.isForNamed || version.document.names?.includes(member.id),
  )
  const heard = voting.filter(({ party }) => electors.some((elector) => elector.id === party))
  const histories = heard.map((reading) => historyOn(reading, id))
  const acknowledged = heard.map((reading) =>
    reading.party === by ? [{ at }] : (reading.acknowledged.get(id) ?? []),
  )
  const reaffirmed = heard.map((reading) => reading.reaffirmed.get(id) ?? [])
  const extensions = readings.find(({ party }) => party === by)?.extensions.get(id) ?? []
  const forks = all(readings, ({ accusing }) => accusing)
  const said = [
    ...histories,
    ...acknowledged,
    ...reaffirmed,
    extensions,
    forks,
    certificates,
  ].reduce((sum, { length }) => sum + length, 0)
  const known = before?.get(id)
  if (known?.said === said && known.nextAt === nextAt && known.successor === successor) return known
  const matter = {
    charter,
    terms: charter,
    version,
    electors,
    histories,
    acknowledged,
    reaffirmed,
    extensions,
    forks,
    certificates,
  }
  return { state: judgeVersion(matter, { rule, sizes, successor }), said, nextAt, successor }
}
