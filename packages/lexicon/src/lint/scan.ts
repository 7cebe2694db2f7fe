import {
  classAt,
  FOREIGN,
  HARD,
  isSplitTilde,
  LETTERS,
  LINE,
  N_WITH_TILDE,
  SKIPPED,
  SOFT,
  STOP,
} from './letter.ts'
import { endsSentence, startsBlock } from './sentence.ts'
import { afterGap, afterLetter, type Trie } from './trie.ts'

/** Where something stands: in UTF-16 code units, lines and columns counted from 1. */
export type Span = {
  readonly offset: number
  readonly length: number
  readonly line: number
  readonly column: number
}

export type Reader<Mark> = {
  readonly match: (marks: readonly Mark[], span: Span) => void
  /** A sentence, a list item or a paragraph is over. */
  readonly sentence: () => void
}

/**
 * Reads a text once, word by word, and reports the longest form that starts at each word. A word that
 * is part of a match starts no other. Returns how many characters were looked at, which grows with
 * the text: from a word start the reading goes no further than the longest form.
 */
export function scan<Mark>(text: string, trie: Trie<Mark>, reader: Reader<Mark>): number {
  const looked = { at: 0 }
  const place = { line: 1, start: 0 }
  let index = 0
  while (index < text.length) {
    const at = classAt(text, index)
    looked.at++
    const found = at <= FOREIGN ? longest(text, index, trie, looked) : undefined
    if (found) {
      const { line, start } = place
      const [length, column] = [found.end - index, index - start + 1]
      reader.match(found.marks, { offset: index, length, line, column })
      for (; index < found.end; index++) countLine(text, index, place)
    } else if (at <= FOREIGN) index = wordEnd(text, index, looked)
    else {
      if (endsHere(text, index, at)) reader.sentence()
      countLine(text, index, place)
      index++
    }
  }
  reader.sentence()
  return looked.at
}

const endsHere = (text: string, index: number, at: number): boolean =>
  (at === STOP && endsSentence(text, index)) ||
  (at === LINE && isLineEnd(text, index) && startsBlock(text, index + 1))

function countLine(text: string, index: number, place: { line: number; start: number }) {
  if (!isLineEnd(text, index)) return
  place.line++
  place.start = index + 1
}

/** A carriage return before a line feed is part of the same end. */
const isLineEnd = (text: string, index: number): boolean =>
  classAt(text, index) === LINE && !(text[index] === '\r' && text[index + 1] === '\n')

function wordEnd(text: string, start: number, looked: { at: number }): number {
  let index = start
  while (index < text.length) {
    const at = classAt(text, index)
    if (at > FOREIGN && at !== SKIPPED) break
    index++
  }
  looked.at += index - start
  return index
}

type Found<Mark> = { readonly end: number; readonly marks: readonly Mark[] }

function longest<Mark>(
  text: string,
  start: number,
  trie: Trie<Mark>,
  looked: { at: number },
): Found<Mark> | undefined {
  let best: Found<Mark> | undefined
  let [index, node] = [start, 0]
  while (true) {
    const at = index < text.length ? classAt(text, index) : SOFT
    looked.at++
    if (at < LETTERS) {
      node = afterLetter(trie, node, isSplitTilde(at, text, index) ? N_WITH_TILDE : at)
      if (node === 0) return best
      index++
    } else if (at === SKIPPED) index++
    else if (at === FOREIGN) return best
    else {
      const marks = trie.marks[node]
      if (marks) best = { end: index, marks }
      const after = afterGap(trie, node)
      const word = after === 0 ? -1 : nextWord(text, index, looked)
      if (word === -1) return best
      ;[index, node] = [word, after]
    }
  }
}

/** Where the next word of the same phrase starts; -1 where the phrase is over. */
function nextWord(text: string, start: number, looked: { at: number }): number {
  for (let index = start; index < text.length; index++) {
    const at = classAt(text, index)
    looked.at++
    if (at <= FOREIGN) return index
    if (at === HARD || endsHere(text, index, at)) return -1
  }
  return -1
}
