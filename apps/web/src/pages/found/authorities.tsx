import { useIntl } from 'react-intl'
import { Field } from '../voice/field.tsx'
import type { Change, Form } from './party.tsx'
import { slugOf } from './slug.ts'
import { Verbs } from './verbs.tsx'

type Authority = Form['authorities'][number]

/** The bodies that sign for the party, each with what it may sign. */
export function Authorities({
  form,
  change,
  usual,
}: {
  form: Form
  change: Change
  usual: readonly string[]
}) {
  const intl = useIntl()
  const { authorities } = form
  const put = (at: number, next: Authority) =>
    change({
      authorities: authorities.map((one, other) => (other === at ? next : one)),
      // Whoever works for it goes on doing so.
      people: form.people.map((person) =>
        person.authority !== '' && person.authority === authorities[at]?.id
          ? { ...person, authority: next.id }
          : person,
      ),
    })
  return (
    <fieldset>
      <legend>{intl.formatMessage({ id: 'found.authorities' })}</legend>
      <p className="small quiet">{intl.formatMessage({ id: 'found.authorities.hint' })}</p>
      {authorities.map((authority, at) => (
        // Rows have no id of their own: what is typed into them may be anything.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset className="entry" key={at}>
          <legend>{intl.formatMessage({ id: 'found.authority' }, { at: at + 1 })}</legend>
          <Names
            name={authority.name}
            id={authority.id}
            pattern="[A-Za-z0-9][A-Za-z0-9._\-]{0,60}"
            idOf={(name) => (name.trim() === '' ? '' : `${form.id || 'XX'}-${slugOf(name)}`)}
            onChange={(next) => put(at, { ...authority, ...next })}
          />
          <details>
            <summary>
              {intl.formatMessage(
                { id: 'found.verbs' },
                { count: (authority.verbs ?? usual).length, of: usual.length },
              )}
            </summary>
            <Verbs
              all={usual}
              chosen={authority.verbs ?? usual}
              onChange={(verbs) => put(at, withVerbs(authority, verbs, usual))}
            />
          </details>
          {authorities.length > 1 ? (
            <button
              type="button"
              className="btn little"
              onClick={() =>
                change({ authorities: authorities.filter((_, other) => other !== at) })
              }
            >
              {intl.formatMessage({ id: 'found.remove' }, { name: authority.name || at + 1 })}
            </button>
          ) : null}
        </fieldset>
      ))}
      {authorities.length < 16 ? (
        <button
          type="button"
          className="btn"
          onClick={() => change({ authorities: [...authorities, { id: '', name: '' }] })}
        >
          {intl.formatMessage({ id: 'found.authority.add' })}
        </button>
      ) : null}
    </fieldset>
  )
}

/** All the usual ones are not said: then the node's own list holds. */
const withVerbs = (
  { id, name }: Authority,
  verbs: readonly string[],
  usual: readonly string[],
): Authority => (verbs.length === usual.length ? { id, name } : { id, name, verbs: [...verbs] })

/** A name, and the short name that is made from it until somebody writes another. */
export function Names({
  name,
  id,
  pattern,
  idOf,
  onChange,
}: {
  name: string
  id: string
  pattern: string
  idOf: (name: string) => string
  onChange: (next: { name: string; id: string }) => void
}) {
  const intl = useIntl()
  return (
    <div className="side-by-side-fields">
      <Field label={intl.formatMessage({ id: 'found.name' })} error={undefined}>
        {(control) => (
          <input
            {...control}
            className="input"
            required
            maxLength={200}
            autoComplete="off"
            value={name}
            onChange={({ target }) =>
              onChange({ name: target.value, id: id === idOf(name) ? idOf(target.value) : id })
            }
          />
        )}
      </Field>
      <Field label={intl.formatMessage({ id: 'found.short-name' })} error={undefined}>
        {(control) => (
          <input
            {...control}
            className="input mono"
            required
            pattern={pattern}
            maxLength={61}
            autoComplete="off"
            spellCheck={false}
            value={id}
            onChange={({ target }) => onChange({ name, id: target.value.trim() })}
          />
        )}
      </Field>
    </div>
  )
}
