import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { Moment } from '../../marks/moment.tsx'
import { Plate } from '../../marks/plate.tsx'
import { Scaled } from '../../marks/scaled.tsx'
import { ActLink } from './act-link.tsx'
import { useCase } from './case-context.ts'
import { RestsOnLost } from './rests-on-lost.tsx'
import { attributionsBy, lostUnder, mayAttribute, type AttributeAct } from './case-file.ts'

/** Each nation's own, sovereign word on who is responsible: side by side, never merged. */
export function Attributions() {
  const intl = useIntl()
  const file = useCase()
  return (
    <section className="attributions" aria-labelledby="attributions">
      <div className="text-head">
        <h2 id="attributions">{intl.formatMessage({ id: 'attributions.title' })}</h2>
        <p className="small quiet">{intl.formatMessage({ id: 'attributions.own' })}</p>
        {mayAttribute(file) ? (
          <p>
            <Link className="btn" from="/cases/$id" to="/cases/$id/attribute" search={true}>
              {intl.formatMessage({ id: 'attribute.do' })}
            </Link>
          </p>
        ) : null}
      </div>
      <div className="side-by-side">
        {file.members.map(({ id, name }) => {
          const said = attributionsBy(file, id)
          return (
            <section key={id} className="panel" aria-label={name}>
              <header>
                <Plate party={id} name={name} us={id === file.us} />
                <h3>{name}</h3>
              </header>
              <div className="body">
                {said.length === 0 ? (
                  <p className="quiet">{intl.formatMessage({ id: 'board.not-stated' })}</p>
                ) : null}
                {said.map((one) => (
                  <Attribution key={one.id} id={one.id} act={one.act} />
                ))}
              </div>
            </section>
          )
        })}
      </div>
    </section>
  )
}

function Attribution({ id, act }: { id: string; act: AttributeAct }) {
  const intl = useIntl()
  const file = useCase()
  const view = file.actOf(id)
  return (
    <dl className="custody">
      <dt>{intl.formatMessage({ id: `level.${act.level}` })}</dt>
      <dd>
        <b>{act.whom}</b>
      </dd>
      <dt>{intl.formatMessage({ id: 'attributions.likelihood' })}</dt>
      <dd>
        <Scaled of={act.likelihood} />
      </dd>
      <dt>{intl.formatMessage({ id: 'attributions.confidence' })}</dt>
      <dd>
        <Scaled of={act.confidence} />
      </dd>
      <dt>{intl.formatMessage({ id: 'attributions.evidence' })}</dt>
      <dd>
        {act.evidence.map((one) => {
          const cited = file.actOf(one)
          return (
            <span key={one}>
              {cited ? <ActLink act={cited} /> : <code>{one.slice(7, 15)}</code>}{' '}
            </span>
          )
        })}
        {act.evidence.length === 0 ? intl.formatMessage({ id: 'attributions.none' }) : null}
      </dd>
      {act.statement ? (
        <>
          <dt>{intl.formatMessage({ id: 'attributions.statement' })}</dt>
          <dd className="treaty">{act.statement}</dd>
        </>
      ) : null}
      {lostUnder(file, id).length > 0 ? (
        <dd className="note against small">
          <RestsOnLost id={id} />
        </dd>
      ) : null}
      <dt>{intl.formatMessage({ id: 'attributions.act' })}</dt>
      <dd>
        {view ? <ActLink act={view} /> : null} <Moment at={act.claimedAt} />
      </dd>
    </dl>
  )
}
