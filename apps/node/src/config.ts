import { statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isAddress } from './addresses/note.ts'
import { MispSetting } from './misp/setting.ts'
import { ROLES } from './parties/role.ts'
import { writeOver } from './platform/durable.ts'
import { RequestsSetting } from './platform/http/remote.ts'
import { MailSetting } from './reminders/mail-setting.ts'
import { SharingSetting } from './sharing/setting.ts'
import { TaxiiSetting } from './taxii/setting.ts'
import { TimestampAuthority } from './timestamps/setting.ts'
import { WarningMode } from './warnings/setting.ts'
import { readJsonFile } from './platform/json-file.ts'

const Party = z.string().regex(/^[A-Z]{2}$/)

/** What a node knows of itself before it opens its store: `node.json` in its data directory. */
export const NodeConfig = z.strictObject({
  party: Party,
  name: z.string().min(1),
  role: z.enum(['member', 'organisation', 'community', 'operator']),
  witness: z.string().min(1),
  /** The bodies that sign for this party, each with its key here and the verbs it is to be given. */
  authorities: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        name: z.string().min(1),
        keyid: z.string().min(1),
        /** Its key here for second signatures (ML-DSA-44), where it has one. */
        second: z.string().min(1).exactOptional(),
        verbs: z.array(z.string().min(1)).min(1),
      }),
    )
    .default([]),
  /** The persons who may log in here, and for which authority they act in which role. */
  people: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]{1,40}$/),
        name: z.string().min(1),
        authority: z.string().min(1),
        keyid: z.string().min(1),
        role: z.enum(ROLES).default('signatory'),
      }),
    )
    .min(1),
  /** Where other parties' nodes answer; what is given at the start of the node wins. */
  peers: z.record(Party, z.url({ protocol: /^https?$/ })).default({}),
  /** Where this node answers others, as its log signs it for them; they are told by their operators unless given. */
  address: z
    .string()
    .refine(isAddress, 'expected https://host[:port], or http on this very machine')
    .exactOptional(),
  /** Acts per hour that this node takes in of another party's strand in a case; what is over waits. */
  actsPerHour: z.int().positive().default(20_000),
  /** How many requests are answered to whom, and which proxies stand before this node. */
  requests: RequestsSetting.prefault({}),
  /** Seconds without an answer of another party's node after which people are told. */
  silentAfter: z.int().positive().default(60),
  /** Kinds of act that are signed only after a draft was cleared by somebody else than its author. */
  clearance: z.array(z.string().min(1)).default([]),
  /** What goes to whom, as far as markings leave it to this party. */
  sharing: SharingSetting.prefault({}),
  /** What becomes of values that stand on a warning list. */
  warninglists: WarningMode.default('suppress'),
  /** What programs of others may read here, and add, by TAXII. */
  taxii: TaxiiSetting.prefault({}),
  /** The instances of MISP and the feeds with which this node exchanges events. */
  misp: MispSetting.prefault({}),
  /** Timestamp authorities that are asked what time it is of a cut, and what is trusted of each. */
  timestamps: z.array(TimestampAuthority).max(8).default([]),
  /** The server that mails what is due to whoever asked for it; without it there is no mail. */
  mail: MailSetting.exactOptional(),
})
export type NodeConfig = z.infer<typeof NodeConfig>
export type Person = NodeConfig['people'][number]

const file = (dataDirectory: string) => join(dataDirectory, 'node.json')

/** Reads `node.json`, or throws with the path and what is wrong in it. */
export function readConfig(dataDirectory: string): NodeConfig {
  return NodeConfig.parse(readJsonFile(file(dataDirectory)))
}

/** Whole or not at all, and durably: a running node reads the file while it is replaced. */
export function writeConfig(dataDirectory: string, config: z.input<typeof NodeConfig>): void {
  writeOver(file(dataDirectory), `${JSON.stringify(NodeConfig.parse(config), null, 2)}\n`)
}

/**
 * The configuration as the file has it now: persons and peers may change while the node runs. A
 * file that cannot be read leaves what was known in force, and says so once.
 */
export function liveConfig(dataDirectory: string, warn: (line: string) => void): () => NodeConfig {
  let known = readConfig(dataDirectory)
  let seen = stampOf(dataDirectory)
  return () => {
    const stamp = stampOf(dataDirectory)
    if (stamp === seen) return known
    seen = stamp
    try {
      known = readConfig(dataDirectory)
    } catch (error) {
      warn(`node.json: ${error instanceof Error ? error.message : String(error)}`)
    }
    return known
  }
}

function stampOf(dataDirectory: string): string {
  const stat = statSync(file(dataDirectory), { throwIfNoEntry: false })
  return stat ? `${stat.ino} ${stat.mtimeMs} ${stat.size}` : ''
}
