import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useIntl } from 'react-intl'
import type { People as PeopleView, PersonRole } from '../../../../node/src/api.ts'
import { postJson, sendJson } from '../../api/client.ts'
import { peopleQuery } from '../../api/queries.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { Field } from '../voice/field.tsx'
import { PersonRoleField } from '../found/person-role.tsx'

type Person = PeopleView['people'][number]

/** Who may log in at this node, for which authority, in which role. */
export function People({ administers }: { administers: boolean }) {
  const intl = useIntl()
  const { data: people = [] } = useQuery(peopleQuery)
  return (
    <section aria-labelledby="people">
      <h2 id="people">{intl.formatMessage({ id: 'coalition.people' })}</h2>
      <p className="small quiet">
        {intl.formatMessage({
          id: administers ? 'coalition.people.hint' : 'coalition.people.whose',
        })}
      </p>
      <ul className="people-list">
        {people.map((person) => (
          <PersonRow key={person.id} person={person} administers={administers} />
        ))}
      </ul>
      {administers ? <AddPerson people={people} /> : null}
    </section>
  )
}

/** What one changes of the people of the node; each answer has all of them. */
function useChange() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (ask: () => Promise<PeopleView>) => ask(),
    onSuccess: ({ people }) => queries.setQueryData(peopleQuery.queryKey, people),
  })
}

function PersonRow({ person, administers }: { person: Person; administers: boolean }) {
  const intl = useIntl()
  const { id, name, role, authority } = person
  const removing = useChange()
  const linking = useMutation({
    mutationFn: () => postJson<{ path: string }>(`/api/v1/people/${id}/links`, {}),
  })
  const error = linking.error ?? removing.error
  return (
    <li>
      <p className="row">
        <b>{name}</b>
        <span className="quiet">
          {intl.formatMessage({ id: `person-role.${role}` })}, <code>{authority}</code>
        </span>
        {administers ? (
          <>
            <button
              type="button"
              className="btn little push"
              onClick={() => linking.mutate()}
              aria-label={intl.formatMessage({ id: 'coalition.person.link.of' }, { name })}
            >
              {intl.formatMessage({ id: 'coalition.person.link' })}
            </button>
            <button
              type="button"
              className="btn little danger"
              onClick={() =>
                removing.mutate(() => sendJson<PeopleView>('DELETE', `/api/v1/people/${id}`))
              }
              aria-label={intl.formatMessage({ id: 'coalition.person.remove.of' }, { name })}
            >
              {intl.formatMessage({ id: 'coalition.person.remove' })}
            </button>
          </>
        ) : null}
      </p>
      {linking.data ? (
        <output className="note ink">
          {intl.formatMessage({ id: 'coalition.person.link.made' }, { name })}{' '}
          <code>{`${window.location.origin}${linking.data.path}`}</code>
        </output>
      ) : null}
      {error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, error)}
        </p>
      ) : null}
    </li>
  )
}

function AddPerson({ people }: { people: readonly Person[] }) {
  const intl = useIntl()
  const adding = useChange()
  const authorities = [...new Set(people.map(({ authority }) => authority))]
  const [name, setName] = useState('')
  const [id, setId] = useState('')
  const [authority, setAuthority] = useState<string>()
  const [role, setRole] = useState<PersonRole>('drafter')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const added = { id, name, authority: authority ?? authorities[0], role }
    adding.mutate(() => postJson<PeopleView>('/api/v1/people', added), {
      onSuccess: () => {
        setName('')
        setId('')
      },
    })
  }
  return (
    <details>
      <summary>{intl.formatMessage({ id: 'coalition.person.add' })}</summary>
      <form className="body" onSubmit={submit}>
        <div className="fields">
          <Field label={intl.formatMessage({ id: 'found.name' })} error={undefined}>
            {(control) => (
              <input
                {...control}
                className="input"
                required
                maxLength={200}
                autoComplete="off"
                value={name}
                onChange={({ target }) => setName(target.value)}
              />
            )}
          </Field>
          <Field label={intl.formatMessage({ id: 'found.short-name' })} error={undefined}>
            {(control) => (
              <input
                {...control}
                className="input mono"
                required
                pattern="[a-z0-9\-]{1,40}"
                maxLength={40}
                autoComplete="off"
                spellCheck={false}
                value={id}
                onChange={({ target }) => setId(target.value.trim())}
              />
            )}
          </Field>
          <Field label={intl.formatMessage({ id: 'found.works-for' })} error={undefined}>
            {(control) => (
              <select
                {...control}
                className="input"
                value={authority ?? authorities[0]}
                onChange={({ target }) => setAuthority(target.value)}
              >
                {authorities.map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
            )}
          </Field>
          <PersonRoleField role={role} onChange={setRole} />
        </div>
        {adding.error ? (
          <p className="note against" role="alert">
            {sayRefusal(intl, adding.error)}
          </p>
        ) : null}
        <button type="submit" className="btn primary" aria-disabled={adding.isPending}>
          {intl.formatMessage({ id: 'coalition.person.add' })}
        </button>
      </form>
    </details>
  )
}
