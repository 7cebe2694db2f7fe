import { queryOptions } from '@tanstack/react-query'
import type { IncidentsView, MatchesView, ReportDraftView } from '../../../../node/src/api.ts'
import { Refused, getJson } from '../../api/client.ts'

/** Clocks are shown to the minute; reports of the other end are seen in a few seconds. */
const EVERY = 3_000

const retry = (failures: number, error: Error) => !(error instanceof Refused) && failures < 2

export const incidentsQuery = queryOptions({
  queryKey: ['incidents'],
  queryFn: () => getJson<IncidentsView>('/api/v1/incidents'),
  refetchInterval: EVERY,
  retry,
})

export const reportDraftQuery = (id: string) =>
  queryOptions({
    queryKey: ['report-draft', id],
    queryFn: () => getJson<ReportDraftView>(`/api/v1/incidents/drafts/${encodeURIComponent(id)}`),
    refetchInterval: EVERY,
    retry,
  })

/** Matches of the node's own inventory with what it holds: they are asked for by nobody else. */
export const matchesQuery = queryOptions({
  queryKey: ['matches'],
  queryFn: () => getJson<MatchesView>('/api/v1/matches'),
  refetchInterval: 10_000,
  retry,
})
