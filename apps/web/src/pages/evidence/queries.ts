import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { ObjectSummary, ObjectView } from '../../../../node/src/api.ts'
import { Refused, getJson } from '../../api/client.ts'

type Found = {
  readonly objects: readonly ObjectSummary[]
  /** Where the next page begins; absent on the last one. */
  readonly next?: string
}

const retry = (failures: number, error: Error) => !(error instanceof Refused) && failures < 2

/** The objects whose words match, a page at a time. */
export const objectsQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['objects', q],
    queryFn: ({ pageParam }) => {
      const search = new URLSearchParams({ q, limit: '50' })
      if (pageParam !== '') search.set('after', pageParam)
      return getJson<Found>(`/api/v1/objects?${search.toString()}`)
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    retry,
  })

/** One object with all its versions. Objects change only by imports, so nobody polls for them. */
export const objectQuery = (id: string) =>
  queryOptions({
    queryKey: ['object', id],
    queryFn: () => getJson<ObjectView>(`/api/v1/objects/${encodeURIComponent(id)}`),
    retry,
  })
