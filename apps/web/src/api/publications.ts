import { queryOptions } from '@tanstack/react-query'
import type { PublicationList, PublicationView } from '../../../node/src/api.ts'
import { Refused, getJson } from './client.ts'

/** What is published changes rarely: readers are many, and the node is not theirs. */
const SLOWLY = 10_000

const retry = (failures: number, error: Error) => !(error instanceof Refused) && failures < 2

export const publicationsQuery = queryOptions({
  queryKey: ['publications'],
  queryFn: () => getJson<PublicationList>('/public/index.json'),
  refetchInterval: SLOWLY,
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
