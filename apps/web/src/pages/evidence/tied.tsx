import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { ObjectLine, TiedObject } from '../../../../node/src/api.ts'
import { lineOf } from '../bench/line.ts'

type Props = { readonly one: TiedObject & { readonly says?: ObjectLine } }

/** An object by its type and its name or what it says, by its id where it says nothing; and the fact where it is not here. */
export function Tied({ one }: Props) {
  const intl = useIntl()
  const { id, type, held } = one
  const line = lineOf(one, intl)
  return (
    <>
      <span className="quiet" lang="en">
        {type}
      </span>{' '}
      <Link to="/objects/$id" params={{ id }} title={id} lang="en">
        {line === id ? <code>{id}</code> : line}
      </Link>
      {held ? null : (
        <span className="chip">{intl.formatMessage({ id: 'evidence.not-held' })}</span>
      )}
    </>
  )
}
