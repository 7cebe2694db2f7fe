import { currentUntil, seenBy } from './attested.ts'
import type { Trees } from './cut.ts'
import { whyEnded, whyLapsed } from './end.ts'
import { whyShut } from './gate.ts'
import type { PartyId } from './id.ts'
import {
  expiriesOf,
  frozenFrom,
  isIn,
  isUnmandated,
  voicesAt,
  type Certificate,
  type Matter,
  type Sizes,
} from './matter.ts'
import { deemedBy, isAdoptedBySilence, whyBroken } from './silence.ts'
import type { Reason } from './state.ts'
import { isCurrent } from './version.ts'
import { voiceAtInstant } from './voice.ts'

/** A certificate of adoption that is true, with whose silence it shows to be consent. */
export type Adoption = {
  readonly certificate: Certificate
  readonly deemed: ReadonlySet<PartyId>
}

/** A certificate that is true, and why. */
type Proved = { readonly certificate: Certificate; readonly reasons: readonly Reason[] }

/** What is certified of a version: facts on record that no later act takes back. */
export type Results = {
  readonly adopted: readonly Adoption[]
  readonly ended: readonly Proved[]
  readonly lapsed: readonly Proved[]
  readonly broken: readonly Proved[]
  readonly ranOut: readonly Certificate[]
}

/** Which of the certificates of a version are true at the cuts that they cite. */
export function resultsOf(matter: Matter): Results {
  const { version } = matter
  const of = (result: Certificate['result']) =>
    matter.certificates.filter((certificate) => certificate.result === result)
  const proved = (certificate: Certificate, reasons: readonly Reason[]): Proved[] =>
    reasons.length > 0 ? [{ certificate, reasons }] : []
  const isSilence = matter.rule.waits === 'for-the-silence'
  const adopted = of('adopted').flatMap((certificate): Adoption[] => {
    const isTrue = isSilence ? isAdoptedBySilence : isAdoptedAtAnInstant
    const { cited } = certificate
    if (!isCurrent(version, cited[version.by]!) || isFrozen(matter, cited)) return []
    if (isUnmandated(version.unmandated, cited)) return []
    if (!isTrue(matter, certificate)) return []
    return [{ certificate, deemed: isSilence ? deemedBy(matter, certificate) : NOBODY }]
  })
  return {
    adopted,
    ended: of('ended').flatMap((certificate) => {
      const deemed = deemedIn(adopted, certificate.cited)
      return deemed ? proved(certificate, whyEnded(matter, certificate, deemed)) : []
    }),
    lapsed: of('lapsed').flatMap((certificate) => {
      const deemed = deemedIn(adopted, certificate.cited)
      return deemed ? proved(certificate, whyLapsed(matter, certificate, deemed)) : []
    }),
    broken: isSilence
      ? of('expired').flatMap((certificate) =>
          certificate.of === undefined && version.at < certificate.cited[version.by]!
            ? proved(certificate, whyBroken(matter, certificate))
            : [],
        )
      : [],
    ranOut: expiriesOf(matter),
  }
}

/**
 * Whether a cut holds the proof that the text, or what would be taken for consent by silence, stands in
 * a strand of which there are two: others may have been shown another.
 */
const isFrozen = (matter: Matter, cited: Sizes): boolean =>
  frozenFrom(matter, matter.version.by, cited) <= matter.version.at ||
  (matter.rule.waits === 'for-the-silence' &&
    matter.electors.some(({ id }) => frozenFrom(matter, id, cited) < cited[id]!))

const NOBODY: ReadonlySet<PartyId> = new Set()

/** Whose silence the adoptions in a cut show to be consent; undefined where it holds no adoption. */
function deemedIn(adopted: readonly Adoption[], sizes: Sizes): ReadonlySet<PartyId> | undefined {
  const inside = adopted.filter(({ certificate }) => isIn(certificate, sizes))
  return inside.length > 0 ? deemedOf(inside) : undefined
}

/** Whose silence these adoptions show to be consent. */
export const deemedOf = (adopted: readonly Adoption[]): ReadonlySet<PartyId> =>
  new Set(adopted.flatMap(({ deemed }) => [...deemed]))

/**
 * Whether there is an instant at which the trees of all electors and of the filer were current
 * together and the rule was met. Without one, consent of yesterday could be paired with consent of
 * today. A vote is over at its expiry, or when every member spoke: no cut is chosen before a brake.
 */
function isAdoptedAtAnInstant(matter: Matter, { cited, trees }: Certificate): boolean {
  const { rule, version } = matter
  const { from, to } = commonInstants(matter, trees)
  const voices = voicesAt(matter, cited)
  const expiry = rule.waits ? (version.document.expiry ?? Infinity) : -Infinity
  const changes = [expiry, ...voices.flatMap(({ until }) => until ?? [])]
  return [from, ...changes.filter((instant) => instant > from)].some((instant) => {
    if (instant > to) return false
    const said = voices.map((voice) => ({ voice: voiceAtInstant(voice, instant) }))
    const isOver = instant >= expiry || said.every(({ voice }) => voice.effective !== 'silent')
    return isOver && whyShut(matter, said).length === 0
  })
}

function commonInstants(
  { charter: { quorum }, version, electors }: Matter,
  { closings }: Trees,
): { readonly from: number; readonly to: number } {
  const strands = [version.by, ...electors.map(({ id }) => id)]
  return {
    from: Math.max(...strands.map((party) => seenBy(closings[party], quorum))),
    to: Math.min(...strands.map((party) => currentUntil(closings[party], quorum))),
  }
}
