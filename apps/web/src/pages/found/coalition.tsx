import { useMutation } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import type { FoundingView } from '../../../../node/src/api.ts'
import { postJson } from '../../api/client.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { Addresses } from '../coalition/addresses.tsx'
import { BASE, step, useStep } from './queries.ts'
import { RootKey } from './root-key.tsx'

/** The last step: where the others answer, who has joined, and who logs in first. */
export function CoalitionStep({ view }: { view: FoundingView }) {
  const intl = useIntl()
  const changing = useStep()
  const { coalition, party } = view
  if (!coalition || !party) return null
  return (
    <div className="found-form">
      <output className={coalition.stands ? 'note for' : 'note ink'}>
        {intl.formatMessage({ id: coalition.stands ? 'coalition.stands' : 'coalition.awaits' })}
      </output>
      <section aria-labelledby="addresses">
        <h2 id="addresses">{intl.formatMessage({ id: 'coalition.parties' })}</h2>
        <p className="small quiet">{intl.formatMessage({ id: 'coalition.addresses.hint' })}</p>
        <Addresses
          coalition={coalition}
          error={changing.error}
          onPut={(id, url) => changing.mutate(step('PUT', `/peers/${id}`, { url }))}
          onRemove={(id) => changing.mutate(step('DELETE', `/peers/${id}`))}
        />
      </section>
      <section aria-labelledby="root-key">
        <h2 id="root-key">{intl.formatMessage({ id: 'found.root.title' })}</h2>
        <RootKey file={party.rootKey} />
      </section>
      <LogIn people={party.people} authorities={party.authorities} />
    </div>
  )
}

type Party = NonNullable<FoundingView['party']>

/** Whoever set the node up goes on as one of its people: that ends the set-up in this browser. */
function LogIn({ people, authorities }: Pick<Party, 'people' | 'authorities'>) {
  const intl = useIntl()
  const entering = useMutation({
    mutationFn: async (id: string) => {
      const { path } = await postJson<{ path: string }>(`${BASE}/people/${id}/links`, {})
      await postJson(`${BASE}/done`, {})
      return path
    },
    onSuccess: (path) => window.location.assign(path),
  })
  return (
    <section aria-labelledby="log-in">
      <h2 id="log-in">{intl.formatMessage({ id: 'found.enter' })}</h2>
      <p className="small quiet">{intl.formatMessage({ id: 'found.enter.hint' })}</p>
      <ul className="card-list">
        {people.map(({ id, name, role, authority }) => (
          <li key={id} className="row">
            <span>
              {intl.formatMessage(
                { id: 'found.card.person' },
                {
                  name,
                  role: intl.formatMessage({ id: `person-role.${role}` }),
                  authority: authorities.find((one) => one.id === authority)?.name ?? authority,
                },
              )}
            </span>
            <button
              type="button"
              className="btn push"
              aria-disabled={entering.isPending}
              onClick={() => entering.mutate(id)}
            >
              {intl.formatMessage({ id: 'found.enter.do' }, { name })}
            </button>
          </li>
        ))}
      </ul>
      {entering.error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, entering.error)}
        </p>
      ) : null}
    </section>
  )
}
