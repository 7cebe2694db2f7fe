import { connect } from 'node:net'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { secureHeaders } from './headers.ts'
import { limitRequests } from './limit.ts'
import { notFound, onError, Refusal } from './problem.ts'
import { startServer, type RunningServer } from './server.ts'

const warned: string[] = []
const app = new Hono()
app.use(secureHeaders)
app.use(limitRequests({ limit: 1_000 }))
app.onError(onError((line) => warned.push(line)))
app.notFound(notFound)
app.get('/ok', (c) => c.text('ok'))
app.get('/refused', () => {
  throw new Refusal(409, 'act.stale-prev', 'expected the latest act, got an earlier one')
})
app.get('/malformed', (c) => c.json(z.strictObject({ a: z.int() }).parse({ a: 'no' })))
app.get('/defect', () => {
  throw new Error('the secret is 12345', { cause: new Error('deep') })
})
app.post('/echo', async (c) => c.text(await c.req.text()))
app.delete('/one', (c) => c.text('gone'))

let server: RunningServer
beforeAll(async () => {
  server = await startServer(app.fetch, { headersWithin: 500 })
})
afterAll(() => server.stop())

const problem = async (path: string, init?: RequestInit) => {
  const response = await fetch(`${server.url}${path}`, init)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  return (await response.json()) as { status: number; code: string; detail: string }
}

describe('a node over HTTP', () => {
  test('refuses with a status, a code and a sentence', async () => {
    expect(await problem('/refused')).toMatchObject({
      status: 409,
      code: 'act.stale-prev',
      detail: 'expected the latest act, got an earlier one',
    })
    expect(await problem('/malformed')).toMatchObject({ status: 400, code: 'request.malformed' })
    expect(await problem('/nowhere')).toMatchObject({ status: 404, code: 'path.unknown' })
  })

  test('shows a defect as a number and tells it to its operator', async () => {
    const { status, code, detail } = await problem('/defect')
    expect({ status, code }).toEqual({ status: 500, code: 'node.defect' })
    expect(detail).not.toContain('12345')
    const number = /number (\S+)/.exec(detail)?.[1]
    expect(warned.join('\n')).toContain(`defect ${number}`)
    expect(warned.join('\n')).toContain('deep')
  })

  test('puts the headers on every answer that protect a person', async () => {
    for (const path of ['/ok', '/nowhere', '/defect']) {
      const { headers } = await fetch(`${server.url}${path}`)
      expect(headers.get('content-security-policy')).toContain("default-src 'self'")
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
  })

  test('takes what says no length: a body in chunks, and a request that has none', async () => {
    const body = new Blob(['a'.repeat(1_000)]).stream()
    const chunked = { method: 'POST', body, duplex: 'half' } as RequestInit
    const answer = await fetch(`${server.url}/echo`, chunked)
    expect(await answer.text()).toBe('a'.repeat(1_000))
    const deleted = await fetch(`${server.url}/one`, { method: 'DELETE' })
    expect(await deleted.text()).toBe('gone')
  })

  test('takes no more than it said, with or without a length', async () => {
    const long = 'a'.repeat(1_001)
    expect(await problem('/echo', { method: 'POST', body: long })).toMatchObject({ status: 413 })
    const body = new Blob([long]).stream()
    const chunked = { method: 'POST', body, duplex: 'half' } as RequestInit
    expect(await problem('/echo', chunked)).toMatchObject({ status: 413 })
  })

  test('does not wait for a client that sends its headers drop by drop', async () => {
    const socket = connect(server.port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write('GET /ok HTTP/1.1\r\nHost: a\r\n')
    const drip = setInterval(() => socket.write('X-A: b\r\n'), 100)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    expect((await fetch(`${server.url}/ok`)).status).toBe(200)
    await closed
    clearInterval(drip)
    // Of the whole request the server is more patient: it would not end before this test does.
  }, 20_000)
})
