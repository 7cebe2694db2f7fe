import { canonical } from '@entente/accord'
import { describe, expect, it } from 'vitest'
import { fieldOf, hasStep, NOTHING, textIn, withStep, writtenIn, type Written } from './written.ts'

const written: Written = {
  audience: 'technicians',
  langs: ['en', 'es'],
  with: '',
  words: {
    en: { ...NOTHING.words.en, title: ' Modems ', do: 'Keep one.\n\n  Tell your CSIRT. \n' },
    es: { ...NOTHING.words.es, title: 'Módems', happened: 'Se borraron.', do: 'Guarde uno.' },
  },
}
const payload = (more: object) =>
  canonical({
    v: 1,
    charter: `sha256:${'0'.repeat(64)}`,
    party: 'XA',
    claimedAt: '2026-11-26T04:00:00Z',
    kind: 'publish',
    what: 'advisory',
    audience: 'technicians',
    text: textIn('en', written.words.en),
    ...more,
  })

describe('what a person writes', () => {
  it('becomes a clause per line, named after its section; empty lines and margins are nobody’s words', () => {
    expect(textIn('en', written.words.en)).toEqual({
      lang: 'en',
      title: 'Modems',
      clauses: [
        { id: 'do/1', text: 'Keep one.' },
        { id: 'do/2', text: 'Tell your CSIRT.' },
      ],
    })
  })

  it('is taken up again from a draft, in the one language that the draft has', () => {
    const again = writtenIn(payload({ with: `sha256:${'1'.repeat(64)}` }))
    expect(again).toMatchObject({ audience: 'technicians', langs: ['en'] })
    expect(again?.with).toBe(`sha256:${'1'.repeat(64)}`)
    expect(textIn('en', again!.words.en)).toEqual(textIn('en', written.words.en))
  })

  it.each([
    ['a clause outside of every section', [{ id: '1', text: 'So it is.' }]],
    ['a clause of two lines', [{ id: 'do/1', text: 'One.\nTwo.' }]],
    [
      'sections in another order',
      [
        { id: 'help/1', text: 'Call.' },
        { id: 'do/1', text: 'Do.' },
      ],
    ],
  ])('is not taken up where the form would change it: %s', (_what, clauses) => {
    const text = { ...textIn('en', written.words.en), clauses }
    expect(writtenIn(payload({ text }))).toBeUndefined()
  })

  it('nor a draft in a language of no form, or of something else than an advisory', () => {
    const text = { ...textIn('en', written.words.en), lang: 'fi' }
    expect(writtenIn(payload({ text }))).toBeUndefined()
    expect(writtenIn(payload({ what: 'position' }))).toBeUndefined()
  })

  it('is wrong in the field that an issue is about', () => {
    const text = textIn('es', written.words.es)
    expect(fieldOf(['text', 'title'], text)).toBe('title')
    expect(fieldOf(['text', 'clauses', 0, 'text'], text)).toBe('happened')
    expect(fieldOf(['text', 'clauses'], text)).toBe('do')
    expect(fieldOf(['with'], text)).toBeUndefined()
  })
})

describe('a practice', () => {
  const step = { en: 'Keep three copies. One is offline.', es: 'Guarde tres copias. Una aparte.' }

  it('is put last among what to do, in each language, and taken out in its own words', () => {
    const more = withStep(written, step, true)
    expect(more.words.en.do).toBe('Keep one.\nTell your CSIRT.\nKeep three copies. One is offline.')
    expect(more.words.es.do).toBe('Guarde uno.\nGuarde tres copias. Una aparte.')
    expect([hasStep(written, step), hasStep(more, step)]).toEqual([false, true])
    expect(withStep(more, step, false).words.es.do).toBe('Guarde uno.')
  })

  it('is left where the author changed its words', () => {
    const more = withStep(written, step, true)
    const en = { ...more.words.en, do: more.words.en.do.replace('three', 'two') }
    const own = { ...more, words: { ...more.words, en } }
    expect(hasStep(own, step)).toBe(false)
    expect(withStep(own, step, false).words.en.do).toContain('two copies')
  })
})
