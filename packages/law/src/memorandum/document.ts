import type { Language } from '@entente/lexicon'

/** A memorandum as blocks of plain text; each format says how it is written. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'warning'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

export type Document = {
  readonly lang: Language
  readonly title: string
  readonly blocks: readonly Block[]
}

export const heading = (level: 2 | 3 | 4, text: string): Block => ({ kind: 'heading', level, text })
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
export const warning = (text: string): Block => ({ kind: 'warning', text })

/** A list, or the sentence that says there is nothing to list. */
export const list = (items: readonly string[], none: string): Block =>
  items.length === 0 ? paragraph(none) : { kind: 'list', items }

export const table = (
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Block => ({ kind: 'table', caption, head, rows })

// Brackets belong to an address in pairs; quotes and what ends a sentence do not.
const ADDRESS =
  /(https?:\/\/(?:\([^\s()"'<>|\\]*\)|[^\s;,"'<>|\\()])*(?:\([^\s()"'<>|\\]*\)|[^\s;,."'<>|\\()]))/

/** Text cut at the addresses in it, which stand at the odd places. */
export const atAddresses = (text: string): readonly string[] => text.split(ADDRESS)
