import { queryOptions } from '@tanstack/react-query'
import type {
  AlarmsView,
  CaseSummary,
  CaseView,
  Desk,
  Me,
  People,
  RemindersView,
  ReservationsView,
  TimestampsView,
} from '../../../node/src/api.ts'
import { Refused, getJson } from './client.ts'

/** Pages follow their node by asking it once a second. */
const EVERY_SECOND = 1000

const retry = (failures: number, error: Error) => !(error instanceof Refused) && failures < 2

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => getJson<Me>('/api/v1/me'),
  staleTime: 60_000,
  retry,
})

/** Who works at this node, and which acts go through whose hands. */
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: async () => (await getJson<People>('/api/v1/people')).people,
  staleTime: 60_000,
  retry,
})

export const deskQuery = queryOptions({
  queryKey: ['desk'],
  queryFn: () => getJson<Desk>('/api/v1/desk'),
  refetchInterval: EVERY_SECOND,
  retry,
})

/** Dates are far off beside a second: ten are soon enough. */
export const remindersQuery = queryOptions({
  queryKey: ['reminders'],
  queryFn: () => getJson<RemindersView>('/api/v1/reminders'),
  refetchInterval: 10_000,
  retry,
})

export const alarmsQuery = queryOptions({
  queryKey: ['alarms'],
  queryFn: () => getJson<AlarmsView>('/api/v1/alarms'),
  refetchInterval: 5_000,
  retry,
})

export const reservationsQuery = queryOptions({
  queryKey: ['reservations'],
  queryFn: () => getJson<ReservationsView>('/api/v1/reservations'),
  refetchInterval: 10_000,
  retry,
})

/** First what is decided in, then what anyone may read, reporting lines, and the coalition's own last. */
const rank = ({ root, line, public: isPublic }: CaseSummary) =>
  root ? 3 : line ? 2 : isPublic ? 1 : 0

export const casesQuery = queryOptions({
  queryKey: ['cases'],
  queryFn: async () => {
    const { cases } = await getJson<{ cases: readonly CaseSummary[] }>('/api/v1/cases')
    return cases.toSorted((a, b) => rank(a) - rank(b))
  },
  refetchInterval: EVERY_SECOND,
  retry,
})

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: () => getJson<CaseView>(`/api/v1/cases/${encodeURIComponent(id)}`),
    refetchInterval: EVERY_SECOND,
    retry,
  })

/** What authorities attest of a case's record: asked rarely, since each token is proved anew. */
export const timestampsQuery = (id: string) =>
  queryOptions({
    queryKey: ['timestamps', id],
    queryFn: () => getJson<TimestampsView>(`/api/v1/cases/${encodeURIComponent(id)}/timestamps`),
    refetchInterval: 10_000,
    retry,
  })
