import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { KIND_NAMES } from './act.ts'

/** Files that are about what acts of these kinds say to people, and decide nothing: whatever else needs to know a kind asks its declaration. */
const ABOUT: Readonly<Record<string, readonly string[]>> = {
  'divergence-questions.ts': ['attribute', 'objective'],
  'divergence-said.ts': ['comply'],
  // The one place where acts become facts of the law.
  'facts.ts': ['assess', 'call', 'review'],
  'goals.ts': ['objective'],
  'remarks.ts': ['comment'],
  'reservations.ts': ['comply'],
  'said-before.ts': ['assess'],
  'soundings.ts': ['sound'],
}

test('a kind of act is compared by name nowhere but in its own file and where acts of that kind alone are shown', () => {
  const compared = new RegExp(`(?:kind [!=]== |case )'(${KIND_NAMES.join('|')})'`, 'g')
  const found = readdirSync(new URL('.', import.meta.url))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => {
      const source = readFileSync(new URL(file, import.meta.url), 'utf8')
      // Of a step, and of a place in the ledger, it is another word.
      const acts = source.replaceAll(/(?:step\.|step\?\.|\(\{ )kind[^\n]*/g, '')
      const named = new Set([...acts.matchAll(compared)].map(([, kind]) => kind))
      return named.size > 0 ? [[file, KIND_NAMES.filter((kind) => named.has(kind))] as const] : []
    })
  expect(Object.fromEntries(found)).toEqual(ABOUT)
})
