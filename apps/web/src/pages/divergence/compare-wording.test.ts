import { describe, expect, it } from 'vitest'
import { compareWording } from './compare-wording.ts'

const ALDER = 'Alder condemns the wiping of terminals and calls upon Hawthorn to cease.'
const BIRCH = 'Birch regrets the wiping of terminals and calls upon Hawthorn to cease at once.'

describe('two statements', () => {
  const { here, there, partings } = compareWording(ALDER, BIRCH)
  it('are each given whole, with what stands in it alone marked', () => {
    expect(here.map(({ text }) => text).join('')).toBe(ALDER)
    expect(there.map(({ text }) => text).join('')).toBe(BIRCH)
    expect(here.filter(({ kind }) => kind === 'deleted').map(({ text }) => text.trim())[0]).toBe(
      'Alder condemns',
    )
    expect(there.some(({ kind, text }) => kind === 'inserted' && text.includes('at once'))).toBe(
      true,
    )
  })
  it('part at these places and at no others, named in words', () => {
    expect(partings[0]).toEqual({ here: 'Alder condemns', there: 'Birch regrets' })
    expect(partings).toHaveLength(2)
    for (const { here: one, there: other } of partings) expect(one).not.toBe(other)
  })
  it('do not part where only white space differs, and part everywhere from nothing', () => {
    expect(compareWording('A  text.\n', 'A text.').partings).toEqual([])
    expect(compareWording('', 'A text.').partings).toEqual([{ here: '', there: 'A text.' }])
  })
})
