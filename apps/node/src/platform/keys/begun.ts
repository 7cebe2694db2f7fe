import { createHash } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeNew } from '../durable.ts'

/** Which logs have a first act, by their names. */
export type Begun = {
  readonly has: (origin: string) => boolean
  /** Durable before it returns. */
  readonly add: (origin: string) => void
}

/**
 * Which logs were signed for with a key that is here. It lies beside the key and not in the store: whoever lost
 * the store and has the key still knows that an empty strand is what is left of a full one.
 */
export function openBegun(dataDirectory: string): Begun {
  const directory = join(dataDirectory, 'keys', 'begun')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const file = (origin: string) =>
    join(directory, createHash('sha256').update(origin).digest('hex'))
  return {
    has: (origin) => existsSync(file(origin)),
    add: (origin) => {
      if (!existsSync(file(origin))) writeNew(file(origin), `${origin}\n`)
    },
  }
}
