import { Audience } from '@entente/accord'
import { Refusal } from '../platform/http/problem.ts'
import type { Published } from './publications.ts'

/** What a reader asks for of all that is published; nothing named is everything. */
export type Choice = { readonly lang?: string; readonly audience?: Audience }

/** Publications in a language and for an audience; what is for everybody is for each. */
export const chosen = (all: readonly Published[], { lang, audience }: Choice) =>
  all.filter(
    ({ publication: { text, audience: written } }) =>
      (lang === undefined || text.lang === lang) &&
      (audience === undefined || written === audience || written === 'everybody'),
  )

/** A choice as anybody may ask for it in an address; refused where it is none. */
export function readChoice(query: (name: string) => string | undefined): Choice {
  const [lang, audience] = [query('lang'), query('audience')]
  if (lang !== undefined && !/^[a-z]{2}$/.test(lang))
    throw malformed('a language of two letters', lang)
  const known = Audience.options.find((one) => one === audience)
  if (audience !== undefined && known === undefined)
    throw malformed(`an audience (${Audience.options.join(', ')})`, audience)
  return { ...(lang === undefined ? {} : { lang }), ...(known ? { audience: known } : {}) }
}

const malformed = (expected: string, got: string) =>
  new Refusal(400, 'request.malformed', `expected ${expected}, got ${got.slice(0, 40)}`)

/** The same choice as an address has it: `?lang=es&audience=citizens`, or nothing. */
export function queryOf({ lang, audience }: Choice): string {
  const query = new URLSearchParams({
    ...(lang === undefined ? {} : { lang }),
    ...(audience === undefined ? {} : { audience }),
  }).toString()
  return query === '' ? '' : `?${query}`
}
