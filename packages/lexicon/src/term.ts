/** The languages in which the product is complete. */
export type Language = 'en' | 'es'

/** A text in every language of the product. */
export type InLanguages = Readonly<Record<Language, string>>

/**
 * How far a source was read: its wording was seen; only a summary was seen; general knowledge that
 * nobody checked here. Each page that cites a source shows its level until a lawyer confirms it.
 */
export type Verification = 'text-seen' | 'summary-seen' | 'general-knowledge'

export type TermSource =
  | 'none'
  | {
      readonly instrument: string
      readonly provision?: string
      readonly verification: Verification
    }

/** Terms are agreed by a step like any text; until one adopts it a term is proposed. */
export type TermStatus = 'proposed' | 'agreed' | 'deprecated'

/** The words by which a text says it, in each language: plurals, genders and spellings written out. */
export type Forms = Readonly<Record<Language, readonly string[]>>

/** The other vocabularies of the field to which terms are mapped; `scheme.ts` says which version. */
export type SchemeId = 'rsit' | 'stix' | 'attack' | 'nis2' | 'cer' | 'eu-2019-796'

/** How close a term is to another vocabulary's value, in the words of SKOS. */
export type Mapping = {
  readonly match: 'exact' | 'close' | 'broad' | 'narrow' | 'related'
  readonly scheme: SchemeId
  readonly notation: string
}

/** What a term's file says of it. Narrower terms are those that name it as their broader one. */
export type Entry = {
  readonly label: InLanguages
  readonly definition: InLanguages
  readonly source: TermSource
  readonly status: TermStatus
  readonly broader?: string
  readonly related?: readonly string[]
}

/** A word of the field. The linter finds it by its forms; the product's own words have none. */
export type FieldEntry = Entry & {
  readonly forms: Forms
  readonly mappings?: readonly Mapping[]
}
