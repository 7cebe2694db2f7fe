import { useEffect } from 'react'
import { useIntl } from 'react-intl'
import type { MessageId } from '../i18n/index.ts'

/** A window is named after its page. */
export function useTitle(page: MessageId) {
  const intl = useIntl()
  useEffect(() => {
    document.title = intl.formatMessage(
      { id: 'frame.title' },
      { page: intl.formatMessage({ id: page }) },
    )
  }, [intl, page])
}
