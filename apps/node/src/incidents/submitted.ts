import type { Act, ActId, PartyId } from '@entente/accord'
import type { CaseFile } from '../federation/index.ts'
import type { Submitted } from './clock.ts'

export type Reported = {
  readonly id: ActId
  readonly act: Extract<Act, { kind: 'incident-report' }>
  /** When the authority's node had cosigned it, by that node's clock. */
  readonly receivedAt: string | undefined
}

/** Every report of the operator that counts, in the order of its strand. */
export async function reportsOf(file: CaseFile, operator: PartyId): Promise<readonly Reported[]> {
  const found: Reported[] = []
  for (const { id, act, index, void: voided } of file.logged(operator)) {
    if (act?.kind !== 'incident-report' || voided) continue
    found.push({ id, act, receivedAt: await receivedAtOf(file, operator, { id, index }) })
  }
  return found
}

/** What was cosigned once stays so: it is asked for once. */
const received = new WeakMap<CaseFile, Map<ActId, string>>()

/** Only the authority witnesses a line: its cosignature says when the report had come. */
async function receivedAtOf(
  file: CaseFile,
  operator: PartyId,
  { id, index }: { readonly id: ActId; readonly index: number },
): Promise<string | undefined> {
  const known = received.get(file) ?? new Map<ActId, string>()
  received.set(file, known)
  const before = known.get(id)
  if (before !== undefined) return before
  const tree = await file.since(operator, index + 1)
  if (!tree) return undefined
  const at = `${new Date(tree.by * 1000).toISOString().slice(0, 19)}Z`
  known.set(id, at)
  return at
}

/** When a stage was submitted: as the authority proves it, else in the operator's own word. */
export const submittedAt = ({ act, receivedAt }: Reported): string => receivedAt ?? act.claimedAt

const isOf = (
  { act }: Reported,
  { incident, regime }: { readonly incident: string; readonly regime: string },
): boolean => act.incident === incident && act.regime === regime

/** The stages of one incident that were submitted. */
export async function submittedOn(
  file: CaseFile,
  operator: PartyId,
  of: { readonly incident: string; readonly regime: string },
): Promise<readonly Submitted[]> {
  const reports = await reportsOf(file, operator)
  return reports
    .filter((report) => isOf(report, of))
    .map((report) => ({
      stage: report.act.stage,
      at: submittedAt(report),
      handledAt: report.act.handledAt,
    }))
}
