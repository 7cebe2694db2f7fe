import { parseCharter, type Charter } from '@entente/accord'
import type { Crypto } from '@entente/log'
import { readConfig } from '../config.ts'
import { openKeys } from '../platform/keys/index.ts'
import { cardBytes, cardIn, readCard, type PartyCard } from './card.ts'
import { PartiesError } from './error.ts'
import { foundedIn, writeFounded } from './founded.ts'
import { keyAct } from './key-act.ts'

export type Joined = { readonly charter: Charter; readonly isNew: boolean }

/**
 * Joins the coalition of this charter: only where its id is the one that people compared, and the
 * charter names this party exactly as its own card does. Its root key then gives its authorities
 * their keys; the node takes part when it starts.
 */
export function joinCharter(
  directory: string,
  bytes: Uint8Array,
  { id, crypto, nowAt }: { readonly id: string; readonly crypto: Crypto; readonly nowAt: Date },
): Joined {
  const card = readCard(directory)
  const charter = comparedCharter(bytes, id, crypto)
  assertOwn(charter, card, crypto)
  const [known] = foundedIn(directory)
  if (known) {
    if (Buffer.from(known.charter).equals(Buffer.from(bytes))) return { charter, isNew: false }
    throw new PartiesError(
      'party.joined',
      `expected a party that has joined nothing yet, got one in ${parseCharter(known.charter, crypto).id}: a charter that amends that one is taken up at the running node`,
    )
  }
  const keys = openKeys(directory, process.env['ENTENTE_NODE_KEY'])
  writeFounded(directory, [bytes], keyAct(readConfig(directory), charter.id, { keys, nowAt }))
  return { charter, isNew: true }
}

/** The charter in this file, where its id is the one that people compared. */
export function comparedCharter(bytes: Uint8Array, id: string, crypto: Crypto): Charter {
  const charter = parseCharter(bytes, crypto)
  // The file's own id is not said: nobody is to paste what they have not compared.
  if (charter.id === id) return charter
  throw new PartiesError(
    'charter.not-compared',
    `expected the charter whose id you compared, ${id}, got a file with another id`,
  )
}

/** A charter that names this party with another key, weight or name is not one it agreed to. */
export function assertOwn(charter: Charter, card: PartyCard, crypto: Crypto): void {
  const refuse = (message: string) => new PartiesError('charter.not-own', message)
  if (charter.parent) throw refuse('expected the charter of a root case, got one with a parent')
  const named = cardIn(charter, card.party, crypto)
  if (!named) throw refuse(`expected a charter that names ${card.party}, got one that does not`)
  // A party that the charter names no witness witnesses nothing: its key may be missing there.
  const expected = { ...card, witness: named.witness === '' ? '' : card.witness }
  if (Buffer.from(cardBytes(named)).equals(Buffer.from(cardBytes(expected)))) return
  const differing = (Object.keys(card) as (keyof PartyCard)[]).filter(
    (field) => JSON.stringify(card[field]) !== JSON.stringify(named[field]),
  )
  throw refuse(
    `expected ${card.party} as its own card has it, got another ${differing.join(', ') || 'card'}`,
  )
}
