import { fromBase64 } from '@entente/log'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import { evaluate } from '../src/evaluate.ts'
import { parseCharter } from '../src/parse-charter.ts'
import { readCut } from '../src/read-cut.ts'
import type { State } from '../src/state.ts'
import { createStrandReader } from '../src/strand.ts'

/** The state of a case whose strands name their entries by number, as the vectors do. */
export function stateOfEntries(
  charter: string,
  strands: Readonly<Record<string, readonly number[]>>,
  entries: readonly string[],
): State {
  const read = parseCharter(fromBase64(charter), crypto)
  const readers = Object.fromEntries(
    read.parties.map(({ id }) => {
      const reader = createStrandReader(read, id, crypto)
      for (const number of strands[id] ?? []) reader.append(fromBase64(entries[number] ?? ''))
      return [id, reader]
    }),
  )
  const sizes = Object.fromEntries(
    Object.entries(strands).map(([id, numbers]) => [id, numbers.length]),
  )
  return evaluate(read, readCut(read, readers, sizes, { crypto }))
}
