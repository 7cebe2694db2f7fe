import { describe, expect, it } from 'vitest'
import { canonical, type CharterId, type PartyId } from '@entente/accord'
import { assertAsShown, NotAsShown } from './shown.ts'

const charter = `sha256:${'c'.repeat(64)}` as CharterId
const shown = { charter, party: 'XA' as PartyId }
const act = {
  v: 1,
  charter,
  party: 'XA',
  kind: 'comply',
  claimedAt: '2026-11-25T12:00:00Z',
  on: `sha256:${'a'.repeat(64)}`,
  union: 'complies',
  national: 'complies',
}

describe('what a person signs in the browser', () => {
  it('is an act of its party in its case, in its one form', () => {
    expect(() => assertAsShown(canonical(act), shown)).not.toThrow()
    const says = { kind: 'comply', on: act.on }
    expect(() => assertAsShown(canonical(act), { ...shown, says })).not.toThrow()
  })
  it.each([
    ['another form of it', JSON.stringify(act)],
    ['a member twice', canonical(act).replace('{', '{"charter":"",')],
    ['no JSON', canonical(act).slice(1)],
    ['a member that no act has', canonical({ ...act, also: 'this' })],
    ['no act', canonical({ ...act, kind: 'applaud' })],
    ['another party’s', canonical({ ...act, party: 'XB' })],
    ['another case’s', canonical({ ...act, charter: `sha256:${'d'.repeat(64)}` })],
  ])('is not %s', (_what, payload) => {
    expect(() => assertAsShown(payload, shown)).toThrow(NotAsShown)
  })
  it.each([{ kind: 'withdraw' }, { on: charter }, { expiry: 1 }])(
    'is not something else than the page said: %o',
    (says) => {
      expect(() => assertAsShown(canonical(act), { ...shown, says })).toThrow(NotAsShown)
    },
  )
})
