import { describe, expect, it } from 'vitest'
import { tlpMarking } from '@entente/stix'
import { loosens } from './loosens.ts'

const [red, amber, green] = [tlpMarking('red')!, tlpMarking('amber')!, tlpMarking('green')!]
const other = 'marking-definition--3b39b2a4-6f3f-4f6c-9c53-0d2a26cc7a2b'
const marked = (...ids: string[]) => ({ object_marking_refs: ids })
const part = (id: string) => ({ granular_markings: [{ marking_ref: id, selectors: ['name'] }] })

describe('an object goes further than what it stands beside', () => {
  it.each([
    ['under a looser label', marked(amber), marked(green)],
    ['where the label is taken off', marked(red), {}],
    ['where nobody had marked it and now it is for a community', {}, marked(green)],
    ['by a tag of MISP instead', marked(amber), { labels: ['tlp:green'] }],
    ['where its strictest part may be told', { ...marked(green), ...part(red) }, marked(green)],
    [
      'where a part is looser',
      { ...marked(green), ...part(red) },
      { ...marked(green), ...part(amber) },
    ],
    ['without another marking', marked(green, other), marked(green)],
    ['without another marking of a part', { ...marked(green), ...part(other) }, marked(green)],
    ['without a tag of TLP that nobody understands', { labels: ['tlp:purple'] }, {}],
    [
      'without a tag of PAP that nobody understands',
      { ...marked(green), labels: ['pap:purple'] },
      marked(green),
    ],
    ['by a tag of another name', { labels: ['cert-xa:TLP="red"'] }, { labels: ['tlp:green'] }],
    ['by what may be done with it', { labels: ['PAP:RED'] }, { labels: ['PAP:AMBER'] }],
    ['where nothing says any more what may be done', { labels: ['PAP:RED'] }, {}],
  ])('%s', (_, before, after) => {
    expect(loosens(after, before)).toBe(true)
    // The way back never does.
    expect(loosens(before, after)).toBe(false)
  })
  it.each([
    ['as it was', marked(amber, other), marked(amber, other)],
    ['by the other version of the same label', marked(amber), { labels: ['tlp:amber'] }],
    ['where nobody had marked it and now it is kept closer', {}, marked(red)],
    ['with a part kept closer', marked(amber), { ...marked(amber), ...part(red) }],
    [
      'in another language',
      marked(amber),
      { ...marked(amber), granular_markings: [{ lang: 'es', selectors: ['name'] }] },
    ],
  ])('not %s', (_, before, after) => {
    expect(loosens(after, before)).toBe(false)
  })
})
