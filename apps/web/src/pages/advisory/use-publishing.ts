import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useIntl } from 'react-intl'
import type { Filed } from '../../../../node/src/api.ts'
import { fileAct } from '../../api/sign-act.ts'
import { useToast } from '../../frame/toast.tsx'
import { shortAct, type CaseFile } from '../case/case-file.ts'

/**
 * Files these payloads one after the other, as each may name the one before. What was filed before the
 * node stopped answering is not filed again.
 */
export function usePublishing(file: CaseFile, close: () => void) {
  const intl = useIntl()
  const { say } = useToast()
  const queries = useQueryClient()
  const filed = useRef(new Map<string, Filed>())
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
      const isFinal = acts.every(({ final }) => final)
      if (last)
        say(
          `${intl.formatMessage({ id: 'publish.filed' })} ${intl.formatMessage(
            { id: isFinal ? 'filed.final' : 'filed.not-yet' },
            { act: shortAct({ party: file.us, index: last.index }) },
          )}`,
        )
      close()
      await queries.invalidateQueries()
    },
  })
}
