import { acts } from './term/act.ts'
import { intelligence } from './term/intelligence.ts'
import { parties } from './term/party.ts'
import { records } from './term/record.ts'
import { standings } from './term/standing.ts'
import { steps } from './term/step.ts'
import { voices } from './term/voice.ts'
import type { Entry, InLanguages, Language } from './term.ts'

export type { InLanguages, Language, TermSource, TermStatus, Verification } from './term.ts'

const ENTRIES = {
  ...parties,
  ...records,
  ...acts,
  ...steps,
  ...voices,
  ...standings,
  ...intelligence,
}

export type TermId = keyof typeof ENTRIES

/** A word of the common language, with what is derived: the terms it is the broader one of. */
export type Term = Omit<Entry, 'broader' | 'related'> & {
  readonly id: TermId
  readonly broader?: TermId
  readonly narrower: readonly TermId[]
  readonly related: readonly TermId[]
}

export const LANGUAGES: readonly Language[] = ['en', 'es']

/** Every term, in the order of the groups: parties, record, acts, steps, voices, standings, intelligence. */
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
    ...entry,
    ...(broader === undefined ? {} : { broader: resolve(broader) }),
    narrower: [...entries].filter(([, other]) => other.broader === id).map(([key]) => resolve(key)),
    related: [...entries.keys()]
      .filter((key) => related.includes(key) || entries.get(key)?.related?.includes(id) === true)
      .map(resolve),
  }))
}
