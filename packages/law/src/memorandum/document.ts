import type { Language } from '@entente/lexicon'
import { mapText, type Text } from '../text.ts'

/** A memorandum as blocks of plain text; each format says how it is written. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'warning'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly Text[])[]
    }

export type Document = {
  readonly lang: Language
  readonly title: string
  /** The day it speaks of, as YYYY-MM-DD; no format holds another date of its making. */
  readonly asOf: string
  /** Stands on every page, as TLP 2.0 asks. */
  readonly marking?: string
  /** Stands at the foot of every page. */
  readonly foot: string
  readonly blocks: readonly Block[]
}

export const heading = (level: 2 | 3 | 4, text: string): Block => ({
  kind: 'heading',
  level,
  text: plain(text),
})
export const paragraph = (text: Text): Block => ({ kind: 'paragraph', text: mapText(text, plain) })
export const warning = (text: string): Block => ({ kind: 'warning', text: plain(text) })

/** A list, or the sentence that says there is nothing to list. */
export const list = (items: readonly Text[], none: string): Block =>
  items.length === 0
    ? paragraph(none)
    : { kind: 'list', items: items.map((item) => mapText(item, plain)) }

export const table = (
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Text[])[],
): Block => ({
  kind: 'table',
  caption: plain(caption),
  head: head.map(plain),
  rows: rows.map((cells) => cells.map((cell) => mapText(cell, plain))),
})

// Controls, directional overrides, half characters and what XML 1.0 knows no character for (section 2.2).
const UNSEEN =
  /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** One line of text in which nothing acts unseen: what would is named by its code point instead. */
export const plain = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(UNSEEN, named)

/** A character that cannot be shown, by its code point. */
export const named = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`

// Brackets belong to an address in pairs; quotes and what ends a sentence do not.
const ADDRESS =
  /(https?:\/\/(?:\([^\s()"'<>|\\]*\)|[^\s;,"'<>|\\()])*(?:\([^\s()"'<>|\\]*\)|[^\s;,."'<>|\\()]))/

/** Text cut at the addresses in it, which stand at the odd places. */
export const atAddresses = (text: string): readonly string[] => text.split(ADDRESS)
