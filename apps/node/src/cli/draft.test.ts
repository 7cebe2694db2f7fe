import { expect, test } from 'vitest'
import type { InsideItem } from '../api.ts'
import { awaitedLines } from './draft.ts'

const item = (does: InsideItem['does'], awaited: InsideItem['awaited']) =>
  ({ draft: 'd', does, awaited }) as InsideItem

test('a draft says whom it awaits inside the nation and for what, also where that is nobody', () => {
  const anna = { id: 'anna', name: 'Anna', role: 'legal-adviser' } as const
  const ben = { id: 'ben', name: 'Ben', role: 'deputy' } as const
  expect(awaitedLines({ id: 'd' }, [item('clear', [anna])])).toEqual([
    '  is to be cleared by Anna (legal-adviser)',
  ])
  expect(awaitedLines({ id: 'd' }, [item('sign', [anna, ben])])).toEqual([
    '  is to be signed by Anna (legal-adviser), Ben (deputy)',
  ])
  expect(awaitedLines({ id: 'd' }, [item('clear', [])])).toEqual([
    '  is to be cleared by somebody who is not at this node',
  ])
  expect(awaitedLines({ id: 'other' }, [item('clear', [anna])])).toEqual([])
})
