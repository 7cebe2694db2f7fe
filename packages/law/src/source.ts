/**
 * How far a source was read: its wording was seen; only a summary was seen; general knowledge that
 * nobody checked here. Each page that cites a source shows its level until a lawyer confirms it.
 */
export type Verification = 'text-seen' | 'summary-seen' | 'general-knowledge'

/** A sentence in every language of the product. */
export type InLanguages = { readonly en: string; readonly es: string }

/** Where a rule comes from. `restatement` is in our words; only `quote` would be the instrument's. */
export type Source = {
  readonly id: string
  readonly instrument: string
  readonly provision: string
  readonly citation: InLanguages
  readonly restatement: InLanguages
  readonly quote?: string
  readonly url?: string
  /** Where the provision was read, if not at `url`. */
  readonly seenAt?: string
  readonly verification: Verification
  /** The day to which this is stated. */
  readonly asOf: string
}
