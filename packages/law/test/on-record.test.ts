import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { assess } from '../src/assess.ts'
import { memorandum } from '../src/memorandum.ts'
import { onRecordIn } from '../src/on-record.ts'
import { VIEWS } from '../src/views/views.ts'
import { everythingMet } from './example.ts'

const all = onRecordIn(VIEWS)

describe('what is on record beside the value that was kept', () => {
  it('is fifteen: who, on what, what the other source says, and which source', () => {
    expect(all).toHaveLength(15)
    for (const { says, source } of all) {
      expect(says.en).toMatch(/\S{3}/)
      expect(says.es).toMatch(/\S{3}/)
      expect(says.es).not.toBe(says.en)
      expect(source).toMatch(/\S{3}/)
    }
    // By hand: where another source gives another answer, against where it says the same more closely.
    const conflicts = all.filter(({ is }) => is === 'conflict').map(({ holder }) => holder.code)
    expect(conflicts.toSorted()).toEqual(['CH', 'CN', 'EE', 'FR', 'GB', 'IR', 'NZ', 'PL', 'RU'])
  })
  it('stands in the memorandum with who and what', () => {
    const known = VIEWS.filter(({ holder }) => ['IR', 'EE'].includes(holder.code))
    const assessment = assess(everythingMet, known)
    const [english, spanish] = (['en', 'es'] as const).map((lang) =>
      JSON.stringify(memorandum(assessment, { lang })),
    )
    expect(english).toContain(
      'Sovereignty (a rule of its own): Conflict on record: CONFLICT: Toolkit list',
    )
    expect(english).toContain('[Conflict on record]')
    expect(spanish).toContain(
      'Soberanía (una regla por sí misma): Conflicto que consta: La lista del Toolkit dice',
    )
    expect(spanish).not.toContain('Toolkit list')
    const [first] = VIEWS.filter(({ holder }) => holder.code === 'SE')
    const none = JSON.stringify(memorandum(assess(everythingMet, [first!]), { lang: 'en' }))
    expect(none).toContain('No source that was read says otherwise.')
  })
})

const research = sharedPath('law/national-positions.yaml')
describe.skipIf(research === undefined)('the research file and what is on record', () => {
  it('name the same holders, issues and values kept, and the same sources', () => {
    const researched = entriesOf(readFileSync(research!, 'utf8'))
    expect(researched).toHaveLength(15)
    const ours = all.map(({ holder, issue, kept, source, says }) => ({
      key: `${holder.code} ${issue} ${kept}`,
      source: source.slice(0, 24),
      says: letters(says.en).slice(0, 40),
    }))
    const byKey = (a: { readonly key: string }, b: { readonly key: string }) =>
      a.key.localeCompare(b.key)
    expect(ours.toSorted(byKey)).toEqual(researched.toSorted(byKey))
  })
})

const letters = (text: string): string =>
  text.replaceAll('Global Cyber Law Project', 'GCLP').replaceAll(/[^A-Za-z0-9]/g, '')

/** Each entry of the list at the end of the file, by its indentation alone. */
function entriesOf(yaml: string) {
  const list = yaml.slice(yaml.indexOf('\nrefinements_and_conflicts:'))
  return list
    .split(/\n- iso: /)
    .slice(1)
    .map((entry) => {
      const field = (name: string) =>
        new RegExp(`\\n  ${name}: ([^]*?)(?=\\n  \\w+: |$)`)
          .exec(`\n  iso: ${entry}`)![1]!
          .replaceAll(/\s+/g, ' ')
          .replace(/^'/, '')
          .replaceAll("''", "'")
      return {
        key: `${field('iso').replaceAll("'", '')} ${field('issue').replaceAll('_', '-')} ${field('value_kept').replaceAll('_', '-')}`,
        source: field('source').slice(0, 24),
        says: letters(field('note')).slice(0, 40),
      }
    })
}
