import { findTerm, type Language } from '@entente/lexicon'
import type { Assessment } from '../assess.ts'
import { type FactId, FACTS, getFact, isFactId } from '../fact.ts'
import type { RecordedFacts } from '../measure.ts'
import { passage, told } from '../text.ts'
import type { CaseNotes, SaidVoices } from './case-notes.ts'
import { CASE_WORDS, quoted } from './case-words.ts'
import { type Block, heading, list, paragraph, table, warning } from './document.ts'
import { draftTexts } from './draft-texts.ts'
import { namesIn } from './facts.ts'
import { WORDS } from './words.ts'

/** Parts 7 to 9: what nations said of it, on what evidence, and in which words it is told. */
export function caseParts(
  assessment: Assessment,
  notes: CaseNotes | undefined,
  lang: Language,
): readonly Block[] {
  const say = (word: keyof typeof CASE_WORDS) => CASE_WORDS[word][lang]
  return [
    heading(2, say('compliance')),
    ...(notes ? compliance(notes, lang) : [warning(say('noCase'))]),
    heading(2, say('disclosure')),
    ...(notes ? onEvidence(notes, lang) : [warning(say('noCase'))]),
    heading(3, say('withoutEvidence')),
    list(factsWithoutEvidence(assessment, notes, lang), say('everyFact')),
    warning(say('toDecide')),
    heading(2, say('texts')),
    paragraph(say('textsNote')),
    ...draftTexts(assessment, notes, lang),
  ]
}

function compliance({ version, voices }: CaseNotes, lang: Language): readonly Block[] {
  const say = (word: keyof typeof CASE_WORDS) => CASE_WORDS[word][lang]
  return [
    paragraph(`${say('spokenOn')} ${version}.`),
    table(
      say('voices'),
      [WORDS.nation[lang], say('union'), say('national'), say('said'), say('act')],
      voices.map(({ nation, union, national, act, ...rest }) => [
        nation,
        union === undefined ? say('silent') : voiceWord(union, lang),
        national === undefined ? say('silent') : voiceWord(national, lang),
        besides(rest, lang).join(' ') || '–',
        act ?? '–',
      ]),
    ),
  ]
}

/** A voice that the lexicon does not know is given as it was signed. */
export const voiceWord = (id: string, lang: Language): string => findTerm(id)?.label[lang] ?? id

function besides(
  said: Omit<SaidVoices, 'nation' | 'union' | 'national' | 'act'>,
  lang: Language,
): readonly string[] {
  const say = (word: keyof typeof CASE_WORDS) => CASE_WORDS[word][lang]
  const { statement, reservations, vital, wouldTake, until } = said
  return [
    ...reservations.map(({ axis, clause, text }) => {
      const where = clause === undefined ? say('interpretative') : `${say('clause')} ${clause}`
      return `${say(axis)}, ${where}: ${quoted(text, lang)}`
    }),
    ...(statement === undefined ? [] : [`${say('statement')}: ${quoted(statement, lang)}`]),
    ...(vital ? [say('vital')] : []),
    ...(wouldTake === undefined ? [] : [`${say('wouldTake')}: ${quoted(wouldTake, lang)}`]),
    ...(until === undefined ? [] : [`${say('until')} ${until}.`]),
  ]
}

function onEvidence(notes: CaseNotes, lang: Language): readonly Block[] {
  const say = (word: keyof typeof CASE_WORDS) => CASE_WORDS[word][lang]
  const { marking, readers, evidence, published } = notes
  return [
    list(
      [
        `${say('marked')}: ${marking}`,
        `${say('readers')}: ${readers.map(({ name }) => name).join(', ')}`,
      ],
      '',
    ),
    heading(3, say('evidence')),
    ...(evidence.length === 0 ? [paragraph(say('noEvidence'))] : putBefore(evidence, lang)),
    heading(3, say('published')),
    list(
      published.map(
        ({ by, title, lang: written, act }) =>
          told`${by}: ${passage(quoted(title, lang), written, lang)} (${written}; ${act})`,
      ),
      say('nothingPublished'),
    ),
  ]
}

/** What was put before the members, and then every object of it on a line of its own: hashes need width. */
function putBefore(evidence: CaseNotes['evidence'], lang: Language): readonly Block[] {
  const say = (word: keyof typeof CASE_WORDS) => CASE_WORDS[word][lang]
  return [
    table(
      say('evidence'),
      ['by', 'what', 'grade', 'custodian', 'act'].map((word) => say(word as 'by')),
      evidence.map(({ by, title, grade, custodian, act }) => [by, title, grade, custodian, act]),
    ),
    ...evidence.flatMap(({ by, title, objects }) => [
      paragraph(`${by}, ${title}. ${say('objects')}:`),
      list(
        objects.map(({ id, sha256 }) => `${id} ${sha256}`),
        '–',
      ),
    ]),
  ]
}

/** In the order of the questions: what is asserted on nobody's evidence. */
function factsWithoutEvidence(
  { measure }: Assessment,
  notes: CaseNotes | undefined,
  lang: Language,
): readonly string[] {
  const nameOf = namesIn(measure, notes)
  const bare = (recorded: RecordedFacts, whose: string) =>
    Object.keys(FACTS).flatMap((id) => {
      const fact = isFactId(id) ? recorded[id as FactId] : undefined
      return fact && fact.evidence.length === 0
        ? [`${whose}: ${getFact(id as FactId).question[lang]} (${nameOf(fact.assertedBy)})`]
        : []
    })
  return [
    ...bare(measure.facts, WORDS.all[lang]),
    ...measure.nations.flatMap(({ name, facts }) => bare(facts, name)),
  ]
}
