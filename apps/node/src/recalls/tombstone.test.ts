import { describe, expect, test } from 'vitest'
import { markingOf } from '@entente/release'
import { identity } from '../../test/bundles.ts'
import { noSetting } from '../sharing/index.ts'
import { tombstoneOf } from './tombstone.ts'

const US = 'identity--5a3c2fcd-8328-42bb-a95e-000000000001'
const NOW = Date.UTC(2026, 10, 27)

describe('the last version of an object that is called back', () => {
  const labelled = (...labels: readonly string[]) => ({
    ...identity('storm', { created_by_ref: US, labels }),
  })
  const markingIn = (object: Readonly<Record<string, unknown>>) =>
    markingOf({ object, received: false }, () => [], { ...noSetting, identities: [US] })

  test.each([['tlp:red'], ['cert-xa:TLP="red"'], ['tlp:purple'], ['PAP:RED'], ['pap:purple']])(
    'goes no further than it did by the tag %s, understood or not, and says no other',
    (tag) => {
      const object = labelled('modems', tag)
      const last = tombstoneOf(object, { identities: [US], now: NOW })!
      expect(last.value['labels']).toEqual([tag])
      expect(markingIn(last.value)).toEqual(markingIn(object))
    },
  )
})
