import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type {
  ImportFate,
  ImportList,
  ImportObjects,
  ImportObjectView,
  ImportView,
  UndoReport,
} from '../../../../node/src/api.ts'
import { Refused, getJson } from '../../api/client.ts'

const retry = (failures: number, error: Error) => !(error instanceof Refused) && failures < 2

/** Fates in the order in which they are told. */
export const FATES = [
  'new',
  'changed',
  'conflict',
  'older',
  'duplicate',
  'set-aside',
] as const satisfies readonly ImportFate[]

const more = <T extends { readonly next?: number }>({ next }: T) => next

/** What persons of this node brought, newest first. */
export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports', 'list'],
  queryFn: ({ pageParam: before }) =>
    getJson<ImportList>(`/api/v1/imports${before === 0 ? '' : `?before=${before}`}`),
  initialPageParam: 0,
  getNextPageParam: more,
  retry,
})

export const importQuery = (number: number) =>
  queryOptions({
    queryKey: ['imports', number],
    queryFn: () => getJson<ImportView>(`/api/v1/imports/${number}`),
    retry,
  })

/** Objects of an import that waits, in the order of the file. */
export const importRowsQuery = (number: number, fate: ImportFate | undefined) =>
  infiniteQueryOptions({
    queryKey: ['imports', number, 'objects', fate],
    queryFn: ({ pageParam: after }) => {
      const search = new URLSearchParams({ after: `${after}`, ...(fate ? { fate } : {}) })
      return getJson<ImportObjects>(`/api/v1/imports/${number}/objects?${search.toString()}`)
    },
    initialPageParam: 0,
    getNextPageParam: more,
    retry,
  })

export const importObjectQuery = (number: number, place: number) =>
  queryOptions({
    queryKey: ['imports', number, 'object', place],
    queryFn: () => getJson<ImportObjectView>(`/api/v1/imports/${number}/objects/${place}`),
    retry,
  })

/** What undoing would do now. */
export const undoQuery = (number: number) =>
  queryOptions({
    queryKey: ['imports', number, 'undo'],
    queryFn: () => getJson<UndoReport>(`/api/v1/imports/${number}/undo`),
    staleTime: 0,
    retry,
  })
