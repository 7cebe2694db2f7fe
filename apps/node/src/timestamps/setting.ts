import { z } from 'zod'
import { readAnchors } from './certificate.ts'

/** A timestamp authority (RFC 3161) that this node asks, as `node.json` has it. */
export const TimestampAuthority = z.strictObject({
  name: z.string().min(1).max(100),
  url: z.url({ protocol: /^https?$/ }),
  /** The certificates that this node trusts for it, in PEM. */
  anchor: z.string().refine(isAnchor, 'expected certificates in PEM'),
  /** Seconds after which it is asked again where a record has grown; of a new certificate it is asked at once. */
  every: z.int().min(1).max(86_400).default(3_600),
})
export type TimestampAuthority = z.infer<typeof TimestampAuthority>

function isAnchor(pem: string): boolean {
  try {
    return readAnchors(pem).length > 0
  } catch {
    return false
  }
}
