import type { Language } from '@entente/lexicon'
import type { Dispute, Side } from './finding.ts'
import { cited, joined, type Text, told } from './text.ts'
import { type Holder, holderName, type Reading, type View } from './view.ts'

/** Where views on one side are read: a source, and who is read in it, at which place of it. */
export type ReadAt = {
  readonly source: string
  readonly by: readonly { readonly holder: Holder; readonly pinpoint?: string }[]
}

/** One side of a dispute with those whose published, or entered, view is on it, and where it says so. */
export type HeldSide = Side & {
  readonly holders: readonly Holder[]
  /** Every holder once; each source once, in the order of the holders. */
  readonly readAt: readonly ReadAt[]
}

/** The sides of a dispute, each with those of these views that are on it. */
export const heldSides = ({ issue, sides }: Dispute, known: readonly View[]): HeldSide[] =>
  sides.map((side) => {
    const held = known.flatMap(({ holder, readings }) => {
      const all: Readonly<Record<string, Reading>> = readings
      const reading = issue === undefined ? undefined : all[issue]
      return reading && side.readings?.includes(reading.value) ? [{ holder, reading }] : []
    })
    return { ...side, holders: held.map(({ holder }) => holder), readAt: readAt(held) }
  })

function readAt(
  held: readonly { readonly holder: Holder; readonly reading: Reading }[],
): readonly ReadAt[] {
  const bySource = new Map<string, ReadAt['by'][number][]>()
  for (const { holder, reading } of held) {
    const by = bySource.get(reading.source) ?? []
    const pinpoint = reading.value === 'unknown' ? undefined : reading.pinpoint
    by.push({ holder, ...(pinpoint === undefined ? {} : { pinpoint }) })
    bySource.set(reading.source, by)
  }
  return [...bySource].map(([source, by]) => ({ source, by }))
}

/** `A (place); B (place) (source)`. */
export function readAtLine({ source, by }: ReadAt, lang: Language): Text {
  // Whoever entered its own view writes in its own language, which nothing says; a published one always has both names.
  const isPublished = by.some(({ holder }) => holder.names)
  const placed = (place: string): Text => (isPublished ? cited(place, lang) : place)
  const at = by.map(({ holder, pinpoint }) =>
    pinpoint === undefined
      ? holderName(holder, lang)
      : told`${holderName(holder, lang)} (${placed(pinpoint)})`,
  )
  return told`${joined(at, '; ')} (${placed(source)})`
}
