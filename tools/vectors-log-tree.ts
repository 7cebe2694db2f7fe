import { createTree, leafHash, toUtf8 } from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'

/** A tree of eight entries. */
export const entries = Array.from({ length: 8 }, (_, at) => toUtf8(`entry ${at}`))
export const tree = createTree(crypto.sha256)
for (const entry of entries) tree.append(leafHash(crypto.sha256, entry))
export const rootAt = (size: number) => tree.root(size)

/** One bit of one byte is another. */
export const flip = (at: number) => (bytes: Uint8Array) =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))
