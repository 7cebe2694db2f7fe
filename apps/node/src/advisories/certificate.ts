import { kindOf, makeCertificate, type ShownEntry } from '@entente/accord'
import type { HeldCase } from '../federation/index.ts'
import type { Published, Seen, Statement } from './publications.ts'

/** The public certificate of a publication, as far as this node's copy of the public case goes. */
export const certificateOf = ({ file, statements }: Published): string =>
  makeCertificate({
    charterBytes: file.charterBytes,
    parties: statements.map((statement) => ({
      party: statement.party,
      entries: entriesOf(file, statement),
    })),
  })

/** What was said and the key acts without which nobody could tell by whom, in the strand's order. */
function entriesOf(file: HeldCase, { publish, recalls }: Statement): readonly ShownEntry[] {
  const shown = new Map<number, ShownEntry>()
  for (const seen of [publish, ...recalls]) {
    for (const index of [...keyActs(file, seen), seen.logged.index])
      if (!shown.has(index)) shown.set(index, show(file, seen, index))
  }
  return [...shown.values()].toSorted((a, b) => a.index - b.index)
}

/** Where the strand itself gave or took keys before; those of the charter stand in the charter. */
const keyActs = (file: HeldCase, { logged }: Seen): readonly number[] =>
  file
    .logged(logged.party)
    .slice(0, logged.index)
    .flatMap(({ act, index, void: reason }) =>
      act && !reason && kindOf(act).keys !== undefined ? [index] : [],
    )

function show(file: HeldCase, { logged, tree }: Seen, index: number): ShownEntry {
  const strand = file.strand(logged.party)
  return {
    entry: strand.entries()[index]!,
    index,
    proof: strand.tree().inclusion(index, tree.size),
    checkpoint: tree.note,
  }
}
