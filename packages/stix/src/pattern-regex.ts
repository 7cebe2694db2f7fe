import { StixError } from './error.ts'
import { isWord, type Has } from './pattern-regex-class.ts'
import { readRegex, type RegexTree, type Where } from './pattern-regex-tree.ts'

export type Regex = {
  /** Whether it matches somewhere in the text, in time linear in the text. */
  readonly test: (text: string) => boolean
  /** Texts one of which stands in whatever it matches, letters A to Z in lower case; undefined if there is none. */
  readonly literals: readonly string[] | undefined
}

type State =
  | { readonly kind: 'one'; readonly has: Has; next: number }
  | { readonly kind: 'at'; readonly where: Where; next: number }
  | { readonly kind: 'fork'; next: number; other: number }
  | { readonly kind: 'found' }

/** States of one expression: each character of a text may ask all of them. */
const MOST_STATES = 10_000

/** Compiles a regular expression of PCRE into an automaton, or refuses it (`readRegex` says what). */
export function compileRegex(source: string): Regex {
  const tree = readRegex(source)
  const states: State[] = []
  emit(tree, states, source)
  states.push({ kind: 'found' })
  return { test: (text) => run(states, text), literals: literalsOf(tree) }
}

function push(states: State[], state: State, source: string): void {
  if (states.length >= MOST_STATES)
    throw new StixError(
      'pattern.too-large',
      `expected a regular expression of at most ${MOST_STATES} states, got ${source.slice(0, 80)}`,
      { line: 1, path: 'column 1 of the regular expression' },
    )
  states.push(state)
}

/** Each part goes on to the state after its last. */
function emit(tree: RegexTree, states: State[], source: string): void {
  switch (tree.kind) {
    case 'one':
    case 'at':
      return push(states, { ...tree, next: states.length + 1 }, source)
    case 'all':
      for (const part of tree.of) emit(part, states, source)
      return
    case 'any':
      return emitAny(tree.of, states, source)
    case 'repeat':
      for (let time = 0; time < tree.from; time++) {
        const before = states.length
        emit(tree.of, states, source)
        // Nothing, however often.
        if (states.length === before) break
      }
      if (tree.to === Infinity) emitLoop(tree.of, states, source)
      else emitOptional(tree, states, source)
  }
}

function emitAny(of: readonly RegexTree[], states: State[], source: string): void {
  const ends: Extract<State, { kind: 'fork' }>[] = []
  for (const [at, part] of of.entries()) {
    const fork = { kind: 'fork', next: states.length + 1, other: -1 } as const
    const isLast = at === of.length - 1
    const start: State = { ...fork }
    if (!isLast) push(states, start, source)
    emit(part, states, source)
    if (isLast) break
    const end: Extract<State, { kind: 'fork' }> = { ...fork, next: -1 }
    push(states, end, source)
    ends.push(end)
    if (start.kind === 'fork') start.other = states.length
  }
  for (const end of ends) end.next = states.length
}

function emitLoop(of: RegexTree, states: State[], source: string): void {
  const at = states.length
  const fork: State = { kind: 'fork', next: at + 1, other: -1 }
  push(states, fork, source)
  emit(of, states, source)
  push(states, { kind: 'fork', next: at, other: -1 }, source)
  fork.other = states.length
}

function emitOptional(
  { of, from, to }: Extract<RegexTree, { kind: 'repeat' }>,
  states: State[],
  source: string,
): void {
  const forks: Extract<State, { kind: 'fork' }>[] = []
  for (let time = from; time < to; time++) {
    const fork: Extract<State, { kind: 'fork' }> = {
      kind: 'fork',
      next: states.length + 1,
      other: -1,
    }
    push(states, fork, source)
    forks.push(fork)
    emit(of, states, source)
  }
  for (const fork of forks) fork.other = states.length
}

/** All states at once, one character after the other (Thompson's construction). */
function run(states: readonly State[], text: string): boolean {
  const seen = new Int32Array(states.length).fill(-1)
  const stack: number[] = []
  let current: number[] = []
  let previous = -1
  for (let at = 0; ;) {
    const point = at < text.length ? text.codePointAt(at)! : -1
    const size = point > 0xffff ? 2 : 1
    const isLast = point === 10 && at === text.length - 1
    // The expression may begin anywhere.
    stack.push(0, ...current)
    current = []
    while (stack.length > 0) {
      const number = stack.pop()!
      if (number < 0 || seen[number] === at) continue
      seen[number] = at
      const state = states[number]!
      switch (state.kind) {
        case 'found':
          return true
        case 'one':
          if (point >= 0 && state.has(point)) current.push(state.next)
          break
        case 'fork':
          stack.push(state.next, state.other)
          break
        case 'at':
          if (holds(state.where, { previous, point, isLast })) stack.push(state.next)
      }
    }
    if (point < 0) return false
    previous = point
    at += size
  }
}

function holds(
  where: Where,
  place: { readonly previous: number; readonly point: number; readonly isLast: boolean },
): boolean {
  const { previous, point, isLast } = place
  switch (where) {
    case 'start':
      return previous < 0
    case 'end':
      return point < 0
    case 'last-line-end':
      return point < 0 || isLast
    case 'line-start':
      return previous < 0 || (previous === 10 && point >= 0)
    case 'line-end':
      return point < 0 || point === 10
    case 'word':
      return isWord(previous) !== isWord(point)
    case 'inside':
      return isWord(previous) === isWord(point)
  }
}

/** The most telling texts one of which must be there. */
function literalsOf(tree: RegexTree): readonly string[] | undefined {
  switch (tree.kind) {
    case 'at':
      return undefined
    case 'one':
      return tree.literal === undefined ? undefined : [lower(tree.literal)]
    case 'any': {
      const all = tree.of.map(literalsOf)
      return all.every((one) => one !== undefined) ? all.flat() : undefined
    }
    case 'repeat':
      return tree.from > 0 ? literalsOf(tree.of) : undefined
    case 'all':
      return best([...runsOf(tree.of), ...tree.of.map(literalsOf)])
  }
}

/** Neighbouring literal characters, each run as one text. */
function runsOf(parts: readonly RegexTree[]): readonly (readonly string[])[] {
  const runs: string[] = ['']
  for (const part of parts) {
    if (part.kind === 'one' && part.literal !== undefined)
      runs.push(`${runs.pop()!}${lower(part.literal)}`)
    else if (part.kind !== 'at') runs.push('')
  }
  return runs.filter((run) => run !== '').map((run) => [run])
}

const shortest = (all: readonly string[]) => Math.min(...all.map(({ length }) => length))

function best(choices: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  let found: readonly string[] | undefined
  for (const choice of choices)
    if (choice && (!found || shortest(choice) > shortest(found))) found = choice
  return found
}

/** As the index compares: only letters A to Z have a lower case there. */
const lower = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
