import { useIntl } from 'react-intl'
import type { Draft } from './payload.ts'
import { fieldOf, type Field, type Voices } from './voices.ts'

/** What is wrong with a field, in words; undefined while it is well or nobody tried to sign. */
export function useErrors(draft: Draft | undefined, voices: Voices) {
  const intl = useIntl()
  const issues = (draft?.issues ?? []).map(({ path, message }) => ({
    field: fieldOf(path, voices),
    message,
  }))
  return (field: Field): string | undefined => {
    const issue = issues.find((one) => one.field === field)
    if (!issue) return undefined
    if (field === 'union' || field === 'national') return intl.formatMessage({ id: 'error.voice' })
    if (field === 'statement') return intl.formatMessage({ id: 'error.statement' })
    if (field === 'until' || field === 'expectedAt')
      return intl.formatMessage({ id: 'error.until' })
    if (field.startsWith('reservation-')) return intl.formatMessage({ id: 'error.reservation' })
    if (field.startsWith('amendment-')) return intl.formatMessage({ id: 'error.amendment' })
    return intl.formatMessage({ id: 'error.other' }, { detail: issue.message })
  }
}
