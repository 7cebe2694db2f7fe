import type { InLanguages } from '@entente/lexicon'
import type { Facts } from '../fact.ts'

export const OPTION_KINDS = ['diplomatic', 'technical', 'legal', 'economic'] as const
export type OptionKind = (typeof OPTION_KINDS)[number]

/** What has to be on the record of a case before an option is taken. */
export type OnRecordNeed = 'attribution' | 'demand' | 'notice' | 'assessment' | 'consent'

/** What has to be so before an option may be taken: what a rule answers, or what stands on record. */
export type Precondition =
  | { readonly by: 'rule'; readonly norm: string }
  | { readonly by: 'record'; readonly what: OnRecordNeed }

/** Something in our words, and where it was read; `none`: it is our own judgement, and nobody else's. */
export type Sourced = { readonly says: InLanguages; readonly source: string }

/**
 * One way to answer, as a nation may weigh it. It is data that no rule reads, and no advice: what is listed may be
 * unlawful in a case, and what is lawful may be unwise.
 */
export type Option = {
  readonly id: string
  readonly kind: OptionKind
  /** As which kind of measure the law is asked about it. */
  readonly as: NonNullable<Facts['kind']>
  /** What is so by the option itself, whatever is recorded. */
  readonly supposes?: Facts
  readonly name: InLanguages
  readonly what: Sourced
  readonly needs: readonly Precondition[]
  readonly reversibility: Sourced & { readonly is: 'yes' | 'partly' | 'no' }
  readonly competent: Sourced
  /** Past incidents in which States did this in public, by the ids of `PRECEDENTS`. */
  readonly precedents: readonly string[]
}

export const byRule = (...norms: readonly string[]): readonly Precondition[] =>
  norms.map((norm) => ({ by: 'rule', norm }))
export const onRecord = (...needs: readonly OnRecordNeed[]): readonly Precondition[] =>
  needs.map((what) => ({ by: 'record', what }))

export const FOREIGN_MINISTRY: Sourced = {
  says: { en: 'the ministry of foreign affairs', es: 'el ministerio de asuntos exteriores' },
  source: 'Vienna Convention on Diplomatic Relations [general knowledge; not read]',
}
export const SPACIL = 'Spacil, ICLR 2023, p. 87; Cyber Law Toolkit, Countermeasures, definition'

/** Ending an act that was only unfriendly ends it; what it said stays said. */
export const CAN_END: Option['reversibility'] = {
  is: 'yes',
  says: { en: 'it can be ended at any time', es: 'puede terminarse en cualquier momento' },
  source: 'none',
}
export const STAYS_SAID: Option['reversibility'] = {
  is: 'no',
  says: {
    en: 'a correction can follow; what was said stays said',
    es: 'puede corregirse; lo dicho queda dicho',
  },
  source: 'none',
}

/** What every countermeasure needs, whatever it consists in: no gate that the rules base calls hard is left out. */
export const COUNTERMEASURE: readonly Precondition[] = [
  ...onRecord('attribution', 'demand', 'notice', 'assessment', 'consent'),
  ...byRule('arsiwa-22-cyber', 'arsiwa-2', 'proof', 'arsiwa-20-27', 'title', 'tallinn-24'),
  ...byRule('arsiwa-43', 'arsiwa-49', 'arsiwa-50', 'arsiwa-55', 'arsiwa-51', 'arsiwa-51-54'),
  ...byRule('arsiwa-52', 'arsiwa-53', 'own'),
]
