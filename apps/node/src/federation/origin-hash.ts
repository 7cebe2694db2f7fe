import { createHash } from 'node:crypto'

/** How a URL names a log: lower-case hex of SHA-256 of its origin. */
export const originHash = (origin: string): string =>
  createHash('sha256').update(origin).digest('hex')
