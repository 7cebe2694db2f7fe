import { useIntl } from 'react-intl'
import type { View } from '@entente/law'
import { Field } from '../voice/field.tsx'

type Document = View['documents'][number]
const FIELDS = ['title', 'date', 'url'] as const

/** The papers in which the nation said it: title, day, and where they are read. */
export function Documents({
  documents,
  errorOf,
  onChange,
}: {
  documents: readonly Document[]
  errorOf: (field: string) => string | undefined
  onChange: (documents: readonly Document[]) => void
}) {
  const intl = useIntl()
  const set = (at: number, part: Partial<Document>) =>
    onChange(documents.map((one, index) => (index === at ? { ...one, ...part } : one)))
  return (
    <fieldset className="reading-fields">
      <legend>{intl.formatMessage({ id: 'views.documents' })}</legend>
      {documents.map((document, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a document has no name but what is typed
        <div key={at} className="beside document">
          {FIELDS.map((field) => (
            <Field
              key={field}
              label={intl.formatMessage({ id: `views.document.${field}` })}
              error={errorOf(`document.${at}.${field}`)}
            >
              {(control) => (
                <input
                  {...control}
                  className="input"
                  maxLength={2000}
                  value={document[field]}
                  onChange={({ target }) => set(at, { [field]: target.value })}
                />
              )}
            </Field>
          ))}
          <button
            type="button"
            className="btn bare little"
            onClick={() => onChange(documents.filter((_, index) => index !== at))}
          >
            {intl.formatMessage({ id: 'views.document.remove' }, { title: document.title })}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="btn"
        onClick={() => onChange([...documents, { title: '', date: '', url: '' }])}
      >
        {intl.formatMessage({ id: 'views.document.add' })}
      </button>
    </fieldset>
  )
}
