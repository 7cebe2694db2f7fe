import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { FoundingView } from '../../../../node/src/api.ts'
import { getJson, Refused, sendJson } from '../../api/client.ts'

export const BASE = '/api/v1/founding'

/** How far whoever opened the set-up link has come; asked again while others are awaited. */
export const foundingQuery = queryOptions({
  queryKey: ['founding'],
  queryFn: () => getJson<FoundingView>(BASE),
  refetchInterval: ({ state }) => (state.data?.step === 'coalition' ? 1000 : false),
  retry: (failures: number, error: Error) => !(error instanceof Refused) && failures < 2,
})

/** One step: sent to the node, which answers with how far it has come. */
export function useStep(onDone?: (view: FoundingView) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (ask: () => Promise<FoundingView>) => ask(),
    onSuccess: (view) => {
      queries.setQueryData(foundingQuery.queryKey, view)
      onDone?.(view)
    },
  })
}

export const step = (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) => () =>
  sendJson<FoundingView>(method, `${BASE}${path}`, body)
