import { infiniteQueryOptions } from '@tanstack/react-query'
import type { AssetsView } from '../../../../node/src/api.ts'
import { Refused, getJson } from '../../api/client.ts'

/** The inventory a page at a time, in the order of its file. */
export const assetsQuery = infiniteQueryOptions({
  queryKey: ['assets'],
  queryFn: ({ pageParam }) => getJson<AssetsView>(`/api/v1/assets?after=${pageParam}&limit=100`),
  initialPageParam: 0,
  getNextPageParam: ({ next }) => next,
  retry: (failures, error) => !(error instanceof Refused) && failures < 2,
})
