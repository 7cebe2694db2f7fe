import { queryOptions } from '@tanstack/react-query'
import type { Recalls, Removal } from '../../../node/src/api.ts'
import { getJson, postJson } from './client.ts'

const at = (id: string) => `/api/v1/cases/${encodeURIComponent(id)}/recalls`

/** Asked again at every cut: confirmations are acts. */
export const recallsQuery = (id: string, digest: string) =>
  queryOptions({
    queryKey: ['recalls', id, digest],
    queryFn: async () => (await getJson<Recalls>(at(id))).recalls,
  })

/** Takes away here what that act took back. */
export const removeRecalled = (id: string, act: string) =>
  postJson<Removal>(`${at(id)}/${encodeURIComponent(act)}/removal`, {})
