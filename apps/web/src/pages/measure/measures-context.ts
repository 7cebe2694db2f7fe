import { createContext, use } from 'react'
import type { MeasuresView } from '../../../../node/src/api.ts'

/** The ledger that the page shows, for its dialogs too. */
export const MeasuresContext = createContext<MeasuresView | undefined>(undefined)

export function useMeasures(): MeasuresView {
  const view = use(MeasuresContext)
  if (!view) throw new TypeError('expected a ledger around this part, got none')
  return view
}
