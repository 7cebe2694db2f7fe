import { describe, expect, test } from 'vitest'
import { EXTENSION } from '@entente/sources'
import { affectedAssets } from './affected.ts'
import { parseInventory } from './asset.ts'

const MANY = 20_000
const many = <T>(make: (at: number) => T) => Array.from({ length: MANY }, (_, at) => make(at))
const record = (cpes: readonly string[]) => {
  const affected = cpes.map((cpe) => ({ cpes: [cpe], defaultStatus: 'affected' }))
  return { extensions: { [EXTENSION]: { format: 'affected', record: { affected } } } }
}
const cpe = (vendor: string, product: string, version = '*') =>
  `cpe:2.3:a:${vendor}:${product}:${version}:*:*:*:*:*:*:*`
const [asset = expect.unreachable()] = parseInventory(
  new TextEncoder().encode('id,name\na-1,Asset'),
).assets
const inventory = (cpes: readonly string[]) => cpes.map((name) => ({ ...asset, cpe: [name] }))
const counted = (named: readonly string[], had: readonly string[]) => {
  const found = { yes: 0, no: 0, 'cannot-tell': 0 }
  for (const { affected } of affectedAssets(record(named), inventory(had))) found[affected] += 1
  return found
}

// Each name put to each asset would be 400,000,000 comparisons: no test of ours ends then.
describe('a record with as many products as the inventory has assets is compared', () => {
  test('product by product', () => {
    const half = MANY / 2
    const found = counted(
      many((at) => cpe('rowan', `p${at}`)),
      many((at) => cpe('rowan', `p${at + half}`, '1.0')),
    )
    expect(found).toEqual({ yes: half, no: 0, 'cannot-tell': 0 })
  })

  test('and as far as there is an end to it where the names leave the vendor open', () => {
    const found = counted(
      [cpe('rowan', 'gate', '5.1'), ...many((at) => cpe('*', `x${at}`))],
      many((at) => cpe('rowan', 'gate', `${at}.1`)),
    )
    // What was not compared is not said to be untouched.
    expect(found.yes).toBe(1)
    expect(found['cannot-tell']).toBeGreaterThan(MANY - 100)
  })
})
