import {
  leafHash,
  LogError,
  parseProof,
  toBase64,
  verifyInclusion,
  type Crypto,
  type TlogProof,
} from '@entente/log'
import { kindOf } from './act.ts'
import { canonical } from './canonical.ts'
import type { Charter, Party } from './charter.ts'
import { verifyStrandCheckpoint, type StrandNote, type Times } from './checkpoint.ts'
import type { Logged } from './cut.ts'
import { AccordError, placed, type AccordErrorCode, type Place } from './error.ts'
import type { ActId, CharterId, PartyId } from './id.ts'
import { authorityKey, competentKey, type AuthorityKey } from './keys.ts'
import { charterId, parseCharter } from './parse-charter.ts'
import { certifiedBytes, parseCertificate, type PublicCertificate } from './public-certificate.ts'
import { publicationId, type Publication } from './publication.ts'
import { createStrandReader, type StrandReader } from './strand.ts'

/** What a public certificate that verifies is a proof of. */
export type CertificateProvedCode =
  /** The public case is the one whose charter id was given. */
  | 'charter'
  /** Each act was signed by a key of its party whose mandate has the verb. */
  | 'signatures'
  /** Each act is in its party's strand of the public case, which the quorum cosigned by then. */
  | 'published'
  /** All of them publish the same text, to the byte. */
  | 'same-text'
  /** These parties took it back. */
  | 'recalled'

export type CertificateNotProvedCode =
  /** No charter id was given: whoever made the file may have invented the whole coalition. */
  | 'charter'
  /** What anybody else says: who is not named here may agree, refuse or be silent. */
  | 'others'
  /** That the text was adopted: the record of its case says so, to the parties of that case. */
  | 'adopted'
  /** That what the text says is true. */
  | 'content'
  /** That nobody took it back later, or before in an act that was left out of the file. */
  | 'later'
  /** The authors' own clocks. */
  | 'claimed-times'
  /** Who held a key and acted freely with it. */
  | 'holders'
  /** That no key act was left out before what was published: its maker chose what it shows. */
  | 'revoked'
  /** That no more witnesses lied together than the charter's quorum bears. */
  | 'witnesses'

/** One party that published the text. */
export type Publisher = {
  readonly party: PartyId
  readonly name: string
  readonly role: Party['role']
  readonly act: ActId
  readonly index: number
  /** Who signed, by which key, and who holds it. */
  readonly authority: AuthorityKey['authority']
  readonly keyid: string
  readonly custody: AuthorityKey['key']['custody']
  /** Seconds: the quorum had cosigned a tree with this act by then. */
  readonly since: number
  readonly times: Times
  /** How many entries that tree has, and its root in base64. */
  readonly size: number
  readonly root: string
  /** What it cites as the certificate of adoption; here that is its word. */
  readonly certificate?: ActId
  /** It took the publication back: when the quorum had cosigned that, and why. */
  readonly recalled?: { readonly act: ActId; readonly since: number; readonly reason: string }
}

/** What a public certificate proved. */
export type VerifiedCertificate = {
  readonly charterId: CharterId
  /** Whether the caller named this charter; else the file only agrees with itself. */
  readonly trusted: boolean
  readonly charter: Charter
  readonly publication: Publication & { readonly id: string }
  readonly publishers: readonly Publisher[]
  readonly proved: readonly CertificateProvedCode[]
  readonly notProved: readonly CertificateNotProvedCode[]
}

/** Proves a public certificate offline, or refuses it with a code and the place that does not hold. */
export function verifyCertificate(
  text: string,
  { charterId: trustedId, crypto }: { readonly charterId?: string; readonly crypto: Crypto },
): VerifiedCertificate {
  const certificate = parseCertificate(text)
  const charterBytes = certifiedBytes(certificate.charter, 'the charter')
  const id = charterId(charterBytes, crypto)
  if (trustedId !== undefined && id !== trustedId)
    throw new AccordError('charter.other', `expected charter ${trustedId}, got ${id}`)
  const charter = parseCharter(charterBytes, crypto)
  if (!charter.public)
    throw new AccordError(
      'charter.not-public',
      'expected the charter of a case that anyone may read, got another',
    )
  assertParties(charter, certificate)
  const statements = certificate.parties.map((one) => readParty(charter, one, crypto))
  const { publication } = statements[0]!
  assertSameText(statements)
  return summary({
    charter,
    publication: { ...publication, id: publicationId(publication, crypto.sha256) },
    publishers: statements.map(({ publisher }) => publisher),
    trusted: trustedId !== undefined,
  })
}

function assertParties({ parties }: Charter, certificate: PublicCertificate) {
  const seen = new Set<PartyId>()
  for (const { party } of certificate.parties) {
    if (!parties.some(({ id }) => id === party))
      throw new AccordError('strand.unknown', `expected a party of the charter, got ${party}`, {
        place: { party },
      })
    if (seen.has(party))
      throw new AccordError('strand.doubled', `expected ${party} once, got it twice`, {
        place: { party },
      })
    seen.add(party)
  }
}

/** One entry that counts at its place, in a tree that the quorum cosigned. */
type Shown = { readonly logged: Logged; readonly note: StrandNote; readonly since: number }

type Statement = { readonly publication: Publication; readonly publisher: Publisher }

function readParty(
  charter: Charter,
  { party, entries }: PublicCertificate['parties'][number],
  crypto: Crypto,
): Statement {
  const reader = createStrandReader(charter, party, crypto)
  let last = -1
  const shown = entries.map(({ entry, proof }) => {
    const bytes = certifiedBytes(entry, 'an entry', { party })
    const { index, ...path } = readProof(proof, party)
    if (index <= last)
      throw new AccordError(
        'public-certificate.order',
        `expected entries of ${party} in the order of their places, got ${index} after ${last}`,
        { place: { party, index } },
      )
    last = index
    return readEntry({ charter, reader, crypto }, bytes, { index, ...path })
  })
  return readStatement(charter, reader, shown)
}

function readProof(text: string, party: PartyId): TlogProof {
  try {
    return parseProof(text)
  } catch (error) {
    if (!(error instanceof LogError)) throw error
    throw new AccordError('public-certificate.proof', error.message, {
      cause: error,
      place: { party },
    })
  }
}

type Reading = { readonly charter: Charter; readonly reader: StrandReader; readonly crypto: Crypto }

/**
 * Judges one entry with the keys that were shown before it, then proves its place: what is altered
 * in the entry is told apart from what is altered in its proof.
 */
function readEntry(
  { charter, reader, crypto }: Reading,
  entry: Uint8Array,
  { index, proof, checkpoint }: TlogProof,
): Shown {
  const { party } = reader
  const { void: reason, ...logged } = at({ party, index }, () => reader.append(entry))
  const place = { party, index, act: logged.id }
  if (reason)
    throw new AccordError(
      reason.code as AccordErrorCode,
      `${reason.message} (entry ${index} of ${party})`,
      { place },
    )
  const note = placed(place, () => verifyStrandCheckpoint(charter, party, checkpoint, crypto))
  try {
    const leaf = leafHash(crypto.sha256, entry)
    verifyInclusion(crypto.sha256, { index, size: note.size, leaf, proof, root: note.root })
  } catch (error) {
    if (!(error instanceof LogError)) throw error
    throw new AccordError(
      'public-certificate.proof',
      `expected a proof that entry ${index} of ${party} is in the cosigned tree: ${error.message}`,
      { cause: error, place },
    )
  }
  return { logged: { ...logged, index }, note, since: since(charter, note) }
}

/** A refusal of the reader names the place in the file; the entry's own place is in its proof. */
function at<T>(place: Place, run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof AccordError)) throw error
    throw new AccordError(error.code, error.message, {
      cause: error,
      place: { ...error.place, ...place },
    })
  }
}

/** The instant by which a quorum of witnesses had cosigned. */
const since = ({ quorum }: Charter, { times }: StrandNote): number =>
  times.map(([, time]) => time).toSorted((a, b) => a - b)[quorum - 1]!

function readStatement(charter: Charter, reader: StrandReader, shown: readonly Shown[]): Statement {
  const { party } = reader
  let statement: Statement | undefined
  const isPublication = ({ logged: { act } }: Shown) => kindOf(act!).publishes !== undefined
  if (!shown.some(isPublication))
    throw new AccordError(
      'public-certificate.unpublished',
      `expected an act by which ${party} publishes, got none`,
      { place: { party } },
    )
  for (const one of shown) {
    const { logged } = one
    const act = logged.act!
    const kind = kindOf(act)
    if (kind.keys) continue
    const publication = kind.publishes?.(act)
    const taken = kind.takesBack?.(act)
    const isRecall = statement !== undefined && taken?.of === statement.publisher.act
    if (!publication && !isRecall)
      throw stray(logged, 'expected a publication, what takes it back, or a key act')
    if (publication && statement) throw stray(logged, 'expected one publication of each party')
    if (publication) statement = { publication, publisher: publisherOf({ charter, reader }, one) }
    else if (statement && taken)
      statement = { ...statement, publisher: takenBack(statement.publisher, one, taken.reason) }
  }
  return statement!
}

const stray = ({ party, index, id }: Logged, expected: string) =>
  new AccordError('public-certificate.stray', `${expected}, got act ${id} of ${party}`, {
    place: { party, index, act: id },
  })

/** The first recall counts; a later one says the same again. */
const takenBack = (publisher: Publisher, { logged, since: by }: Shown, reason: string): Publisher =>
  publisher.recalled ? publisher : { ...publisher, recalled: { act: logged.id, since: by, reason } }

function publisherOf(
  { charter, reader }: Pick<Reading, 'charter' | 'reader'>,
  { logged, note, since: by }: Shown,
): Publisher {
  const { id, name, role } = charter.parties.find((party) => party.id === reader.party)!
  const act = logged.act!
  // The key that made the act count; it may be revoked since.
  const signed = logged.keyids.flatMap((keyid) => authorityKey(reader.keys(), keyid) ?? [])
  const key = competentKey(charter, signed, act.kind) as AuthorityKey
  return {
    party: id,
    name,
    role,
    act: logged.id,
    index: logged.index,
    authority: key.authority,
    keyid: key.key.keyid,
    custody: key.key.custody,
    since: by,
    times: note.times,
    size: note.size,
    root: toBase64(note.root),
    ...('of' in act && typeof act.of === 'object' ? { certificate: act.of.certificate } : {}),
  }
}

function assertSameText([first, ...others]: readonly Statement[]) {
  const said = canonical(first!.publication)
  const other = others.find(({ publication }) => canonical(publication) !== said)
  if (!other) return
  const { party, index, act } = other.publisher
  throw new AccordError(
    'public-certificate.texts',
    `expected the publication of ${first!.publisher.party}, got another of ${party}`,
    { place: { party, index, act } },
  )
}

function summary(
  proved: Pick<VerifiedCertificate, 'charter' | 'publication' | 'publishers' | 'trusted'>,
): VerifiedCertificate {
  const { charter, publication, publishers, trusted } = proved
  return {
    ...proved,
    charterId: charter.id,
    proved: [
      ...(trusted ? (['charter'] as const) : []),
      'signatures',
      'published',
      ...(publishers.length > 1 ? (['same-text'] as const) : []),
      ...(publishers.some(({ recalled }) => recalled) ? (['recalled'] as const) : []),
    ],
    notProved: [
      ...(trusted ? [] : (['charter'] as const)),
      'others',
      ...(publication.of ? (['adopted'] as const) : []),
      'content',
      'later',
      'claimed-times',
      'holders',
      'revoked',
      'witnesses',
    ],
  }
}
