import { LETTERS, spell } from './letter.ts'

const GAP = LETTERS
const WIDTH = LETTERS + 1

/** All forms in one tree of letters: a text is read against every form at once. */
export type Trie<Mark> = {
  /** For each node, the node after each letter; 0 where there is none. */
  readonly next: Int32Array
  /** What is meant where a form ends. */
  readonly marks: readonly (readonly Mark[] | undefined)[]
}

export function buildTrie<Mark>(
  entries: Iterable<readonly [form: string, mark: Mark]>,
): Trie<Mark> {
  let next = new Int32Array(WIDTH * 1024)
  const marks: (Mark[] | undefined)[] = [undefined]
  for (const [form, mark] of entries) {
    let node = 0
    for (const letter of spell(form)) {
      const place = node * WIDTH + (letter === -1 ? GAP : letter)
      if (next[place] === 0) {
        marks.push(undefined)
        next[place] = marks.length - 1
        if (marks.length * WIDTH > next.length) next = grown(next)
      }
      node = next[place]!
    }
    ;(marks[node] ??= []).push(mark)
  }
  return { next, marks }
}

export const afterLetter = ({ next }: Trie<unknown>, node: number, letter: number): number =>
  next[node * WIDTH + letter]!

export const afterGap = ({ next }: Trie<unknown>, node: number): number => next[node * WIDTH + GAP]!

function grown(next: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(next.length * 2)
  larger.set(next)
  return larger
}
