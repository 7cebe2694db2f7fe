import { useIntl } from 'react-intl'
import type { Of } from './report.tsx'

/** Who gets this report, and who does not. */
export function Recipients({ draft, view }: Of) {
  const intl = useIntl()
  const line = view.lines.find(({ id }) => id === draft.line)
  if (!line) return null
  return (
    <section className="goes" aria-labelledby="goes">
      <h2 id="goes">{intl.formatMessage({ id: 'report.goes' })}</h2>
      <dl>
        <dt>{line.authority.name}</dt>
        <dd>{intl.formatMessage({ id: 'report.goes.authority' })}</dd>
        <dt className="quiet">{intl.formatMessage({ id: 'report.goes.others' })}</dt>
        <dd className="quiet">
          {intl.formatMessage({ id: 'report.goes.nobody' }, { name: line.authority.name })}
        </dd>
      </dl>
      <p className="small quiet">
        {intl.formatMessage({ id: 'report.goes.inventory' }, { name: line.operator.name })}
      </p>
    </section>
  )
}
