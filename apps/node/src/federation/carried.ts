import { parseNote } from '@entente/log'
import type { StrandNote } from './note.ts'

/** A cosignature line, and when it was made as it says, in seconds. */
export type Cosignature = { readonly line: string; readonly time: number }

/** What witnesses said of the trees of one case in pouches, while no wire led to them. */
export type Carried = {
  /** Cosignatures of the checkpoint with this text, by witness name. */
  readonly lines: (text: string) => ReadonlyMap<string, Cosignature>
  /** Keeps the cosignatures of a note whose signatures were checked; of one witness the latest. */
  readonly take: (note: StrandNote) => void
  /** The note of this node's own strand that a witness last cosigned, '' for none; undefined where it did not say. */
  readonly told: (witness: string) => string | undefined
  readonly tell: (witness: string, note: string) => void
}

/** Texts of which lines are kept: whoever carries many fills no memory. */
const MOST_TEXTS = 256

export function createCarried(): Carried {
  const kept = new Map<string, Map<string, Cosignature>>()
  const told = new Map<string, string>()
  return {
    lines: (text) => new Map(kept.get(text)),
    take: ({ text, note, times }) => {
      const lines = kept.get(text) ?? new Map<string, Cosignature>()
      kept.delete(text)
      for (const [name, time] of times) {
        const line = parseNote(note).signatures.find((one) => one.name === name)?.line
        if (line !== undefined && time >= (lines.get(name)?.time ?? 0))
          lines.set(name, { line: `${line}\n`, time })
      }
      kept.set(text, lines)
      const [oldest] = kept.keys()
      if (kept.size > MOST_TEXTS) kept.delete(oldest!)
    },
    told: (witness) => told.get(witness),
    tell: (witness, note) => void told.set(witness, note),
  }
}
