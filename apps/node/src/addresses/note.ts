import {
  LogError,
  openNote,
  parseNote,
  signNote,
  type Crypto,
  type Signer,
  type Vkey,
} from '@entente/log'
import { AddressError } from './error.ts'
import { reachOfHost } from './near.ts'

/** The first line of the note: no strand has this name, so it can be taken for no checkpoint. */
const FORMAT = 'entente-address/1'
/** Letters of the longest address. */
const MOST_URL = 300
/** Letters of the longest note: format, origin, counter, address and one signature fit. */
export const MOST_NOTE = 2_048

/** Where a party's node answers, as the log of its strand signed it. */
export type AddressNote = {
  /** The name of the strand whose log signed. */
  readonly origin: string
  /** Of two notes the one with the higher counter holds. */
  readonly counter: number
  readonly url: string
}

/**
 * An address that a note may carry: `https://host[:port]` in its one form, without a path, a name or a password; `http`
 * to the machine itself alone. Refused is anything else.
 */
export function readAddress(text: string): string {
  const url = text.length <= MOST_URL && URL.canParse(text) ? new URL(text) : undefined
  const isPlain = url?.protocol === 'http:' && reachOfHost(url.origin) === 'loopback'
  if (url?.origin === text && (url.protocol === 'https:' || isPlain)) return text
  throw new AddressError(
    'address.form',
    `expected an address like https://node.example:4821, without a path, or http on this very machine, got ${text.slice(0, 80)}`,
  )
}

export function isAddress(text: string): boolean {
  try {
    return readAddress(text) === text
  } catch (error) {
    if (error instanceof AddressError) return false
    throw error
  }
}

const textOf = ({ origin, counter, url }: AddressNote): string =>
  `${FORMAT}\n${origin}\n${counter}\n${url}\n`

/** The note over an address, signed by the log whose name is the signer's. */
export const signAddress = (
  said: Omit<AddressNote, 'origin'>,
  signer: Signer,
  { sha256 }: Pick<Crypto, 'sha256'>,
): string =>
  signNote(
    textOf({ origin: signer.name, counter: said.counter, url: readAddress(said.url) }),
    signer,
    sha256,
  )

/** What a note says; nothing in it is believed yet. Refuses what is in no form of one. */
export function parseAddress(note: string): AddressNote {
  if (note.length > MOST_NOTE) throw malformed(`${note.length} letters`)
  const { text, signatures } = quietly(() => parseNote(note))
  const [format, origin = '', counter = '', url = '', ...rest] = text.split('\n')
  if (format !== FORMAT || rest.join() !== '') throw malformed('another text')
  if (!/^[a-z0-9][a-z0-9./-]{0,199}$/.test(origin)) throw malformed('no name of a strand')
  const isCounter = /^[1-9][0-9]{0,15}$/.test(counter) && Number.isSafeInteger(Number(counter))
  if (!isCounter) throw malformed(`the counter ${counter.slice(0, 40)}`)
  if (signatures.length !== 1) throw malformed(`${signatures.length} signatures`)
  return { origin, counter: Number(counter), url: readAddress(url) }
}

/** What a note is held against: the log that has to have signed it, and what is held of that log. */
export type HeldAgainst = {
  readonly log: Vkey
  readonly held?: Pick<AddressNote, 'counter' | 'url'>
  readonly crypto: Pick<Crypto, 'verify'>
}

/**
 * Whether a note takes the place of the one that is held. One that is older says nothing new, whoever signed it;
 * refused is one that the log did not sign, and another address under the same counter.
 */
export function isNewer(note: string, { log, held, crypto }: HeldAgainst): boolean {
  const { counter, url } = parseAddress(note)
  if (held && counter < held.counter) return false
  assertSigned(note, log, crypto)
  if (held?.counter !== counter) return true
  if (held.url === url) return false
  throw new AddressError(
    'address.twice',
    `expected one address of ${log.name} under the counter ${counter}, got ${held.url} and ${url}`,
  )
}

function assertSigned(note: string, log: Vkey, { verify }: Pick<Crypto, 'verify'>): void {
  try {
    openNote(note, [log], { verify })
  } catch (cause) {
    if (!(cause instanceof LogError)) throw cause
    throw new AddressError(
      'address.unsigned',
      `expected an address that the log ${log.name} signed, got one that it did not`,
      { cause },
    )
  }
}

function quietly<T>(read: () => T): T {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof LogError) throw malformed(cause.message, cause)
    throw cause
  }
}

const malformed = (got: string, cause?: unknown) =>
  new AddressError('address.malformed', `expected a note over an address, got ${got}`, { cause })
