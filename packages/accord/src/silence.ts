import { currentUntil, seenBy } from './attested.ts'
import type { Attested } from './cut.ts'
import { whyShut, type Heard } from './gate.ts'
import type { ActId, PartyId } from './id.ts'
import {
  acknowledgedAt,
  acknowledgedIn,
  expiredIn,
  historyIn,
  unlessGone,
  type Certificate,
  type Matter,
} from './matter.ts'
import type { Reason } from './state.ts'
import {
  heardIn,
  SILENT,
  SPOKEN,
  voiceAt,
  voiceAtInstant,
  voicesFrom,
  type Moment,
} from './voice.ts'

/** The end of a silence as the first acts of its filer's strand have it; it is only ever put off. */
export const expiryAt = ({ version, extensions }: Matter, size: number): number =>
  extensions.reduce(
    (end, { at, until }) => (at < size ? Math.max(end, until) : end),
    version.document.expiry ?? Infinity,
  )

/** Whether a certificate proves that the silence ended and nothing in it broke it. */
export function isAdoptedBySilence(matter: Matter, certificate: Certificate): boolean {
  const end = closingOf(matter, certificate)
  if (!isClosed(matter, certificate, end)) return false
  const deemed = deemedBy(matter, certificate)
  const gone = expiredIn(matter, certificate.cited)
  const said = matter.electors.map(({ id }, elector): Heard => {
    const broke = firstBreak(matter, elector, certificate.cited[id]!)
    const early = earlyTree(matter, certificate, id)
    if (!early) return { voice: SILENT, broke }
    const history = historyIn(matter.histories[elector]!, certificate.cited)
    return voicesFrom(history, early.size, certificate.cited[id]!)
      .map((voice) => voiceAtInstant(unlessGone(gone, voice), end))
      .map((voice): Heard => ({ voice, deemed: deemed.has(id), broke }))
      .reduce((weakest, one) => (strength(one) < strength(weakest) ? one : weakest))
  })
  return whyShut(matter, said).length === 0
}

/** How much a voice carries, the weakest least. A consent after deemed consent does not express it. */
function strength({ voice: { effective, ranOut }, deemed }: Heard): number {
  if (effective === 'withdrawn') return -1
  if (effective !== 'silent') return SPOKEN.indexOf(effective)
  return SPOKEN.indexOf(deemed && !ranOut ? 'complies-with-reservation' : 'awaits-instructions')
}

/** Members whose silence is consent: they had the text more than the notice before its end. */
export function deemedBy(matter: Matter, certificate: Certificate): ReadonlySet<PartyId> {
  const { electors, charter } = matter
  const limit = dueOf(matter, certificate) - charter.notice
  return new Set(
    electors.flatMap(({ id }, elector) => {
      const at = acknowledgedIn(matter, elector, certificate.cited)
      const early = treeBefore(matter, certificate, certificate.trees.early[id], { id, limit })
      return early && at !== undefined && at < early.size ? [id] : []
    }),
  )
}

/**
 * Why a silence is broken for good, where a certificate proves it: by a break that no closing of it
 * can lack, or by a closing with neither a voice nor a receipt. Whoever signed them: where the end of a
 * mandate undid a break, one certificate could prove the silence broken and another the text adopted.
 */
export function whyBroken(matter: Matter, certificate: Certificate): Reason[] {
  if (!isClosed(matter, certificate, closingOf(matter, certificate))) return []
  const { version, rule, electors, histories } = matter
  const reason = (code: Reason['code'], member: PartyId, act?: ActId): Reason => ({
    code,
    version: version.id,
    rule: version.rule,
    source: rule.source,
    member,
    ...(act !== undefined && { act }),
  })
  return electors.flatMap(({ id }, elector) => {
    const size = certificate.cited[id]!
    const now = voiceAt(histories[elector]!, size)
    if (now.effective === 'silent') {
      const at = acknowledgedAt(matter, elector)
      return at !== undefined && at < size ? [] : [reason('unacknowledged', id)]
    }
    const limit = breakableUntil(matter, certificate)
    const tree = treeBefore(matter, certificate, certificate.trees.breaks[id], { id, limit })
    if (!tree) return []
    const broke = firstBreak(matter, elector, tree.size)
    if (broke !== undefined) return [reason('broken', id, broke)]
    const then = voiceAt(histories[elector]!, tree.size)
    if (then.effective === 'withdrawn') return [reason('withdrawn', id, then.act)]
    // What only awaits breaks while it is held: it has to be held still in the closing.
    return rule.cells[then.effective] === 'breaks' && then.act === now.act
      ? [reason('awaits-instructions', id, then.act)]
      : []
  })
}

/** The first act in the first acts of a member's strand that breaks a silence, lifted or not. */
export function firstBreak(matter: Matter, elector: number, size: number): ActId | undefined {
  const history = matter.histories[elector]!
  return history.slice(0, heardIn(history, size)).find((moment) => isBreak(matter, moment))?.voice
    .act
}

function isBreak({ rule: { silence } }: Matter, { voice, amends }: Moment): boolean {
  if (!silence) return false
  return voice.effective === 'objects' || (silence.amendment === 'yes' && amends === true)
}

/** The instant at or after which every strand has to be closed: with all that moved the end. */
const closingOf = (matter: Matter, { cited }: Certificate): number =>
  expiryAt(matter, cited[matter.version.by]!) + matter.charter.grace

const isClosed = (
  { charter, version, electors }: Matter,
  { trees }: Certificate,
  end: number,
): boolean =>
  [version.by, ...electors.map(({ id }) => id)].every(
    (party) => currentUntil(trees.closings[party], charter.quorum) >= end,
  )

/**
 * The expiry against which receipts and early trees are measured: what moved it counts only where it
 * was in a tree before the expiry that it moved. Else a dead silence could be revived.
 */
const dueOf = (matter: Matter, certificate: Certificate): number =>
  movedBefore(matter, certificate, matter.version.document.expiry ?? Infinity)

/**
 * Until when a break counts for good. What moved the end counts only where no closing at the former
 * end can lack it: else a break after that closing would undo what it had shown.
 */
const breakableUntil = (matter: Matter, certificate: Certificate): number =>
  movedBefore(
    matter,
    certificate,
    (matter.version.document.expiry ?? Infinity) + matter.charter.grace,
  ) + matter.charter.grace

function movedBefore(matter: Matter, certificate: Certificate, limit: number): number {
  const { by: id } = matter.version
  const tree = treeBefore(matter, certificate, certificate.trees.early[id], { id, limit })
  return expiryAt(matter, tree?.size ?? 0)
}

const earlyTree = (matter: Matter, certificate: Certificate, id: PartyId) =>
  treeBefore(matter, certificate, certificate.trees.early[id], {
    id,
    limit: dueOf(matter, certificate),
  })

/** A tree inside the cited one that the quorum had cosigned before a limit. */
function treeBefore(
  { charter: { quorum } }: Matter,
  { cited }: Certificate,
  tree: Attested | undefined,
  { id, limit }: { readonly id: PartyId; readonly limit: number },
): Attested | undefined {
  return tree && tree.size <= cited[id]! && seenBy(tree, quorum) < limit ? tree : undefined
}
