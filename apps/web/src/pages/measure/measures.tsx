import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useParams } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { MeasuresView } from '../../../../node/src/api.ts'
import { measuresQuery } from '../../api/measures.ts'
import { Waiting } from '../../frame/states.tsx'
import { useCase } from '../case/case-context.ts'
import { isAuthor } from '../case/case-file.ts'
import { CasePlace } from '../case/case-place.tsx'
import { Calls, Ledger } from './ledger.tsx'
import './measure.css'
import { MeasuresContext } from './measures-context.ts'

/** The ledger of every measure of a case: what was called for, and where each nation stands in it. */
export function MeasuresPage() {
  const { id } = useParams({ from: '/cases/$id/measures' })
  return (
    <CasePlace id={id} at="measures">
      <Measures />
    </CasePlace>
  )
}

function Measures() {
  const { view } = useCase()
  const { data, error } = useQuery(measuresQuery(view.id, view.digest))
  if (!data) return <Waiting error={error} />
  return (
    <MeasuresContext value={data}>
      <div className="measures">
        {data.measures.map((measure) => (
          <Ledger key={measure.step} measure={measure} />
        ))}
        <Prepared view={data} />
      </div>
      <Outlet />
    </MeasuresContext>
  )
}

/** What was said before there is a text: a call may come first, and without one nobody begins. */
function Prepared({ view }: { view: MeasuresView }) {
  const intl = useIntl()
  const file = useCase()
  const mayCall = file.may('call')
  const mayPropose = isAuthor(file, 'measure') && file.may('propose')
  if (view.measures.length > 0 && view.prepared.length === 0 && !mayCall && !mayPropose) return null
  return (
    <section className="prepared" aria-labelledby="prepared">
      <h2 id="prepared">{intl.formatMessage({ id: 'measure.prepared' })}</h2>
      <p className="small quiet">{intl.formatMessage({ id: 'measure.prepared.note' })}</p>
      {view.prepared.map(({ step, calls }) => (
        <section key={step}>
          <h3>
            <code>{step}</code>
          </h3>
          <Calls of={calls} />
          <p className="row">
            {(['call', 'notice'] as const)
              .filter((act) => file.may(act))
              .map((act) => (
                <Link
                  key={act}
                  className="btn little"
                  to="/cases/$id/measures/$act"
                  params={{ id: file.view.id, act }}
                  search={{ step }}
                >
                  {intl.formatMessage({ id: `measure.do.${act}` })}
                </Link>
              ))}
            {mayPropose ? <ProposeLink step={step} /> : null}
          </p>
        </section>
      ))}
      {mayPropose && view.prepared.length === 0 ? <ProposeLink step={undefined} /> : null}
      {mayCall ? (
        <Link
          className="btn"
          to="/cases/$id/measures/$act"
          params={{ id: file.view.id, act: 'call' }}
        >
          {intl.formatMessage({ id: 'measure.prepare' })}
        </Link>
      ) : null}
    </section>
  )
}

/** The form of a measure's text and terms, in the case's own room. */
function ProposeLink({ step }: { step: string | undefined }) {
  const intl = useIntl()
  const { view } = useCase()
  return (
    <Link
      className="btn"
      to="/cases/$id/propose"
      params={{ id: view.id }}
      search={{ kind: 'measure', ...(step === undefined ? {} : { step }) }}
    >
      {intl.formatMessage({ id: 'version.measure.new' })}
    </Link>
  )
}
