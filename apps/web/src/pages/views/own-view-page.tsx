import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Me, OwnView } from '../../../../node/src/api.ts'
import { putJson } from '../../api/client.ts'
import { changeQuery, ownViewQuery } from '../../api/measures.ts'
import { meQuery } from '../../api/queries.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { Waiting } from '../../frame/states.tsx'
import { useToast } from '../../frame/toast.tsx'
import { useTitle } from '../../frame/use-title.ts'
import { Moment } from '../../marks/moment.tsx'
import { peopleQuery } from '../../api/queries.ts'
import { Field } from '../voice/field.tsx'
import '../../style/voice.css'
import { Documents } from './documents.tsx'
import { IfKept } from './if-kept.tsx'
import { filledView, viewOf, wrongInView, ALL_ISSUES, type FilledView } from './own-view.ts'
import { ReadingFields } from './reading-fields.tsx'
import './views.css'

const route = getRouteApi('/law/view')

/** How this node's own nation reads the law: written issue by issue, kept, and every earlier view read. */
export function OwnViewPage() {
  useTitle('views.own')
  const intl = useIntl()
  const { change } = route.useSearch()
  const me = useQuery(meQuery)
  const own = useQuery(ownViewQuery)
  const earlier = useQuery({ ...changeQuery(change ?? 0), enabled: change !== undefined })
  const shown = change === undefined ? own.data : earlier.data
  if (!me.data?.person || !own.data || !shown)
    return <Waiting error={me.error ?? own.error ?? earlier.error} />
  return (
    <div className="own-view">
      <h1>{intl.formatMessage({ id: 'law.view.title' }, { name: me.data.node.name })}</h1>
      <p className="lead">
        {intl.formatMessage({ id: 'law.view.stays' })}{' '}
        <Link to="/law/views">{intl.formatMessage({ id: 'views.others' })}</Link>
      </p>
      {change === undefined ? null : (
        <p className="note hold">
          {intl.formatMessage({ id: 'views.earlier.shown' }, { change })}{' '}
          <Link to="/law/view">{intl.formatMessage({ id: 'views.latest' })}</Link>
        </p>
      )}
      <ViewForm
        key={`${change ?? ''} ${shown.changes.length}`}
        own={shown}
        me={me.data}
        readOnly={change !== undefined || !me.data.person.powers.drafts}
      />
      <Changes own={own.data} shown={change} />
    </div>
  )
}

function ViewForm({ own, me, readOnly }: { own: OwnView; me: Me; readOnly: boolean }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const { say } = useToast()
  const body = useRef<HTMLFieldSetElement>(null)
  const [first] = useState(() => filledView(own.view, new Date().toISOString().slice(0, 10)))
  const [filled, setFilled] = useState<FilledView>(first)
  const [tried, setTried] = useState(false)
  const { party: code, name } = me.node
  const view = useMemo(() => viewOf(filled, { code, name, kind: 'state' }), [filled, code, name])
  const wrong = wrongInView(filled)
  const unchanged = own.view !== undefined && JSON.stringify(filled) === JSON.stringify(first)
  const keeping = useMutation({
    mutationFn: () => putJson<OwnView>('/api/v1/view', { view }),
    onSuccess: async () => {
      say(intl.formatMessage({ id: 'views.kept' }))
      await queries.invalidateQueries()
    },
  })
  const errorOf = (field: string) => {
    const id = tried ? wrong.get(field) : undefined
    return id && intl.formatMessage({ id })
  }
  const keep = () => {
    setTried(true)
    if (wrong.size === 0 && !unchanged) return keeping.mutate()
    setTimeout(() => body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const change = (part: Partial<FilledView>) => setFilled({ ...filled, ...part })
  return (
    <div className="own-view-bench">
      <fieldset ref={body} className="own-view-fields" disabled={readOnly}>
        <legend className="hidden">{intl.formatMessage({ id: 'views.own' })}</legend>
        <Field label={intl.formatMessage({ id: 'views.asOf' })} error={errorOf('asOf')}>
          {(control) => (
            <input
              {...control}
              type="date"
              className="input until"
              value={filled.asOf}
              onChange={({ target }) => change({ asOf: target.value })}
            />
          )}
        </Field>
        <label className="row small">
          <input
            type="checkbox"
            checked={filled.exercise}
            onChange={({ target }) => change({ exercise: target.checked })}
          />
          {intl.formatMessage({ id: 'views.exercise' })}
        </label>
        {ALL_ISSUES.map((issue) => (
          <ReadingFields
            key={issue}
            issue={issue}
            filled={filled.readings[issue]}
            errorOf={errorOf}
            onChange={(reading) => change({ readings: { ...filled.readings, [issue]: reading } })}
          />
        ))}
        <Documents
          documents={filled.documents}
          errorOf={errorOf}
          onChange={(documents) => change({ documents })}
        />
      </fieldset>
      {readOnly ? null : (
        <div className="own-view-side">
          <IfKept view={wrong.size === 0 && !unchanged ? view : undefined} />
          <p className="small quiet">{intl.formatMessage({ id: 'views.keep.note' })}</p>
          <p className="error" role="alert">
            {tried && wrong.size > 0
              ? intl.formatMessage({ id: 'views.error.some' }, { count: wrong.size })
              : null}
            {tried && unchanged ? intl.formatMessage({ id: 'amend.unchanged' }) : null}
          </p>
          {keeping.error ? (
            <p className="note against" role="alert">
              {sayRefusal(intl, keeping.error)}
            </p>
          ) : null}
          <button
            type="button"
            className="btn primary big"
            aria-disabled={keeping.isPending}
            onClick={keep}
          >
            {intl.formatMessage({ id: 'views.keep' })}
          </button>
        </div>
      )}
    </div>
  )
}

/** Who kept what when; every earlier view stays readable. */
function Changes({ own, shown }: { own: OwnView; shown: number | undefined }) {
  const intl = useIntl()
  const people = useQuery(peopleQuery)
  if (own.changes.length === 0) return null
  const nameOf = (id: string) => people.data?.find((one) => one.id === id)?.name ?? id
  return (
    <section aria-labelledby="view-changes">
      <h2 id="view-changes">{intl.formatMessage({ id: 'views.changes' })}</h2>
      <ol className="lines">
        {own.changes.map(({ at, by }, index) => (
          <li key={at}>
            <FormattedMessage
              id="views.change"
              values={{ number: index + 1, name: nameOf(by), at: <Moment at={at} /> }}
            />{' '}
            {index + 1 === own.changes.length ? (
              intl.formatMessage({ id: 'views.change.latest' })
            ) : (
              <Link
                to="/law/view"
                search={{ change: index + 1 }}
                aria-current={shown === index + 1 ? 'true' : undefined}
              >
                {intl.formatMessage({ id: 'views.change.read' }, { number: index + 1 })}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
