import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useIntl } from 'react-intl'
import type { ViewIfKept } from '../../../../node/src/api.ts'
import { ifKeptQuery } from '../../api/measures.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { useSay } from '../../i18n/use-say.ts'
import { Finding, findingWord } from '../../marks/finding.tsx'

/** What the law would answer this nation in every open measure under this view, before it is kept. */
export function IfKept({ view }: { view: unknown }) {
  const intl = useIntl()
  const settled = useSettled(view)
  const { data, error } = useQuery({ ...ifKeptQuery(settled), enabled: settled !== undefined })
  return (
    <section className="if-kept" aria-labelledby="if-kept" aria-live="polite">
      <h2 id="if-kept">{intl.formatMessage({ id: 'views.if' })}</h2>
      {view === undefined ? (
        <p className="quiet">{intl.formatMessage({ id: 'views.if.nothing' })}</p>
      ) : error ? (
        <p className="note against">{sayRefusal(intl, error)}</p>
      ) : data ? (
        <Effects of={data} />
      ) : (
        <p className="quiet">{intl.formatMessage({ id: 'measure.asking' })}</p>
      )}
    </section>
  )
}

/** Asked again when the person pauses, not at every key. */
function useSettled(view: unknown): unknown {
  const wanted = view === undefined ? '' : JSON.stringify(view)
  const [settled, setSettled] = useState(wanted)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(wanted), 500)
    return () => clearTimeout(timer)
  }, [wanted])
  return useMemo(() => (settled === '' ? undefined : (JSON.parse(settled) as unknown)), [settled])
}

function Effects({ of: { measures } }: { of: ViewIfKept }) {
  const intl = useIntl()
  const say = useSay()
  if (measures.length === 0)
    return <p className="quiet">{intl.formatMessage({ id: 'views.if.no-measure' })}</p>
  return (
    <ul className="effects">
      {measures.map((measure) => (
        <li key={`${measure.case} ${measure.step}`}>
          <h3>
            <Link to="/cases/$id/law" params={{ id: measure.case }} search={{ step: measure.step }}>
              {measure.title}
            </Link>
          </h3>
          <p className="row">
            <Finding value={measure.was.value} /> <span aria-hidden="true">→</span>
            <span className="hidden">{intl.formatMessage({ id: 'views.if.would' })}</span>{' '}
            <Finding value={measure.would.value} />
          </p>
          <p className="small">{say(measure.would.words)}.</p>
          {measure.signed ? (
            <p className="small quiet">
              {intl.formatMessage(
                { id: 'views.if.signed' },
                { value: intl.formatMessage({ id: findingWord(measure.signed) }) },
              )}
            </p>
          ) : null}
          {measure.rows.length === 0 ? (
            <p className="small quiet">{intl.formatMessage({ id: 'views.if.same' })}</p>
          ) : (
            <ul className="lines">
              {measure.rows.map(({ norm, question, citation, was, would }) => (
                <li key={norm}>
                  {say(question)} <cite className="small quiet">{say(citation)}</cite>
                  <br />
                  <b>
                    {intl.formatMessage(
                      { id: 'views.if.row' },
                      {
                        was: intl.formatMessage({ id: findingWord(was) }),
                        would: intl.formatMessage({ id: findingWord(would) }),
                      },
                    )}
                  </b>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
