import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { asking } from './ask.ts'

test('an answer that trickles in without an end is left when the run is to end', async () => {
  const server = createServer((_, response) => {
    const timer = setInterval(() => response.write(' '), 5)
    response.on('close', () => clearInterval(timer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stopping = new AbortController()
  const ask = asking(
    {},
    () => undefined,
    (_, message) => new Error(message),
    stopping.signal,
  )
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const answer = ask({ method: 'GET', url, headers: {} })
  server.once('request', () => setTimeout(() => stopping.abort(), 20))
  await expect(answer).rejects.toThrow(/abort/i)
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})
