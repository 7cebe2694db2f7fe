import { attachedBy, makeBundle, type Timestamp } from '@entente/accord'
import type { CaseFile } from '../federation/index.ts'
import { Refusal } from '../platform/http/problem.ts'

/** The member bundle at the final cut: every strand of the case with its cosigned checkpoint, and what authorities attest of its time. */
export function bundleOf(file: CaseFile, timestamps: readonly Timestamp[]): string {
  const { digest, cut } = file.state()
  const strands = file.charter.parties.map(({ id }) => {
    const checkpoint = file.note(id)
    if (checkpoint === undefined)
      throw new Refusal(
        503,
        'strand.unwitnessed',
        `expected a cosigned checkpoint of ${id}'s strand, got none yet`,
      )
    return { party: id, checkpoint, entries: file.entries(id).slice(0, cut[id]?.size ?? 0) }
  })
  const named = new Set(
    strands.flatMap(({ entries }) => entries.flatMap((entry) => attachedBy(entry) ?? [])),
  )
  const attachments = new Map([...file.attachments()].filter(([id]) => named.has(id)))
  return makeBundle({ charterBytes: file.charterBytes, strands, attachments, timestamps, digest })
}
