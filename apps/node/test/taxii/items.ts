import { describe, test } from 'vitest'
import type { StoreKind } from '../stores.ts'
import type { TestServer } from './server.ts'

/**
 * One point that TAXII 2.1 asks of a server, by its number in the list that this server is held to, with the
 * section of the standard (https://docs.oasis-open.org/cti/taxii/v2.1/os/taxii-v2.1-os.html) it stands in.
 */
export type Point = readonly [
  number: number,
  sentence: string,
  holds: (server: TestServer) => Promise<void> | void,
]

/** Tests every point over HTTP at one running server. */
export function testPoints(
  kind: StoreKind,
  points: readonly Point[],
  server: () => TestServer,
): void {
  describe(`TAXII 2.1 in ${kind.name}`, () => {
    test.each(points.map(([number, sentence, holds]) => ({ number, sentence, holds })))(
      '$number: $sentence',
      ({ holds }) => holds(server()),
    )
  })
}
