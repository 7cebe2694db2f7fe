import { describe, expect, it } from 'vitest'
import { assess } from '../src/assess.ts'
import { alder, quietModem, withFacts } from './example.ts'

/** What a rule finds for Alder, where the facts are those of a case and nothing else is known. */
function found(facts: Readonly<Record<string, unknown>>, norm: string): string {
  const { rows } = assess(withFacts({ ...quietModem, facts: {}, nations: [] }, facts), [alder])
  const finding = rows.find((row) => row.norm === norm)?.cells[0]?.finding
  return finding === undefined || finding === 'not-asked' ? 'not-asked' : finding.value
}

// Expected values: the law notes' README, section 8, test 4, and each case's own observations.
describe('past cases, replayed under the view of Alder', () => {
  it('CASE-01: a tie that is only alleged is unknown; what the State failed to do stays open as a way', () => {
    const facts = { actor: 'private-group', effect: 'temporary-loss', fromTerritory: true }
    expect(found(facts, 'arsiwa-8')).toBe('unknown')
    expect(found(facts, 'corfu-channel-22')).toBe('unknown')
    expect(found({ ...facts, link: 'tolerance' }, 'arsiwa-8')).toBe('not-satisfied')
  })
  it('CASE-07: officers in a car before the building breach sovereignty, although the attempt failed', () => {
    expect(found({ effect: 'none', agentsOnTerritory: true }, 'tallinn-4-territory')).toBe(
      'satisfied',
    )
  })
  it('CASE-09: espionage alone is no undisputed breach, and expelling diplomats needs none', () => {
    const facts = {
      effect: 'data-taken',
      agentsOnTerritory: false,
      functionAffected: 'none',
      coercion: 'none',
      scaleOfForce: 'none',
      fromTerritory: false,
    }
    expect(found(facts, 'arsiwa-2-b')).toBe('disputed')
    expect(found({ ...facts, kind: 'retorsion', breaksObligation: false }, 'retorsion')).toBe(
      'satisfied',
    )
  })
  it('CASE-12: terminals beyond repair abroad are a breach of sovereignty', () => {
    expect(found({ effect: 'permanent-loss' }, 'tallinn-4-territory')).toBe('satisfied')
  })
  it('CASE-23: ransomware of a group that is tolerated is not attributed', () => {
    const facts = { actor: 'private-group', link: 'tolerance', adoption: 'silent' }
    expect(found(facts, 'arsiwa-2-a')).toBe('not-satisfied')
  })
})
