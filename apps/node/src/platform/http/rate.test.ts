import { Hono } from 'hono'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { onError } from './problem.ts'
import { createRate, limitRate, type ChargeParty } from './rate.ts'
import { RequestsSetting } from './remote.ts'

describe('a share', () => {
  test('is a minute’s worth at once, and then as much as comes back', () => {
    let now = 0
    const { spend } = createRate({ perMinute: 60, elapsed: () => now })
    for (let n = 0; n < 60; n += 1) expect(spend('a')).toBe(undefined)
    expect(spend('a')).toEqual({ wait: 1, isFirst: true })
    expect(spend('a')).toEqual({ wait: 1, isFirst: false })
    expect(spend('b')).toBe(undefined)
    now = 999
    expect(spend('a')).toMatchObject({ wait: 1 })
    now = 1_000
    expect(spend('a')).toBe(undefined)
    expect(spend('a')).toMatchObject({ wait: 1 })
  })

  test('that is small says truly how long to wait: asking then is answered', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (perMinute) => {
        let now = 0
        const { spend } = createRate({ perMinute, elapsed: () => now })
        let refused = spend('a')
        while (!refused) refused = spend('a')
        now += refused.wait * 1_000
        expect(spend('a')).toBe(undefined)
      }),
    )
  })

  test('of whoever does not stop is told once, and once more after it was well', () => {
    let now = 0
    const { spend } = createRate({ perMinute: 60, elapsed: () => now })
    const told = () => Array.from({ length: 200 }, () => spend('a')).filter((one) => one?.isFirst)
    expect(told()).toHaveLength(1)
    now += 10_000
    expect(told()).toHaveLength(0)
    now += 60_000
    expect(told()).toHaveLength(1)
  })

  test('is kept of so many at most, and nobody gains by asking from more addresses than that', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 50 }), { minLength: 200, maxLength: 400 }), (asking) => {
        let now = 0
        const { spend, size } = createRate({ perMinute: 5, elapsed: () => now, most: 8 })
        const answered = asking.filter((who) => {
          now += 1
          return spend(`${who}`) === undefined
        })
        expect(size()).toBeLessThanOrEqual(9)
        // Eight shares and the common one, and what came back in less than half a second.
        expect(answered.length).toBeLessThanOrEqual(9 * 6)
      }),
    )
  })
})

describe('requests that are too many', () => {
  const served = (setting: () => RequestsSetting) => {
    const told: object[] = []
    const warned: string[] = []
    let now = 0
    const app = new Hono<{ Variables: { charge?: ChargeParty } }>()
    app.use(
      limitRate({
        setting,
        elapsed: () => now,
        tell: (one) => told.push(one),
        warn: (line) => warned.push(line),
      }),
    )
    app.onError(onError(() => {}))
    app.get('/open', (c) => c.text('ok'))
    app.get('/signed/:party', (c) => {
      const charge = c.get('charge')
      charge?.(c.req.param('party'))
      charge?.(c.req.param('party'))
      return c.text('ok')
    })
    const ask = (remote: string, path = '/open', headers = {}) =>
      app.request(path, { headers }, { remote })
    return { told, warned, ask, pass: (ms: number) => (now += ms) }
  }
  const setting = RequestsSetting.parse({ perMinute: 3 })

  test('are refused with 429, a code and how long to wait; others are answered', async () => {
    const { ask, told, pass } = served(() => setting)
    for (let n = 0; n < 3; n += 1) expect((await ask('198.51.100.7')).status).toBe(200)
    const refused = await ask('198.51.100.7')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('20')
    expect(await refused.json()).toMatchObject({ code: 'request.too-many', status: 429 })
    expect((await ask('198.51.100.8')).status).toBe(200)
    expect((await ask('127.0.0.1')).status).toBe(200)
    expect(told).toEqual([
      {
        message: 'expected at most 3 requests a minute from 198.51.100.7, got more',
        from: '198.51.100.7',
      },
    ])
    pass(20_000)
    expect((await ask('198.51.100.7')).status).toBe(200)
  })

  test('of one party are, from however many addresses its node asks; each request counts once', async () => {
    const { ask, told } = served(() => setting)
    for (const at of [1, 2, 3])
      expect((await ask(`198.51.100.${at}`, '/signed/XB')).status).toBe(200)
    expect((await ask('198.51.100.4', '/signed/XB')).status).toBe(429)
    expect((await ask('198.51.100.5', '/signed/XC')).status).toBe(200)
    expect(told).toMatchObject([{ party: 'XB', from: '198.51.100.4' }])
  })

  test('are counted by the setting as it is now', async () => {
    let now = setting
    const { ask } = served(() => now)
    for (let n = 0; n < 4; n += 1) await ask('198.51.100.7')
    expect((await ask('198.51.100.7')).status).toBe(429)
    now = RequestsSetting.parse({ perMinute: 3, exempt: ['198.51.100.0/24'] })
    expect((await ask('198.51.100.7')).status).toBe(200)
  })

  test('through a proxy that nobody named are told of once to whoever runs the node', async () => {
    const { ask, warned } = served(() => setting)
    await ask('127.0.0.1')
    expect(warned).toEqual([])
    for (let n = 0; n < 3; n += 1)
      await ask('127.0.0.1', '/open', { 'x-forwarded-for': '198.51.100.7' })
    expect(warned).toHaveLength(1)
    expect(warned[0]).toContain('requests.proxies')
  })
})
