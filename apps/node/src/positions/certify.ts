import {
  Act,
  canonical,
  grantIn,
  wouldProve,
  type ActId,
  type PartyId,
  type Result,
  type VersionState,
} from '@entente/accord'
import { toUtf8 } from '@entente/log'
import type { CertificateDraft } from '../api.ts'
import type { CaseFile } from '../federation/index.ts'
import { crypto } from '../platform/crypto.ts'
import { Refusal } from '../platform/http/problem.ts'
import { closedAt, closedTrees, earlierTrees } from './earlier-trees.ts'
import { closedFrom, comesToOnce } from './silences.ts'
import { latestOn } from './subject.ts'
import { findVersion } from './version.ts'

/** What a certificate is asked to say. */
export type Asked = {
  readonly on: ActId
  readonly result: Result
  /** `expired`: the voice that ran out; without it the silence is meant. Of a mandate: the act that gave it, as in `on`. */
  readonly of?: ActId
  /** `lapsed`: which reaffirmation is lacking; the last one that is due unless given. */
  readonly window?: number
}

type Who = { readonly party: PartyId; readonly now: number }

/** Asks the witnesses for the trees that show it, and drafts the certificate a person may sign. */
export async function draftCertificate(
  file: CaseFile,
  asked: Asked,
  who: Who,
): Promise<CertificateDraft> {
  if (asked.of === asked.on) return draftMandateEnd(file, asked, who)
  const { state } = file.state()
  try {
    return await draftOfText(file, asked, who)
  } catch (error) {
    // An act that came while witnesses were asked has changed what follows, and what is against it.
    const isOvertaken = error instanceof Refusal && file.state().state !== state
    if (!isOvertaken) throw error
    return draftOfText(file, asked, who)
  }
}

async function draftOfText(
  file: CaseFile,
  asked: Asked,
  { party, now }: Who,
): Promise<CertificateDraft> {
  const version = findVersion(file, asked.on)
  if (!version)
    throw new Refusal(404, 'version.unknown', `expected a version of this case, got ${asked.on}`)
  assertNew(version, asked)
  const window = asked.result === 'lapsed' ? windowOf(file, version, asked, now) : undefined
  const { trees, sinceBy } = await earlierTrees(file, version, asked)
  const about = window === undefined ? asked : { ...asked, window }
  const notBefore = earliest(file, version, about)
  assertCome(notBefore, now)
  const shown = isOfSilence(version, asked) ? await comesToOnce(file, version) : undefined
  const as = ({ cut, notes }: Pick<Draft, 'cut' | 'notes'>) =>
    draft(file, about, { party, now, cut, notes: { ...notes, ...trees } })
  const then = shown?.earlier ? await closedFrom(file, version.id, notBefore) : undefined
  const drafted =
    (then && (await as(then))) ??
    (await as(
      shown?.earlier
        ? await closingsThen(file, version, notBefore)
        : await file.closings(Math.max(notBefore, curedBy(file, sinceBy, now))),
    ))
  if (drafted) return drafted
  if (shown?.comesTo === 'neither')
    throw new Refusal(
      409,
      'certificate.neither',
      'expected a silence that is adopted or broken by the acts and the cosigned trees held here, got one that came to neither: a receipt, a consent or the end of a waiting was too late',
    )
  throw new Refusal(409, 'certificate.untrue', whyUntrue(version, asked))
}

/** The cut as it was when a silence was over, where acts came since: of strands without any the present tree. */
async function closingsThen(
  file: CaseFile,
  version: VersionState,
  notBefore: number,
): Promise<Pick<Draft, 'cut' | 'notes'>> {
  const { cut, notes } = await file.closings(notBefore, { apart: true })
  const then = await closedTrees(file, version)
  const heads = then.map(([party, { head }]) => [party, head] as const)
  const closings = then.map(([party, { note }]) => [party, [note]] as const)
  return {
    cut: { ...cut, ...Object.fromEntries(heads) },
    notes: {
      closings: { ...('closings' in notes && notes.closings), ...Object.fromEntries(closings) },
    },
  }
}

type Draft = Who & {
  readonly cut: CertificateDraft['cut']
  readonly notes: object
}

/** The certificate as it could be signed; undefined where this node's own computation does not bear it out. */
async function draft(
  file: CaseFile,
  { on, result, of, window }: Asked,
  { party, now, cut, notes }: Draft,
): Promise<CertificateDraft | undefined> {
  const prev = latestOn(file.logged(party), on)
  const said = {
    v: 1,
    charter: file.charter.id,
    party,
    kind: 'declare',
    claimedAt: `${new Date(now * 1000).toISOString().slice(0, 19)}Z`,
    ...(prev ? { prev } : {}),
    on,
    result,
    ...(of ? { of } : {}),
    ...(window === undefined ? {} : { window }),
    cut,
  }
  const act = Act.parse({ ...said, ...(await withNotes(file, said, notes)) })
  const by = { crypto, attachments: file.attachments(), keysOf: file.keys }
  return wouldProve(file.charter, file.cut(), { party, act }, by)
    ? { payload: canonical(act), cut }
    : undefined
}

/** A certificate that the mandate which an act gave has ended, from the earliest tree held here that shows it. */
async function draftMandateEnd(
  file: CaseFile,
  asked: Asked,
  { party, now }: Who,
): Promise<CertificateDraft> {
  const mandate = endingMandate(file, asked.on)
  const { id, until } = mandate
  assertCome(until, now)
  const { cut, notes } = await file.closings(until)
  const first = await closedAt(file, id, { from: until, least: mandate.least })
  const isEarlier = first !== undefined && first.head.size < (cut[id]?.size ?? 0)
  const drafted = await draft(file, asked, {
    party,
    now,
    cut: isEarlier ? { ...cut, [id]: first.head } : cut,
    // Nothing but this strand matters: its own note is enough.
    notes: isEarlier ? { closings: { [id]: [first.note] } } : notes,
  })
  if (drafted) return drafted
  throw new Refusal(
    409,
    'certificate.untrue',
    `expected a tree of ${id} that was cosigned at second ${until} or later, got none held here`,
  )
}

type Ending = {
  readonly id: PartyId
  readonly until: number
  /** How many acts of its strand hold the one that gave it. */
  readonly least: number
}

/** Whose mandate an act gave and until when, where its end can be certified and is not yet. */
function endingMandate(file: CaseFile, act: ActId): Ending {
  const [found] = file.charter.parties.flatMap(({ id }) => {
    const given = grantIn(file.keys(id), act)
    return given ? [{ id, until: given.mandate.until, least: (given.from ?? -1) + 1 }] : []
  })
  if (!found)
    throw new Refusal(404, 'mandate.unknown', `expected an act that gave a key, got ${act}`)
  const { id, until, least } = found
  if (until === undefined)
    throw new Refusal(409, 'certificate.untrue', 'expected a mandate with an end, got one without')
  if (file.state().state.mandates?.some(({ of }) => of === act))
    throw new Refusal(
      409,
      'certificate.known',
      'expected a mandate whose end is not certified, got one of which it is on record',
    )
  return { id, until, least }
}

function assertCome(notBefore: number, now: number) {
  if (notBefore > now)
    throw new Refusal(
      409,
      'certificate.too-early',
      `expected this at second ${notBefore} or later, got second ${now}`,
    )
}

/** Whether what came of a silence is asked, and not of one voice. */
const isOfSilence = ({ rule }: VersionState, { result, of }: Asked): boolean =>
  rule === 'silence' && (result === 'adopted' || (result === 'expired' && of === undefined))

/** Bytes of a payload that fits into an entry: its base64 form, and room for signatures. */
const MOST_PAYLOAD = 45_000

/** The notes in the act itself, or attached where the coalition is too large for one entry. */
async function withNotes(file: CaseFile, said: object, notes: object) {
  if (toUtf8(canonical({ ...said, ...notes })).length <= MOST_PAYLOAD) return notes
  return { attached: await file.attach(toUtf8(canonical(notes))) }
}

/** What is on record already needs no second certificate, and only a current text is adopted. */
function assertNew(version: VersionState, { result, of }: Asked) {
  const { adopted, ended, lapsed = [], broken = [] } = version
  const expired = of === undefined ? broken : []
  if ({ adopted, ended, lapsed, expired }[result].length > 0)
    throw new Refusal(
      409,
      'certificate.known',
      `expected a version not yet ${result}, got one of which that is on record`,
    )
  if (result === 'adopted' && !version.current)
    throw new Refusal(
      409,
      'certificate.not-current',
      'expected the current version of its step, got an earlier one',
    )
}

/** The window that is named, else the last one that is due; the first where none is. */
function windowOf(
  { charter: { period } }: CaseFile,
  { expiry }: VersionState,
  { window }: Asked,
  now: number,
): number {
  if (window !== undefined) return window
  if (period === undefined || expiry === undefined) return 1
  return Math.max(1, Math.floor((now - expiry) / period))
}

/** The second before which nothing that is asked can be shown, whatever the acts say. */
function earliest(
  { charter }: CaseFile,
  { gate, expiry = 0, voices }: VersionState,
  { result, of, window = 0 }: Asked,
): number {
  switch (result) {
    case 'adopted':
      return gate.notBefore ?? 0
    case 'expired':
      if (of === undefined) return gate.notBefore ?? 0
      return Object.values(voices).find(({ act }) => act === of)?.until ?? 0
    case 'lapsed':
      return expiry + window * (charter.period ?? 0)
    case 'ended':
      return 0
  }
}

/** When the cure of every member was over, of those for whom it is over now. */
function curedBy({ charter: { cure } }: CaseFile, sinceBy: readonly number[], now: number): number {
  return Math.max(0, ...sinceBy.flatMap((by) => (by + cure < now ? [by + cure + 1] : [])))
}

function whyUntrue({ gate, standing }: VersionState, { result }: Asked): string {
  const reasons = gate.reasons.map(({ code, member }) => `${member ?? ''} ${code}`.trim())
  return `expected ${result} to follow from the acts and the cosigned trees held here, got ${standing}: ${reasons.join('; ') || 'nothing is against it, but no tree held here shows it'}`
}
