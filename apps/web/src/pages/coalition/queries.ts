import { queryOptions } from '@tanstack/react-query'
import type { CoalitionView, SuccessorDrafted, SuccessorsView } from '../../../../node/src/api.ts'
import { Refused, getJson } from '../../api/client.ts'

export const coalitionQuery = queryOptions({
  queryKey: ['coalition'],
  queryFn: () => getJson<CoalitionView>('/api/v1/coalition'),
  refetchInterval: 1000,
})

/** Where successors of the charter are drafted, handed in and read. */
export const SUCCESSORS = '/api/v1/coalition/successors'

export const successorsQuery = queryOptions({
  queryKey: ['successors'],
  queryFn: () => getJson<SuccessorsView>(SUCCESSORS),
  refetchInterval: 2000,
})

/** One that was handed in here, or that a version puts. */
export const draftedQuery = (id: string) =>
  queryOptions({
    queryKey: ['successors', id],
    queryFn: () => getJson<SuccessorDrafted>(`${SUCCESSORS}/${id.replace('sha256:', '')}`),
    staleTime: Infinity,
    retry: (failures, error) => !(error instanceof Refused) && failures < 2,
  })
