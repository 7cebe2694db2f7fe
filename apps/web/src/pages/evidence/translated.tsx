import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { InWords } from './in-words.ts'

/** That these words are somebody's translation, whose, and what they were. */
export function Translated({ by, lang, original }: NonNullable<InWords['translated']>) {
  const intl = useIntl()
  return (
    <div className="small quiet">
      <p>
        {intl.formatMessage({ id: 'evidence.translated' }, { lang })}{' '}
        <Link to="/objects/$id" params={{ id: by }}>
          {intl.formatMessage({ id: 'evidence.translated.by' })}
        </Link>
      </p>
      <details>
        <summary>{intl.formatMessage({ id: 'evidence.original' })}</summary>
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
