import { fromBase64, LogError, toBase64, toUtf8, type Sha256 } from '@entente/log'
import type { Act } from './act.ts'
import { kindOf } from './act.ts'
import { AccordError } from './error.ts'
import { prose, type ActId, type PartyId } from './id.ts'

/**
 * Parts of an act that stay at home: the act has their salted digest, and the words stand in a
 * disclosure that its party keeps, hands to whom it likes, and may open to all later. Disclosures are
 * those of RFC 9901, section 4.2: base64url of the JSON array of salt, name and value; the digest is
 * base64url of SHA-256 over that text.
 */

/** A disclosure that was read; nothing says yet which act it belongs to. */
export type Disclosure = {
  readonly disclosure: string
  readonly digest: string
  readonly name: string
  readonly value: string
}

/** Bytes of salt: 128 bits, as RFC 9901, section 9.3, recommends, so that no value can be guessed. */
export const SALT_BYTES = 16
/** How long the text of a disclosure may be: several fit into one entry of a strand. */
const MOST_DISCLOSURE = 16_000

const Value = prose(8000)

/** Makes the disclosure of a value; the salt is fresh for each and used for nothing else. */
export function makeDisclosure(
  {
    name,
    value,
    salt,
  }: { readonly name: string; readonly value: string; readonly salt: Uint8Array },
  sha256: Sha256,
): Disclosure {
  if (salt.length < SALT_BYTES)
    throw malformed(`expected a salt of at least ${SALT_BYTES} bytes, got ${salt.length}`)
  return readDisclosure(
    toBase64Url(toUtf8(JSON.stringify([toBase64Url(salt), name, value]))),
    sha256,
  )
}

/** Reads a disclosure, whoever sent it: bounded, in the one form that its digest is taken over. */
export function readDisclosure(disclosure: string, sha256: Sha256): Disclosure {
  if (disclosure.length > MOST_DISCLOSURE)
    throw malformed(`expected at most ${MOST_DISCLOSURE} characters, got ${disclosure.length}`)
  const parts = jsonOf(disclosure)
  const [salt, name, value] = Array.isArray(parts) ? (parts as readonly unknown[]) : []
  if (!Array.isArray(parts) || parts.length !== 3 || typeof salt !== 'string')
    throw malformed('expected an array of salt, name and value, got something else')
  // 128 bits are 22 letters of base64url.
  if (salt.length < 22) throw malformed(`expected a salt of 22 letters, got ${salt.length}`)
  if (typeof name !== 'string' || !/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(name))
    throw malformed('expected the name of a part, got something else')
  const words = Value.safeParse(value)
  if (!words.success) throw malformed(`expected words of 1 to 8000 characters as value of ${name}`)
  const digest = toBase64Url(sha256(toUtf8(disclosure)))
  return { disclosure, digest, name, value: words.data }
}

/** The salt of a disclosure that was read: whoever learns it can guess what else was sealed under it. */
export const saltOf = (disclosure: string): string =>
  (jsonOf(disclosure) as readonly [string, ...unknown[]])[0]

/** A part of an act that was sealed, with its words where a disclosure opens it. */
export type Sealed = {
  readonly act: ActId
  readonly party: PartyId
  readonly name: string
  readonly digest: string
  /** Whom its party said it hands it to; the parties of the case know that, not the words. */
  readonly to?: readonly PartyId[]
  readonly value?: string
  readonly disclosure?: string
  /** The act by which its own party opened it to all. */
  readonly openedBy?: ActId
  /**
   * Acts of other parties with the same digest. A salt is used once, so that of two parties one copied it: the words are
   * of whoever gave them, and nothing proves who was first.
   */
  readonly alsoIn?: readonly { readonly party: PartyId; readonly act: ActId }[]
}

/** A disclosure that came from a party's own node, or one of which nobody knows whence it came. */
export type Handed = string | { readonly disclosure: string; readonly from: PartyId }

type Read = {
  readonly id: ActId
  readonly party: PartyId
  readonly act?: Act
  readonly void?: unknown
}

/**
 * Every sealed part of these acts, opened where the party that sealed it opened it on record, or one of
 * the disclosures given does. A party opens its own parts only: what others file, or hand over, opens nothing.
 * @throws AccordError `disclosure.stray` for a given disclosure that no act has the digest of, and
 * `disclosure.malformed`
 */
export function sealedIn(
  acts: readonly Read[],
  given: readonly Handed[],
  sha256: Sha256,
): readonly Sealed[] {
  const counting = acts.filter(({ void: voided }) => !voided)
  const onRecord = counting.flatMap(({ id, party, act }) =>
    openedBy(act).flatMap((text) => {
      const read = findDisclosure(text, sha256)
      return read ? [[`${party} ${read.digest}`, { ...read, openedBy: id }] as const] : []
    }),
  )
  const opened = new Map<string, Disclosure>(onRecord.toReversed())
  const handed = new Map(given.map((one) => handedAs(one, sha256)))
  const places = placesOf(counting)
  const sealed = counting.flatMap(({ id, party, act }) =>
    sealedPartsOf(act).map((part): Sealed => {
      const own: string = `${party} ${part.digest}`
      const words = opened.get(own) ?? handed.get(own) ?? handed.get(part.digest)
      // Whoever opens a part of another name than the act has for it opens nothing.
      const isIt = words?.name === part.name
      const alsoIn = (places.get(part.digest) ?? []).filter((other) => other.party !== party)
      return {
        act: id,
        party,
        ...part,
        ...(isIt ? words : {}),
        ...(alsoIn.length > 0 ? { alsoIn } : {}),
      }
    }),
  )
  const known = new Set(sealed.flatMap((part) => (part.value === undefined ? [] : [part.digest])))
  const stray = [...handed.values()].map(({ digest }) => digest).find((one) => !known.has(one))
  if (stray !== undefined)
    throw new AccordError(
      'disclosure.stray',
      `expected the disclosure of a sealed part of these acts, got one with the digest ${stray}`,
    )
  return sealed
}

function handedAs(one: Handed, sha256: Sha256): readonly [string, Disclosure] {
  const [text, from] = typeof one === 'string' ? [one] : [one.disclosure, one.from]
  const read = readDisclosure(text, sha256)
  return [from === undefined ? read.digest : `${from} ${read.digest}`, read]
}

/** Where each digest stands. */
function placesOf(acts: readonly Read[]) {
  const all = acts.flatMap(({ id, party, act }) =>
    sealedPartsOf(act).map(({ digest }) => ({ digest, party, act: id })),
  )
  const places = new Map<string, { readonly party: PartyId; readonly act: ActId }[]>()
  for (const { digest, ...place } of all) places.set(digest, [...(places.get(digest) ?? []), place])
  return places
}

/** The parts that an act seals, as its kind declares them. */
export const sealedPartsOf = (act: Act | undefined) => (act && kindOf(act).seals?.(act)) ?? []

const openedBy = (act: Act | undefined): readonly string[] =>
  (act && kindOf(act).opens?.(act)) ?? []

/** What is on record may be anything that its party signed. */
function findDisclosure(text: string, sha256: Sha256): Disclosure | undefined {
  try {
    return readDisclosure(text, sha256)
  } catch (error) {
    if (error instanceof AccordError) return undefined
    throw error
  }
}

const malformed = (message: string, cause?: unknown) =>
  new AccordError('disclosure.malformed', message, { cause })

function jsonOf(disclosure: string): unknown {
  try {
    const bytes = fromBase64Url(disclosure)
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch (error) {
    if (!(error instanceof LogError || error instanceof SyntaxError || error instanceof TypeError))
      throw error
    throw malformed('expected base64url of JSON in UTF-8, got something else', error)
  }
}

/** Base64url without padding (RFC 4648, section 5). */
const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

function fromBase64Url(text: string): Uint8Array {
  if (!/^[A-Za-z0-9_-]+$/.test(text))
    throw malformed('expected letters of base64url without padding, got others')
  const padded = text.padEnd(Math.ceil(text.length / 4) * 4, '=')
  return fromBase64(padded.replaceAll('-', '+').replaceAll('_', '/'))
}
