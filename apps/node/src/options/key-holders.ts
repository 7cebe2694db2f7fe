import type { CaseFile } from '../federation/index.ts'
import type { SignatureView } from './api.ts'

/** What stands before the 32 bytes of an Ed25519 key in its SubjectPublicKeyInfo (RFC 8410). */
const PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

/** The key of a playbook's signature as CACAO writes it: PEM without header and footer. */
export const spkiOf = (publicKey: Uint8Array): string =>
  Buffer.concat([PREFIX, publicKey]).toString('base64')

const plain = (text: string) => text.replaceAll(/[\s=]/g, '')

type Holder = NonNullable<SignatureView['holder']>

/** Whose a key is, by the key acts of a case that nothing revoked since; undefined for every other key. */
export function holdersIn(file: CaseFile): (publicKey: string) => Holder | undefined {
  const holders = new Map<string, Holder>()
  for (const { id: party } of file.charter.parties)
    for (const { publicKey, authority } of file.keys(party).authorities.values())
      holders.set(plain(spkiOf(publicKey)), { party, authority: authority.name })
  return (publicKey) => holders.get(plain(publicKey))
}
