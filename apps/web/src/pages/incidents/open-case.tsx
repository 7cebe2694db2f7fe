import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { useIntl } from 'react-intl'
import { findScale } from '@entente/lexicon'
import type { IncidentView, OpenedFromReport } from '../../../../node/src/api.ts'
import { postJson } from '../../api/client.ts'
import { caseQuery, casesQuery, meQuery } from '../../api/queries.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { usePreferences } from '../../frame/preferences.tsx'
import { PartyChoice, partiesWithout } from '../case/party-choice.tsx'
import { Field } from '../voice/field.tsx'

const GRADES = findScale('admiralty', '1')

/** The authority opens a case of the coalition from what an operator reported. */
export function OpenCase({ one }: { one: IncidentView }) {
  const intl = useIntl()
  const me = useQuery(meQuery)
  const person = me.data?.person
  if (!person) return null
  return (
    <section className="open-case" aria-labelledby="open-case">
      <h2 id="open-case">{intl.formatMessage({ id: 'open-case.title' })}</h2>
      {one.opened !== undefined ? (
        <p className="note for">
          {intl.formatMessage({ id: 'open-case.opened' })}{' '}
          <Link to="/cases/$id" params={{ id: one.opened }}>
            {intl.formatMessage({ id: 'open-case.see' })}
          </Link>
        </p>
      ) : ['open-case', 'evidence'].every((verb) => person.verbs.includes(verb)) ? (
        <Form one={one} />
      ) : (
        <p className="note hold">
          {intl.formatMessage({ id: 'open-case.not-yours' }, { authority: person.authority.name })}
        </p>
      )}
    </section>
  )
}

function Form({ one }: { one: IncidentView }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const queries = useQueryClient()
  const { parties, gone } = useParties()
  const me = useQuery(meQuery)
  const [title, setTitle] = useState(one.title)
  const [grade, setGrade] = useState('B2')
  const [chosen, setWithout] = useState<readonly string[]>()
  const without = chosen ?? gone
  const opening = useMutation({
    mutationFn: () =>
      postJson<OpenedFromReport>('/api/v1/incidents/cases', {
        line: one.line,
        incident: one.incident,
        title,
        grade: { scale: 'admiralty', version: '1', value: grade },
        ...partiesWithout(parties, without),
      }),
    onSuccess: () => queries.invalidateQueries(),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    opening.mutate()
  }
  const { data: opened } = opening
  return (
    <form onSubmit={submit}>
      <p className="quiet">
        {intl.formatMessage({ id: 'open-case.what' }, { name: one.operator.name })}
      </p>
      <Field label={intl.formatMessage({ id: 'open-case.name' })} error={undefined}>
        {(control) => (
          <input
            {...control}
            className="input"
            required
            maxLength={300}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        )}
      </Field>
      <Field
        label={intl.formatMessage({ id: 'open-case.grade' })}
        hint={GRADES?.title[locale] ?? ''}
        error={undefined}
      >
        {(control) => (
          <select
            {...control}
            className="input"
            value={grade}
            onChange={({ target }) => setGrade(target.value)}
          >
            {GRADES?.degrees.map(({ value, label }) => (
              <option key={value} value={value}>
                {value}: {label[locale]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <PartyChoice
        parties={parties}
        us={me.data?.node.party}
        without={without}
        onChange={setWithout}
      />
      <button type="submit" className="btn primary big" aria-disabled={opening.isPending}>
        {intl.formatMessage({ id: opening.isPending ? 'open-case.doing' : 'open-case.do' })}
      </button>
      {opening.error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, opening.error)}
        </p>
      ) : null}
      {opened && opened.notHeld.length > 0 ? (
        <p className="note hold">
          {intl.formatMessage({ id: 'open-case.not-held' }, { count: opened.notHeld.length })}
        </p>
      ) : null}
    </form>
  )
}

/** Whoever is in the coalition can be in a case of it; whoever left is not named unless somebody wants it. */
function useParties() {
  const cases = useQuery({ ...casesQuery, refetchInterval: false })
  const root = cases.data?.find((one) => one.root && one.amendedBy === undefined)?.id
  const view = useQuery({
    ...caseQuery(root ?? ''),
    refetchInterval: false,
    enabled: root !== undefined,
  })
  const { left = [] } = view.data?.state ?? {}
  const gone = (view.data?.acts ?? []).flatMap(({ id, party }) =>
    left.includes(id) ? [party] : [],
  )
  return { parties: view.data?.charter.parties ?? [], gone }
}
