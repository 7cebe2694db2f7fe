import { describe, expect, it } from 'vitest'
import { findTerms } from './find-terms.ts'
import { TERMS } from './terms.ts'

const ids = (q: string) => findTerms(q).map(({ id }) => id)

describe('a search in the lexicon', () => {
  it('finds a term by its name in either language, and puts it first', () => {
    expect(ids('wiper malware')[0]).toBe('wiper')
    expect(ids('Programa de borrado')[0]).toBe('wiper')
    expect(ids('significant incident')[0]).toBe('significant-incident')
  })

  it('asks for no accents and no capitals', () => {
    expect(ids('INFRAESTRUCTURA CRITICA')[0]).toBe('critical-infrastructure')
  })

  it('finds a term by another form in which texts say it', () => {
    expect(ids('ddos')).toContain('distributed-denial-of-service')
  })

  it('wants every word, and gives all terms where none is asked for', () => {
    expect(ids('wiper zzzz')).toEqual([])
    expect(ids('  ')).toHaveLength(TERMS.length)
  })
})
