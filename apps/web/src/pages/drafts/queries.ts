import { queryOptions } from '@tanstack/react-query'
import type { DraftView } from '../../../../node/src/api.ts'
import { Refused, getJson } from '../../api/client.ts'

const EVERY = 3_000

const retry = (failures: number, error: Error) => !(error instanceof Refused) && failures < 2

export const draftsQuery = queryOptions({
  queryKey: ['drafts'],
  queryFn: async () => (await getJson<{ drafts: readonly DraftView[] }>('/api/v1/drafts')).drafts,
  refetchInterval: EVERY,
  retry,
})

export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['drafts', id],
    queryFn: () => getJson<DraftView>(`/api/v1/drafts/${encodeURIComponent(id)}`),
    refetchInterval: EVERY,
    retry,
  })
