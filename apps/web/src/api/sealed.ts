import {
  makeDisclosure,
  SALT_BYTES,
  type Disclosure,
  type PartyId,
  type SealedPart,
} from '@entente/accord'
import { sha256 } from '@noble/hashes/sha2.js'
import type { SealedView } from '../../../node/src/api.ts'
import { getJson, postJson } from './client.ts'

/** What was sealed in this page and not yet kept by the node. */
const made = new Map<string, Disclosure>()

/** Seals words for an act: what goes into the act. The words go to the node alone, when it is signed. */
export function seal(
  name: string,
  value: string,
  to: readonly PartyId[] = [],
): readonly SealedPart[] {
  if (value.trim() === '') return []
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES))
  const disclosure = makeDisclosure({ name, value, salt }, sha256)
  made.set(disclosure.digest, disclosure)
  return handedTo([{ name, digest: disclosure.digest }], to)
}

/** The same parts for other readers: the words and their digest stay. */
export const handedTo = (
  parts: readonly SealedPart[],
  to: readonly PartyId[],
): readonly SealedPart[] =>
  parts.map(({ name, digest }) => ({ name, digest, ...(to.length > 0 ? { to } : {}) }))

/** Has this person's node keep the words behind what an act seals, before the act is signed or put down. */
export async function keepSealed(payload: string): Promise<void> {
  const { charter, sealed = [] } = JSON.parse(payload) as {
    charter: string
    sealed?: readonly SealedPart[]
  }
  const disclosures = sealed.flatMap(({ digest }) => made.get(digest)?.disclosure ?? [])
  if (disclosures.length > 0) await postJson(pathOf(charter), { disclosures })
}

const pathOf = (id: string) => `/api/v1/cases/${encodeURIComponent(id)}/disclosures`

/** The sealed parts of a case; asked anew when the case has grown. */
export const sealedQuery = (id: string, acts: number) => ({
  queryKey: ['sealed', id, acts] as const,
  queryFn: () => getJson<SealedView>(pathOf(id)),
})
