import type { InLanguages, Language } from '@entente/lexicon'

/** What a view may say on each issue. `unknown`: no source that was read says it; `silent`: the papers do not. */
export const ISSUES = {
  sovereignty: [
    'rule',
    'rule-implied',
    'principle',
    'principle-partly',
    'no-position',
    'accepted',
    'silent',
    'unknown',
  ],
  /** Which effects on territory are grave enough. */
  'sovereignty-threshold': ['damage', 'above-a-minimum', 'also-below', 'silent', 'unknown'],
  'prohibited-intervention': ['accepted', 'high-threshold', 'silent', 'unknown'],
  /** Whether taking away control is enough, or the will of the State has to be bent. */
  coercion: ['also-loss-of-control', 'high-threshold', 'silent', 'unknown'],
  'use-of-force': [
    'physical-effects',
    'physical-and-open-to-nonphysical',
    'accepted-case-by-case',
    'silent',
    'unknown',
  ],
  'due-diligence': ['binding', 'voluntary', 'addressed', 'silent', 'unknown'],
  'attribution-evidence-duty': [
    'no-duty',
    'substantiation-required',
    'addressed',
    'silent',
    'unknown',
  ],
  countermeasures: ['accepted', 'cautious', 'addressed', 'silent', 'unknown'],
  /** Whether the responsible State has to be called upon first; that notice has to be given is another question. */
  'prior-call': ['always', 'required', 'not-required', 'silent', 'unknown'],
  'prior-notification': [
    'not-always',
    'not-required',
    'to-be-defined',
    'always',
    'silent',
    'unknown',
  ],
  'forcible-countermeasures': ['excluded', 'unknown'],
  'collective-own-right': [
    'supports',
    'supports-limited',
    'open',
    'not-yet',
    'rejects',
    'silent',
    'unknown',
  ],
  'collective-on-behalf': [
    'supports',
    'supports-limited',
    'open',
    'not-yet',
    'rejects',
    'silent',
    'unknown',
  ],
  'collective-assistance': [
    'supports',
    'supports-limited',
    'open',
    'not-yet',
    'rejects',
    'silent',
    'unknown',
  ],
  /** The one word from which the three questions on acting together were split. */
  'collective-countermeasures': [
    'supports',
    'supports-limited',
    'open',
    'not-yet',
    'rejects',
    'silent',
    'unknown',
  ],
  necessity: ['accepted', 'addressed', 'silent', 'unknown'],
  'self-defence': [
    'accepted',
    'accepted-incl-nsa',
    'accepted-preemptive',
    'open',
    'contested',
    'silent',
    'unknown',
  ],
  /** Which uses of force are an armed attack. */
  'armed-attack': ['gravest-alone', 'also-added-up', 'every-use-of-force', 'silent', 'unknown'],
  'ihl-applies': ['applies', 'contested', 'silent', 'unknown'],
  'data-as-object': ['no-object', 'silent', 'unknown'],
  'human-rights': ['applies', 'silent', 'unknown'],
} as const

export type Issue = keyof typeof ISSUES
export type ReadingValue<I extends Issue = Issue> = (typeof ISSUES)[I][number]

/**
 * Seen in the source; reported by it; taken from its absence in a list, which is weak; or entered by the
 * holder of the view itself.
 */
export type Basis = 'sourced' | 'reported' | 'inferred-from-absence' | 'entered' | 'none'

export type Reliability =
  | 'quoted-primary-text'
  | 'primary-text'
  | 'toolkit-list'
  | 'scholarly-summary'
  | 'expert-reviewed-coding'
  | 'coding-before-final-review'
  | 'draft-coding-not-in-v1'
  | 'none'

/** What another source says beside the value that was kept: against it, or more closely than it. */
export type OnRecord = {
  readonly is: 'conflict' | 'refinement'
  readonly says: InLanguages
  readonly source: string
}

type Remarks = {
  /** What was read before, and where, if a later source says otherwise. */
  readonly earlier?: {
    readonly value: ReadingValue
    readonly source: string
    readonly basis: Basis
  }
  readonly onRecord?: OnRecord
}

/** What a holder said only after the day to which its view is looked at, and in what. */
export type Later = {
  readonly value: ReadingValue
  /** A day, a month or a year, as its document is dated. */
  readonly on: string
  readonly title?: string
}

/** Words of a holder’s text, in the language of that text as BCP 47 writes it; they are never translated. */
export type Quotation = { readonly text: string; readonly lang: string }

/** What is said: by the holder in its one text where it entered the view, else in our words in both languages. */
type Said =
  | { readonly basis: 'entered'; readonly says: string }
  | {
      readonly basis: Exclude<Basis, 'entered'>
      readonly says: InLanguages
      /** The very words of the holder’s text, where they were seen; nothing else is put in quotation marks. */
      readonly quote?: Quotation
    }

export type Reading<I extends Issue = Issue> = Remarks &
  (
    | { readonly value: 'unknown'; readonly source: 'none'; readonly later?: Later }
    | (Said & {
        readonly value: Exclude<ReadingValue<I>, 'unknown'>
        readonly source: string
        readonly pinpoint?: string
        /** The day, month or year in which it was said, where the source names one for the issue. */
        readonly on?: string
        readonly reliability: Reliability
      })
  )

export type Holder = {
  readonly code: string
  /** As it calls itself, or as a charter calls it. */
  readonly name: string
  /** Where it is known in both languages; a published view always has them. */
  readonly names?: InLanguages
  readonly kind: 'state' | 'organisation'
}

/**
 * The holder of a published view, by the short names that the United Nations uses in English and
 * Spanish (UNTERM, as in M49). Source: general knowledge, not checked against UNTERM here.
 */
export const published = (code: string, kind: Holder['kind'], names: InLanguages): Holder => ({
  code,
  name: names.en,
  names,
  kind,
})

/** What a holder is called in a language; its one name where it has no other. */
export const holderName = ({ name, names }: Pick<Holder, 'name' | 'names'>, lang: Language) =>
  names?.[lang] ?? name

/** How one State, or one organisation of States, reads the law: published, dated, and laid over the rules. */
export type View = {
  readonly holder: Holder
  /** Invented, for an exercise; nobody published it. */
  readonly exercise?: true
  readonly asOf: string
  readonly documents: readonly {
    readonly title: string
    readonly date: string
    readonly url: string
  }[]
  readonly note?: InLanguages
  readonly readings: { readonly [I in Issue]: Reading<I> }
}

const NOT_READ = { value: 'unknown', source: 'none' } as const

const NOTHING_READ: View['readings'] = {
  sovereignty: NOT_READ,
  'sovereignty-threshold': NOT_READ,
  'prohibited-intervention': NOT_READ,
  coercion: NOT_READ,
  'use-of-force': NOT_READ,
  'due-diligence': NOT_READ,
  'attribution-evidence-duty': NOT_READ,
  countermeasures: NOT_READ,
  'prior-call': NOT_READ,
  'prior-notification': NOT_READ,
  'forcible-countermeasures': NOT_READ,
  'collective-own-right': NOT_READ,
  'collective-on-behalf': NOT_READ,
  'collective-assistance': NOT_READ,
  'collective-countermeasures': NOT_READ,
  necessity: NOT_READ,
  'self-defence': NOT_READ,
  'armed-attack': NOT_READ,
  'ihl-applies': NOT_READ,
  'data-as-object': NOT_READ,
  'human-rights': NOT_READ,
}

/** The view of a nation of which nothing is known: no reading is guessed. */
export const blankView = (holder: Holder, asOf: string): View => ({
  holder,
  asOf,
  documents: [],
  readings: NOTHING_READ,
})
