import type { InLanguages } from '@entente/lexicon'

/** Only those of the nation who need it know the answer; what is written for others says whether it was assessed. */
type Restricted = { readonly restricted: true }

export type Choice<O extends string = string> = Partial<Restricted> & {
  readonly type: 'choice'
  readonly question: InLanguages
  readonly options: Readonly<Record<O, InLanguages>>
}
export type YesNo = { readonly type: 'yes-no'; readonly question: InLanguages }
export type Day = { readonly type: 'day'; readonly question: InLanguages }
export type Count = { readonly type: 'count'; readonly question: InLanguages }
export type Words = { readonly type: 'words'; readonly question: InLanguages }

export const choice = <O extends string>(
  question: InLanguages,
  options: Readonly<Record<O, InLanguages>>,
): Choice<O> => ({ type: 'choice', question, options })
/** An answer that is kept to those who need it (rules base, X-02). */
export const restricted = <F>(fact: F): F & Restricted => ({ ...fact, restricted: true })
export const yesNo = (question: InLanguages): YesNo => ({ type: 'yes-no', question })
export const day = (question: InLanguages): Day => ({ type: 'day', question })
export const count = (question: InLanguages): Count => ({ type: 'count', question })
export const words = (question: InLanguages): Words => ({ type: 'words', question })
