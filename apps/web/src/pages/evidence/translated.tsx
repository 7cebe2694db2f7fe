import { Link } from '@tanstack/react-router'
import { useIntl, type IntlShape } from 'react-intl'
import type { InWords } from './in-words.ts'

/** That these words are somebody's translation, whose, and what they were. */
export function Translated({ by, lang, original }: NonNullable<InWords['translated']>) {
  const intl = useIntl()
  return (
    <div className="translated small">
      <p>
        {intl.formatMessage({ id: 'evidence.translated' }, { language: languageIn(intl, lang) })}{' '}
        <Link to="/objects/$id" params={{ id: by }}>
          {intl.formatMessage({ id: 'evidence.translated.by' })}
        </Link>
      </p>
      <details>
        <summary>
          {intl.formatMessage(
            { id: 'evidence.original' },
            { language: languageIn(intl, original.lang) },
          )}
        </summary>
        {original.name === undefined ? null : (
          <p>
            <b lang={original.lang}>{original.name}</b>
          </p>
        )}
        {original.description === undefined ? null : (
          <p className="said" lang={original.lang}>
            {original.description}
          </p>
        )}
      </details>
    </div>
  )
}

/** What a language is called; what is no tag of one (RFC 5646), whoever wrote it, stands as it is. */
function languageIn(intl: IntlShape, tag: string): string {
  try {
    Intl.getCanonicalLocales(tag)
  } catch {
    return tag
  }
  return intl.formatDisplayName(tag, { type: 'language' }) ?? tag
}
