import { useIntl } from 'react-intl'
import { LintNotes } from '../../frame/lint/lint-notes.tsx'
import type { Locale } from '../../i18n/locale.ts'
import { Field } from '../voice/field.tsx'
import { FIELDS, type FieldName, type Words } from './written.ts'

type Props = {
  readonly lang: Locale
  readonly words: Words
  readonly change: (words: Words) => void
  readonly errorOf: (field: FieldName) => string | undefined
}

/** The text in one language; what the common language has to say of it stands under each field. */
export function WordsIn({ lang, words, change, errorOf }: Props) {
  const intl = useIntl()
  return (
    <fieldset className="words">
      <legend>{intl.formatMessage({ id: `advisory.in.${lang}` })}</legend>
      {FIELDS.map((field) => (
        <Field
          key={field}
          label={intl.formatMessage({ id: `advisory.field.${field}` })}
          {...(field === 'do' ? { hint: intl.formatMessage({ id: 'advisory.lines' }) } : {})}
          error={errorOf(field)}
        >
          {(control) => (
            <>
              {field === 'title' ? (
                <input
                  {...control}
                  className="input"
                  lang={lang}
                  value={words.title}
                  onChange={({ target }) => change({ ...words, title: target.value })}
                />
              ) : (
                <textarea
                  {...control}
                  className="input"
                  lang={lang}
                  rows={field === 'do' ? 4 : 2}
                  value={words[field]}
                  onChange={({ target }) => change({ ...words, [field]: target.value })}
                />
              )}
              <LintNotes text={words[field]} lang={lang} of={control.id} />
            </>
          )}
        </Field>
      ))}
    </fieldset>
  )
}
