import { TLP } from '@entente/release'
import { expect, it } from 'vitest'
import { FLAG, traitsOf } from './traits.ts'

it.each(['TLP:RED', 'tlp:red', 'cert-xa:TLP="red"', 'tlp="red"', 'TLP=RED'])(
  'reads the label that the tag %s says',
  (tag) => {
    const { tlp, flags } = traitsOf({ type: 'tool', id: 'tool--1', name: 'x', labels: [tag] })
    expect([tlp, flags]).toEqual([TLP.indexOf('TLP:RED'), FLAG.red])
  },
)
