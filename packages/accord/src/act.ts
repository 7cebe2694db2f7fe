import { z } from 'zod'
import { accuse } from './act/accuse.ts'
import { amend } from './act/amend.ts'
import { assess } from './act/assess.ts'
import { attribute } from './act/attribute.ts'
import { call } from './act/call.ts'
import { charterAmend } from './act/charter-amend.ts'
import { comment } from './act/comment.ts'
import { comply } from './act/comply.ts'
import { declare } from './act/declare.ts'
import { disavow } from './act/disavow.ts'
import { evidence } from './act/evidence.ts'
import { evidenceWithdraw } from './act/evidence-withdraw.ts'
import { extend } from './act/extend.ts'
import { incidentReport } from './act/incident-report.ts'
import { join } from './act/join.ts'
import { keysAdd } from './act/keys-add.ts'
import { keysRevoke } from './act/keys-revoke.ts'
import { keysRoot } from './act/keys-root.ts'
import { leave } from './act/leave.ts'
import { note } from './act/note.ts'
import { notice } from './act/notice.ts'
import { objective } from './act/objective.ts'
import { propose } from './act/propose.ts'
import { publish } from './act/publish.ts'
import { reaffirm } from './act/reaffirm.ts'
import { recall } from './act/recall.ts'
import { receipt } from './act/receipt.ts'
import { release } from './act/release.ts'
import { report } from './act/report.ts'
import { review } from './act/review.ts'
import { selfAssessment } from './act/self-assessment.ts'
import { sighting } from './act/sighting.ts'
import { sound } from './act/sound.ts'
import { start } from './act/start.ts'
import { suspend } from './act/suspend.ts'
import { terminate } from './act/terminate.ts'
import { withdraw } from './act/withdraw.ts'
import type { ActKind } from './kind.ts'

/** Every kind of act. A new kind is one new file and one line here. */
export const KINDS = [
  keysAdd,
  keysRevoke,
  keysRoot,
  disavow,
  accuse,
  join,
  leave,
  charterAmend,
  evidence,
  evidenceWithdraw,
  attribute,
  objective,
  note,
  sound,
  comment,
  propose,
  amend,
  comply,
  withdraw,
  extend,
  reaffirm,
  declare,
  assess,
  call,
  notice,
  start,
  report,
  review,
  suspend,
  terminate,
  incidentReport,
  sighting,
  selfAssessment,
  receipt,
  release,
  publish,
  recall,
] as const

/** One signed statement of one party's authority, as the payload of its envelope says it. */
export const Act = z.discriminatedUnion('kind', [
  keysAdd.schema,
  keysRevoke.schema,
  keysRoot.schema,
  disavow.schema,
  accuse.schema,
  join.schema,
  leave.schema,
  charterAmend.schema,
  evidence.schema,
  evidenceWithdraw.schema,
  attribute.schema,
  objective.schema,
  note.schema,
  sound.schema,
  comment.schema,
  propose.schema,
  amend.schema,
  comply.schema,
  withdraw.schema,
  extend.schema,
  reaffirm.schema,
  declare.schema,
  assess.schema,
  call.schema,
  notice.schema,
  start.schema,
  report.schema,
  review.schema,
  suspend.schema,
  terminate.schema,
  incidentReport.schema,
  sighting.schema,
  selfAssessment.schema,
  receipt.schema,
  release.schema,
  publish.schema,
  recall.schema,
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

/** Whether an act of this kind is signed only where two persons of its party saw to it. */
export const isOfTwoPersons = (kind: string): boolean => BY_NAME.get(kind)?.twoPersons ?? false
