import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import type { ObjectRecall } from '../../../../node/src/api.ts'
import { meQuery } from '../../api/queries.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { Moment } from '../../marks/moment.tsx'
import { Because } from './because.tsx'
import { keepBack, letGo } from './queries.ts'

/** Two persons let go again what was called back: one asks, another does it or drops the request. */
export function Lift({ recall: { number, id, name, asked, revoked } }: { recall: ObjectRecall }) {
  const intl = useIntl()
  const me = useQuery(meQuery)
  const isMine = asked !== undefined && asked.by === me.data?.person?.id
  const act = asked ? 'recalls.lift' : 'recalls.lift.ask'
  return (
    <>
      {asked ? (
        <div className="note hold">
          <p>
            {intl.formatMessage({ id: 'recalls.asked' }, { by: asked.by })} <Moment at={asked.at} />
            : <q>{asked.because}</q>{' '}
            {isMine ? <b>{intl.formatMessage({ id: 'recalls.lift.waits' })}</b> : null}
          </p>
          <Keep number={number} name={name ?? id} />
        </div>
      ) : null}
      {isMine ? null : (
        <details>
          <summary>
            {intl.formatMessage({ id: act })}
            <span className="hidden"> {name ?? id}</span>
          </summary>
          {asked ? null : <p className="small">{intl.formatMessage({ id: 'recalls.lift.two' })}</p>}
          <Because
            what={revoked ? 'recalls.lift.what.revoked' : 'recalls.lift.what'}
            label="recalls.because"
            act={act}
            onAct={(words) => letGo(number, words)}
          />
        </details>
      )}
    </>
  )
}

function Keep({ number, name }: { number: number; name: string }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const keeping = useMutation({
    mutationFn: () => keepBack(number),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <>
      {keeping.error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, keeping.error)}
        </p>
      ) : null}
      <button
        type="button"
        className="btn"
        disabled={keeping.isPending}
        onClick={() => keeping.mutate()}
      >
        {intl.formatMessage({ id: 'recalls.keep' })}
        <span className="hidden"> {name}</span>
      </button>
    </>
  )
}
