import { createContext, use } from 'react'
import type { CaseFile } from './case-file.ts'

/** The case that the page shows, for all its parts. */
export const CaseContext = createContext<CaseFile | undefined>(undefined)

export function useCase(): CaseFile {
  const file = use(CaseContext)
  if (!file) throw new TypeError('expected a case around this part, got none')
  return file
}
