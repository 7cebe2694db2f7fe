import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { AUDIENCES, type Choice } from '../../api/publications.ts'

const LANGS = ['en', 'es'] as const
/** What is for everybody is in each list: nobody looks for it alone. */
const READERS = AUDIENCES.filter((audience) => audience !== 'everybody')

/** For whom, and in which language: each choice has its own address, and its own feed. */
export function Choose({ choice }: { choice: Choice }) {
  const intl = useIntl()
  const { audience, lang } = choice
  const without = { audience: lang ? { lang } : {}, lang: audience ? { audience } : {} }
  return (
    <div className="choices small">
      <nav className="segment" aria-label={intl.formatMessage({ id: 'public.choose.audience' })}>
        <One to={without.audience} label="public.for.all" />
        {READERS.map((one) => (
          <One key={one} to={{ ...choice, audience: one }} label={`public.for.${one}`} />
        ))}
      </nav>
      <nav className="segment" aria-label={intl.formatMessage({ id: 'public.choose.lang' })}>
        <One to={without.lang} label="public.lang.all" />
        {LANGS.map((one) => (
          <One key={one} to={{ ...choice, lang: one }} label={`frame.language.${one}`} />
        ))}
      </nav>
    </div>
  )
}

type Label =
  | 'public.for.all'
  | `public.for.${(typeof AUDIENCES)[number]}`
  | 'public.lang.all'
  | `frame.language.${(typeof LANGS)[number]}`

function One({ to, label }: { to: Choice; label: Label }) {
  const intl = useIntl()
  return (
    <Link to="/public" search={to} activeOptions={{ exact: true, includeSearch: true }}>
      {intl.formatMessage({ id: label })}
    </Link>
  )
}
