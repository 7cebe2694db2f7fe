import type { Source } from './source.ts'
import { qualifiedMajority } from './teu/art-16.ts'
import { constructiveAbstention, unanimity, vitalReasons } from './teu/art-31.ts'

export type { Source } from './source.ts'
export { type Abstainer, isBlockedByAbstention } from './teu/art-31.ts'

/** Every provision that the product cites, in the order of the instruments. */
export const SOURCES: readonly Source[] = [
  qualifiedMajority,
  unanimity,
  constructiveAbstention,
  vitalReasons,
]

const BY_ID: ReadonlyMap<string, Source> = new Map(SOURCES.map((each) => [each.id, each]))

/** The provision behind a reason; undefined where a rule is our own (`none`). */
export const findSource = (id: string): Source | undefined => BY_ID.get(id)
