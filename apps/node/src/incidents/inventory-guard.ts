import type { Asset } from '../assets/asset.ts'

export type Named = { readonly column: string; readonly value: string; readonly field: string }

/** A name that is shorter says nothing: `pc` stands in any text. */
const LEAST = 4

const SINGLE = ['hash', 'address', 'domain', 'url', 'cpe'] as const
const WORDS = ['name', 'site', 'note'] as const

/**
 * The values of the inventory that stand in a text which is to leave: whoever wrote it may not know
 * that they do. Whole words only, whatever their case.
 */
export function namedIn(
  fields: Readonly<Record<string, string>>,
  assets: readonly Asset[],
): readonly Named[] {
  const found = new Map<string, Named>()
  const texts = Object.entries(fields).map(([field, text]) => ({
    field,
    text: ` ${plain(text)} `,
    words: wordsOf(text),
  }))
  const look = (column: string, value: string, isWord: boolean) => {
    const wanted = isWord ? value.toLowerCase() : plain(value)
    if (wanted.length < LEAST) return
    for (const { field, text, words } of texts)
      if (isWord ? words.has(wanted) : text.includes(` ${wanted} `))
        found.set(JSON.stringify([column, value, field]), { column, value, field })
  }
  for (const asset of assets) {
    look('id', asset.id, false)
    for (const column of WORDS) look(column, asset[column], false)
    for (const column of SINGLE)
      for (const value of asset[column])
        look(column, column === 'hash' ? value.slice(value.indexOf(':') + 1) : value, true)
  }
  return [...found.values()]
}

/** Letters and digits, single spaces between them. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')

/** What stands between spaces, with and without the marks of a sentence around it. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set<string>()
  for (const word of text.toLowerCase().split(/\s+/)) {
    words.add(word)
    words.add(word.replace(/^[([{<"'‘“«]+/, '').replace(/[)\]}>"'’”».,;:!?]+$/, ''))
  }
  return words
}
