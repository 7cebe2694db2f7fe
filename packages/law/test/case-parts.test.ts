import { describe, expect, it } from 'vitest'
import { assess } from '../src/assess.ts'
import { memorandum } from '../src/memorandum.ts'
import type { CaseNotes } from '../src/memorandum/case-notes.ts'
import { CASE_WORDS } from '../src/memorandum/case-words.ts'
import { toHtml } from '../src/memorandum/html.ts'
import { toMarkdown } from '../src/memorandum/markdown.ts'
import { VIEWS } from '../src/views/views.ts'
import { quietModem, three, withFacts } from './example.ts'

const hostile = '<script>alert(1)</script> {nation} $& | x'
const notes: CaseNotes = {
  version: 2,
  marking: 'TLP:AMBER+STRICT',
  readers: [
    { code: 'XA', name: 'Alder' },
    { code: 'XB', name: 'Birch' },
    { code: 'XC', name: 'Cedar' },
    { code: 'CO', name: 'Coordination Office' },
  ],
  voices: [
    {
      nation: 'Alder',
      act: 'sha256:aa',
      union: 'complies',
      national: 'complies-with-reservation',
      reservations: [{ axis: 'national', clause: '3', text: 'Not before the court has spoken.' }],
      until: '2027-01-15',
    },
    {
      nation: 'Birch',
      act: 'sha256:bb',
      union: 'abstains',
      national: 'abstains',
      reservations: [],
    },
    { nation: 'Cedar', reservations: [] },
  ],
  evidence: [
    {
      by: 'Alder',
      title: 'Samples',
      objects: [{ id: 'malware--1', sha256: 'c0ffee' }],
      grade: 'B2 (admiralty 1)',
      custodian: 'Alder',
      act: 'sha256:ee',
    },
  ],
  calls: [
    {
      nation: 'XA',
      to: 'Hawthorn',
      demands: hostile,
      on: '2026-11-02',
      channel: 'note verbale',
      answer: 'refused',
      act: 'sha256:cc',
    },
  ],
  notices: [
    {
      nation: 'XA',
      to: 'Hawthorn',
      says: 'Alder will suspend it.',
      on: '2026-11-20',
      offersNegotiation: true,
      act: 'sha256:dd',
    },
  ],
  assessments: [],
  conflicts: [],
  published: [],
}
const assessment = assess(quietModem, three, VIEWS)
const read = (markdown: string) => markdown.replaceAll(/\\([\\`*_[\]<>|#~&{}$])/g, '$1')
const text = (lang: 'en' | 'es', given: CaseNotes | undefined = notes, measure = assessment) =>
  read(toMarkdown(memorandum(measure, { lang, ...(given ? { notes: given } : {}) })))
/** One part, from its heading to the next of its rank. */
const part = (whole: string, number: number) =>
  whole.slice(whole.indexOf(`## ${number} `), whole.indexOf(`## ${number + 1} `))

describe('what nations said', () => {
  it('stands voice by voice with the act that says so', () => {
    const seven = part(text('en'), 7)
    expect(seven).toContain('| Alder | Complies | Complies with reservation |')
    expect(seven).toContain('Own interests, clause 3: “Not before the court has spoken.”')
    expect(seven).toContain('These voices end on 2027-01-15.')
    expect(seven).toContain('sha256:aa')
    expect(seven).toContain('| Birch | Abstains | Abstains |')
    expect(seven).toContain('| Cedar | has not spoken | has not spoken | – | – |')
  })

  it('stands in Spanish with the words of the lexicon', () => {
    expect(part(text('es'), 7)).toContain('Intereses propios, cláusula 3: «Not before the court')
    expect(part(text('es'), 7)).not.toMatch(/complies/i)
  })
})

describe('the plan of evidence and disclosure', () => {
  it('names what is on record, who reads it, and what nobody decided', () => {
    const eight = part(text('en'), 8)
    expect(eight).toContain('Marking of the case: TLP:AMBER+STRICT')
    expect(eight).toContain('Alder, Birch, Cedar, Coordination Office')
    expect(eight).toContain('| Alder | Samples | B2 (admiralty 1) | Alder | sha256:ee |')
    expect(eight).toMatch(/Alder, Samples\. [^\n]+:\n+- malware--1 c0ffee\n/)
    expect(eight).toContain('No party has published anything of this measure.')
    expect(eight).toContain(CASE_WORDS.toDecide.en)
  })

  it('lists every fact that rests on nobody’s evidence, and no other', () => {
    const measure = withFacts(quietModem, { spillOver: 'low' })
    const before = part(text('en'), 8)
    const after = part(text('en', notes, assess(measure, three, VIEWS)), 8)
    expect(before).not.toContain('How high is the risk of effects on others')
    expect(after).toContain('all nations: How high is the risk of effects on others')
  })
})

describe('the draft texts', () => {
  it('give what was sent as it was sent, hostile words included', () => {
    const nine = part(text('en'), 9)
    expect(nine).toContain(
      `Alder: sent on 2026-11-02 to Hawthorn, channel: note verbale. “${hostile}” Answer: it refused or denied. (sha256:cc)`,
    )
    expect(nine).toContain('with an offer to negotiate. “Alder will suspend it.” (sha256:dd)')
    expect(toHtml(memorandum(assessment, { lang: 'en', notes }))).not.toContain('<script')
  })

  it('put together what was not sent from recorded facts, word by word', () => {
    const demands = String(quietModem.facts.demands?.value)
    expect(part(text('en'), 9)).toContain(
      `Birch (draft): “Birch calls upon Hawthorn to cease the internationally wrongful act, if it is continuing, and to make reparation. The rule broken: [${CASE_WORDS.noRuleOfIts.en}]. What it must do: ${demands}”`,
    )
  })

  it('say what is missing where a fact is, and write nothing in its place', () => {
    const { demands: _unsaid, ...facts } = quietModem.facts
    const without = assess({ ...quietModem, facts }, three, VIEWS)
    const nine = part(text('en', { ...notes, calls: [], notices: [] }, without), 9)
    expect(nine).toContain(
      'Birch: Missing: What exactly must the responsible State do to end the measure?',
    )
    expect(nine).not.toMatch(/undefined|\{\w+\}|“Birch calls/)
  })

  it('fill a recorded fact in once, and read nothing in it as a pattern', () => {
    const measure = withFacts(quietModem, { demands: hostile })
    const nine = part(text('en', { ...notes, calls: [] }, assess(measure, three, VIEWS)), 9)
    expect(nine).toContain(`What it must do: ${hostile}”`)
  })

  it('have a common statement only of nations that comply', () => {
    expect(part(text('en'), 9)).toContain(`draft: “Alder: ${quietModem.title}.`)
    const silent = { ...notes, voices: [{ nation: 'Alder', reservations: [] }] }
    expect(part(text('en', silent), 9)).toContain(CASE_WORDS.nobodyComplies.en)
  })

  it('name the rule broken: what each nation that complies finds broken, and no rule that one of them denies', () => {
    const broken = (lang: 'en' | 'es', given = notes, measure = assessment) =>
      /(?:The rule broken|La regla violada): (.*?)\. (?:It is directed|Se dirige)/.exec(
        part(text(lang, given, measure), 9),
      )?.[1]
    expect(broken('en')).toContain('Tallinn Manual 2.0, rule 4')
    expect(broken('es')).toContain('Manual de Tallin 2.0, regla 4')
    // Two comply: what one of them finds broken and the other does not is not said in common.
    const both = {
      ...notes,
      voices: notes.voices.map((voice) => ({ ...voice, union: 'complies', national: 'complies' })),
    }
    const apart = assess(withFacts(quietModem, { effect: 'none' }, 'XB'), three, VIEWS)
    expect(broken('en', both, apart)).not.toContain('Tallinn Manual 2.0, rule 4')
    expect(
      broken(
        'en',
        both,
        assess(
          { ...quietModem, facts: { demands: quietModem.facts.demands! }, nations: [] },
          three,
          VIEWS,
        ),
      ),
    ).toBe(`[${CASE_WORDS.noRule.en}]`)
  })

  it.each(['en', 'es'] as const)(
    'are all three there in %s, from the same recorded facts',
    (lang) => {
      const nine = part(text(lang, { ...notes, calls: [], notices: [] }), 9)
      const [opens, closes] = lang === 'es' ? ['«', '»'] : ['“', '”']
      const said = {
        en: ['calls upon', 'notifies', 'The rule broken'],
        es: ['requiere a', 'notifica a', 'La regla violada'],
      }
      for (const words of said[lang])
        expect(nine).toMatch(new RegExp(`${opens}Alder[^${closes}]*${words}[^${closes}]*${closes}`))
      expect(nine).not.toMatch(/\{\w+\}|undefined/)
    },
  )

  it('ask for no notice where the law asks none', () => {
    const statement = assess(withFacts(quietModem, { kind: 'statement' }), three, VIEWS)
    expect(part(text('en', notes, statement), 9)).toContain(CASE_WORDS.noNotice.en)
  })
})

describe('a memorandum without a case', () => {
  it.each(['en', 'es'] as const)('says in %s that parts 7 to 9 miss their acts', (lang) => {
    const whole = text(lang, undefined)
    const bare = read(toMarkdown(memorandum(assessment, { lang })))
    expect(bare).toContain(CASE_WORDS.noCase[lang])
    expect(whole).toContain('## 7 ')
  })

  it('is the same each time, and so is one with a case', () => {
    expect(text('en')).toBe(text('en'))
    expect(toHtml(memorandum(assessment, { lang: 'es', notes }))).toBe(
      toHtml(memorandum(assess(quietModem, three, VIEWS), { lang: 'es', notes })),
    )
  })
})
