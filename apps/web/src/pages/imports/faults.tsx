import { useIntl } from 'react-intl'
import type { ImportObject } from '../../../../node/src/api.ts'

/** What is wrong with an object, where, and what was expected there. */
export function Faults({ faults }: { faults: NonNullable<ImportObject['faults']> }) {
  const intl = useIntl()
  return (
    <ul>
      {faults.slice(0, 20).map(({ line, path, reason }) => (
        <li key={`${path} ${reason}`}>
          {intl.formatMessage({ id: 'bench.import.line' }, { line })} <code lang="en">{path}</code>{' '}
          <span lang="en">{reason}</span>
        </li>
      ))}
    </ul>
  )
}
