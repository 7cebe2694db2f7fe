import { queryOptions } from '@tanstack/react-query'
import type { CoalitionView, SuccessorsView } from '../../../../node/src/api.ts'
import { getJson } from '../../api/client.ts'

export const coalitionQuery = queryOptions({
  queryKey: ['coalition'],
  queryFn: () => getJson<CoalitionView>('/api/v1/coalition'),
  refetchInterval: 1000,
})

export const successorsQuery = queryOptions({
  queryKey: ['successors'],
  queryFn: () => getJson<SuccessorsView>('/api/v1/coalition/successors'),
  refetchInterval: 2000,
})
