import { avoided } from './lint/avoid.ts'
import { jargon } from './lint/jargon.ts'
import type { Cue, CueWords, FindingCode, Rule, Severity } from './lint/rule.ts'
import { scan, type Span } from './lint/scan.ts'
import { strength, strengthCues } from './lint/strength.ts'
import { buildTrie } from './lint/trie.ts'
import { denials, provisions, weighty } from './lint/weight.ts'
import type { InLanguages, Language, TermSource } from './term.ts'
import { type Term, TERMS } from './terms.ts'

/** One place in a text, and what is to be said about it. */
export type Finding = {
  readonly code: FindingCode
  readonly severity: Severity
  readonly span: Span
  /** As the text has it. */
  readonly found: string
  readonly term?: string
  readonly message: InLanguages
  /** What to say instead, or what to do. */
  readonly say?: InLanguages
  readonly source: TermSource
}

/** How one nation understands a term otherwise than its definition says. */
export type Reading = {
  readonly nation: string
  readonly term: string
  readonly reads: string
  readonly source: TermSource
}

/** What the linter needs of a term. */
export type LintedTerm = Pick<Term, 'label' | 'definition' | 'status' | 'source' | 'forms'> & {
  readonly id: string
}

export type Linter = (text: string) => Finding[]

const RULES: readonly Rule[] = [...avoided, ...jargon, ...weighty, ...strength]
const CUES: readonly CueWords[] = [...strengthCues, ...provisions, denials]

type Says = Omit<Finding, 'span' | 'found'>
type Draft = { readonly says: Says; readonly when?: Rule['when'] }
type Mark = { readonly cue: Cue } | { readonly draft: Draft }

/** Prepares the forms of all terms and rules once; the linter it gives then reads each text once. */
export function createLinter(
  language: Language,
  terms: readonly LintedTerm[] = TERMS,
  readings: readonly Reading[] = [],
): Linter {
  const trie = buildTrie(marksOf(language, terms, readings))
  return (text) => {
    const findings: Finding[] = []
    let sentence: { readonly draft: Draft; readonly span: Span }[] = []
    let cues = new Set<Cue>()
    let namesScale = false
    scan<Mark>(text, trie, {
      match: (marks, span) => {
        for (const mark of marks)
          if ('cue' in mark) cues.add(mark.cue)
          else sentence.push({ draft: mark.draft, span })
      },
      sentence: () => {
        for (const { draft, span } of sentence)
          if (applies(draft, cues)) findings.push(toFinding(draft, span, text))
        namesScale ||= cues.has('names-scale')
        if (sentence.length > 0) sentence = []
        if (cues.size > 0) cues = new Set()
      },
    })
    return namesScale ? findings.filter(({ code }) => code !== 'likelihood.unscaled') : findings
  }
}

const LINTERS = new Map<Language, Linter>()

/** Reads a text in English or Spanish: what it says in agreed terms, and what it should say otherwise. */
export function lint(
  text: string,
  {
    language,
    readings = [],
  }: { readonly language: Language; readonly readings?: readonly Reading[] },
): Finding[] {
  if (readings.length > 0) return createLinter(language, TERMS, readings)(text)
  const linter = LINTERS.get(language) ?? createLinter(language)
  LINTERS.set(language, linter)
  return linter(text)
}

const applies = ({ when }: Draft, cues: ReadonlySet<Cue>): boolean =>
  when === undefined ||
  ((when.has ?? []).every((cue) => cues.has(cue)) &&
    !(when.lacks ?? []).some((cue) => cues.has(cue)))

const toFinding = ({ says }: Draft, span: Span, text: string): Finding => ({
  ...says,
  span,
  found: text.slice(span.offset, span.offset + span.length),
})

function* marksOf(
  language: Language,
  terms: readonly LintedTerm[],
  readings: readonly Reading[],
): Generator<readonly [string, Mark]> {
  const cuesIn = cueFinder(language)
  for (const term of terms)
    for (const says of aboutTerm(term, readings))
      for (const form of term.forms?.[language] ?? []) yield* marksAt(form, { says }, cuesIn)
  for (const { forms, when, ...says } of RULES)
    for (const form of forms[language])
      yield* marksAt(form, when === undefined ? { says } : { says, when }, cuesIn)
  for (const { cue, forms } of CUES) for (const form of forms[language]) yield [form, { cue }]
}

/** A longer form hides the words inside it from the reading, so it gives their cues itself. */
function* marksAt(
  form: string,
  draft: Draft,
  cuesIn: (form: string) => ReadonlySet<Cue>,
): Generator<readonly [string, Mark]> {
  yield [form, { draft }]
  for (const cue of cuesIn(form)) yield [form, { cue }]
}

function cueFinder(language: Language): (form: string) => ReadonlySet<Cue> {
  const trie = buildTrie(
    CUES.flatMap(({ cue, forms }) => forms[language].map((form) => [form, cue] as const)),
  )
  return (form) => {
    const cues = new Set<Cue>()
    scan(form, trie, {
      match: (marks) => marks.forEach((cue) => cues.add(cue)),
      sentence: () => undefined,
    })
    return cues
  }
}

function aboutTerm(
  { id, label, definition, status, source }: LintedTerm,
  readings: readonly Reading[],
): Says[] {
  const used: Says = {
    code: 'term.used',
    severity: 'note',
    term: id,
    message: {
      en: `${label.en} (${status}): ${definition.en}`,
      es: `${label.es} (${STATUS[status]}): ${definition.es}`,
    },
    source,
  }
  const own = readings.filter(({ term }) => term === id).map(readOtherwise)
  return status === 'deprecated' ? [deprecated(used), ...own] : [used, ...own]
}

const STATUS = { proposed: 'propuesto', agreed: 'acordado', deprecated: 'en desuso' } as const

const deprecated = (used: Says): Says => ({
  ...used,
  code: 'term.deprecated',
  severity: 'warning',
})

const readOtherwise = ({ nation, term, reads, source }: Reading): Says => ({
  code: 'term.read-otherwise',
  severity: 'warning',
  term,
  message: {
    en: `${nation} reads this term otherwise: ${reads}`,
    es: `${nation} entiende este término de otro modo: ${reads}`,
  },
  source,
})
