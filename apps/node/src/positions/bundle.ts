import { attachedBy, makeBundle, type PartyId, type Timestamp } from '@entente/accord'
import type { CaseFile } from '../federation/index.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Sizes } from './asked-cut.ts'

/** The member bundle at the final cut: every strand of the case with its cosigned checkpoint, and what authorities attest of its time. */
export function bundleOf(file: CaseFile, timestamps: readonly Timestamp[]): string {
  const { digest, cut } = file.state()
  const notes = file.charter.parties.map(({ id }) => [id, file.note(id)] as const)
  return write(file, { notes, cut, timestamps, digest })
}

/**
 * The member bundle at an earlier cut: refused where the quorum cosigned no tree of that size of some strand, or its note is
 * not kept. Timestamps are of the cuts that they name, and go with the present one.
 */
export async function bundleAt(file: CaseFile, sizes: Sizes): Promise<string> {
  const { digest, cut } = file.stateAt(sizes)
  const notes = await Promise.all(
    file.charter.parties.map(async ({ id }) => {
      const tree = await file.since(id, sizes[id]!)
      if (tree && tree.size === sizes[id]) return [id, tree.note] as const
      throw new Refusal(
        425,
        'cut.unwitnessed',
        `expected a cosigned checkpoint of the first ${sizes[id]} acts of ${id}'s strand, got none`,
      )
    }),
  )
  return write(file, { notes, cut, timestamps: [], digest })
}

type Written = {
  readonly notes: readonly (readonly [PartyId, string | undefined])[]
  readonly cut: ReturnType<CaseFile['state']>['cut']
  readonly timestamps: readonly Timestamp[]
  readonly digest: string
}

function write(file: CaseFile, { notes, cut, timestamps, digest }: Written): string {
  const strands = notes.map(([id, checkpoint]) => {
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
