import type { Document } from '@entente/law'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The first day that ZIP can say (APPNOTE 6.3.10, section 4.4.6): what the clock said of a file is no part of it. */
const NO_TIME = new Date(1980, 0, 1)
const TEXT = /\.(?:xml|rels)$/

/**
 * The same package for the same document: the library writes the clock into it and draws ids by chance, and here the
 * one is the document's day and the others are counted.
 */
export function reproducible(bytes: Uint8Array, { asOf }: Document): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).toSorted(
    ([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1),
  )
  const texts = new Map(
    parts.flatMap(([name, part]) => (TEXT.test(name) ? [[name, strFromU8(part)] as const] : [])),
  )
  const counted = new Map(
    [...texts.values()]
      .flatMap((text) => [...text.matchAll(/ Id="((?!rId\d+")[^"]+)"/g)].map(([, id = '']) => id))
      .map((id, index) => [id, `rIdL${index + 1}`] as const),
  )
  const settled = (name: string, part: Uint8Array): Uint8Array => {
    const text = texts.get(name)
    if (text === undefined) return part
    const named = text.replaceAll(
      /( Id| r:id)="([^"]+)"/g,
      (all, attribute: string, id: string) => {
        const to = counted.get(id)
        return to === undefined ? all : `${attribute}="${to}"`
      },
    )
    return strToU8(
      name === 'docProps/core.xml'
        ? named.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${asOf}T00:00:00Z`)
        : named,
    )
  }
  return zipSync(
    Object.fromEntries(
      parts.map(([name, part]) => [name, [settled(name, part), { mtime: NO_TIME }]]),
    ),
  )
}

// The part that says what the others are comes first, as readers of the format expect.
const order = (name: string): number => (name === '[Content_Types].xml' ? 0 : 1)
