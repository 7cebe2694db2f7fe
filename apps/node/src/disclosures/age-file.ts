import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { Refusal } from '../platform/http/problem.ts'

/**
 * A disclosure on its way to its readers: an age v1 file (https://age-encryption.org/v1) over the letters
 * of the disclosure, with line feeds behind it up to a multiple of 1,024 bytes. age says nothing of who
 * sent it; that the words are the sender's follows from the digest in the act that it signed.
 */

/** Whoever finds one reader's key among very many finds it sooner: age's own advice is a bound. */
export const MOST_RECIPIENTS = 64
/** The longest disclosure, padded, for as many recipients. */
export const MOST_FILE_BYTES = 192 * 1024
const BLOCK = 1024
const RECIPIENT = /^age1[a-z0-9]{50,2500}$/

/** X-Wing hybrid (ML-KEM-768 and X25519): what is stored today is not read by a quantum computer later. */
export const newIdentity = (): Promise<string> => generateHybridIdentity()

export const recipientOf = (identity: string): Promise<string> => identityToRecipient(identity)

/**
 * Encrypts a disclosure to these age recipients.
 * @throws Refusal `age.recipient` for none, too many, or what is no recipient
 */
export async function encryptTo(
  recipients: readonly string[],
  disclosure: string,
): Promise<Uint8Array> {
  const distinct = [...new Set(recipients)]
  if (distinct.length < 1 || distinct.length > MOST_RECIPIENTS)
    throw notRecipient(`1 to ${MOST_RECIPIENTS} age recipients, got ${distinct.length}`)
  const encrypter = new Encrypter()
  for (const recipient of distinct) {
    if (!RECIPIENT.test(recipient))
      throw notRecipient('an age recipient (age1 and letters), got something else')
    try {
      encrypter.addRecipient(recipient)
    } catch {
      throw notRecipient('an age recipient, got one whose letters do not hold together')
    }
  }
  const padded = disclosure.padEnd(Math.ceil(disclosure.length / BLOCK) * BLOCK, '\n')
  try {
    return await encrypter.encrypt(padded)
  } catch {
    throw notRecipient('recipients of one sort (all age1pq1…, or none), got a mixture')
  }
}

/**
 * Opens an age file with this node's identity: the disclosure in it, of which nothing is proved yet.
 * @throws Refusal `age.unreadable`, whatever is wrong with the file
 */
export async function decryptWith(identity: string, file: Uint8Array): Promise<string> {
  if (file.length > MOST_FILE_BYTES)
    throw unreadable(`at most ${MOST_FILE_BYTES} bytes, got ${file.length}`)
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const padded = await decrypter.decrypt(file).catch(() => {
    throw unreadable('an age file encrypted to this node, got another or a changed one')
  })
  const text = new TextDecoder('latin1').decode(padded)
  const disclosure = text.replace(/\n+$/, '')
  if (
    padded.length === 0 ||
    padded.length % BLOCK !== 0 ||
    disclosure.length + BLOCK <= text.length
  )
    throw unreadable(`a disclosure padded to a multiple of ${BLOCK} bytes, got another form`)
  return disclosure
}

// The library's own error is not passed on: it may say something of what is in the file.
const notRecipient = (expected: string) => new Refusal(422, 'age.recipient', `expected ${expected}`)

const unreadable = (expected: string) => new Refusal(422, 'age.unreadable', `expected ${expected}`)
