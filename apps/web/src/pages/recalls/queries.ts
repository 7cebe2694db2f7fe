import { queryOptions } from '@tanstack/react-query'
import type { HolderState, ObjectRecalls } from '../../../../node/src/api.ts'
import { getJson, postJson } from '../../api/client.ts'

export const objectRecallsQuery = queryOptions({
  queryKey: ['object-recalls'],
  queryFn: async () => (await getJson<ObjectRecalls>('/api/v1/recalls')).recalls,
})

export const callBack = (id: string, asked: { because: string; revoke: boolean }) =>
  postJson<ObjectRecalls>(`/api/v1/objects/${encodeURIComponent(id)}/recalls`, asked)

export const letGo = (number: number, because: string) =>
  postJson<ObjectRecalls>(`/api/v1/recalls/${number}/release`, { because })

export const sayTold = (
  recall: number,
  holder: number,
  said: { state: HolderState; words: string },
) => postJson<ObjectRecalls>(`/api/v1/recalls/${recall}/holders/${holder}`, said)
