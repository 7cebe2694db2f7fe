import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { pathOf, withFault } from './mutate-fault.ts'
import { MUTANTS } from './mutate-faults.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

it('every seeded fault has its place in the code, and is another than every other', () => {
  const faulty = MUTANTS.map((fault) => {
    const code = readFileSync(ROOT + pathOf(fault), 'utf8')
    const text = withFault(code, fault)
    expect(text, fault.what).not.toBe(code)
    return `${pathOf(fault)}\n${text}`
  })
  expect(new Set(faulty).size).toBe(MUTANTS.length)
})
