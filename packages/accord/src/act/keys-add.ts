import { z } from 'zod'
import { Alg } from '../alg.ts'
import { Base64, Custody } from '../charter.ts'
import { bounded, KeyId, Seconds, prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** A party's root keys give an authority its key and its mandate. */
const KeysAdd = z.strictObject({
  ...signedBase,
  kind: z.literal('keys-add'),
  authority: z.strictObject({ id: KeyId, name: prose(120) }),
  key: z.strictObject({
    keyid: KeyId,
    alg: Alg,
    pub: Base64,
    /** Who holds the private half; shown beside every signature. */
    custody: Custody,
  }),
  /** The verbs (kinds of act) that this key may sign, until an end if there is one. */
  mandate: z.strictObject({
    verbs: z.array(bounded(64)).min(1).max(64),
    until: Seconds.exactOptional(),
  }),
})

export const keysAdd = actKind({
  kind: 'keys-add',
  schema: KeysAdd,
  signedBy: 'root',
  subject: () => undefined,
  refersTo: () => [],
  keys: ({ authority, key, mandate }) => ({
    does: 'grants',
    authority,
    key,
    mandate: {
      verbs: mandate.verbs,
      ...(mandate.until === undefined ? {} : { until: mandate.until }),
    },
  }),
  isPublic: true,
})
