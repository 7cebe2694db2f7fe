import { describe, expect, test } from 'vitest'
import { headingOf, partsOf, SECTIONS } from './advisory.ts'

const clause = (id: string) => ({ id, text: `what ${id} says` })
const read = (...ids: readonly string[]) =>
  partsOf(ids.map(clause)).map(({ section, clauses }) => [section, clauses.map(({ id }) => id)])

describe('an advisory is read in its sections', () => {
  test('in the order of its clauses, those of one section together', () => {
    expect(read('happened/1', 'do/1', 'do/2', 'help/1')).toEqual([
      ['happened', ['happened/1']],
      ['do', ['do/1', 'do/2']],
      ['help', ['help/1']],
    ])
  })

  test('and a clause whose id names none stands without a heading', () => {
    expect(read('1', 'do', 'does/1', 'do/1')).toEqual([
      [undefined, ['1', 'do', 'does/1']],
      ['do', ['do/1']],
    ])
  })

  test('a section that is taken up again is a part of its own: no clause is moved', () => {
    expect(read('do/1', 'why', 'do/2').map(([section]) => section)).toEqual(['do', undefined, 'do'])
  })

  test('each section has a heading in English and Spanish; another language is told in English', () => {
    for (const section of SECTIONS) {
      expect(headingOf(section, 'es').lang).toBe('es')
      expect(headingOf(section, 'es').text).not.toBe(headingOf(section, 'en').text)
      expect(headingOf(section, 'fi')).toEqual(headingOf(section, 'en'))
    }
  })
})
