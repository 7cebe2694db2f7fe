import { expect, test } from 'vitest'
import type { PartyId } from '@entente/accord'
import type { Told } from '../federation/index.ts'
import { watchLines } from './lines.ts'

test('a line that is not encrypted is told of once for each address, and that it is over', async () => {
  const told: Told[] = []
  const look = watchLines(async (one) => void told.push(one))
  const at = async (url: string) => {
    const before = told.length
    await look({ party: 'XB' as PartyId, url })
    return told.slice(before).map(({ isOver, evidence }) => [isOver ?? false, evidence['url']])
  }
  expect(await at('http://xb.example')).toEqual([[false, 'http://xb.example']])
  expect(await at('http://xb.example')).toEqual([])
  expect(await at('http://10.1.2.3:4101')).toEqual([[false, 'http://10.1.2.3:4101']])
  expect(await at('https://xb.example')).toEqual([[true, 'https://xb.example']])
  expect(await at('http://127.0.0.1:4101')).toEqual([[true, 'http://127.0.0.1:4101']])
})
