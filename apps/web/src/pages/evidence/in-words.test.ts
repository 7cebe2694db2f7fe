import { expect, test } from 'vitest'
import type { ObjectView } from '../../../../node/src/api.ts'
import { inWords } from './in-words.ts'

const ID = 'indicator--5a3c2fcd-8328-42bb-a95e-000000000001'
const BY = 'language-content--5a3c2fcd-8328-42bb-a95e-000000000002'
const indicator = {
  type: 'indicator',
  id: ID,
  modified: '2026-11-02T09:00:00.000Z',
  name: 'Quiet modem',
  description: 'It stops answering.',
  pattern: "[domain-name:value = 'modem.example']",
  pattern_type: 'stix',
}
const view = (contents: object): Pick<ObjectView, 'versions' | 'translations'> => ({
  versions: [
    {
      sha256: '',
      addedAt: '',
      source: '',
      text: JSON.stringify(indicator),
      conflictsWith: [],
    },
  ],
  translations: [
    {
      id: BY,
      text: JSON.stringify({ type: 'language-content', id: BY, object_ref: ID, contents }),
    },
  ],
})

test('an object has its translated words, who translated them, and what they were', () => {
  const { facts, translated } = inWords(view({ es: { name: 'Módem callado' } }), 'es')
  expect([facts.name, facts.description]).toEqual(['Módem callado', 'It stops answering.'])
  expect(translated).toEqual({ lang: 'es', by: BY, original: { lang: 'en', name: 'Quiet modem' } })
})

test('what a program acts on is never that of a translation', () => {
  const pattern = "[domain-name:value = 'other.example']"
  const { facts } = inWords(view({ es: { name: 'Módem callado', pattern } }), 'es')
  expect(facts.pattern).toBe(indicator.pattern)
  expect(facts.said).toContainEqual(['pattern', indicator.pattern])
})

test('nobody’s words but its own stand where nobody translated it, or it is in that language', () => {
  for (const language of ['en', 'fr'])
    expect(inWords(view({ es: { name: 'Módem callado' } }), language)).toMatchObject({
      facts: { name: 'Quiet modem' },
    })
  expect(inWords(view({ en: { name: 'Other' } }), 'en')).not.toHaveProperty('translated')
})
