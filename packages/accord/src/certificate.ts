import type { Charter } from './charter.ts'
import type { Attested, Logged, Trees } from './cut.ts'
import { cellOf, whyShut, type Forum } from './gate.ts'
import type { ActId, PartyId } from './id.ts'
import type { Effect } from './kind.ts'
import type { Reason } from './state.ts'
import { heardIn, voiceAt, voiceAtInstant, type MemberVoice, type VoiceHistory } from './voice.ts'
import { isCurrent } from './version.ts'

/** How many acts of each strand. */
export type Sizes = Readonly<Record<PartyId, number>>

/** A `declare` whose trees proved true and which cites nothing beyond its own place. */
export type Certificate = {
  readonly id: ActId
  readonly by: PartyId
  readonly at: number
  readonly on: ActId
  readonly result: 'adopted' | 'ended'
  readonly cited: Sizes
  readonly trees: Trees
}

/** A version that is decided on, with everything said and certified about it. */
export type Matter = Forum & {
  readonly charter: Charter
  /** In the order of the electors. */
  readonly histories: readonly VoiceHistory[]
  readonly certificates: readonly Certificate[]
}

/** What is certified of a version: facts on record that no later act takes back. */
export type Results = {
  readonly adopted: readonly Certificate[]
  readonly ended: readonly { readonly certificate: Certificate; readonly reasons: Reason[] }[]
}

/** Reads a certificate; undefined where it speaks of what is not there yet, and so says nothing. */
export function readCertificate(
  { id, party: by, index: at, trees }: Logged,
  { on, result, cut }: Extract<Effect, { does: 'certifies' }>,
  sizes: Sizes,
): Certificate | undefined {
  if (!trees) return undefined
  const cited: Record<PartyId, number> = {}
  for (const party of Object.keys(sizes) as PartyId[]) {
    const size = cut[party]?.size
    if (size === undefined || size > sizes[party]!) return undefined
    cited[party] = size
  }
  return cited[by]! <= at ? { id, by, at, on, result, cited, trees } : undefined
}

/** Which of the certificates of a version are true at the cuts that they cite. */
export function resultsOf(matter: Matter): Results {
  const of = (result: Certificate['result']) =>
    matter.certificates.filter((certificate) => certificate.result === result)
  const adopted = of('adopted').filter((certificate) => isAdoption(matter, certificate))
  const first = withoutFollowers(adopted)
  const ended = of('ended').flatMap((certificate) => {
    if (!first.some((adoption) => isIn(adoption, certificate.cited))) return []
    const reasons = whyEnded(matter, certificate)
    return reasons.length > 0 ? [{ certificate, reasons }] : []
  })
  return { adopted, ended }
}

/** The electors' voices as the acts of a cut have them. */
export const voicesAt = ({ electors, histories }: Matter, sizes: Sizes): MemberVoice[] =>
  electors.map(({ id }, index) => voiceAt(histories[index]!, sizes[id]!))

function isAdoption(matter: Matter, { cited, trees }: Certificate): boolean {
  const { version } = matter
  if (!isCurrent(version, cited[version.by]!)) return false
  const instant = commonInstant(matter, trees)
  if (instant === undefined) return false
  const voices = voicesAt(matter, cited).map((voice) => voiceAtInstant(voice, instant))
  return whyShut(matter, voices).length === 0
}

/**
 * The first instant at which the trees of all electors and of the filer were current together.
 * Without one, consent of yesterday could be paired with consent of today.
 */
function commonInstant(
  { charter: { quorum }, version, electors }: Matter,
  { closings }: Trees,
): number | undefined {
  const strands = [version.by, ...electors.map(({ id }) => id)]
  const from = Math.max(...strands.map((party) => seenBy(closings[party], quorum)))
  const to = Math.min(...strands.map((party) => currentUntil(closings[party], quorum)))
  return from <= to ? from : undefined
}

/** The first instant at which a quorum of distinct witnesses had cosigned a tree. */
export const seenBy = (tree: Attested | undefined, quorum: number): number =>
  timesOf(tree, Math.min)[quorum - 1] ?? Infinity

/** The last instant at or after which a quorum of distinct witnesses cosigned a tree. */
const currentUntil = (tree: Attested | undefined, quorum: number): number =>
  timesOf(tree, Math.max).at(-quorum) ?? -Infinity

/** Each witness once, whatever it cosigned, in the order of time. */
function timesOf(tree: Attested | undefined, pick: (a: number, b: number) => number): number[] {
  const times = new Map<string, number>()
  for (const [witness, time] of tree?.times ?? [])
    times.set(witness, pick(time, times.get(witness) ?? time))
  return [...times.values()].toSorted((a, b) => a - b)
}

/**
 * Why the rule is unmet at the cut of an `ended` certificate, if it would stay unmet though every
 * member that is not stuck complied; nothing where it could still be met.
 */
function whyEnded(matter: Matter, certificate: Certificate): Reason[] {
  const voices = voicesAt(matter, certificate.cited)
  const reasons = whyShut(matter, voices)
  if (reasons.length === 0) return []
  const atBest = voices.map((voice, index) =>
    isStuck(matter, certificate, index) ? voice : COMPLIES,
  )
  return whyShut(matter, atBest).length > 0 ? reasons : []
}

const COMPLIES: MemberVoice = { effective: 'complies', union: 'complies', national: 'complies' }

/** A member is stuck if it withdrew, or was never for throughout the time it had to be. */
function isStuck(matter: Matter, { cited, trees }: Certificate, elector: number): boolean {
  const { id } = matter.electors[elector]!
  const history = matter.histories[elector]!
  const until = heardIn(history, cited[id]!)
  if (history[until - 1]?.voice.effective === 'withdrawn') return true
  const since = trees.since[id]
  if (!since || since.size > cited[id]!) return false
  const { quorum, cure } = matter.charter
  if (currentUntil(trees.closings[id], quorum) <= seenBy(since, quorum) + cure) return false
  // The voice it had in the tree of `since` counts too: it is the last moment within it.
  const from = Math.max(heardIn(history, since.size) - 1, 0)
  return history.slice(from, until).every(({ voice }) => cellOf(matter, voice) !== 'for')
}

/** Whether a certificate lies inside these sizes, with the cut that it cites. */
const isIn = ({ by, at, cited }: Certificate, sizes: Sizes): boolean =>
  at < sizes[by]! && isWithin(cited, sizes)

function isWithin(inner: Sizes, outer: Sizes): boolean {
  for (const party in outer) if (inner[party as PartyId]! > outer[party as PartyId]!) return false
  return true
}

/** Those that no other precedes: a cut that holds any of the certificates holds one of these. */
function withoutFollowers(certificates: readonly Certificate[]): readonly Certificate[] {
  const first: Certificate[] = []
  for (const certificate of certificates) {
    const { cited, by, at } = certificate
    const needed = { ...cited, [by]: at + 1 }
    if (!first.some((earlier) => isIn(earlier, needed))) first.push(certificate)
  }
  return first
}
