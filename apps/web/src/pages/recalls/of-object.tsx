import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { ObjectView } from '../../../../node/src/api.ts'
import { meQuery } from '../../api/queries.ts'
import { Moment } from '../../marks/moment.tsx'
import { Because } from './because.tsx'
import { callBack } from './queries.ts'

/** That an object was called back, by whom, when and why; or the way to call it back. */
export function RecallOfObject({ object: { id, recalled } }: { object: ObjectView }) {
  const intl = useIntl()
  const me = useQuery(meQuery)
  if (recalled)
    return (
      <p className="note hold">
        <b>{intl.formatMessage({ id: 'recalls.standing' })}</b>{' '}
        {intl.formatMessage({ id: 'recalls.by' }, { by: recalled.by })} <Moment at={recalled.at} />:{' '}
        <q>{recalled.because}</q>{' '}
        <Link to="/recalls">{intl.formatMessage({ id: 'recalls.look' })}</Link>
      </p>
    )
  if (!me.data?.person?.powers.handles) return null
  return (
    <details className="remark">
      <summary>{intl.formatMessage({ id: 'recalls.call' })}</summary>
      <Call id={id} />
    </details>
  )
}

function Call({ id }: { id: string }) {
  const intl = useIntl()
  const [revoke, setRevoke] = useState(true)
  return (
    <Because
      what="recalls.call.what"
      label="recalls.because"
      act="recalls.call"
      onAct={(because) => callBack(id, { because, revoke })}
    >
      <label className="row small">
        <input
          type="checkbox"
          checked={revoke}
          onChange={({ target }) => setRevoke(target.checked)}
        />
        {intl.formatMessage({ id: 'recalls.revoke' })}
      </label>
    </Because>
  )
}
