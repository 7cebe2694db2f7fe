import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Audience } from '@entente/accord'
import type { PublicationList, PublicationView } from '../../../node/src/api.ts'
import { Refused, getJson } from './client.ts'

/** For whom a text may be written, those first who look for something of their own. */
export const AUDIENCES = [
  'citizens',
  'technicians',
  'decision-makers',
  'everybody',
] as const satisfies readonly Audience[]

/** What a reader asks for of all that is published. */
export type Choice = { readonly audience?: Audience; readonly lang?: string }

/** A choice as an address names it; what is none of these asks for nothing. */
export function readChoice(search: Readonly<Record<string, unknown>>): Choice {
  const audience = AUDIENCES.find((one) => one === search['audience'])
  const lang = typeof search['lang'] === 'string' ? search['lang'] : ''
  return { ...(audience && { audience }), ...(/^[a-z]{2}$/.test(lang) && { lang }) }
}

/** The same choice behind a path of the node: `?lang=es&audience=citizens`, or nothing. */
export function queryOf({ lang, audience }: Choice): string {
  const query = new URLSearchParams({ ...(lang && { lang }), ...(audience && { audience }) })
  return query.size === 0 ? '' : `?${query.toString()}`
}

/** What is published changes rarely: readers are many, and the node is not theirs. */
const SLOWLY = 10_000

const retry = (failures: number, error: Error) => !(error instanceof Refused) && failures < 2

export const publicationsQuery = (choice: Choice = {}) =>
  queryOptions({
    queryKey: ['publications', 'list', queryOf(choice)],
    queryFn: () => getJson<PublicationList>(`/public/index.json${queryOf(choice)}`),
    refetchInterval: SLOWLY,
    placeholderData: keepPreviousData,
    retry,
  })

export const publicationQuery = (id: string) =>
  queryOptions({
    queryKey: ['publications', id],
    queryFn: () => getJson<PublicationView>(`/public/${encodeURIComponent(id)}.json`),
    refetchInterval: SLOWLY,
    retry,
  })

/** The 64 digits by which a publication is addressed. */
export const addressOf = (id: string): string => id.replace(/^sha256:/, '')
