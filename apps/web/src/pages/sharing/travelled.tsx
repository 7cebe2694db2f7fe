import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { ObjectVersion } from '../../../../node/src/api.ts'
import { caseQuery } from '../../api/queries.ts'
import { Plate } from '../../marks/plate.tsx'

/** Which node sent these bytes, and with which case; nothing where they were imported here. */
export function Travelled({ from }: { from: NonNullable<ObjectVersion['from']> }) {
  const intl = useIntl()
  const view = useQuery({ ...caseQuery(from.case), refetchInterval: false })
  const name =
    view.data?.charter.parties.find(({ id }) => id === from.custodian)?.name ?? from.custodian
  return (
    <>
      <dt>{intl.formatMessage({ id: 'sharing.travelled' })}</dt>
      <dd>
        <Plate party={from.custodian} name={name} />{' '}
        {intl.formatMessage({ id: 'sharing.travelled.from' }, { name })}{' '}
        <Link to="/cases/$id" params={{ id: from.case }}>
          {view.data?.charter.title ?? from.case}
        </Link>
      </dd>
    </>
  )
}
