import type { IntlShape } from 'react-intl'
import type { AssessmentView } from '../../../../node/src/api.ts'
import { sayDay } from '../../marks/day.tsx'

export type Fact = AssessmentView['questions'][string]
type Say = (words: { readonly en: string; readonly es: string }) => string

/** A recorded value in the person's words; what nobody knows to read is shown as it is. */
export function sayValue(
  fact: Fact | undefined,
  value: unknown,
  { intl, say }: { readonly intl: IntlShape; readonly say: Say },
): string {
  switch (fact?.type) {
    case 'choice': {
      const option = Object.entries(fact.options).find(([name]) => name === value)?.[1]
      return option ? say(option) : String(value)
    }
    case 'yes-no':
      return intl.formatMessage({ id: value === true ? 'law.yes' : 'law.no' })
    case 'day':
      return sayDay(intl.formatDate, String(value))
    case 'count':
      return intl.formatNumber(Number(value))
    case 'words':
    case undefined:
      return String(value)
  }
}
