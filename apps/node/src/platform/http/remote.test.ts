import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRemotes, RequestsSetting } from './remote.ts'

const of = (setting: Partial<RequestsSetting>, header: string, connected = '127.0.0.1') =>
  createRemotes(RequestsSetting.parse(setting))(
    connected,
    new Headers(header === '' ? {} : { [setting.header ?? 'x-forwarded-for']: header }),
  )
const PROXIES = ['127.0.0.1', '10.0.0.0/8', '2001:db8:ff::/48']
const behind = (header: string, name: RequestsSetting['header'] = 'x-forwarded-for') =>
  of({ proxies: PROXIES, header: name }, header).counted

describe('whoever asks', () => {
  test('is whoever connected, where that is no proxy of this node, whatever a header says', () => {
    fc.assert(
      fc.property(fc.ipV4(), (claimed) => {
        expect(of({ proxies: ['10.0.0.1'] }, claimed, '198.51.100.7').counted).toBe('198.51.100.7')
      }),
    )
    expect(of({}, '203.0.113.1', '198.51.100.7')).toEqual({
      counted: '198.51.100.7',
      isExempt: false,
    })
  })

  test('is whom the proxies append, read from the end: what stands before is not believed', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string())), (claimed) => {
        const said = [...claimed.map((one) => one.replaceAll(/[^ -~]|,/g, '')), '198.51.100.7']
        expect(behind([...said].join(', '))).toBe('198.51.100.7')
        expect(behind([...said, '10.1.2.3'].join(','))).toBe('198.51.100.7')
      }),
    )
  })

  test.each([
    ['127.0.0.1', '127.0.0.1'],
    ['127.0.0.1, 198.51.100.7', '198.51.100.7'],
    ['198.51.100.7:4711', '198.51.100.7'],
    ['[2001:db8:1:2:3::4]:4711', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['198.51.100.7, 2001:db8:ff::1', '198.51.100.7'],
    ['198.51.100.7, _hidden', 'unknown'],
    ['198.51.100.7, unknown', 'unknown'],
    ['198.51.100.7,', 'unknown'],
    ['198.51.100.7 10.0.0.1', 'unknown'],
    ['256.1.1.1', 'unknown'],
    ['', '127.0.0.1'],
  ])('X-Forwarded-For %j of a proxy is %s', (header, counted) => {
    expect(behind(header)).toBe(counted)
  })

  test.each([
    ['for=198.51.100.7', '198.51.100.7'],
    ['For="[2001:db8:1:2::7]:4711";proto=https;by=10.0.0.1', '2001:db8:1:2::/64'],
    ['for=203.0.113.1, for=198.51.100.7;proto=http, for=10.0.0.9', '198.51.100.7'],
    ['by="x, for=203.0.113.1", for=198.51.100.7', '198.51.100.7'],
    // An open quote before what the proxy appended swallows it: nobody is taken for somebody.
    ['for="203.0.113.1, for=198.51.100.7', 'unknown'],
    ['for=203.0.113.1, proto=http', 'unknown'],
    ['for=_hidden', 'unknown'],
    ['198.51.100.7', 'unknown'],
    ['for=198.51.100.7;', 'unknown'],
  ])('Forwarded %j of a proxy is %s', (header, counted) => {
    expect(behind(header, 'forwarded')).toBe(counted)
  })

  test('is read from one header alone: a proxy passes the other on as it was written', () => {
    const headers = new Headers({
      'x-forwarded-for': '198.51.100.7',
      forwarded: 'for=203.0.113.1',
    })
    const counted = (header: RequestsSetting['header']) =>
      createRemotes(RequestsSetting.parse({ proxies: PROXIES, header }))('127.0.0.1', headers)
    expect(counted('x-forwarded-for').counted).toBe('198.51.100.7')
    expect(counted('forwarded').counted).toBe('203.0.113.1')
  })

  test('is exempt by where it asks from, and never because it says so', () => {
    expect(of({}, '').isExempt).toBe(true)
    expect(of({}, '', '::1').isExempt).toBe(true)
    expect(of({}, '', '::ffff:127.0.0.1').isExempt).toBe(true)
    expect(of({ proxies: PROXIES }, '127.0.0.1, 198.51.100.7').isExempt).toBe(false)
    expect(of({ proxies: PROXIES }, 'nonsense').isExempt).toBe(false)
    expect(of({ exempt: [] }, '').isExempt).toBe(false)
  })

  test('is unknown, and counted, where the connection has no address', () => {
    const remotes = createRemotes(RequestsSetting.parse({}))
    expect(remotes(undefined, new Headers())).toEqual({ counted: 'unknown', isExempt: false })
  })
})

describe('a setting', () => {
  test.each(['10.0.0.0/33', '10.0.0', '2001:db8::/129', '10.0.0.0/8/8', 'localhost', 'fe80::1%0'])(
    'is refused with %s as a network',
    (network) => {
      expect(RequestsSetting.safeParse({ proxies: [network] }).success).toBe(false)
    },
  )
})
