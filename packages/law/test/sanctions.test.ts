import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assess } from '../src/assess.ts'
import type { FactId } from '../src/fact.ts'
import { parseMeasure } from '../src/measure.ts'
import { toMarkdown } from '../src/memorandum/markdown.ts'
import { sanctionsDocument } from '../src/sanctions/document.ts'
import { type SanctionsTest, sanctionsTest } from '../src/sanctions/form.ts'
import { reasonsFrom } from '../src/sanctions/reasons.ts'
import { VIEWS } from '../src/views/views.ts'
import { three, withFacts } from './example.ts'

const LISTING = parseMeasure(
  JSON.parse(
    readFileSync(new URL('../../../examples/quiet-modem/listing.json', import.meta.url), 'utf8'),
  ),
)
const assessment = assess(LISTING, three, VIEWS)
const criterion = ({ criteria }: SanctionsTest, id: string) =>
  criteria.find(({ norm }) => norm === id) ?? expect.fail(`expected ${id}`)
const valuesOf = (test: SanctionsTest, id: string) =>
  criterion(test, id).cells.map(({ value }) => value)

describe('the sanctions test', () => {
  const test = sanctionsTest(assessment)

  it('asks every question of the Regulation and the Decision, each with its article and in both languages', () => {
    const leaves = test.criteria.filter(({ kind }) => kind === 'rule')
    expect(leaves).toHaveLength(23)
    for (const { question, source, asks } of leaves) {
      expect(question.en).toMatch(/\?$/)
      expect(question.es).toMatch(/^¿.*\?$/)
      expect(source.citation.en).toMatch(/Article \d/)
      expect(source.citation.es).toMatch(/artículo \d/)
      expect(source.url).toMatch(/^https:/)
      expect(asks.length).toBeGreaterThan(0)
    }
    // By hand, from the notes: what a listing asks for.
    const articles = new Set(leaves.map(({ source }) => source.citation.en))
    for (const article of [
      '1(1)',
      '1(2)',
      '1(3)',
      '1(4)',
      '1(5)',
      '1(6)',
      '2(a)',
      '2(g)',
      '3(3)(a)',
      '3(3)(b)',
      '3(3)(c)',
      '13(2)',
      '13(3)',
      '13(4)',
    ])
      expect(articles).toContain(`Council Regulation 2019/796, Article ${article}`)
    expect(articles).toContain('Decision (CFSP) 2019/797, Article 6(1)')
    expect(articles).toContain('TFEU, Article 296, second paragraph')
  })

  it('gives each answer with who asserts it, on what evidence and how it is graded', () => {
    const [alder] = criterion(test, 'eu-2019-796-1-3').cells
    expect(alder?.answers[0]).toEqual({
      fact: 'attackAction',
      value: true,
      assertedBy: 'XA',
      evidence: ['situation, clause 1: memory of terminals overwritten'],
      grade: 'A1',
    })
    expect(criterion(test, 'eu-2019-796-1-5').cells[0]?.answers).toEqual([
      { fact: 'threatToUnion' },
    ])
  })

  it('says met, not met, unknown and disputed, and never that somebody may be listed', () => {
    expect(criterion(test, 'eu-2019-796-1-3').result).toBe('satisfied')
    expect(criterion(test, 'eu-2019-796-2-d').result).toBe('not-satisfied')
    expect(criterion(test, 'cfsp-2019-797-6-1-unanimity').result).toBe('unknown')
    // Alder says responsible, Birch says not, Cedar has not said.
    expect(valuesOf(test, 'eu-2019-796-3-3-a')).toEqual(['satisfied', 'not-satisfied', 'unknown'])
    expect(criterion(test, 'eu-2019-796-3-3-a').result).toBe('disputed')
    const { counts } = test
    expect(counts.satisfied + counts.disputed + counts.unknown + counts['not-satisfied']).toBe(23)
    for (const lang of ['en', 'es'] as const) {
      const text = toMarkdown(sanctionsDocument(assessment, { lang }))
      expect(text).not.toMatch(/lawful|legal to list|puede incluirse a/i)
      expect(text).toContain(lang === 'en' ? 'not a ruling' : 'no un dictamen')
    }
  })

  it('takes what nobody raised for unknown, and one open answer leaves the whole open', () => {
    for (const id of ['eu-2019-796-13-2', 'eu-2019-796-13-3', 'eu-2019-796-13-4'])
      expect(criterion(test, id).result).toBe('unknown')
    expect(valuesOf(test, 'cfsp-2019-797')).toEqual(['unknown', 'not-satisfied', 'unknown'])
    // Two have not said, and could still say otherwise than the one that denies it.
    expect(criterion(test, 'cfsp-2019-797').result).toBe('unknown')
    const empty = sanctionsTest(assess({ ...LISTING, facts: {}, nations: [] }, three, VIEWS))
    expect(new Set(empty.criteria.map(({ result }) => result))).toEqual(new Set(['unknown']))
  })

  it('is asked of any measure, whether or not a listing was chosen', () => {
    const other = withFacts(LISTING, { kind: 'statement', listingUnder: 'national' })
    expect(valuesOf(sanctionsTest(assess(other, three, VIEWS)), 'eu-2019-796-1-3')).toEqual(
      Array(3).fill('satisfied'),
    )
  })

  it('is met only when everything is, and then by unanimity', () => {
    const all = withFacts(LISTING, { councilUnanimous: true })
    const answers = { listedResponsible: true, listingFile: true }
    const met = sanctionsTest(assess(withFacts({ ...all, nations: [] }, answers), three, VIEWS))
    expect(criterion(met, 'cfsp-2019-797').result).toBe('satisfied')
    const leaves = met.criteria.filter(({ kind }) => kind === 'rule')
    const needed: readonly FactId[] = [
      'attackAction',
      'significantEffect',
      'threatToMember',
      'listedResponsible',
      'reasonsOwn',
      'listingFile',
      'listingProposed',
      'councilUnanimous',
    ]
    for (const id of needed) {
      expect(leaves.flatMap(({ asks }) => asks)).toContain(id)
      const without = withFacts(withFacts({ ...all, nations: [] }, answers), { [id]: false })
      expect(
        criterion(sanctionsTest(assess(without, three, VIEWS)), 'cfsp-2019-797').result,
        id,
      ).toBe(id === 'listedResponsible' || id === 'threatToMember' ? 'unknown' : 'not-satisfied')
    }
  })
})

describe('the draft of a statement of reasons', () => {
  const facts = {
    listedWho: 'Person 1',
    listedConduct: 'Sent the {who} commands.',
    effectStated: 'A network was off.',
    attackAction: true,
    attackUnauthorised: true,
    significantEffect: true,
    factorDisruption: true,
    factorLoss: false,
    fromOutside: true,
    threatToUnion: true,
    listedInvolved: true,
  } as const
  it('says what is recorded as true, and nothing that is recorded as untrue or not at all', () => {
    expect(reasonsFrom(facts, 'en')).toEqual([
      'Person 1.',
      'Sent the {who} commands.',
      'The conduct is a cyber-attack within the meaning of Article 1(3): the actions were without authorisation, or not permitted.',
      'It is an external threat (Article 1(2)): it originated, or was carried out, outside the Union (a).',
      'It is a threat to the Union (Article 1(5)).',
      'Its effect is significant (Article 1(1)), having regard to: A network was off.',
      'A factor of a significant effect: scope, scale, impact or severity of the disruption. (a)',
      'Person 1 supported it or was otherwise involved in it (Article 3(3)(b)).',
    ])
  })
  it('leaves a bracket with the question where something is missing, in the language asked for', () => {
    const { fromOutside: _tie, listedWho: _who, ...rest } = facts
    const spanish = reasonsFrom({ ...rest, attemptedOnly: true, potentialEffect: true }, 'es')
    expect(spanish[0]).toMatch(/^\[¿Quién se incluiría/)
    expect(spanish[3]).toMatch(/^\[¿Tuvo su origen fuera de la Unión/)
    expect(spanish).toContain(
      'Fue una tentativa, con un efecto potencialmente significativo (artículo 1, apartado 1).',
    )
  })
  it('asks only for what nobody has answered, and for nothing that was denied', () => {
    const { attackUnauthorised: _unasked, ...rest } = facts
    const half = reasonsFrom({ ...rest, significantEffect: false, attemptedOnly: false }, 'en')
    expect(half[2]).toMatch(/^\[Was it done without due authorisation[^?]*\?\]$/)
    expect(half.filter((line) => line.includes('significant effect?'))).toEqual([])
  })
  it('calls an attempt potentially significant only where that is on record', () => {
    const attempted = { ...facts, attemptedOnly: true, significantEffect: false }
    const said = /^It was an attempt, with a potentially significant effect/
    const open = reasonsFrom(attempted, 'en')
    expect(open.filter((line) => said.test(line))).toEqual([])
    expect(open.at(-2)).toMatch(/^\[Could it have had a significant effect/)
    const judged = reasonsFrom({ ...attempted, potentialEffect: true }, 'en')
    expect(judged.filter((line) => said.test(line))).toHaveLength(1)
  })
  it('of an attempt says of no factor that what it names was caused', () => {
    const attempted = {
      ...facts,
      factorLoss: true,
      attemptedOnly: true,
      significantEffect: false,
      potentialEffect: true,
    }
    const said = (lang: 'en' | 'es', word: RegExp) =>
      reasonsFrom(attempted, lang).filter((line) => word.test(line))
    expect(said('en', /economic loss caused/)).toEqual([
      expect.stringMatching(/^Of what the attempt could have caused: /),
    ])
    expect(said('es', /pérdida económica causada/)).toEqual([
      expect.stringMatching(/^De lo que la tentativa pudo causar: /),
    ])
  })
  it('of an attack on a third party says why a listing is needed, or asks', () => {
    const third = { ...facts, threatToUnion: false, againstThird: true }
    expect(reasonsFrom(third, 'en')[5]).toMatch(/^\[Is a listing deemed necessary/)
    expect(reasonsFrom({ ...third, foreignPolicyNeed: true }, 'en')[5]).toBe(
      'A listing is deemed necessary for the objectives of the common foreign and security policy (Article 1(6)).',
    )
  })
  it('stands once for nations whose facts say the same, and apart where they do not', () => {
    const { blocks } = sanctionsDocument(assessment, { lang: 'en' })
    const names = blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 3 ? [block.text] : [],
    )
    expect(names).toEqual(['Answers that name no evidence', 'Alder', 'Birch', 'Cedar'])
    const same = sanctionsDocument(assess({ ...LISTING, nations: [] }, three, VIEWS), {
      lang: 'en',
    })
    expect(
      same.blocks.flatMap((block) =>
        block.kind === 'heading' && block.level === 3 ? [block.text] : [],
      ),
    ).toEqual(['Answers that name no evidence', 'Alder, Birch, Cedar'])
  })
  it('names answers that name no evidence', () => {
    const text = toMarkdown(sanctionsDocument(assessment, { lang: 'en' }))
    expect(text).toContain(
      'Birch: Are reasons and evidence on file that a court of the Union could review? (Birch)',
    )
  })
})
