import type { ReportSaid } from '../../../../node/src/api.ts'

/** What was written and the node has not taken yet: it outlives a closed window, in this browser only. */
type Kept = { readonly said: ReportSaid; readonly at: string }

const keyOf = (draft: string) => `entente-report-${draft}`

/** Words that the node does not have yet; undefined where it has them all. */
export function keptOf(draft: string): Kept | undefined {
  const text = localStorage.getItem(keyOf(draft))
  if (text === null) return undefined
  try {
    return JSON.parse(text) as Kept
  } catch {
    // Something else wrote under this key: it is no draft.
    return undefined
  }
}

export function keep(draft: string, said: ReportSaid): string {
  const at = new Date().toISOString()
  localStorage.setItem(keyOf(draft), JSON.stringify({ said, at } satisfies Kept))
  return at
}

/** The node has it: nothing of a report stays in the browser longer than it must. */
export const letGo = (draft: string): void => localStorage.removeItem(keyOf(draft))
