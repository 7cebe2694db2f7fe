import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  OptionsView,
  OptionView,
  PlaybooksView,
  PlaybookTaken,
} from '../../../node/src/api.ts'
import { getJson, postBytes, postFile } from './client.ts'

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

/** How a playbook is put with a measure: signed before by the key of this person's authority, and also where it does not conform. */
export type Attaching = { readonly signs: boolean; readonly anyway: boolean }

/** Has the node take a playbook in, and say what the act would be that puts it with the measure; nothing is filed. */
export async function takePlaybook(
  id: string,
  { step, file, signs, anyway }: Attaching & { readonly step: string; readonly file: Blob },
): Promise<PlaybookTaken> {
  const type = 'application/json'
  const bytes = signs
    ? new Blob([JSON.stringify(await postFile<object>('/api/v1/playbooks/sign', file, type))])
    : file
  return postFile<PlaybookTaken>(`${at(id, step)}/playbooks?anyway=${anyway}`, bytes, type)
}
