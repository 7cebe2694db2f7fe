import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redline } from './redline.ts'

const joined = (before: string, after: string, ...kinds: readonly string[]) =>
  redline(before, after)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('')

describe('the redline between two versions of a clause', () => {
  it('shows one changed phrase as one deletion and one insertion', () => {
    expect(
      redline('They stand ready to take measures.', 'They stand ready to consider measures.'),
    ).toEqual([
      { kind: 'kept', text: 'They stand ready to ' },
      { kind: 'deleted', text: 'take' },
      { kind: 'inserted', text: 'consider' },
      { kind: 'kept', text: ' measures.' },
    ])
  })

  it('shows nothing but kept words where nothing changed', () => {
    expect(redline('They note it.', 'They note it.')).toEqual([
      { kind: 'kept', text: 'They note it.' },
    ])
  })

  it('gives back both versions, whatever they say', () => {
    const sentence = fc
      .array(fc.constantFrom('the', 'members', 'recall', 'that', 'law', ',', '.'))
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(sentence, sentence, (before, after) => {
        expect(joined(before, after, 'kept', 'deleted')).toBe(before)
        expect(joined(before, after, 'kept', 'inserted')).toBe(after)
      }),
    )
  })
})
