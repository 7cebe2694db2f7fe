import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import type { CoalitionView } from '../../../../node/src/api.ts'
import { sendJson } from '../../api/client.ts'
import { meQuery } from '../../api/queries.ts'
import { Waiting } from '../../frame/states.tsx'
import { CharterShown } from '../../marks/charter-told.tsx'
import { IdShown } from '../../marks/id-told.tsx'
import { Addresses } from './addresses.tsx'
import { DraftSuccessor } from './draft-successor.tsx'
import { OpenCase } from './open-case.tsx'
import { People } from './people.tsx'
import { Membership } from './membership.tsx'
import { coalitionQuery } from './queries.ts'
import { Successors } from './successors.tsx'

/** What was agreed and who is in it; whoever administers the node says where the others answer, and lets people in. */
export function CoalitionPage() {
  const intl = useIntl()
  const me = useQuery(meQuery)
  const { data: coalition, error } = useQuery(coalitionQuery)
  const person = me.data?.person
  if (!coalition || !person)
    return (
      <>
        <h1>{intl.formatMessage({ id: 'coalition.title' })}</h1>
        <Waiting error={error} />
      </>
    )
  const { charter } = coalition
  const own = coalition.parties.find(({ us }) => us)
  return (
    <div className="coalition comfortable">
      <header>
        <h1>{intl.formatMessage({ id: 'coalition.title' })}</h1>
        {charter ? null : <p>{intl.formatMessage({ id: 'coalition.none' })}</p>}
      </header>
      {charter ? (
        <>
          <section aria-labelledby="parties">
            <h2 id="parties">{intl.formatMessage({ id: 'coalition.parties' })}</h2>
            <p className={coalition.stands ? 'note for' : 'note ink'}>
              {intl.formatMessage({
                id: coalition.stands ? 'coalition.stands' : 'coalition.awaits',
              })}
            </p>
            <Editable coalition={coalition} administers={person.powers.administers} />
          </section>
          <Membership coalition={coalition} charter={charter} />
          <Successors />
          {person.powers.drafts && own ? <DraftSuccessor root={charter.id} us={own.id} /> : null}
          {person.verbs.includes('open-case') ? <OpenCase coalition={coalition} /> : null}
          <section aria-labelledby="agreed">
            <h2 id="agreed">{intl.formatMessage({ id: 'coalition.charter' })}</h2>
            <CharterShown of={charter.told} />
            <IdShown of={charter} what={intl.formatMessage({ id: 'found.charter.of' })} />
          </section>
        </>
      ) : null}
      <People administers={person.powers.administers} />
    </div>
  )
}

function Editable({ coalition, administers }: { coalition: CoalitionView; administers: boolean }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const changing = useMutation({
    mutationFn: ({ party, url, what = '' }: { party: string; url?: string; what?: '' | '/move' }) =>
      sendJson<CoalitionView>(
        url === undefined ? 'DELETE' : 'PUT',
        `/api/v1/peers/${party}${what}`,
        url === undefined ? undefined : { url },
      ),
    onSuccess: (view) => queries.setQueryData(coalitionQuery.queryKey, view),
  })
  return (
    <>
      {administers ? null : (
        <p className="small quiet">{intl.formatMessage({ id: 'coalition.addresses.whose' })}</p>
      )}
      <Addresses
        coalition={coalition}
        error={changing.error}
        {...(administers
          ? {
              onPut: (party, url) => changing.mutate({ party, url }),
              onRemove: (party) => changing.mutate({ party }),
              onRefuse: (party) => changing.mutate({ party, what: '/move' }),
            }
          : {})}
      />
    </>
  )
}
