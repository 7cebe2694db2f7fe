import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FormattedMessage, useIntl } from 'react-intl'
import type { PublicationSummary } from '../../../../node/src/api.ts'
import { addressOf, publicationsQuery } from '../../api/publications.ts'
import { meQuery } from '../../api/queries.ts'
import { Moment } from '../../marks/moment.tsx'
import { Plate } from '../../marks/plate.tsx'
import { useCase } from '../case/case-context.ts'
import { sayLanguage } from '../public/say-language.ts'
import './advisory.css'

/** In the room of a public case: what is published in it, and what this nation may do about that. */
export function Published() {
  const intl = useIntl()
  const file = useCase()
  const person = useQuery(meQuery).data?.person
  const list = useQuery(publicationsQuery())
  const mayWrite =
    person !== undefined && (person.verbs.includes('publish') || person.powers.drafts)
  const here = list.data?.publications.filter(({ case: at }) => at === file.view.id) ?? []
  return (
    <section className="published" aria-labelledby="published">
      <h2 id="published">{intl.formatMessage({ id: 'published.title' })}</h2>
      <p className="row across">
        {mayWrite ? (
          <Link className="btn primary" to="/cases/$id/advisory" params={{ id: file.view.id }}>
            {intl.formatMessage({ id: 'published.write' })}
          </Link>
        ) : null}
        <Link to="/public">{intl.formatMessage({ id: 'published.anyone' })}</Link>
      </p>
      {list.data && here.length === 0 ? (
        <p className="quiet">{intl.formatMessage({ id: 'public.none' })}</p>
      ) : null}
      <ul>
        {here.map((one) => (
          <Line key={one.id} one={one} mayRecall={mayWrite} />
        ))}
      </ul>
    </section>
  )
}

function Line({ one, mayRecall }: { one: PublicationSummary; mayRecall: boolean }) {
  const intl = useIntl()
  const file = useCase()
  const { id, title, lang, audience, by } = one
  const own = by.find(({ party, recalled }) => party === file.us && !recalled)
  return (
    <li>
      <p>
        <Link to="/public/$id" params={{ id: addressOf(id) }} lang={lang}>
          {title}
        </Link>
      </p>
      <p className="small quiet">
        {intl.formatMessage({ id: `public.for.${audience}` })}, {sayLanguage(intl, lang)}
      </p>
      <ul className="by small">
        {by.map(({ party, name, since, recalled }) => (
          <li key={party}>
            <Plate party={party} name={name} us={party === file.us} />{' '}
            {recalled ? (
              <span className="back">
                <FormattedMessage
                  id="public.by.none"
                  values={{ names: name, at: <Moment at={recalled.at} /> }}
                />
                : <q>{recalled.reason}</q>
              </span>
            ) : (
              <>
                {name} <FormattedMessage id="public.since" values={{ at: <Moment at={since} /> }} />
              </>
            )}
          </li>
        ))}
      </ul>
      {own && mayRecall ? (
        <Link
          className="btn little danger"
          to="/cases/$id/recall"
          params={{ id: file.view.id }}
          search={{ from: own.act }}
          aria-label={intl.formatMessage({ id: 'published.recall.of' }, { title })}
        >
          {intl.formatMessage({ id: 'published.recall' })}
        </Link>
      ) : null}
    </li>
  )
}
