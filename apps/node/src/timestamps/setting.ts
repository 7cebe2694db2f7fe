import { z } from 'zod'
import { readAnchors } from './certificate.ts'

/** A timestamp authority (RFC 3161) that this node asks, as `node.json` has it. */
export const TimestampAuthority = z.strictObject({
  name: z.string().min(1).max(100),
  url: z.url({ protocol: /^https?$/ }),
  /** The certificates that this node trusts for it, in PEM. */
  anchor: z.string().refine(isAnchor, 'expected certificates in PEM'),
})
export type TimestampAuthority = z.infer<typeof TimestampAuthority>

function isAnchor(pem: string): boolean {
  try {
    return readAnchors(pem).length > 0
  } catch {
    return false
  }
}
