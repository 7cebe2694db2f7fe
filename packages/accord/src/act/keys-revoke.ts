import { z } from 'zod'
import { Base64 } from '../charter.ts'
import { KeyId, prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** A party's root keys take an authority's key back: from this place on, and for good. */
const KeysRevoke = z.strictObject({
  ...signedBase,
  kind: z.literal('keys-revoke'),
  /** The public key as well as its id: a copy of this act may come before one of the key itself. */
  key: z.strictObject({ keyid: KeyId, pub: Base64 }),
  cause: z.enum(['compromise', 'lost', 'replaced', 'ended']),
  reason: prose(2000).exactOptional(),
})

export const keysRevoke = actKind({
  kind: 'keys-revoke',
  schema: KeysRevoke,
  signedBy: 'root',
  subject: () => undefined,
  refersTo: () => [],
  keys: ({ key, cause }) => ({ does: 'revokes', key, cause }),
  isPublic: true,
})
