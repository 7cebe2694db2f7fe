import { describe, expect, test } from 'vitest'
import type { Me } from '../../src/api.ts'
import { STEP } from '../../src/demo/measure-texts.ts'
import { ROLES } from '../../src/parties/role.ts'
import { outcomeOf } from '../people.ts'
import { cast, on, people, countOf } from './stage.ts'

describe('who may act in a measure', () => {
  const verbs = {
    call: {
      for: STEP,
      to: 'Hawthorn',
      demands: 'Cease.',
      transmittedOn: '2026-11-02',
      channel: 'note',
    },
    notice: {
      for: STEP,
      to: 'Hawthorn',
      says: 'So.',
      notifiedOn: '2026-11-20',
      offersNegotiation: true,
    },
    assess: {
      asOf: '2026-11-24',
      lawBase: 'entente-law-1',
      facts: {},
      outcome: 'unknown',
      word: 'W.',
    },
    start: { certificate: `sha256:${'0'.repeat(64)}`, startedOn: '2026-12-15' },
    report: { reportedOn: '2026-12-15', remarks: 'R.' },
    review: {
      reviewedOn: '2026-12-15',
      ceased: false,
      repaired: false,
      proportionate: 'yes',
      reversible: 'yes',
      tribunal: false,
      remarks: 'R.',
    },
    suspend: { suspendedOn: '2026-12-15', reason: 'R.' },
    terminate: { terminatedOn: '2026-12-15', reason: 'R.' },
  } as const
  const cells = Object.entries(verbs).flatMap(([verb, said]) =>
    (['XA', 'CO'] as const).flatMap((party) => ROLES.map((role) => ({ verb, said, party, role }))),
  )

  test.each(cells)('$verb by the $role of $party', async ({ verb, said, party, role }) => {
    const person = people[party][role]!
    const { person: me } = await person.ask<Me>('/api/v1/me')
    const signs = role === 'signatory'
    // The chair’s mandate has none of these verbs, and only whose role signs has any.
    expect(me?.verbs.includes(verb)).toBe(party === 'XA' && (signs || role === 'deputy'))
    const before = await countOf(person)
    const fields = 'for' in said ? said : { on, ...said }
    const filing = person.file(cast.case, verb as 'report', fields as never)
    const outcome = await outcomeOf(filing)
    expect(REFUSED[party === 'XA' && signs ? 'may' : signs ? 'mandate' : 'role']).toContain(outcome)
    const filed = outcome === 'filed' ? 1 : 0
    expect(await countOf(person)).toBe(before + filed)
  })
})

/** What a cell of the matrix may come to: by the case, by the mandate, by the role. */
const REFUSED = {
  may: ['filed', 'measure.barred', 'measure.not-begun'],
  mandate: ['act.not-competent', 'voice.none'],
  role: ['person.not-competent', 'voice.none', 'measure.barred', 'measure.not-begun'],
}
