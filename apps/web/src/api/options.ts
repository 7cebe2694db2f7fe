import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { OptionsView, OptionView, PlaybooksView } from '../../../node/src/api.ts'
import { getJson, postBytes } from './client.ts'

const at = (id: string, step: string) =>
  `/api/v1/cases/${encodeURIComponent(id)}/measures/${encodeURIComponent(step)}`

type Asked = { readonly step: string; readonly digest: string }

/** Asked again at every cut: what is met follows the record. */
export const optionsQuery = (
  id: string,
  {
    step,
    digest,
    kind,
    technique,
  }: Asked & { readonly kind: OptionView['kind']; readonly technique: string | undefined },
) =>
  queryOptions({
    queryKey: ['options', id, step, kind, technique ?? '', digest],
    queryFn: () => {
      const asked = new URLSearchParams({ kind, ...(technique === undefined ? {} : { technique }) })
      return getJson<OptionsView>(`${at(id, step)}/options?${asked.toString()}`)
    },
    placeholderData: keepPreviousData,
  })

/** Bytes that evidence names come in their own time: an open list asks again now and then. */
export const playbooksQuery = (id: string, { step, digest }: Asked) =>
  queryOptions({
    queryKey: ['playbooks', id, step, digest],
    queryFn: () => getJson<PlaybooksView>(`${at(id, step)}/playbooks`),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })

/** The playbook as it came, for this person's own use; its marking is asked by the node. */
export const exportPlaybook = (id: string, step: string, sha256: string) =>
  postBytes(`${at(id, step)}/playbooks/export`, { sha256 })
