import { expect, test } from 'vitest'
import type { ExchangeView } from './intelligence/index.ts'
import { pushAll } from './push-all.ts'

test('a remote that fails or hangs keeps back no other, and a run under way is followed by one more', async () => {
  const way = (running = false): ExchangeView => ({ direction: 'push', cursor: {}, running })
  const remotes = [
    { id: 'failing', exchanges: [way()] },
    { id: 'hanging', exchanges: [way()] },
    { id: 'running', exchanges: [way(true)] },
    { id: 'pulled', exchanges: [{ ...way(), direction: 'pull' as const }] },
  ]
  const ran: string[] = []
  const warned: string[] = []
  const run = async (id: string): Promise<void> => {
    ran.push(id)
    if (id === 'failing') throw new Error('refused')
    if (id === 'hanging') await Promise.withResolvers<void>().promise
  }
  pushAll([{ exchanges: { list: async () => remotes, run } }], (line) => void warned.push(line))
  await new Promise(setImmediate)
  expect(ran.toSorted()).toEqual(['failing', 'hanging', 'running', 'running'])
  expect(warned).toEqual(['push: Error: refused'])
})
