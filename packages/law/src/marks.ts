import { type Issue, ISSUES, type Reading } from './view.ts'

/** A letter for each value of an issue, in its own order; a dash for silence, a dot for what nobody read. */
export function letterOf(issue: Issue, value: Reading['value']): string {
  if (value === 'silent') return '–'
  if (value === 'unknown') return '·'
  const values: readonly string[] = ISSUES[issue]
  return String.fromCodePoint(65 + values.indexOf(value))
}

/**
 * How sure a reading is: 3 the nation’s own text, 2 a list, a summary or a reviewed coding, 1 a coding
 * before its review or an absence from a list, 0 not graded.
 */
export function surenessOf(reading: Reading): 0 | 1 | 2 | 3 {
  if (reading.value === 'unknown') return 0
  if (reading.basis === 'inferred-from-absence') return 1
  switch (reading.reliability) {
    case 'quoted-primary-text':
    case 'primary-text':
      return 3
    case 'toolkit-list':
    case 'scholarly-summary':
    case 'expert-reviewed-coding':
      return 2
    case 'coding-before-final-review':
    case 'draft-coding-not-in-v1':
      return 1
    case 'none':
      return 0
  }
}
