import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { PublicationSummary } from '../../../../node/src/api.ts'
import { addressOf, publicationsQuery, queryOf } from '../../api/publications.ts'
import { Waiting } from '../../frame/states.tsx'
import { Moment } from '../../marks/moment.tsx'
import { Choose } from './choose.tsx'
import { sayLanguage } from './say-language.ts'
import { nameWindow } from '../../frame/use-title.ts'

const SECTIONS = [
  { what: 'advisory', id: 'public.advisories' },
  { what: 'position', id: 'public.positions' },
  { what: 'statement', id: 'public.statements' },
] as const

/** Everything that is published here, for anyone. */
export function PublicationsPage() {
  const intl = useIntl()
  const choice = useSearch({ from: '/public' })
  const list = useQuery(publicationsQuery(choice))
  useEffect(() => {
    const page = intl.formatMessage({ id: 'public.title' })
    nameWindow(intl, page)
  }, [intl])
  const published = list.data?.publications
  return (
    <div className="publications">
      <h1>{intl.formatMessage({ id: 'public.title' })}</h1>
      <p className="lead">{intl.formatMessage({ id: 'public.lead' })}</p>
      <Choose choice={choice} />
      {published ? null : <Waiting error={list.error} />}
      {published?.length === 0 ? (
        <p>
          {intl.formatMessage({
            id: queryOf(choice) === '' ? 'public.none' : 'public.none.chosen',
          })}
        </p>
      ) : null}
      {SECTIONS.map(({ what, id }) => {
        const mine = published?.filter((one) => one.what === what) ?? []
        return mine.length === 0 ? null : (
          <section key={what} aria-labelledby={what}>
            <h2 id={what}>{intl.formatMessage({ id })}</h2>
            <ul>
              {mine.map((one) => (
                <Line key={one.id} publication={one} />
              ))}
            </ul>
          </section>
        )
      })}
      <p className="small quiet">{intl.formatMessage({ id: 'public.proves-not' })}</p>
    </div>
  )
}

function Line({ publication }: { publication: PublicationSummary }) {
  const intl = useIntl()
  const { id, title, lang, audience, by } = publication
  const standing = by.filter(({ recalled }) => !recalled)
  const gone = by.filter(({ recalled }) => recalled).map(({ name }) => name)
  const back = by.flatMap(({ recalled }) => recalled?.at ?? []).toSorted()
  return (
    <li>
      <Link to="/public/$id" params={{ id: addressOf(id) }} lang={lang}>
        {title}
      </Link>
      <p className="quiet small">
        {intl.formatMessage({ id: `public.for.${audience}` })}, {sayLanguage(intl, lang)}.{' '}
        {standing.length > 0 ? (
          <FormattedMessage
            id="public.by"
            values={{
              names: intl.formatList(standing.map(({ name }) => name)),
              count: standing.length,
              at: <Moment at={standing.map(({ since }) => since).toSorted()[0]!} />,
            }}
          />
        ) : null}
        {standing.length > 0 ? null : (
          <FormattedMessage
            id="public.by.none"
            values={{
              names: intl.formatList(by.map(({ name }) => name)),
              at: <Moment at={back.at(-1)!} />,
            }}
          />
        )}
        {standing.length > 0 && gone.length > 0 ? (
          <b className="back">
            {' '}
            {intl.formatMessage({ id: 'public.by.gone' }, { names: intl.formatList(gone) })}
          </b>
        ) : null}
      </p>
    </li>
  )
}
