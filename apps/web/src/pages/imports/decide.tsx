import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { ImportView } from '../../../../node/src/api.ts'
import { Refused, postJson } from '../../api/client.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { meQuery } from '../../api/queries.ts'
import { importQuery, undoQuery } from './queries.ts'
import { Undone } from './undone.tsx'

/** Takes an import in, drops it, or takes it back. */
export function Decide({ view }: { view: ImportView }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const { number, preview, state, loosens = 0, recalled = 0, brought } = view
  const isAlone = loosens > 0 && brought.by === useQuery(meQuery).data?.person?.id
  const doing = useMutation({
    mutationFn: (what: 'commit' | 'discard' | 'undo') =>
      postJson<ImportView>(
        `/api/v1/imports/${number}/${what}`,
        what === 'commit' ? { preview } : {},
      ),
    onSuccess: (now) => queries.setQueryData(importQuery(number).queryKey, now),
    onSettled: async () => {
      setAsking(false)
      await queries.invalidateQueries({ queryKey: ['imports'] })
      await queries.invalidateQueries({ queryKey: ['objects'] })
    },
  })
  const isMoved = doing.error instanceof Refused && doing.error.problem.code === 'import.moved'
  const button = (what: 'commit' | 'discard', isFirst: boolean) => (
    <button
      type="button"
      className={isFirst ? 'btn primary' : 'btn'}
      disabled={doing.isPending || (what === 'commit' && isAlone)}
      onClick={() => doing.mutate(what)}
    >
      {intl.formatMessage({ id: `imports.do.${what}` })}
    </button>
  )
  return (
    <div className="decide" aria-live="polite">
      {doing.error ? (
        <p className="note against">
          {isMoved ? intl.formatMessage({ id: 'imports.moved' }) : sayRefusal(intl, doing.error)}
        </p>
      ) : null}
      {doing.isPending ? (
        <progress aria-label={intl.formatMessage({ id: 'imports.doing' })} />
      ) : null}
      {state === 'pending' && recalled > 0 ? (
        <p className="note hold">
          {intl.formatMessage({ id: 'recalls.again.count' }, { count: recalled })}
        </p>
      ) : null}
      {state === 'pending' && loosens > 0 ? (
        <p className="note hold">
          {intl.formatMessage({ id: 'imports.second' }, { count: loosens })}{' '}
          {isAlone ? <b>{intl.formatMessage({ id: 'imports.second.alone' })}</b> : null}
        </p>
      ) : null}
      {state === 'pending' ? (
        <p className="row">
          {button('commit', true)}
          {button('discard', false)}
        </p>
      ) : null}
      {state === 'committed' && !asking ? (
        <button type="button" className="btn" onClick={() => setAsking(true)}>
          {intl.formatMessage({ id: 'imports.do.undo' })}
        </button>
      ) : null}
      {state === 'committed' && asking ? (
        <Asked
          number={number}
          isBusy={doing.isPending}
          onUndo={() => doing.mutate('undo')}
          onLeave={() => setAsking(false)}
        />
      ) : null}
    </div>
  )
}

type AskedProps = {
  readonly number: number
  readonly isBusy: boolean
  readonly onUndo: () => void
  readonly onLeave: () => void
}

/** What undoing would do, before it is done. */
function Asked({ number, isBusy, onUndo, onLeave }: AskedProps) {
  const intl = useIntl()
  const plan = useQuery(undoQuery(number))
  return (
    <div className="note hold">
      <p>
        <b>{intl.formatMessage({ id: 'imports.undo.would' })}</b>
      </p>
      {plan.data ? (
        <Undone report={plan.data} />
      ) : (
        <progress aria-label={intl.formatMessage({ id: 'load.node' })} />
      )}
      <p className="row">
        <button
          type="button"
          className="btn danger"
          disabled={isBusy || !plan.data}
          onClick={onUndo}
        >
          {intl.formatMessage({ id: 'imports.do.undo' })}
        </button>
        <button type="button" className="btn" onClick={onLeave}>
          {intl.formatMessage({ id: 'imports.undo.leave' })}
        </button>
      </p>
    </div>
  )
}
