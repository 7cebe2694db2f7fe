import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { pathOf, withFault } from './mutate-fault.ts'
import { MUTANTS } from './mutate-faults.ts'
import { PROPERTIES_TEST, PROPERTY_FAULTS, testsOf } from './mutate-properties.ts'

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

it('every property that has a test has a fault of its own, and every such fault a test', () => {
  const titles = [
    ...readFileSync(ROOT + PROPERTIES_TEST, 'utf8').matchAll(/ it\(\s*['"](.+)['"],/g),
  ]
    .map(([, title]) => title!)
    .filter((title) => /^[A-Z]\d/.test(title))
  const lettered = titles.flatMap((title) => title.split(':')[0]!.split(', '))
  const properties = PROPERTY_FAULTS.map(({ property }) => property)
  expect(properties.toSorted()).toEqual(lettered.toSorted())
  expect(properties).toHaveLength(16)
  expect(new Set(PROPERTY_FAULTS.map(({ index }) => index)).size).toBe(16)
  for (const property of properties)
    expect(titles.filter((title) => testsOf(property).test(title))).toHaveLength(1)
})
