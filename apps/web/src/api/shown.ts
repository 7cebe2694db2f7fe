import { Act, canonical, type CharterId, type PartyId } from '@entente/accord'

/** What the page showed of an act that a person is about to sign. */
export type Shown = {
  readonly charter: CharterId
  readonly party: PartyId
  /** Members that the act must have, where the page said more of it than its bytes. */
  readonly says?: Readonly<Record<string, unknown>>
}

/** An act that would not say what the page showed; nothing is signed. */
export class NotAsShown extends Error {
  override readonly name = 'NotAsShown'
}

/**
 * Refuses bytes that are not the canonical form of one act, read by the page itself, of this party in this case.
 * Whoever prepared them has no say in what they are.
 */
export function assertAsShown(payload: string, { charter, party, says = {} }: Shown): void {
  const read = Act.safeParse(parsed(payload))
  if (!read.success || canonical(read.data) !== payload)
    throw new NotAsShown('expected the canonical bytes of one act, got others')
  const expected = { ...says, charter, party }
  for (const [name, value] of Object.entries(expected)) {
    const got = (read.data as Readonly<Record<string, unknown>>)[name]
    if (got === undefined || canonical(got) !== canonical(value))
      throw new NotAsShown(
        `expected an act whose ${name} is ${canonical(value)}, got ${got === undefined ? 'none' : canonical(got)}`,
      )
  }
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload)
  } catch {
    return undefined
  }
}
