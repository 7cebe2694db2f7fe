import {
  Act,
  canonical,
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
import { earlierTrees } from './earlier-trees.ts'
import { comesToOnce } from './silences.ts'
import { latestOn } from './subject.ts'
import { findVersion } from './version.ts'

/** What a certificate is asked to say. */
export type Asked = {
  readonly on: ActId
  readonly result: Result
  /** `expired`: the voice that ran out; without it the silence is meant. */
  readonly of?: ActId
  /** `lapsed`: which reaffirmation is lacking; the last one that is due unless given. */
  readonly window?: number
}

/** Asks the witnesses for the trees that show it, and drafts the certificate a person may sign. */
export async function draftCertificate(
  file: CaseFile,
  asked: Asked,
  { party, now }: { readonly party: PartyId; readonly now: number },
): Promise<CertificateDraft> {
  const version = findVersion(file, asked.on)
  if (!version)
    throw new Refusal(404, 'version.unknown', `expected a version of this case, got ${asked.on}`)
  assertNew(version, asked)
  const window = asked.result === 'lapsed' ? windowOf(file, version, asked, now) : undefined
  const { trees, sinceBy } = await earlierTrees(file, version, asked)
  const about = window === undefined ? asked : { ...asked, window }
  const notBefore = earliest(file, version, about)
  if (notBefore > now)
    throw new Refusal(
      409,
      'certificate.too-early',
      `expected this at second ${notBefore} or later, got second ${now}`,
    )
  const { cut, notes } = await file.closings(Math.max(notBefore, curedBy(file, sinceBy, now)))
  const { on, result, of } = asked
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
  const act = Act.parse({ ...said, ...(await withNotes(file, said, { ...notes, ...trees })) })
  const by = { crypto, attachments: file.attachments() }
  // A node drafts no certificate that its own computation does not bear out.
  if (wouldProve(file.charter, file.cut(), { party, act }, by))
    return { payload: canonical(act), cut }
  if (await isUndecided(file, version, asked))
    throw new Refusal(
      409,
      'certificate.neither',
      'expected a silence that is adopted or broken by the acts and the cosigned trees held here, got one that came to neither: a receipt, a consent or the end of a waiting was too late',
    )
  throw new Refusal(409, 'certificate.untrue', whyUntrue(version, asked))
}

const isUndecided = async (file: CaseFile, version: VersionState, { result, of }: Asked) =>
  version.rule === 'silence' &&
  (result === 'adopted' || (result === 'expired' && of === undefined)) &&
  (await comesToOnce(file, version)) === 'neither'

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
