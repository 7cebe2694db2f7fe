import { useId } from 'react'
import { useIntl } from 'react-intl'

/** The charter id to verify against, and who put it there. */
export type CharterEntry = { readonly value: string; readonly from: 'person' | 'node' }

const FORM = /^sha256:[0-9a-f]{64}$/

/** The one thing that a record cannot vouch for itself: it is brought from elsewhere by a person. */
export function CharterField({
  entry,
  node,
  onEnter,
}: {
  entry: CharterEntry
  node: string | undefined
  onEnter: (entry: CharterEntry) => void
}) {
  const intl = useIntl()
  const id = useId()
  const value = entry.value.trim().toLowerCase()
  const malformed = value !== '' && !FORM.test(value)
  return (
    <div className="field">
      <label htmlFor={id}>{intl.formatMessage({ id: 'verify.charter.id' })}</label>
      <input
        id={id}
        className="input mono"
        autoComplete="off"
        spellCheck={false}
        placeholder="sha256:"
        value={entry.value}
        aria-invalid={malformed}
        aria-describedby={`${id}-hint ${id}-note`}
        onChange={(event) => onEnter({ value: event.target.value, from: 'person' })}
      />
      <p id={`${id}-hint`} className="quiet small">
        {intl.formatMessage({ id: 'verify.charter.hint' })}
      </p>
      <div id={`${id}-note`} aria-live="polite">
        {malformed ? (
          <p className="note hold">{intl.formatMessage({ id: 'verify.charter.malformed' })}</p>
        ) : null}
        {entry.from === 'node' ? (
          <p className="note hold">
            {intl.formatMessage({ id: 'verify.charter.from-node' }, { node: node ?? '' })}
          </p>
        ) : null}
      </div>
    </div>
  )
}
