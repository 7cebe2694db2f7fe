import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AccordError, canonical, Charter, parseCanonical } from '@entente/accord'
import { formatVkey, parseVkey, toBase64, toHex, type Crypto } from '@entente/log'
import { writeOver } from '../platform/durable.ts'
import { PartiesError } from './error.ts'
import { readId } from './words.ts'

const { id, name, role, population, root, threshold, next } = Charter.shape.parties.element.shape

/** What a party gives to whoever drafts a charter: its name and its public keys, and no secret. */
export const PartyCard = z.strictObject({
  v: z.literal(1),
  party: id,
  name,
  role,
  population,
  root,
  threshold,
  /** Hash of the root keys that may follow these; without one they cannot be replaced. */
  next,
  /** Public key of its strands' log; the charter gives each strand its name. */
  log: z.base64(),
  /** signed-note verifier key (type 4 or 6) of its witness. */
  witness: Charter.shape.witnesses.element.shape.vkey,
})
export type PartyCard = z.infer<typeof PartyCard>

type Party = Charter['parties'][number]

const file = (dataDirectory: string) => join(dataDirectory, 'card.json')

export const cardBytes = (card: PartyCard): Uint8Array =>
  new TextEncoder().encode(canonical(PartyCard.parse(card)))

/** SHA-256 of the card's bytes: what two parties compare before they trust it. */
export const cardId = (bytes: Uint8Array, { sha256 }: Pick<Crypto, 'sha256'>): string =>
  `sha256:${toHex(sha256(bytes))}`

/**
 * Refuses a card whose id is not the one that somebody read out over another line: digits or words.
 * The card's own id is not said: nobody is to paste what they have not compared.
 */
export function assertCompared(
  card: PartyCard,
  said: string,
  crypto: Pick<Crypto, 'sha256'>,
): void {
  const id = readId(said)
  if (id !== cardId(cardBytes(card), crypto))
    throw new PartiesError(
      'card.not-compared',
      `expected the card of ${card.party} whose id was read to you, ${id}, got one with another id`,
    )
}

export function parseCard(bytes: Uint8Array): PartyCard {
  try {
    const parsed = PartyCard.safeParse(parseCanonical(bytes))
    if (parsed.success) return parsed.data
    const issue = parsed.error.issues[0]
    throw malformed(
      `${issue?.message ?? 'expected a party card'} at ${issue?.path.join('.') || 'the top'}`,
    )
  } catch (error) {
    if (error instanceof AccordError) throw malformed(error.message, error)
    throw error
  }
}

const malformed = (message: string, cause?: unknown) =>
  new PartiesError('card.malformed', message, { cause })

export function writeCard(dataDirectory: string, card: PartyCard): void {
  writeOver(file(dataDirectory), new TextDecoder().decode(cardBytes(card)))
}

export function readCard(dataDirectory: string): PartyCard {
  if (!existsSync(file(dataDirectory)))
    throw new PartiesError(
      'card.missing',
      `expected a party founded in ${dataDirectory}, got none: entente init makes one`,
    )
  return parseCard(readFileSync(file(dataDirectory)))
}

/** The party as a charter names it, with the strand of this name. */
export function partyOf(
  card: PartyCard,
  origin: string,
  { sha256 }: Pick<Crypto, 'sha256'>,
): Party {
  const { party, population: people, root: keys } = card
  return {
    id: party,
    name: card.name,
    role: card.role,
    ...(people === undefined ? {} : { population: people }),
    origin,
    log: formatVkey(origin, 1, new Uint8Array(Buffer.from(card.log, 'base64')), sha256),
    root: keys,
    threshold: card.threshold,
    ...(card.next === undefined ? {} : { next: card.next }),
  }
}

/** What a charter says of a party, as the card from which it must have been taken. */
export function cardIn(
  charter: Charter,
  party: string,
  { sha256 }: Pick<Crypto, 'sha256'>,
): PartyCard | undefined {
  const named = charter.parties.find((one) => one.id === party)
  if (!named) return undefined
  const witness = charter.witnesses.find((one) => one.party === party)
  return {
    v: 1,
    party: named.id,
    name: named.name,
    role: named.role,
    ...(named.population === undefined ? {} : { population: named.population }),
    root: named.root,
    threshold: named.threshold,
    ...(named.next === undefined ? {} : { next: named.next }),
    log: toBase64(parseVkey(named.log, sha256).raw),
    witness: witness?.vkey ?? '',
  }
}
