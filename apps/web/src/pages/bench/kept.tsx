import { useIntl } from 'react-intl'
import type { Facets } from '../../../../node/src/api.ts'
import { sayCode } from '../sharing/who-sees.tsx'

/** What cases name and is not held here, for every reason that its custodians gave: no search can find it. */
export function Kept({ kept }: { kept: Facets['kept'] }) {
  const intl = useIntl()
  return kept.map(({ code, count }) => (
    <span key={code} className="quiet">
      {' '}
      {intl.formatMessage({ id: 'bench.kept' }, { count, why: sayCode(intl, code) })}
    </span>
  ))
}
