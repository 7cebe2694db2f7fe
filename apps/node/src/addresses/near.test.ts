import { describe, expect, test } from 'vitest'
import { isWithin, lookupWithin, reachOf, reachOfHost, reachOfIp, type Reach } from './near.ts'

describe('how near an address is', () => {
  test.each([
    ['https://127.0.0.1', 'loopback'],
    ['https://127.1', 'loopback'],
    ['https://0x7f000001', 'loopback'],
    ['https://[::1]:4821', 'loopback'],
    ['https://[::ffff:127.0.0.1]', 'loopback'],
    ['https://localhost', 'loopback'],
    ['https://node.localhost', 'loopback'],
    ['https://10.1.2.3', 'private'],
    ['https://172.31.255.255', 'private'],
    ['https://192.168.0.1', 'private'],
    ['https://100.64.0.1', 'private'],
    ['https://[fd00::1]', 'private'],
    ['https://[::ffff:10.0.0.1]', 'private'],
    ['https://[64:ff9b::7f00:1]', 'private'],
    ['https://[2002:7f00:1::]', 'private'],
    ['https://169.254.169.254', 'never'],
    ['https://0.0.0.0', 'never'],
    ['https://[::]', 'never'],
    ['https://[fe80::1]', 'never'],
    ['https://224.0.0.1', 'never'],
    ['https://172.32.0.1', 'public'],
    ['https://203.0.113.7', 'public'],
    ['https://[2001:db8::1]', 'public'],
    ['https://node.example', undefined],
    ['https://notlocalhost', undefined],
  ])('%s is %s', (url, reach) => {
    expect(reachOfHost(new URL(url).origin)).toBe(reach)
  })

  test('decides what a note may lead to: nothing nearer than the operator’s address', () => {
    const reaches: readonly Reach[] = ['public', 'private', 'loopback']
    const allowed = reaches.map((from) =>
      [...reaches, 'never' as const].filter((to) => isWithin(to, from)),
    )
    expect(allowed).toEqual([['public'], ['public', 'private'], ['public', 'private', 'loopback']])
  })

  test('of a name is that of what it resolves to, and public where it does not', async () => {
    expect(await reachOf('https://localhost')).toBe('loopback')
    expect(await reachOf('https://192.168.3.4')).toBe('private')
    expect(await reachOf('https://node.invalid')).toBe('public')
  })

  test('is asked again at each connection: a name that turns out nearer leads nowhere', async () => {
    const resolve = (reach: Reach, all: boolean) =>
      new Promise((done) => {
        lookupWithin(reach)('localhost', { all }, (error, found) =>
          done(error ? error.message : found),
        )
      })
    expect(await resolve('public', true)).toBe(
      'expected localhost to be no nearer than public, got less',
    )
    expect(await resolve('private', false)).toContain('no nearer than private')
    const found = (await resolve('loopback', true)) as { readonly address: string }[]
    expect(found.length).toBeGreaterThan(0)
    for (const { address } of found) expect(reachOfIp(address)).toBe('loopback')
    expect(reachOfIp((await resolve('loopback', false)) as string)).toBe('loopback')
  })
})
