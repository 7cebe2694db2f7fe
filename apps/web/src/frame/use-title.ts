import { useEffect } from 'react'
import { useIntl, type IntlShape } from 'react-intl'
import { withUnseen } from '@entente/lexicon'
import type { MessageId } from '../i18n/index.ts'

/** A window is named after its page, whose own name may come from another node. */
export function nameWindow(intl: IntlShape, page: string): void {
  document.title = withUnseen(intl.formatMessage({ id: 'frame.title' }, { page }))
}

export function useTitle(page: MessageId) {
  const intl = useIntl()
  useEffect(() => nameWindow(intl, intl.formatMessage({ id: page })), [intl, page])
}
