import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { TiedObject } from '../../../../node/src/api.ts'

/** An object by its type and name; its id where it has no name, and the fact where it is not here. */
export function Tied({ one: { id, type, name, held } }: { one: TiedObject }) {
  const intl = useIntl()
  return (
    <>
      <span className="quiet" lang="en">
        {type}
      </span>{' '}
      <Link to="/objects/$id" params={{ id }} title={id} lang="en">
        {name ?? <code>{id}</code>}
      </Link>
      {held ? null : (
        <span className="chip">{intl.formatMessage({ id: 'evidence.not-held' })}</span>
      )}
    </>
  )
}
