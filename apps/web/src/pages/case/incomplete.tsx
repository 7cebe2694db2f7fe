import { FormattedMessage, useIntl } from 'react-intl'
import type { VersionState } from '@entente/accord'
import { useCase } from './case-context.ts'

/** Who has not spoken on a version, whether its gate is open or shut: compliance is to be expressed. */
export function Incomplete({ version }: { version: Pick<VersionState, 'incomplete'> }) {
  const intl = useIntl()
  const { nameOf } = useCase()
  if (version.incomplete.length === 0) return null
  const names = intl.formatList(version.incomplete.map(nameOf))
  return (
    <p className="small gate-note">
      <FormattedMessage id="gate.incomplete" values={{ names }} />
    </p>
  )
}
