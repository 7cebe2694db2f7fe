import { queryOptions } from '@tanstack/react-query'
import type { ObjectView, TouchedView, Hints } from '../../../../node/src/api.ts'
import { Refused, getJson } from '../../api/client.ts'

const retry = (failures: number, error: Error) => !(error instanceof Refused) && failures < 2

/** One object with all its versions. Objects change only by imports, so nobody polls for them. */
export const objectQuery = (id: string) =>
  queryOptions({
    queryKey: ['object', id],
    queryFn: () => getJson<ObjectView>(`/api/v1/objects/${encodeURIComponent(id)}`),
    retry,
  })

/** Which of this node's own assets an object touches. */
export const touchedQuery = (id: string) =>
  queryOptions({
    queryKey: ['object', id, 'assets'],
    queryFn: () => getJson<TouchedView>(`/api/v1/objects/${encodeURIComponent(id)}/assets`),
    retry,
  })

/** What else has something in common with an object; it changes by imports alone. */
export const hintsQuery = (id: string) =>
  queryOptions({
    queryKey: ['objects', id, 'hints'],
    queryFn: () => getJson<Hints>(`/api/v1/objects/${encodeURIComponent(id)}/hints`),
  })
