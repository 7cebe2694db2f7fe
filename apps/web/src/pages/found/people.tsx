import { useIntl } from 'react-intl'
import { Field } from '../voice/field.tsx'
import { Names } from './authorities.tsx'
import type { Change, Form } from './party.tsx'
import { PersonRoleField } from './person-role.tsx'
import { slugOf } from './slug.ts'

type Person = Form['people'][number]

/** Who may log in: each bound to an authority and a role. */
export function People({ form, change }: { form: Form; change: Change }) {
  const intl = useIntl()
  const { people, authorities } = form
  const put = (at: number, part: Partial<Person>) =>
    change({ people: people.map((one, other) => (other === at ? { ...one, ...part } : one)) })
  const [first] = authorities
  return (
    <fieldset>
      <legend>{intl.formatMessage({ id: 'found.people' })}</legend>
      <p className="small quiet">{intl.formatMessage({ id: 'found.people.hint' })}</p>
      {people.map((person, at) => (
        // Rows have no id of their own: what is typed into them may be anything.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset className="entry" key={at}>
          <legend>{intl.formatMessage({ id: 'found.person' }, { at: at + 1 })}</legend>
          <Names
            name={person.name}
            id={person.id}
            pattern="[a-z0-9\-]{1,40}"
            idOf={(name) => slugOf(name.trim().split(/\s+/)[0] ?? '')}
            onChange={(next) => put(at, next)}
          />
          <div className="side-by-side-fields">
            <Field label={intl.formatMessage({ id: 'found.works-for' })} error={undefined}>
              {(control) => (
                <select
                  {...control}
                  className="input"
                  required
                  value={person.authority}
                  onChange={({ target }) => put(at, { authority: target.value })}
                >
                  <option value="">{intl.formatMessage({ id: 'found.choose' })}</option>
                  {authorities
                    .filter(({ id }) => id !== '')
                    .map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name || id}
                      </option>
                    ))}
                </select>
              )}
            </Field>
            <PersonRoleField role={person.role} onChange={(role) => put(at, { role })} />
          </div>
          {people.length > 1 ? (
            <button
              type="button"
              className="btn little"
              onClick={() => change({ people: people.filter((_, other) => other !== at) })}
            >
              {intl.formatMessage({ id: 'found.remove' }, { name: person.name || at + 1 })}
            </button>
          ) : null}
        </fieldset>
      ))}
      {people.some(({ role }) => role === 'administrator') ? null : (
        <p className="note hold">{intl.formatMessage({ id: 'found.people.no-administrator' })}</p>
      )}
      {people.length < 64 ? (
        <button
          type="button"
          className="btn"
          onClick={() =>
            change({
              people: [
                ...people,
                { id: '', name: '', authority: first?.id ?? '', role: 'administrator' },
              ],
            })
          }
        >
          {intl.formatMessage({ id: 'found.person.add' })}
        </button>
      ) : null}
    </fieldset>
  )
}
