import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { outside } from './outside.ts'
import { hear, type Hint } from './hear.ts'

const CASE = `sha256:${'ab'.repeat(32)}`
const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const strange: string[] = []

/** Listens to a server that answers in this way, and gives what was heard until it was over. */
async function heardFrom(answer: (response: ServerResponse) => void): Promise<readonly Hint[]> {
  strange.length = 0
  const server = createServer((_, response) => answer(response))
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const hints: Hint[] = []
  await hear(
    `http://127.0.0.1:${port}/log/feed`,
    {},
    {
      signal: AbortSignal.timeout(10_000),
      network: outside.network,
      alive: () => {},
      hint: (hint) => void hints.push(hint),
      strange: (got) => void strange.push(got),
    },
  )
  return hints
}

const event = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`
const hint = (size: number) => event({ case: CASE, size })

describe('what is heard of a feed', () => {
  test('is every hint until it ends, wherever it was cut on its way', async () => {
    const hints = await heardFrom((response) => {
      response.write(hint(1))
      const [head, tail] = [hint(2).slice(0, 40), hint(2).slice(40)]
      response.write(head)
      setTimeout(() => response.end(tail + hint(3)), 30)
    })
    expect(hints.map(({ size }) => size)).toEqual([1, 2, 3])
  })

  test.each([
    ['what is not JSON', 'data: {"case"\n\n'],
    ['a size below nothing', hint(-1)],
    ['a size that is no whole number', hint(1.5)],
    ['a case that is none', event({ case: 'sha256:1', size: 1 })],
    ['more than a hint', event({ case: CASE, size: 1, url: 'http://127.0.0.1/' })],
    ['an event without end', `data: ${'a'.repeat(4_000)}`],
    ['lines without end', 'data: 1\n'.repeat(1_000)],
    ['what is not UTF-8', Buffer.from([0x64, 0xff, 0xfe, 0x0a, 0x0a])],
  ])('ends with %s', async (_, sent) => {
    const hints = await heardFrom((response) => {
      response.write(hint(1))
      setTimeout(() => {
        response.write(sent)
        // The connection stays open: whoever listens has to be the one that leaves.
        setTimeout(() => response.write(hint(9)), 30)
      }, 30)
    })
    expect(hints.map(({ size }) => size)).toEqual([1])
    // What is cut off or not UTF-8 may come from the network alone: nobody is blamed for it.
    expect(strange).toHaveLength(typeof sent === 'string' ? 1 : 0)
  })

  test.each([
    ['404', (response: ServerResponse) => void response.writeHead(404).end('none')],
    [
      'a redirect',
      (response: ServerResponse) => void response.writeHead(302, { location: '/other' }).end(),
    ],
    ['a connection that is cut', (response: ServerResponse) => void response.destroy()],
  ])('is nothing where the answer is %s', async (_, answer) => {
    expect(await heardFrom(answer)).toEqual([])
    expect(strange).toEqual([])
  })
})
