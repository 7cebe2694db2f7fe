import type { CharterId } from '@entente/accord'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { filedMessage } from '../../api/proved.ts'
import { keepSealed } from '../../api/sealed.ts'
import { fileAct } from '../../api/sign-act.ts'
import { useToast } from '../../frame/toast.tsx'
import type { MessageId } from '../../i18n/index.ts'
import { shortAct, type CaseFile } from '../case/case-file.ts'

/** Files exactly these bytes, in this case unless another is named, says so, and goes back to the case. */
export function useFiling(
  file: CaseFile,
  step: string | undefined,
  done: MessageId,
  into: CharterId = file.view.id,
) {
  const navigate = useNavigate()
  const close = () =>
    void navigate({ to: '/cases/$id', params: { id: file.view.id }, search: step ? { step } : {} })
  return { close, filing: useFilingThen(file, { done, close, into }) }
}

type Then = {
  readonly done: MessageId
  readonly close: () => void
  readonly into?: CharterId
}

/** Files exactly these bytes, says so, and closes whatever showed them. */
export function useFilingThen(file: CaseFile, { done, close, into = file.view.id }: Then) {
  const intl = useIntl()
  const { say, warn } = useToast()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (payload: string) => {
      await keepSealed(payload)
      return fileAct(payload, { charter: into, party: file.us })
    },
    onSuccess: async (filed) => {
      const act = shortAct({ party: file.us, index: filed.index })
      const tell = filed.isUnproved ? warn : say
      tell(
        `${intl.formatMessage({ id: done })} ${intl.formatMessage({ id: filedMessage([filed]) }, { act })}`,
      )
      close()
      await queries.invalidateQueries({
        predicate: ({ queryKey: [what] }) => what !== 'certificate',
      })
    },
  })
}
