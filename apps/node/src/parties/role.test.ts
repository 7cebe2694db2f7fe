import { describe, expect, test } from 'vitest'
import { KIND_NAMES } from '@entente/accord'
import { defaultVerbs } from './key-act.ts'
import { assertMayFile } from './may-file.ts'
import { maySign, OPEN_CASE, powersOf, ROLES, verbsOf, type Role, type Way } from './role.ts'

const AUTHOR: Way = { via: 'author' }
const OWN_DRAFT: Way = { via: 'draft', authors: ['me'] }
const OWN_CLEARED: Way = { via: 'draft', authors: ['me'], clearedBy: 'lex' }
const ANOTHERS: Way = { via: 'draft', authors: ['ann'] }
const CLEARED_MYSELF: Way = { via: 'draft', authors: ['me'], clearedBy: 'me' }

/** Who may do what at the node, whatever the mandate of the authority is. Ours. */
const MATRIX = [
  // verb, drafter, legal-adviser, signatory, deputy, administrator
  ['write a draft', 'yes', 'yes', 'yes', 'yes', 'no'],
  ['clear a draft', 'no', 'yes', 'no', 'no', 'no'],
  ['sign straight away', 'no', 'no', 'yes', 'no', 'no'],
  ['sign its own draft', 'no', 'no', 'yes', 'no', 'no'],
  ['sign its own draft, cleared by another', 'no', 'no', 'yes', 'yes', 'no'],
  ['sign a draft of another', 'no', 'no', 'yes', 'yes', 'no'],
  ['sign what it wrote and cleared', 'no', 'no', 'yes', 'no', 'no'],
  ['let others in', 'no', 'no', 'no', 'no', 'yes'],
] as const

const does: Readonly<Record<(typeof MATRIX)[number][0], (role: Role) => boolean>> = {
  'write a draft': (role) => powersOf(role).drafts,
  'clear a draft': (role) => powersOf(role).clears,
  'sign straight away': (role) => maySign({ id: 'me', role }, AUTHOR),
  'sign its own draft': (role) => maySign({ id: 'me', role }, OWN_DRAFT),
  'sign its own draft, cleared by another': (role) => maySign({ id: 'me', role }, OWN_CLEARED),
  'sign a draft of another': (role) => maySign({ id: 'me', role }, ANOTHERS),
  'sign what it wrote and cleared': (role) => maySign({ id: 'me', role }, CLEARED_MYSELF),
  'let others in': (role) => powersOf(role).administers,
}

describe.each(ROLES.map((role, at) => ({ role, at })))('a $role', ({ role, at }) => {
  test.each(MATRIX.map((row) => ({ verb: row[0], may: row[at + 1] })))(
    'may $verb: $may',
    ({ verb, may }) => {
      expect(does[verb](role)).toBe(may === 'yes')
    },
  )
})

/** Every verb of a mandate against every role: what `me` says is left to the person. */
const SIGNING: Readonly<Record<Role, (verb: string) => boolean>> = {
  drafter: () => false,
  'legal-adviser': () => false,
  signatory: () => true,
  deputy: (verb) => verb !== OPEN_CASE,
  administrator: () => false,
}
const VERBS = [...KIND_NAMES, OPEN_CASE]

describe.each(ROLES)('of the verbs of its authority, a %s', (role) => {
  test.each(VERBS.map((verb) => [SIGNING[role](verb) ? 'has' : 'has not', verb] as const))(
    '%s %s',
    (has, verb) => {
      expect(verbsOf(role, [verb])).toEqual(has === 'has' ? [verb] : [])
    },
  )
  test('has none that the mandate does not give', () => {
    expect(verbsOf(role, [])).toEqual([])
  })
})

describe('a kind of act that is signed only once cleared', () => {
  const clearance = ['comply']
  const signatory = { id: 'me', role: 'signatory' } as const
  const refused = (way: Way, kind = 'comply') => {
    try {
      assertMayFile(signatory, kind, { clearance, way })
      return undefined
    } catch (error) {
      return (error as { code: string }).code
    }
  }
  test('is refused straight from its author, and as a draft that nobody cleared', () => {
    expect([refused(AUTHOR), refused(ANOTHERS)]).toEqual(['draft.needed', 'draft.needed'])
  })
  test('is signed once somebody cleared it', () => {
    expect(refused(OWN_CLEARED)).toBeUndefined()
  })
  test('does not keep other kinds from being signed', () => {
    expect(refused(AUTHOR, 'evidence')).toBeUndefined()
  })
})

describe('what an authority may sign where its party says nothing else', () => {
  test('gives voices to members alone, texts to organisations', () => {
    expect(defaultVerbs('member')).toContain('comply')
    expect(defaultVerbs('member')).not.toContain('propose')
    expect(defaultVerbs('organisation')).toContain('propose')
    for (const role of ['organisation', 'community', 'operator'] as const)
      expect(defaultVerbs(role)).not.toContain('comply')
  })
  test('lets members and organisations open cases', () => {
    expect(defaultVerbs('member')).toContain(OPEN_CASE)
    expect(defaultVerbs('organisation')).toContain(OPEN_CASE)
    expect(defaultVerbs('operator')).not.toContain(OPEN_CASE)
  })
})
