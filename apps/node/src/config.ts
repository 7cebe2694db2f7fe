import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What a node knows of itself before it opens its store: `node.json` in its data directory. */
export const NodeConfig = z.strictObject({
  party: z.string().regex(/^[A-Z]{2}$/),
  name: z.string().min(1),
  role: z.enum(['member', 'organisation', 'community', 'operator']),
  witness: z.string().min(1),
  /** The persons who may log in here, and for which authority they act. */
  people: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]{1,40}$/),
        name: z.string().min(1),
        authority: z.string().min(1),
        keyid: z.string().min(1),
      }),
    )
    .min(1),
})
export type NodeConfig = z.infer<typeof NodeConfig>
export type Person = NodeConfig['people'][number]

const file = (dataDirectory: string) => join(dataDirectory, 'node.json')

/** Reads `node.json`, or throws with the path and what is wrong in it. */
export function readConfig(dataDirectory: string): NodeConfig {
  return NodeConfig.parse(JSON.parse(readFileSync(file(dataDirectory), 'utf8')))
}

export function writeConfig(dataDirectory: string, config: NodeConfig): void {
  writeFileSync(file(dataDirectory), `${JSON.stringify(NodeConfig.parse(config), null, 2)}\n`, {
    mode: 0o600,
  })
}
