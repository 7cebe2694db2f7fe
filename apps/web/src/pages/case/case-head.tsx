import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { Tlp } from '../../marks/tlp.tsx'
import { useCase } from './case-context.ts'

const TABS = ['room', 'law', 'measures', 'divergence'] as const
export type CaseTab = (typeof TABS)[number] | 'keys'

const ADDRESS = {
  room: '/cases/$id',
  law: '/cases/$id/law',
  measures: '/cases/$id/measures',
  divergence: '/cases/$id/divergence',
} as const

/** Which case this is, how it is marked, and its other pages. */
export function CaseHead({ at }: { at: CaseTab }) {
  const intl = useIntl()
  const { view, steps } = useCase()
  const { title, tlp } = view.charter
  return (
    <div className="case-head">
      <div className="row">
        <nav className="quiet small" aria-label={intl.formatMessage({ id: 'case.trail' })}>
          <Link to="/cases">{intl.formatMessage({ id: 'nav.cases' })}</Link> /{' '}
          <code title={view.id}>{view.id.slice(7, 15)}</code>
        </nav>
        <Tlp tlp={tlp} />
      </div>
      <h1>{title}</h1>
      {steps.length > 0 && !view.charter.public ? (
        <nav className="tabs" aria-label={intl.formatMessage({ id: 'case.tabs' })}>
          {TABS.map((tab) => (
            <Link
              key={tab}
              to={ADDRESS[tab]}
              params={{ id: view.id }}
              aria-current={tab === at ? 'page' : undefined}
            >
              {intl.formatMessage({ id: `case.tab.${tab}` })}
            </Link>
          ))}
        </nav>
      ) : null}
    </div>
  )
}
