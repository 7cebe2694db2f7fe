import { describe, expect, it } from 'vitest'
import { assess } from '../src/assess.ts'
import { memorandum } from '../src/memorandum.ts'
import type { CaseNotes } from '../src/memorandum/case-notes.ts'
import { toMarkdown } from '../src/memorandum/markdown.ts'
import { SIGNED_WORDS } from '../src/memorandum/signed.ts'
import { VALUE_WORDS, WORDS } from '../src/memorandum/words.ts'
import { VIEWS } from '../src/views/views.ts'
import { quietModem, three } from './example.ts'

// Alder differs from the rules, Birch keeps facts at home, Cedar has not assessed.
const ALDER = {
  nation: 'Alder',
  act: 'sha256:a1',
  asOf: '2026-11-24',
  lawBase: 'entente-law-1',
  outcome: 'not-satisfied',
  word: 'The organ acted on orders | and I hold so.',
  differs: true,
  isAsserted: false,
  now: 'disputed',
} as const
const BIRCH = {
  ...ALDER,
  nation: 'Birch',
  act: 'sha256:b1',
  lawBase: 'entente-law-0',
  outcome: 'satisfied',
  word: 'Met, on what we know.',
  differs: false,
  isAsserted: true,
} as const
const notes: CaseNotes = {
  version: 1,
  marking: 'TLP:AMBER',
  readers: [],
  voices: [],
  evidence: [],
  calls: [],
  notices: [],
  published: [],
  assessments: [ALDER, BIRCH],
  conflicts: [
    {
      nation: 'Alder',
      fact: 'notifiedOn',
      recorded: { value: '2026-11-20', act: 'sha256:n1' },
      asserted: { value: '2026-11-18', act: 'sha256:a1' },
    },
  ],
  review: { on: '2027-02-28', act: 'sha256:r1' },
}
const assessment = assess(quietModem, three, VIEWS)
const read = (markdown: string) => markdown.replaceAll(/\\([\\`*_[\]<>|#~&{}$])/g, '$1')
const text = (lang: 'en' | 'es', given: CaseNotes | undefined = notes) =>
  read(toMarkdown(memorandum(assessment, { lang, ...(given ? { notes: given } : {}) })))
const part = (whole: string, number: number) =>
  whole.slice(whole.indexOf(`## ${number} `), whole.indexOf(`## ${number + 1} `) >>> 0)
const head = (whole: string) => whole.slice(0, whole.indexOf('## 1 '))

describe.each(['en', 'es'] as const)('what advisers signed, in the memorandum (%s)', (lang) => {
  const whole = text(lang)
  const { differs, asserted, outcome, awaited } = SIGNED_WORDS
  it('is named in the head with its acts, and who is awaited', () => {
    expect(head(whole)).toContain('Alder (sha256:a1), Birch (sha256:b1)')
    expect(head(whole)).toContain(`${awaited[lang]} Cedar`)
    expect(head(whole)).not.toContain(WORDS.adviser[lang])
    expect(head(text(lang, { ...notes, assessments: [] }))).toContain(WORDS.adviser[lang])
    expect(head(read(toMarkdown(memorandum(assessment, { lang }))))).toContain(WORDS.adviser[lang])
  })
  it.each([1, 10])('stands in part %i word by word, who differs and who keeps facts', (number) => {
    const lines = part(whole, number).split('\n')
    const line = (nation: string, word: string) =>
      lines.find((one) => one.includes(`${nation}: `) && one.includes(word)) ?? ''
    expect(line('Alder', ALDER.word)).toContain(differs[lang])
    expect(line('Alder', ALDER.word)).not.toContain(asserted[lang])
    expect(line('Birch', BIRCH.word)).toContain(asserted[lang])
    expect(line('Birch', BIRCH.word)).not.toContain(differs[lang])
    expect(line('Birch', BIRCH.word)).toContain(VALUE_WORDS.satisfied[lang])
  })
  it('stands in part 4 as what was signed, under which law base, beside what the rules answer', () => {
    const four = part(whole, 4)
    const [not, met, now] = (['not-satisfied', 'satisfied', 'disputed'] as const).map(
      (value) => VALUE_WORDS[value][lang],
    )
    expect(four).toContain(outcome[lang])
    expect(four).toContain(
      `| Alder | ${not} | entente-law-1 | ${now} | ${differs[lang]} ${SIGNED_WORDS.otherBase[lang]} |`,
    )
    expect(four).toContain(
      `| Birch | ${met} | entente-law-0 | ${now} | ${asserted[lang]} ${SIGNED_WORDS.otherBase[lang]} |`,
    )
  })
  it('stands in part 10 with its law base and its act, and who differs under dissent', () => {
    const ten = part(whole, 10)
    expect(ten).toContain(`${WORDS.lawBase[lang]}: entente-law-0.`)
    expect(ten).toContain(`${SIGNED_WORDS.act[lang]}: sha256:b1`)
    const dissent = ten.slice(ten.indexOf(`### ${WORDS.dissents[lang]}`))
    expect(dissent).toContain(`Alder: ${differs[lang]}`)
    expect(dissent).not.toContain(`Birch: ${differs[lang]}`)
  })
  it('says in part 2 where an act and an assessment of one nation differ', () => {
    const two = part(whole, 2)
    expect(two).toContain(SIGNED_WORDS.conflicts[lang])
    expect(two).toMatch(/2026-11-20 \(sha256:n1\).*2026-11-18 \(sha256:a1\)/)
    expect(part(text(lang, { ...notes, conflicts: [] }), 2)).not.toContain('sha256:n1')
  })
  it('has the day that the latest review set, and none where that set none', () => {
    const planned = String(quietModem.facts.reviewOn?.value)
    expect(part(whole, 6)).toContain(`${WORDS.reviewOn[lang]} 2027-02-28 (sha256:r1)`)
    expect(part(whole, 6)).not.toContain(planned)
    const { review: _, ...unset } = notes
    expect(part(text(lang, unset), 6)).toContain(`${WORDS.reviewOn[lang]} –`)
  })
})
