import { useNavigate } from '@tanstack/react-router'
import type { MessageId } from '../../i18n/index.ts'
import type { CaseFile } from '../case/case-file.ts'
import { useFilingThen } from '../voice/use-filing.ts'

/** Files exactly these bytes, says so, and goes back to the ledger. */
export function useMeasureFiling(file: CaseFile, step: string | undefined, done: MessageId) {
  const navigate = useNavigate()
  const close = () =>
    void navigate({
      to: '/cases/$id/measures',
      params: { id: file.view.id },
      search: step ? { step } : {},
    })
  return { close, filing: useFilingThen(file, { done, close }) }
}
