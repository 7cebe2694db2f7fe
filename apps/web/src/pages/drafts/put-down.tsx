import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { DraftView } from '../../../../node/src/api.ts'
import { postJson } from '../../api/client.ts'
import { keepSealed } from '../../api/sealed.ts'
import { meQuery } from '../../api/queries.ts'
import { sayRefusal } from '../../api/refusal.ts'

/**
 * Instead of signing: the same bytes as a draft, for others of this nation to clear and sign. It stays
 * at this node.
 */
export function PutDown({
  payload,
  primary = false,
  onWrong,
  replaces,
}: {
  /** Absent while something is wrong with what is filled in. */
  payload: string | undefined
  primary?: boolean
  onWrong?: () => void
  /** The draft in whose place these bytes are put down; else they are a draft of their own. */
  replaces?: string | undefined
}) {
  const intl = useIntl()
  const queries = useQueryClient()
  const me = useQuery(meQuery)
  const writing = useMutation({
    mutationFn: async (written: string) => {
      await keepSealed(written)
      if (replaces !== undefined) {
        const path = `/api/v1/drafts/${encodeURIComponent(replaces)}/change`
        return postJson<DraftView>(path, { payload: written })
      }
      const { charter } = JSON.parse(written) as { charter: string }
      return postJson<DraftView>('/api/v1/drafts', { case: charter, payload: written })
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['drafts'] }),
  })
  if (!me.data?.person?.powers.drafts) return null
  const done = writing.data?.payload === payload ? writing.data : undefined
  return (
    <div className="put-down small">
      {done ? (
        <output>
          {intl.formatMessage({ id: 'drafts.put-down.done' })}{' '}
          <Link to="/drafts/$id" params={{ id: done.id }}>
            {intl.formatMessage({ id: 'drafts.see' })}
          </Link>
        </output>
      ) : (
        <button
          type="button"
          className={primary ? 'btn primary' : 'btn little'}
          aria-disabled={writing.isPending}
          onClick={() => (payload === undefined ? onWrong?.() : writing.mutate(payload))}
        >
          {intl.formatMessage({
            id: replaces === undefined ? 'drafts.put-down' : 'drafts.put-down.change',
          })}
        </button>
      )}
      {writing.error && !done ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, writing.error)}
        </p>
      ) : null}
    </div>
  )
}
