import { Link, useSearch } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { AssessmentView } from '../../../../node/src/api.ts'
import type { Form } from '../../api/measures.ts'
import { Finding } from '../../marks/finding.tsx'
import { Plate } from '../../marks/plate.tsx'
import { useCase } from '../case/case-context.ts'

const FORMS: readonly Form[] = ['coordinated', 'independent', 'joint', 'assistance', 'on-behalf']

/** The same facts in another form of acting together: nothing but the form is changed. */
export function FormChoice({ view }: { view: AssessmentView }) {
  const intl = useIntl()
  const { view: file } = useCase()
  const { form: _chosen, ...search } = useSearch({ from: '/cases/$id/law' })
  const to = { to: '/cases/$id/law', params: { id: file.id }, resetScroll: false } as const
  return (
    <nav className="form-choice" aria-label={intl.formatMessage({ id: 'law.form' })}>
      <span className="label">{intl.formatMessage({ id: 'law.form' })}</span>
      <span className="segment">
        <Link {...to} search={search} aria-current={view.form ? undefined : 'true'}>
          {intl.formatMessage({ id: 'law.form.own' })}
        </Link>
        {FORMS.map((form) => (
          <Link
            key={form}
            {...to}
            search={{ ...search, form }}
            aria-current={view.form === form ? 'true' : undefined}
          >
            {intl.formatMessage({ id: `form.${form}` })}
          </Link>
        ))}
      </span>
    </nav>
  )
}

/** What each form of acting together comes to for each nation, in its order, ties said. */
export function Forms({ view }: { view: AssessmentView }) {
  const intl = useIntl()
  const { us } = useCase()
  return (
    <section className="forms" aria-labelledby="forms">
      <h3 id="forms">{intl.formatMessage({ id: 'law.forms' })}</h3>
      <p className="small quiet">{intl.formatMessage({ id: 'law.forms.note' })}</p>
      <ul className="form-list">
        {view.nations.map(({ code, name, routes }) => (
          <li key={code}>
            <h4 className="nat">
              <Plate party={code} name={name} us={code === us} /> {name}
            </h4>
            <ol>
              {routes.map(({ form, value, disputes, place }) => (
                <li key={form} value={place} className={place === 1 ? 'least' : undefined}>
                  <Finding value={value} />
                  <span>
                    {place}. {intl.formatMessage({ id: `form.${form}` })}{' '}
                    <span className="small quiet">
                      {intl.formatMessage({ id: 'law.forms.disputes' }, { count: disputes.length })}
                      {routes.filter((other) => other.place === place).length > 1
                        ? `, ${intl.formatMessage({ id: 'law.forms.tie' })}`
                        : null}
                    </span>
                  </span>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </section>
  )
}
