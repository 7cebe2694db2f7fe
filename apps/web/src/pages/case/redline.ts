import { diffWordsWithSpace } from 'diff'

/** A run of words: kept, inserted or deleted. */
export type Run = { readonly kind: 'kept' | 'inserted' | 'deleted'; readonly text: string }

const words = (text: string) => text.trim().split(/\s+/).filter(Boolean).length

/** A lone word between two changes reads better as part of the change. */
const KEPT_ALONE = 1

/** What became of a sentence, in runs that a person can read: deletions before insertions. */
export function redline(before: string, after: string): readonly Run[] {
  const parts = diffWordsWithSpace(before, after)
  const runs: Run[] = []
  let deleted = ''
  let inserted = ''
  const flush = () => {
    if (deleted !== '') runs.push({ kind: 'deleted', text: deleted })
    if (inserted !== '') runs.push({ kind: 'inserted', text: inserted })
    deleted = ''
    inserted = ''
  }
  parts.forEach(({ added, removed, value }, index) => {
    if (added) inserted += value
    else if (removed) deleted += value
    else if (
      (deleted !== '' || inserted !== '') &&
      index < parts.length - 1 &&
      words(value) <= KEPT_ALONE
    ) {
      deleted += value
      inserted += value
    } else {
      flush()
      runs.push({ kind: 'kept', text: value })
    }
  })
  flush()
  return runs
}
