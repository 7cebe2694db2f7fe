import { describe, expect, test } from 'vitest'
import type { PartyId } from '@entente/accord'
import type { Me } from '../../../node/src/api.ts'
import { isAt, placesOf, splitForPhone } from './places.ts'

const POWERS = {
  drafts: true,
  clears: false,
  signs: 'alone',
  handles: true,
  administers: false,
} as const
const person = {
  id: 'desk',
  name: 'Desk',
  authority: { id: 'mfa', name: 'Ministry' },
  key: { keyid: 'k', custody: 'node-held' },
  role: 'signatory',
  verbs: [],
  powers: POWERS,
} as const satisfies Me['person']
const node = (role: string) => ({ party: 'XA' as PartyId, name: 'Alder', role })
const at = (me: Me | undefined, cases: Parameters<typeof placesOf>[0]['cases'] = []) =>
  placesOf({ me, cases }).map(({ to }) => to)

describe('the rail', () => {
  test('has for a stranger only what anyone may read', () => {
    expect(at({ node: node('member') })).toEqual(['/verify', '/public'])
    expect(at(undefined)).toEqual(['/verify', '/public'])
  })

  test('leads a nation’s person everywhere, and not to an inventory it has not', () => {
    expect(at({ node: node('member'), person })).toEqual([
      '/',
      '/cases',
      '/law',
      '/objects',
      '/drafts',
      '/reminders',
      '/alarms',
      '/reservations',
      '/coalition',
      '/lexicon',
      '/milestones',
      '/verify',
    ])
  })

  test('has assets at an operator, incidents where there is a line, the public site where there is one', () => {
    expect(at({ node: node('operator'), person })).toEqual(
      expect.arrayContaining(['/assets', '/incidents']),
    )
    const authority = at({ node: node('member'), person }, [{ line: true }, { public: true }])
    expect(authority).toEqual(expect.arrayContaining(['/incidents', '/public']))
    expect(authority).not.toContain('/assets')
    expect(at({ node: node('organisation'), person })).not.toContain('/reservations')
  })

  test('has no drafts for whoever has no part in one', () => {
    const powers = {
      drafts: false,
      clears: false,
      signs: 'never',
      handles: false,
      administers: true,
    } as const
    expect(at({ node: node('member'), person: { ...person, powers } })).not.toContain('/drafts')
  })

  test('marks the place above a page, and no other whose name begins alike', () => {
    expect(isAt('/cases', '/cases/sha256:ab/law')).toBe(true)
    expect(isAt('/law', '/lawless')).toBe(false)
    expect(isAt('/', '/cases')).toBe(false)
    for (const page of ['/recalls', '/taxii', '/hunt', '/imports/7'])
      expect([isAt('/objects', page), isAt('/cases', page)]).toEqual([true, false])
  })

  test('keeps every place on a small screen, once', () => {
    for (const role of ['member', 'operator']) {
      const places = placesOf({ me: { node: node(role), person }, cases: [{ line: true }] })
      const { near, more } = splitForPhone(places)
      expect(near).toHaveLength(4)
      expect(new Set([...near, ...more])).toEqual(new Set(places))
    }
  })
})
