import { z } from 'zod'
import { amend } from './act/amend.ts'
import { attribute } from './act/attribute.ts'
import { comply } from './act/comply.ts'
import { declare } from './act/declare.ts'
import { evidence } from './act/evidence.ts'
import { keysAdd } from './act/keys-add.ts'
import { propose } from './act/propose.ts'
import { withdraw } from './act/withdraw.ts'
import type { ActKind } from './kind.ts'

/** Every kind of act. A new kind is one new file and one line here. */
export const KINDS = [
  keysAdd,
  evidence,
  attribute,
  propose,
  amend,
  comply,
  withdraw,
  declare,
] as const

/** One signed statement of one party's authority, as the payload of its envelope says it. */
export const Act = z.discriminatedUnion('kind', [
  keysAdd.schema,
  evidence.schema,
  attribute.schema,
  propose.schema,
  amend.schema,
  comply.schema,
  withdraw.schema,
  declare.schema,
])
export type Act = z.infer<typeof Act>
export type Kind = Act['kind']
export const KIND_NAMES = KINDS.map(({ kind }) => kind)

const BY_NAME = new Map(
  KINDS.map((kind) => [kind.kind as string, kind as unknown as ActKind<z.ZodType<Act>>]),
)

/** What the kind of an act declares of itself. */
export function kindOf(act: Act): ActKind<z.ZodType<Act>> {
  const kind = BY_NAME.get(act.kind)
  if (!kind) throw new TypeError(`expected a kind of act that is listed, got ${act.kind}`)
  return kind
}
