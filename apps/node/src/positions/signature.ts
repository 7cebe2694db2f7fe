import { z } from 'zod'
import { KeyId } from '@entente/accord'
import { fromBase64 } from '@entente/log'
import type { GivenSignature } from './file.ts'

/** A signature as a person's browser hands it in: base64 of 64 bytes. */
export const Signature = z.strictObject({ keyid: KeyId, sig: z.base64().length(88) })

/** The same, read. */
export const toGiven = (given: z.infer<typeof Signature> | undefined): GivenSignature | undefined =>
  given && { keyid: given.keyid, sig: fromBase64(given.sig) }
