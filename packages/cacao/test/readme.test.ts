import { describe, expect, it } from 'vitest'
import { examplesOf, runExample } from '../../../tools/readme-examples.ts'

const HERE = new URL('..', import.meta.url)

describe('the readme', () => {
  it.each(examplesOf(HERE))('says true in example %i', (_, code) => {
    const { checked, status, stderr } = runExample(HERE, code)
    expect(checked).toBeGreaterThan(1)
    expect([status, stderr]).toEqual([0, ''])
  })
})
