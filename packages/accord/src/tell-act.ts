import {
  factGrade,
  findScale,
  findTerm,
  scaleWords,
  type InLanguages,
  type Language,
} from '@entente/lexicon'
import { type Fact, type FactId, getFact, VALUE_WORDS } from '@entente/law'
import type { Act } from './act.ts'
import { FIELD_WORDS } from './field-words.ts'
import { Scaled } from './scale.ts'
import {
  ALG_WORDS,
  ANSWER_WORDS,
  AUDIENCE_WORDS,
  AXIS_WORDS,
  CAUSE_WORDS,
  CUSTODY_WORDS,
  LEANING_WORDS,
  LEVEL_WORDS,
  MEASURE_KIND_WORDS,
  MEASURE_LEVEL_WORDS,
  OBJECTIVE_WORDS,
  RESULT_WORDS,
} from './value-words.ts'

/** One thing that an act says: what it is called, and its words or the parts of which it consists. */
export type Told = {
  readonly label: string
  readonly says?: string
  readonly parts?: readonly Told[]
}

/**
 * In whose language, what an id of an act, a case or a party stands for where the teller knows it, and how a moment in
 * whole seconds since 1970 is written.
 */
export type Telling = {
  readonly lang: Language
  readonly nameOf: (id: string) => string | undefined
  readonly momentOf: (seconds: number) => string
}

/** What every act says, and what its teller says of it before. */
const UNSAID = new Set(['v', 'charter', 'party', 'kind', 'claimedAt', 'prev'])

/** Everything that an act says beyond its kind and its author, in plain words, field by field. */
export const tellAct = (act: Act, telling: Telling): readonly Told[] =>
  tellFields(act, { ...telling, kind: act.kind }, UNSAID)

/** What a field of a kind is called; undefined where nobody wrote it down. */
export const fieldWords = (kind: string, field: string): InLanguages | undefined =>
  FIELD_WORDS[`${kind}.${field}`] ?? FIELD_WORDS[field]

/** What a value of a fixed set is called in a field of a kind; undefined where it is no such value. */
export function valueWords(kind: string, field: string, value: string): InLanguages | undefined {
  if (field === 'measure') return { en: `Article 21(2)(${value})`, es: `Artículo 21(2)(${value})` }
  const sets = VALUES[`${kind}.${field}`] ?? VALUES[field]
  return sets?.[value] ?? findTerm(value)?.label
}

/** The words of the values of a field; of those that are not here, the lexicon has a term. */
const VALUES: Readonly<Record<string, Readonly<Record<string, InLanguages>>>> = {
  'attribute.level': LEVEL_WORDS,
  'self-assessment.level': MEASURE_LEVEL_WORDS,
  alg: ALG_WORDS,
  custody: CUSTODY_WORDS,
  cause: CAUSE_WORDS,
  kind: MEASURE_KIND_WORDS,
  answer: ANSWER_WORDS,
  proportionate: ANSWER_WORDS,
  reversible: ANSWER_WORDS,
  is: OBJECTIVE_WORDS,
  leans: LEANING_WORDS,
  audience: AUDIENCE_WORDS,
  result: RESULT_WORDS,
  outcome: VALUE_WORDS,
  axis: AXIS_WORDS,
  name: {
    aims: FIELD_WORDS['aims']!,
    redLines: FIELD_WORDS['redLines']!,
    says: FIELD_WORDS['says']!,
    facts: FIELD_WORDS['facts']!,
    reasons: { en: 'Reasons', es: 'Motivos' },
  },
}

/** Fields whose text is one of a fixed set; every other text is told as it was written. */
const CHOSEN = new Set([
  ...Object.keys(VALUES).map(last),
  'union',
  'national',
  'what',
  'measure',
  'verbs',
  'terms',
])

/** Whole seconds since 1970. */
const SECONDS = new Set(['until', 'expectedAt', 'expiry'])

/** Proofs that nobody reads: it is told how many there are. */
const COUNTED = new Set(['notes', 'proof', 'discloses', 'closings', 'together'])

type Teller = Telling & { readonly kind: string }

const tellFields = (
  said: object,
  teller: Teller,
  unsaid: ReadonlySet<string> = new Set(),
): readonly Told[] =>
  Object.entries(said)
    .filter(([field]) => !unsaid.has(field))
    .map(([field, value]: readonly [string, unknown]) => ({
      label: fieldWords(teller.kind, field)?.[teller.lang] ?? field,
      ...tellValue(field, value, teller),
    }))

type Body = Omit<Told, 'label'>

function tellValue(field: string, value: unknown, teller: Teller): Body {
  if (field === 'view') return { says: OWN_VIEW[teller.lang] }
  if (Array.isArray(value)) return tellList(field, value, teller)
  if (typeof value !== 'object' || value === null) return { says: sayScalar(field, value, teller) }
  const scaled = Scaled.safeParse(value)
  if (scaled.success) return { says: sayScaled(scaled.data, teller.lang) }
  const isByName = BY_NAME.has(field) || BY_NAME.has(`${teller.kind}.${field}`)
  const parts = isByName ? tellNamed(field, value, teller) : tellFields(value, teller)
  return parts.length === 0 ? { says: '–' } : { parts }
}

function tellList(field: string, values: readonly unknown[], teller: Teller): Body {
  if (COUNTED.has(field)) return { says: String(values.length) }
  if (values.every((one) => typeof one !== 'object'))
    return { says: values.map((one) => sayScalar(field, one, teller)).join(', ') }
  return {
    parts: values.map((one, at) =>
      isClause(one)
        ? { label: one.id, says: one.text }
        : { label: String(at + 1), ...tellValue(field, one, teller) },
    ),
  }
}

const isClause = (value: unknown): value is { readonly id: string; readonly text: string } =>
  typeof value === 'object' && value !== null && 'text' in value && 'id' in value

/** Objects whose members are named by whoever wrote them: facts, answers, and trees by party. */
const BY_NAME = new Set([
  'facts',
  'incident-report.answers',
  'cut',
  'closings',
  'early',
  'breaks',
  'since',
])

const tellNamed = (field: string, value: object, teller: Teller): readonly Told[] =>
  Object.entries(value).map(([name, one]: readonly [string, unknown]) =>
    field === 'facts'
      ? { label: factOf(name)?.question[teller.lang] ?? name, ...tellFact(name, one, teller) }
      : { label: teller.nameOf(name) ?? name, ...tellMember(field, one, teller) },
  )

/** A tree by its fields; notes and answers as any value. */
const tellMember = (field: string, value: unknown, teller: Teller): Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { parts: tellFields(value, teller) }
    : tellValue(field, value, teller)

const factOf = (id: string): Fact | undefined => getFact(id as FactId) as Fact | undefined

/** A fact alone is its answer; with evidence or a grade, these stand beside. */
function tellFact(id: string, fact: unknown, teller: Teller): Body {
  const { value, grade, ...rest } = fact as { readonly value: unknown; readonly grade?: string }
  const more = grade === undefined ? rest : { ...rest, grade: factGrade(grade) }
  const asked = factOf(id)
  const chosen = asked?.type === 'choice' ? asked.options[String(value)]?.[teller.lang] : undefined
  const says = chosen ?? sayScalar('value', value, teller)
  const parts = tellFields(more, teller)
  return parts.length === 0 ? { says } : { says, parts }
}

const OWN_VIEW = {
  en: 'this nation’s own, as its node keeps it',
  es: 'la propia de esta nación, como la guarda su nodo',
}

function sayScalar(
  field: string,
  value: unknown,
  { lang, kind, nameOf, momentOf }: Teller,
): string {
  if (typeof value === 'boolean') return ANSWER_WORDS[value ? 'yes' : 'no'][lang]
  if (typeof value === 'number') return SECONDS.has(field) ? momentOf(value) : String(value)
  const text = String(value)
  const chosen = CHOSEN.has(field) ? valueWords(kind, field, text)?.[lang] : undefined
  return chosen ?? nameOf(text) ?? text
}

/** Never a word alone: always with its scale and the version of it. */
function sayScaled({ scale, version, value }: Scaled, lang: Language): string {
  const words = scaleWords({ scale, version, value })?.[lang] ?? value
  return `${words} (${findScale(scale, version)?.title[lang] ?? scale} ${version})`
}

function last(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}
