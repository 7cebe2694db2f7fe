import { toHex, toUtf8 } from './base64.ts'
import { formatCheckpoint, type Checkpoint } from './checkpoint.ts'
import type { Sha256 } from './crypto.ts'
import { leafHash } from './merkle.ts'
import { createTree } from './tree.ts'

/** The head of one log, as its checkpoint has it. */
export type LogHead = Pick<Checkpoint, 'origin' | 'size' | 'root'>

/**
 * The checkpoint that a witness cosigns for many logs in one: its root is over their checkpoints, in this order.
 * The root stands in the origin too, so that no two such checkpoints are of one log, and none contradicts another.
 */
export function jointCheckpoint(name: string, heads: readonly LogHead[], sha256: Sha256): string {
  const tree = createTree(sha256)
  for (const head of heads) tree.append(leafHash(sha256, toUtf8(formatCheckpoint(head))))
  const root = tree.root()
  return formatCheckpoint({ origin: `${name}/${toHex(root)}`, size: heads.length, root })
}
