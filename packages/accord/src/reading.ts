import { kindOf } from './act.ts'
import type { Charter } from './charter.ts'
import type { Logged, Strand } from './cut.ts'
import type { AccordErrorCode } from './error.ts'
import type { ActId, CharterId, PartyId } from './id.ts'
import type { Effect, Shelf } from './kind.ts'
import { placeName, type Booked } from './ledger.ts'
import type { Accusing, Acknowledgement, Extension, Reaffirmation, Unmandated } from './matter.ts'
import { ruleOf, whyUndecidable } from './rule.ts'
import type { State } from './state.ts'
import { hear, WITHDRAWN, type Moment } from './voice.ts'
import { filerOf, stepName, type Filing } from './version.ts'

/** An act that certifies something of a version, whether or not what it cites is there yet. */
type Certifying = {
  readonly logged: Logged
  readonly effect: Extract<Effect, { does: 'certifies' }>
}

/**
 * What the acts of one strand say, each where what it is about looks for it. It only grows: what one
 * act adds is not taken back by a later one.
 */
export type Reading = {
  readonly party: PartyId
  readonly filings: Map<ActId, Filing>
  /** The same by the names of their steps. */
  readonly steps: Map<string, Filing[]>
  readonly voices: Map<ActId, Moment[]>
  readonly certifying: Map<ActId, Certifying[]>
  /** Acts of others by where this party acknowledged them. */
  readonly acknowledged: Map<ActId, Acknowledgement[]>
  readonly extensions: Map<ActId, Extension[]>
  readonly reaffirmed: Map<ActId, Reaffirmation[]>
  readonly records: { [S in Shelf]?: ActId[] }
  /** What the ledgers hold, by the step or the version that it is about. */
  readonly booked: Map<string, Booked[]>
  readonly disavowed: NonNullable<State['disavowed']>[number][]
  /** Mandates of whichever party whose end this one's certificates prove. */
  readonly mandates: NonNullable<State['mandates']>[number][]
  readonly unmandated: NonNullable<State['unmandated']>[number][]
  readonly accusing: Accusing[]
  /** Where this party left; whatever it said before stands withdrawn from there. */
  left: { readonly index: number; readonly act: ActId } | undefined
  readonly amending: { readonly by: ActId; readonly on: ActId; readonly to: CharterId }[]
  /** What was taken back, by which act. */
  readonly retractions: { readonly of: ActId; readonly by: ActId }[]
  /** Acts that rest on others. */
  readonly resting: { readonly id: ActId; readonly on: readonly ActId[] }[]
  readonly void: State['void'][number][]
}

export const emptyReading = (party: PartyId): Reading => ({
  party,
  filings: new Map(),
  steps: new Map(),
  voices: new Map(),
  certifying: new Map(),
  acknowledged: new Map(),
  extensions: new Map(),
  reaffirmed: new Map(),
  records: {},
  booked: new Map(),
  disavowed: [],
  mandates: [],
  unmandated: [],
  accusing: [],
  left: undefined,
  amending: [],
  retractions: [],
  resting: [],
  void: [],
})

/** Whether a strand holds, in the same places, all that was read of it before. */
export function isContinued(read: readonly Logged[], { acts }: Strand): boolean {
  if (read === acts) return true
  if (read.length > acts.length) return false
  // A loop: whatever was read is looked at with each act more.
  for (let index = 0; index < read.length; index++)
    if (!isSame(read[index]!, acts[index]!)) return false
  return true
}

/** What a certificate proved, or whether it is void, is found anew at each cut: all that is read is compared. */
const isSame = (a: Logged, b: Logged): boolean =>
  a === b ||
  (a.id === b.id &&
    a.party === b.party &&
    a.index === b.index &&
    a.act === b.act &&
    a.trees === b.trees &&
    a.disavowed?.by === b.disavowed?.by &&
    a.ends?.from === b.ends?.from &&
    isSameKnown(a.unmandated, b.unmandated) &&
    a.void?.code === b.void?.code)

/** As many certificates of as many keys are the same ones: strands only grow. */
const isSameKnown = (a: Unmandated | undefined, b: Unmandated | undefined): boolean =>
  a?.map(({ length }) => length).join() === b?.map(({ length }) => length).join()

/** Takes in the acts of a strand from a place on; which steps and versions they are about, or every one. */
export function readFrom(
  charter: Charter,
  reading: Reading,
  { acts }: Strand,
  from: number,
): (string | typeof EVERY)[] {
  const about: (string | typeof EVERY)[] = []
  for (let index = from; index < acts.length; index++) {
    const effect = read(charter, reading, acts[index]!)
    const one = effect && aboutOf(effect)
    if (one !== undefined) about.push(one)
  }
  return about
}

/** What an act is about that every version may follow from. */
export const EVERY = Symbol('every step')

/** The step or the version that an effect may change. */
function aboutOf(effect: Effect): string | typeof EVERY | undefined {
  switch (effect.does) {
    case 'files':
      return stepName(effect.step)
    case 'speaks':
    case 'certifies':
    case 'extends':
    case 'reaffirms':
      return effect.on
    case 'acknowledges':
      return effect.of
    case 'measures':
      return placeName(effect)
    case 'disavows':
    case 'accuses':
    case 'leaves':
      return EVERY
    case 'amends':
    case 'retracts':
    case 'records':
      return undefined
  }
}

/** Takes in one act; what it does, where it counts. */
function read(charter: Charter, reading: Reading, logged: Logged): Effect | undefined {
  const { id, party, index, act } = logged
  const effect = act && !logged.void ? kindOf(act).effect?.(act) : undefined
  const code = logged.void?.code ?? (effect && whyNothing(charter, reading, effect))
  if (code !== undefined) reading.void.push({ party, index, act: id, code })
  else if (effect) apply(reading, logged, effect)
  if (logged.unmandated) reading.unmandated.push({ party, act: id })
  if (logged.ends)
    reading.mandates.push({
      party: logged.ends.party,
      of: logged.ends.of,
      by: id,
      from: logged.ends.from,
    })
  if (logged.disavowed) reading.disavowed.push({ party, act: id, by: logged.disavowed.by })
  const on = act && code === undefined ? kindOf(act).restsOn?.(act) : undefined
  if (on && on.length > 0) reading.resting.push({ id, on })
  return code === undefined ? effect : undefined
}

/** Why an act that is well signed counts for nothing in this case. */
function whyNothing(
  charter: Charter,
  { party, filings, records }: Reading,
  effect: Effect,
): AccordErrorCode | undefined {
  switch (effect.does) {
    case 'files':
      if (filerOf(charter, effect.step.kind) !== party) return 'act.not-competent'
      return whyUndecidable(charter, effect.step.kind, effect.document)
    case 'speaks':
    case 'reaffirms':
      return isMember(charter, party) ? undefined : 'act.not-competent'
    case 'extends': {
      const filed = filings.get(effect.on)
      if (!filed) return 'act.not-competent'
      return ruleOf(charter, filed.step.kind) === 'silence' ? undefined : 'version.not-silence'
    }
    case 'retracts':
      // Each party takes back its own: what comes later in its strand, or stands in another, is not there.
      return records[effect.from]?.includes(effect.of) ? undefined : 'act.not-on-record'
    case 'certifies':
    case 'measures':
    case 'acknowledges':
    case 'disavows':
    case 'accuses':
    case 'records':
    case 'leaves':
    case 'amends':
      return undefined
  }
}

const isMember = ({ parties }: Charter, party: PartyId): boolean =>
  parties.some(({ id, role }) => id === party && role === 'member')

function shelve({ records }: Reading, under: Shelf, id: ActId) {
  ;(records[under] ??= []).push(id)
}

function put({ filings, steps }: Reading, filing: Filing) {
  filings.set(filing.id, filing)
  entry(steps, stepName(filing.step)).push(filing)
}

function apply(reading: Reading, logged: Logged, effect: Effect) {
  const { id, party, index, unmandated } = logged
  const under = unmandated ? { unmandated } : {}
  switch (effect.does) {
    case 'files':
      put(reading, {
        id,
        by: party,
        at: index,
        step: effect.step,
        ...(logged.disavowed ? { disownedAt: logged.disavowed.from } : {}),
        ...under,
        document: effect.document,
      })
      return
    case 'speaks':
      hear(entry(reading.voices, effect.on), { index, act: id, ...under }, effect.said)
      return
    case 'certifies':
      entry(reading.certifying, effect.on).push({ logged, effect })
      return
    case 'extends':
      entry(reading.extensions, effect.on).push({ at: index, until: effect.until })
      return
    case 'reaffirms':
      entry(reading.reaffirmed, effect.on).push({ at: index, window: effect.window, ...under })
      return
    case 'acknowledges':
      entry(reading.acknowledged, effect.of).push({ at: index, ...under })
      shelve(reading, effect.under, id)
      return
    case 'measures':
      entry(reading.booked, placeName(effect)).push({ ...effect, id, party, at: index })
      return
    case 'disavows':
      for (const history of reading.voices.values()) disownVoice(history, logged, effect.acts)
      return
    case 'accuses':
      reading.accusing.push({ id, by: party, at: index, of: effect.of, size: effect.size })
      return
    case 'leaves':
      reading.left ??= { index, act: id }
      shelve(reading, 'left', id)
      return
    case 'amends':
      reading.amending.push({ by: id, on: effect.on, to: effect.to })
      return
    case 'retracts':
      reading.retractions.push({ of: effect.of, by: id })
      return
    case 'records':
      shelve(reading, effect.under, id)
  }
}

/** What a party said on a version; whoever left has withdrawn from it, as from what it never spoke on. */
export function historyOn({ voices, left }: Reading, version: ActId): readonly Moment[] {
  const said = voices.get(version) ?? []
  if (!left) return said
  // What a later disavowal says of a voice comes too late: the leave had taken it back.
  const history = said.filter(({ index }) => index < left.index)
  hear(history, left, WITHDRAWN)
  return history
}

/** Whoever disowns the voice that stands takes it back, and as finally as by a withdrawal. */
function disownVoice(history: Moment[], { index, id }: Logged, acts: readonly ActId[]) {
  const said = history.at(-1)?.voice.act
  if (said !== undefined && acts.includes(said))
    hear(history, { index, act: id }, { ...WITHDRAWN, cause: 'compromise' })
}

function entry<K, V>(map: Map<K, V[]>, key: K): V[] {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = []))
  return value
}
