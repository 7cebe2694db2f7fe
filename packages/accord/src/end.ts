import { currentUntil, seenBy } from './attested.ts'
import { isCarried, whyShut, type Heard } from './gate.ts'
import type { PartyId } from './id.ts'
import { historyIn, isUnmandated, voicesAt, type Certificate, type Matter } from './matter.ts'
import type { Reason } from './state.ts'
import { SILENT, voiceAt, voiceAtInstant, voicesFrom, type MemberVoice } from './voice.ts'

/** Members whose silence an adoption showed to be consent. */
type Deemed = ReadonlySet<PartyId>

/** The voices of a version that was adopted, as its rule sees them from then on. */
export const heardLate = (
  { electors }: Matter,
  voices: readonly MemberVoice[],
  deemed: Deemed,
): Heard[] =>
  voices.map((voice, elector) => ({ voice, deemed: deemed.has(electors[elector]!.id), late: true }))

/**
 * Why the rule is unmet at the cut of an `ended` certificate, if it would stay unmet though every
 * member that is not stuck complied; nothing where it could still be met.
 */
export function whyEnded(matter: Matter, certificate: Certificate, deemed: Deemed): Reason[] {
  const voices = voicesAt(matter, certificate.cited)
  const reasons = whyShut(matter, heardLate(matter, voices, deemed))
  if (reasons.length === 0) return []
  const atBest = voices.map((voice, elector) =>
    isStuck(matter, certificate, { elector, deemed }) ? voice : COMPLIES,
  )
  return whyShut(matter, heardLate(matter, atBest, deemed)).length > 0 ? reasons : []
}

const COMPLIES: MemberVoice = { effective: 'complies', union: 'complies', national: 'complies' }

/** A member is stuck if it withdrew, or was never for throughout the time it had to be. */
function isStuck(
  matter: Matter,
  { cited, trees }: Certificate,
  { elector, deemed }: { readonly elector: number; readonly deemed: Deemed },
): boolean {
  const { id } = matter.electors[elector]!
  const history = historyIn(matter.histories[elector]!, cited)
  if (voiceAt(history, cited[id]!).effective === 'withdrawn') return true
  const since = trees.since[id]
  if (!since || since.size > cited[id]!) return false
  const { quorum, cure } = matter.charter
  const seen = seenBy(since, quorum)
  if (currentUntil(trees.closings[id], quorum) <= seen + cure) return false
  // A voice that had run out when that tree was seen was silence all the time.
  const heard = voicesFrom(history, since.size, cited[id]!).map((voice): Heard => ({
    voice: voiceAtInstant(voice, seen),
    deemed: deemed.has(id),
    late: true,
  }))
  return heard.every((one) => !isCarried(matter, one))
}

/**
 * Who did not reaffirm a version for the window that a `lapsed` certificate names, if the rule is
 * unmet without them; nothing where it is met, or where nobody is overdue.
 */
export function whyLapsed(matter: Matter, certificate: Certificate, deemed: Deemed): Reason[] {
  const { version, electors, charter } = matter
  const { cited, trees, window } = certificate
  const { expiry } = version.document
  if (window === undefined || expiry === undefined || charter.period === undefined) return []
  const due = expiry + window * charter.period
  const overdue = electors.map(
    ({ id }, elector) =>
      currentUntil(trees.closings[id], charter.quorum) >= due &&
      !matter.reaffirmed[elector]!.some(
        (one) =>
          one.window === window && one.at < cited[id]! && !isUnmandated(one.unmandated, cited),
      ),
  )
  const held = voicesAt(matter, cited).map((voice, elector) =>
    overdue[elector] && voice.effective !== 'withdrawn' ? SILENT : voice,
  )
  const consenting = new Set([...deemed].filter((id) => !overdue[electorOf(matter, id)]))
  if (whyShut(matter, heardLate(matter, held, consenting)).length === 0) return []
  return electors.flatMap(({ id: member }, elector) =>
    overdue[elector]
      ? [
          {
            code: 'not-reaffirmed',
            version: version.id,
            rule: version.rule,
            source: 'none',
            member,
          },
        ]
      : [],
  )
}

const electorOf = ({ electors }: Matter, party: PartyId): number =>
  electors.findIndex(({ id }) => id === party)
