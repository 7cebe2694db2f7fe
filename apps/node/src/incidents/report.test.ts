import { describe, expect, test } from 'vitest'
import { actId, parseCanonical, type CharterId, type PartyId } from '@entente/accord'
import { parseInventory } from '../assets/asset.ts'
import { crypto } from '../platform/crypto.ts'
import { IncidentsError } from './error.ts'
import { namedIn } from './inventory-guard.ts'
import { actOf, assertNothingElse, isLate, missingIn, previewOf } from './report.ts'
import type { ReportDraft } from './store.ts'

const HASH = 'ab'.repeat(32)
const { assets } = parseInventory(
  new TextEncoder().encode(
    `id,name,kind,hash,address,domain,url,cpe,owner,site,note\nRW-T-001,Terminal Hill,terminal,${HASH},192.0.2.11,t1.rowan.example,http://t1.rowan.example/x,cpe:2.3:h:vesta:t1:2.1:*:*:*:*:*:*:*,Field,Hill 1,behind the barn\nB2,pc,pc,,,,,,,,\n`,
  ),
)
const line = `sha256:${'1'.repeat(64)}` as CharterId
const base = { line, party: 'XO' as PartyId, prev: undefined, claimedAt: '2026-11-24T14:05:00Z' }
const draft = (more: Partial<ReportDraft> = {}): ReportDraft => ({
  id: 'd1',
  line,
  incident: 'xo-1',
  regime: 'nis2',
  stage: 'early-warning',
  said: {
    awareAt: '2026-11-24T08:20:00Z',
    title: 'Modems silent',
    account: 'They restart.',
    suspectedMalicious: true,
    crossBorder: false,
  },
  author: 'security',
  updatedAt: '2026-11-24T14:00:00Z',
  state: 'drafted',
  ...more,
})
const to = { id: 'XB' as PartyId, name: 'Birch' }

function code(work: () => unknown): string | undefined {
  try {
    work()
  } catch (error) {
    if (error instanceof IncidentsError) return error.code
    throw error
  }
  return undefined
}

describe('a report', () => {
  test('says what is missing, with what its stage asks for', () => {
    expect(missingIn(draft())).toEqual([])
    expect(missingIn(draft({ said: {} }))).toEqual([
      'awareAt',
      'title',
      'account',
      'suspectedMalicious',
      'crossBorder',
    ])
    const final = draft({ stage: 'final-report' })
    expect(missingIn(final)).toEqual(['description', 'threat-or-root-cause', 'mitigation'])
    expect(code(() => actOf(final, base))).toBe('report.incomplete')
  })

  test('of what is still to come is refused, for every clock hangs on it', () => {
    const said = { ...draft().said, awareAt: '2026-11-24T14:05:01Z' }
    expect(code(() => actOf(draft({ said }), base))).toBe('report.incomplete')
    const now = { ...said, awareAt: base.claimedAt }
    expect(code(() => actOf(draft({ said: now }), base))).toBeUndefined()
  })

  test('that is not as acts are, is refused before anybody signs it', () => {
    const said = { ...draft().said, indicators: ['malware--x'] }
    expect(code(() => actOf(draft({ said }), base))).toBe('report.incomplete')
  })

  test('is previewed as the bytes that would be signed, with the id of the act', () => {
    const act = actOf(draft(), base)
    const { payload, act: id } = previewOf(act, assets, { to, crypto })
    const bytes = new TextEncoder().encode(payload)
    expect(parseCanonical(bytes)).toEqual(act)
    expect(id).toBe(actId(bytes, crypto.sha256))
  })

  test('is late after the last second of its time', () => {
    expect(isLate(draft(), [], '2026-11-25T08:20:00Z')).toBe(false)
    expect(isLate(draft(), [], '2026-11-25T08:20:01Z')).toBe(true)
    const filed = [{ stage: 'early-warning', at: '2026-11-24T09:00:00Z' }]
    expect(isLate(draft({ stage: 'incident-notification' }), filed, '2026-11-27T08:20:01Z')).toBe(
      true,
    )
  })
})

describe('the inventory in a report’s words', () => {
  test.each([
    ['an id', 'Device RW-T-001 is down.', 'id'],
    ['a name, whatever its case', 'the TERMINAL  HILL is down', 'name'],
    ['a hash', `image ${HASH.toUpperCase()}.`, 'hash'],
    ['an address', 'from 192.0.2.11, since 5', 'address'],
    ['a domain', '(t1.rowan.example)', 'domain'],
    ['a URL', 'see http://t1.rowan.example/x!', 'url'],
    ['a CPE name', 'cpe:2.3:h:vesta:t1:2.1:*:*:*:*:*:*:*', 'cpe'],
    ['a site', 'at hill 1 all is quiet', 'site'],
    ['a note', 'it stands behind the barn.', 'note'],
  ])('is found: %s', (_, account, column) => {
    expect(namedIn({ account }, assets).map((found) => found.column)).toContain(column)
  })

  test('is not found in parts of other words, nor by what is too short to say anything', () => {
    for (const account of [
      'RW-T-0011',
      '192.0.2.110',
      'a pc of Hill 12',
      'terminals hilly',
      'xt1.rowan.example',
    ])
      expect(namedIn({ account }, assets)).toEqual([])
  })

  test('is refused until the person says that it is to be named', () => {
    const act = actOf(draft({ said: { ...draft().said, account: 'RW-T-001 restarts.' } }), base)
    expect(code(() => assertNothingElse(act, assets, []))).toBe('report.inventory')
    expect(code(() => assertNothingElse(act, assets, ['RW-T-002']))).toBe('report.inventory')
    expect(code(() => assertNothingElse(act, assets, ['RW-T-001']))).toBeUndefined()
  })
})
