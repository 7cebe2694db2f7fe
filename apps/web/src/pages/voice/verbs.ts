import type { IntlShape } from 'react-intl'
import type { MessageId } from '../../i18n/index.ts'

/** The verbs of a mandate in the person's language; one that the page does not know, as it is written. */
export const sayVerbs = (intl: IntlShape, verbs: readonly string[]): string =>
  intl.formatList(
    verbs.map((verb) => {
      const id = `verb.${verb}`
      return id in intl.messages ? intl.formatMessage({ id: id as MessageId }) : verb
    }),
  )
