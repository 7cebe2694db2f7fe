import type { InLanguages, Verification } from '@entente/lexicon'

/** Where a rule comes from. `restatement` is in our words; only a `quote` is the instrument's own. */
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
  /** How far it was read; `engine-rule`: a rule of this product, and of no instrument. */
  readonly verification: Verification | 'engine-rule'
  /**
   * The day, month or year of the instrument, judgment or report, as the research has it; `none` where it
   * has no date, as custom has none. The consolidated treaties of the Union have that of their text.
   */
  readonly since: string
  /** The last day on which it is in force as far as was read; what has none was not read to end. */
  readonly until?: string
  /** The day to which this is stated. */
  readonly asOf: string
}
