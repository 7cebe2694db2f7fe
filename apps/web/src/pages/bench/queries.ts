import { queryOptions } from '@tanstack/react-query'
import type { Facets, ObjectSummary } from '../../../../node/src/api.ts'
import { Refused, getJson } from '../../api/client.ts'

const retry = (failures: number, error: Error) => !(error instanceof Refused) && failures < 2

/** Rows that are asked for together. */
export const PAGE = 100

/** How many objects a query finds, by every facet. What is found changes only by imports: nobody polls for it. */
export const facetsQuery = (q: string) =>
  queryOptions({
    queryKey: ['objects', 'facets', q],
    queryFn: () =>
      getJson<Facets>(`/api/v1/objects/facets?${new URLSearchParams({ q }).toString()}`),
    placeholderData: (before) => before,
    retry,
  })

/** So many rows from a place on. */
export const rowsQuery = (q: string, sort: string, page: number) =>
  queryOptions({
    queryKey: ['objects', 'rows', q, sort, page],
    queryFn: async () => {
      const search = new URLSearchParams({ q, limit: `${PAGE}`, offset: `${page * PAGE}` })
      if (sort !== '') search.set('sort', sort)
      const { objects } = await getJson<{ readonly objects: readonly ObjectSummary[] }>(
        `/api/v1/objects?${search.toString()}`,
      )
      return objects
    },
    retry,
  })
