import { acts } from './term/act.ts'
import { attributions } from './term/attribution.ts'
import { exchanges } from './term/exchange.ts'
import { incidents } from './term/incident.ts'
import { intelligence } from './term/intelligence.ts'
import { internationalLaw } from './term/international-law.ts'
import { keys } from './term/keys.ts'
import { measureActs } from './term/measure-act.ts'
import { operations } from './term/operation.ts'
import { parties } from './term/party.ts'
import { records } from './term/record.ts'
import { responses } from './term/response.ts'
import { standings } from './term/standing.ts'
import { steps } from './term/step.ts'
import { voices } from './term/voice.ts'
import type { Entry, Forms, InLanguages, Language, Mapping } from './term.ts'

/** The product's own words: what its acts, rules and pages are called. */
const PRODUCT = {
  ...parties,
  ...records,
  ...acts,
  ...exchanges,
  ...keys,
  ...measureActs,
  ...steps,
  ...voices,
  ...standings,
  ...intelligence,
}

/** The words of the field: what texts of the coalition speak about. */
const FIELD = {
  ...incidents,
  ...operations,
  ...attributions,
  ...internationalLaw,
  ...responses,
}

const ENTRIES = { ...PRODUCT, ...FIELD }

export type TermId = keyof typeof ENTRIES

/** A word of the common language, with what is derived: the terms it is the broader one of. */
export type Term = Omit<Entry, 'broader' | 'related'> & {
  readonly id: TermId
  readonly vocabulary: 'product' | 'field'
  readonly broader?: TermId
  readonly narrower: readonly TermId[]
  readonly related: readonly TermId[]
  /** Only words of the field have forms by which a text is searched. */
  readonly forms?: Forms
  readonly mappings?: readonly Mapping[]
}

export const LANGUAGES: readonly Language[] = ['en', 'es']

/** Every term: first the product's, then the field's, each in the order of its groups. */
export const TERMS: readonly Term[] = toTerms(new Map(Object.entries(ENTRIES)))

const BY_ID: ReadonlyMap<string, Term> = new Map(TERMS.map((term) => [term.id, term]))

/** What a page calls a term. */
export const label = (id: TermId, lang: Language): string => said(ENTRIES[id].label, lang)

/** What a term means, in one or two sentences. */
export const define = (id: TermId, lang: Language): string => said(ENTRIES[id].definition, lang)

/** The term of this id; undefined where the common language has none. */
export const findTerm = (id: string): Term | undefined => BY_ID.get(id)

const said = (text: InLanguages, lang: Language): string => text[lang]

/** Relations are written once, on either side; each term gets both directions. */
function toTerms(entries: ReadonlyMap<string, Entry>): Term[] {
  const resolve = (id: string): TermId => {
    if (!entries.has(id)) throw new TypeError(`expected the id of a term, got ${id}`)
    return id as TermId
  }
  return [...entries].map(([id, { broader, related = [], ...entry }]) => ({
    id: resolve(id),
    vocabulary: Object.hasOwn(FIELD, id) ? 'field' : 'product',
    ...entry,
    ...(broader === undefined ? {} : { broader: resolve(broader) }),
    narrower: [...entries].filter(([, other]) => other.broader === id).map(([key]) => resolve(key)),
    related: [...entries.keys()]
      .filter((key) => related.includes(key) || entries.get(key)?.related?.includes(id) === true)
      .map(resolve),
  }))
}
