import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { findTerm } from '@entente/lexicon'
import type { Act } from '@entente/accord'
import { usePreferences } from '../../frame/preferences.tsx'
import { Scaled } from '../../marks/scaled.tsx'

type Classified = NonNullable<Extract<Act, { kind: 'propose' }>['classification']>

/** What a document is called in the common language, each term with what it means, and its scales. */
export function Classification({ of }: { of: Classified }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const scales = (['severity', 'likelihood', 'confidence'] as const).flatMap((name) => {
    const value = of[name]
    return value ? [{ name, value }] : []
  })
  return (
    <section className="classification" aria-labelledby="classification">
      <h3 id="classification">{intl.formatMessage({ id: 'classification.title' })}</h3>
      <dl className="terms">
        {of.terms.map((id) => {
          const term = findTerm(id)
          return (
            <div key={id}>
              <dt>
                {term ? (
                  <Link to="/lexicon" search={{ q: term.label[locale] }}>
                    {term.label[locale]}
                  </Link>
                ) : (
                  <code>{id}</code>
                )}
              </dt>
              <dd>
                {term?.definition[locale] ?? intl.formatMessage({ id: 'classification.unknown' })}
              </dd>
            </div>
          )
        })}
      </dl>
      {scales.length > 0 ? (
        <dl className="scales">
          {scales.map(({ name, value }) => (
            <div key={name}>
              <dt>{intl.formatMessage({ id: `classification.${name}` })}</dt>
              <dd>
                <Scaled of={value} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </section>
  )
}
