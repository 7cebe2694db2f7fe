import { canonical } from '@entente/accord'
import { describe, expect, it } from 'vitest'
import { rulesNamed, statementAct, textOf } from './statement-text.ts'

const id = (mark: string) => `sha256:${mark.repeat(64)}`
const text = textOf({ title: ' Of Alder ', words: 'One.\n\n  Two. \n' }, 'en')
const claimedAt = '2026-11-26T04:00:00Z'
const adopted = canonical({
  v: 1,
  charter: id('0'),
  party: 'XA',
  claimedAt: '2026-11-26T03:00:00Z',
  kind: 'publish',
  what: 'position',
  audience: 'everybody',
  text: { lang: 'en', title: 'Position', clauses: [{ id: '1', text: 'Adopted.' }] },
  of: { case: id('1'), version: id('2'), certificate: id('3') },
})

describe('a statement in a nation’s own words', () => {
  it('is a clause per paragraph, numbered as they come', () => {
    expect(text).toEqual({
      lang: 'en',
      title: 'Of Alder',
      clauses: [
        { id: '1', text: 'One.' },
        { id: '2', text: 'Two.' },
      ],
    })
  })

  it('speaks of the version that was adopted, in nothing of its words', () => {
    const act = JSON.parse(statementAct(adopted, text, claimedAt)!)
    expect(act).toEqual({ ...JSON.parse(adopted), what: 'statement', text, claimedAt })
  })

  it.each([
    ['a title', { title: ' ', words: 'One.' }],
    ['a word', { title: 'Of Alder', words: ' \n ' }],
  ])('is no act without %s', (_, stated) => {
    expect(statementAct(adopted, textOf(stated, 'en'), claimedAt)).toBeUndefined()
  })

  it('names a rule where it cites it', () => {
    const rules = ['Tallinn Manual 2.0, rule 4, p. 17', 'UN Charter, Article 2(4)']
    expect(rulesNamed('It broke the UN  charter, article 2(4).', rules)).toEqual([rules[1]])
    expect(rulesNamed('It broke the law.', rules)).toEqual([])
  })
})
