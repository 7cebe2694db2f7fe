import { queryOptions } from '@tanstack/react-query'
import type { HolderState, ObjectRecalls } from '../../../../node/src/api.ts'
import { getJson, postJson, sendJson } from '../../api/client.ts'

export const objectRecallsQuery = queryOptions({
  queryKey: ['object-recalls'],
  queryFn: async () => (await getJson<ObjectRecalls>('/api/v1/recalls')).recalls,
})

export const callBack = (id: string, asked: { because: string; revoke: boolean }) =>
  postJson<ObjectRecalls>(`/api/v1/objects/${encodeURIComponent(id)}/recalls`, asked)

export const letGo = (number: number, because: string) =>
  postJson<ObjectRecalls>(`/api/v1/recalls/${number}/release`, { because })

/** Drops what somebody asked: it stays called back. */
export const keepBack = (number: number) =>
  sendJson<ObjectRecalls>('DELETE', `/api/v1/recalls/${number}/release`)

export const sayTold = (
  recall: number,
  holder: number,
  said: { state: HolderState; words: string },
) => postJson<ObjectRecalls>(`/api/v1/recalls/${recall}/holders/${holder}`, said)
