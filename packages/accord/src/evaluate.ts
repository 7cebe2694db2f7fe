import { kindOf } from './act.ts'
import { readCertificate, resultsOf, type Certificate, type Sizes } from './certificate.ts'
import type { Charter, Party } from './charter.ts'
import type { Cut, Logged } from './cut.ts'
import { whyShut } from './gate.ts'
import type { ActId, PartyId } from './id.ts'
import type { Effect, Shelf } from './kind.ts'
import { measuresOf, type Booked } from './ledger.ts'
import { decisionRule, isSupported, ruleOf } from './rule.ts'
import { isInForce, standingOf } from './standing.ts'
import type { State, StepState, VersionState } from './state.ts'
import { hear, voiceAt, type MemberVoice, type Moment, type VoiceHistory } from './voice.ts'
import { filerOf, versionsByStep, type Filing, type Version } from './version.ts'

/** What the acts of a cut amount to, read once: each act lies where what it is about looks for it. */
type Reading = {
  readonly charter: Charter
  readonly members: readonly Party[]
  readonly sizes: Sizes
  readonly filings: Filing[]
  readonly voices: Map<ActId, Map<PartyId, Moment[]>>
  readonly certificates: Map<ActId, Certificate[]>
  readonly records: { evidence: ActId[]; attributions: ActId[] } & { [S in Shelf]?: ActId[] }
  readonly booked: Booked[]
  readonly void: State['void'][number][]
}

/**
 * What a case is worth at a cut, from its charter and acts alone: no clock and no order of arrival.
 * Same cut, same bytes, on every node.
 */
export function evaluate(charter: Charter, cut: Cut): State {
  const parties = charter.parties.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const strands = parties.map(({ id }) => cut[id] ?? { party: id, root: '', acts: [] })
  const reading: Reading = {
    charter,
    members: parties.filter(({ role }) => role === 'member'),
    sizes: Object.fromEntries(strands.map(({ party, acts }) => [party, acts.length])),
    filings: [],
    voices: new Map(),
    certificates: new Map(),
    records: { evidence: [], attributions: [] },
    booked: [],
    void: [],
  }
  for (const { acts } of strands) for (const logged of acts) read(reading, logged)
  const steps = versionsByStep(charter, reading.filings).map((versions) => step(reading, versions))
  const measures = measuresOf(steps, reading.booked)
  return {
    charter: charter.id,
    cut: Object.fromEntries(
      strands.map(({ party, root, acts }) => [party, { size: acts.length, root }]),
    ),
    steps,
    ...reading.records,
    ...(measures.length > 0 ? { measures } : {}),
    void: reading.void,
  }
}

function read(reading: Reading, logged: Logged) {
  const { id, party, index, act } = logged
  const effect = act && !logged.void ? kindOf(act).effect?.(act) : undefined
  const code = logged.void?.code ?? (effect && whyNothing(reading, party, effect))
  if (code !== undefined) reading.void.push({ party, index, act: id, code })
  else if (effect) apply(reading, logged, effect)
}

/** Why an act that is well signed counts for nothing in this case. */
function whyNothing(
  { charter, members }: Reading,
  party: PartyId,
  effect: Effect,
): string | undefined {
  if (effect.does === 'files') {
    if (filerOf(charter, effect.step.kind) !== party) return 'act.not-competent'
    if (!isSupported(ruleOf(charter, effect.step.kind))) return 'charter.unknown-rules'
  }
  if (effect.does === 'speaks' && !members.some(({ id }) => id === party))
    return 'act.not-competent'
  return undefined
}

function apply(reading: Reading, logged: Logged, effect: Effect) {
  const { id, party, index } = logged
  switch (effect.does) {
    case 'files':
      reading.filings.push({ id, by: party, at: index, step: effect.step })
      return
    case 'speaks': {
      const said = entry(reading.voices, effect.on, () => new Map<PartyId, Moment[]>())
      hear(
        entry(said, party, () => []),
        index,
        id,
        effect.said,
      )
      return
    }
    case 'certifies': {
      const certificate = readCertificate(logged, effect, reading.sizes)
      if (certificate) entry(reading.certificates, effect.on, () => []).push(certificate)
      return
    }
    case 'measures':
      reading.booked.push({ ...effect, id, party })
      return
    case 'records':
      ;(reading.records[effect.under] ??= []).push(id)
  }
}

function entry<K, V>(map: Map<K, V>, key: K, empty: () => V): V {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = empty()))
  return value
}

/** A step's versions, the last first: what replaces a version is known before the version is judged. */
function step(reading: Reading, versions: readonly Version[]): StepState {
  const states: VersionState[] = []
  let successor: ActId | undefined
  for (const version of versions.toReversed()) {
    const state = versionState(reading, version, successor)
    if (state.adopted.length > 0) successor = version.id
    states.push(state)
  }
  return { ...versions[0]!.step, versions: states.toReversed() }
}

function versionState(reading: Reading, version: Version, successor?: ActId): VersionState {
  const { charter, members: electors, sizes } = reading
  const heard = reading.voices.get(version.id)
  const histories = electors.map(({ id }): VoiceHistory => heard?.get(id) ?? [])
  const voices = electors.map(({ id }, index) => voiceAt(histories[index]!, sizes[id]!))
  const rule = decisionRule(version.rule)
  const base = {
    id: version.id,
    number: version.number,
    by: version.by,
    current: version.nextAt === Infinity,
    rule: version.rule,
    voices: Object.fromEntries(electors.map(({ id }, index) => [id, voices[index]!])) as Record<
      PartyId,
      MemberVoice
    >,
    incomplete: rule?.needsEveryVoice
      ? []
      : electors.flatMap(({ id }, index) => (voices[index]!.effective === 'silent' ? [id] : [])),
  }
  if (!rule)
    return {
      ...base,
      gate: { open: false, reasons: [] },
      standing: 'open',
      reasons: [],
      inForce: false,
      adopted: [],
      ended: [],
    }
  const certificates = reading.certificates.get(version.id) ?? []
  const matter = { charter, version, rule, electors, histories, certificates }
  const results = resultsOf(matter)
  const shut = whyShut(matter, voices)
  const { standing, reasons } = standingOf({ matter, voices, shut, results, successor })
  return {
    ...base,
    gate: { open: shut.length === 0, reasons: shut },
    standing,
    reasons,
    inForce: isInForce(standing),
    adopted: results.adopted.map(({ id }) => id),
    ended: results.ended.map(({ certificate }) => certificate.id),
  }
}
