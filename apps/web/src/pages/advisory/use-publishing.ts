import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useIntl } from 'react-intl'
import { filedMessage, type ProvedFiled } from '../../api/proved.ts'
import { fileAct } from '../../api/sign-act.ts'
import { useToast } from '../../frame/toast.tsx'
import { shortAct, type CaseFile } from '../case/case-file.ts'

/**
 * Files these payloads one after the other, as each may name the one before. What was filed before the
 * node stopped answering is not filed again.
 */
export function usePublishing(file: CaseFile, close: () => void) {
  const intl = useIntl()
  const { say, warn } = useToast()
  const queries = useQueryClient()
  const filed = useRef(new Map<string, ProvedFiled>())
  return useMutation({
    mutationFn: async (payloads: readonly string[]) => {
      for (const payload of payloads) {
        if (filed.current.has(payload)) continue
        const shown = { charter: file.view.id, party: file.us }
        filed.current.set(payload, await fileAct(payload, shown))
      }
      return payloads.flatMap((payload) => filed.current.get(payload) ?? [])
    },
    onSuccess: async (acts) => {
      const last = acts.at(-1)
      const tell = acts.some(({ isUnproved }) => isUnproved) ? warn : say
      if (last)
        tell(
          `${intl.formatMessage({ id: 'publish.filed' })} ${intl.formatMessage(
            { id: filedMessage(acts) },
            { act: shortAct({ party: file.us, index: last.index }) },
          )}`,
        )
      close()
      await queries.invalidateQueries()
    },
  })
}
