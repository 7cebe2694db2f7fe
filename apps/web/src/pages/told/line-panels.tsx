import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { NIS2_MEASURES } from '@entente/accord'
import type { ActView, Filed } from '../../../../node/src/api.ts'
import { postJson } from '../../api/client.ts'
import { Moment } from '../../marks/moment.tsx'
import { ActLink } from '../case/act-link.tsx'
import { useCase } from '../case/case-context.ts'
import { Refusal } from '../voice/signing.tsx'
import { assessedBy, receiptOf, sightingsOn } from './line-told.ts'
import './told.css'

/** What an operator tells its authority on their reporting line, beside its reports of incidents. */
export function LinePanels() {
  const { view } = useCase()
  if (!view.charter.parties.some(({ role }) => role === 'operator')) return null
  return (
    <>
      <Sightings />
      <SelfAssessment />
    </>
  )
}

function Sightings() {
  const intl = useIntl()
  const file = useCase()
  const seen = sightingsOn(file)
  const mayTell = file.verbs.includes('sighting')
  return (
    <section className="told" aria-labelledby="sightings">
      <h2 id="sightings">{intl.formatMessage({ id: 'sighting.list' })}</h2>
      <p className="small quiet">{intl.formatMessage({ id: 'sighting.never' })}</p>
      {seen.length === 0 ? (
        <p className="quiet">{intl.formatMessage({ id: 'sighting.none' })}</p>
      ) : null}
      <ul>
        {seen.map(({ view, act }) => (
          <li key={view.id}>
            <p>
              <code className="whole">{act.sightingOf}</code>:{' '}
              <b>{intl.formatMessage({ id: 'sighting.seen' }, { count: act.count })}</b>
              {act.firstSeen === undefined ? null : (
                <>
                  {', '}
                  <Moment at={act.firstSeen} />
                </>
              )}
              {act.lastSeen === undefined ? null : (
                <>
                  {' – '}
                  <Moment at={act.lastSeen} />
                </>
              )}{' '}
              <ActLink act={view} />
            </p>
            <Acknowledged view={view} />
          </li>
        ))}
      </ul>
      {mayTell ? (
        <Link className="btn" from="/cases/$id" to="/cases/$id/sighting">
          {intl.formatMessage({ id: 'sighting.do' })}
        </Link>
      ) : null}
    </section>
  )
}

function SelfAssessment() {
  const intl = useIntl()
  const file = useCase()
  const last = assessedBy(file)
  const levels = new Map((last?.act.measures ?? []).map((one) => [one.measure, one]))
  const mayTell = file.verbs.includes('self-assessment')
  return (
    <section className="told" aria-labelledby="self-assessment">
      <h2 id="self-assessment">{intl.formatMessage({ id: 'self.list' })}</h2>
      <p className="small quiet">{intl.formatMessage({ id: 'self.source' })}</p>
      {last ? (
        <>
          <dl className="levels">
            {NIS2_MEASURES.map((measure) => {
              const said = levels.get(measure)
              return (
                <div key={measure}>
                  <dt>
                    ({measure}) {intl.formatMessage({ id: `nis2.${measure}` })}
                  </dt>
                  <dd className={said ? undefined : 'quiet'}>
                    {intl.formatMessage({ id: said ? `self.level.${said.level}` : 'self.unsaid' })}
                    {said
                      ? `, ${intl.formatDate(said.assessedOn, { dateStyle: 'medium', timeZone: 'UTC' })}`
                      : null}
                  </dd>
                </div>
              )
            })}
          </dl>
          <Acknowledged view={last.view} />
        </>
      ) : (
        <p className="quiet">{intl.formatMessage({ id: 'self.none' })}</p>
      )}
      {mayTell ? (
        <Link className="btn" from="/cases/$id" to="/cases/$id/self-assessment">
          {intl.formatMessage({ id: 'self.do' })}
        </Link>
      ) : null}
    </section>
  )
}

/** That the authority received it; or, for the authority, the way to say so. */
function Acknowledged({ view }: { view: ActView }) {
  const intl = useIntl()
  const file = useCase()
  const queries = useQueryClient()
  const receipt = receiptOf(file, view.id)
  const signing = useMutation({
    mutationFn: () =>
      postJson<Filed>('/api/v1/incidents/receipts', { line: file.view.id, of: view.id }),
    onSuccess: () => queries.invalidateQueries(),
  })
  if (receipt)
    return (
      <p className="small quiet">
        {intl.formatMessage({ id: 'told.received' }, { name: file.nameOf(receipt.party) })}{' '}
        <ActLink act={receipt} />
      </p>
    )
  if (view.party === file.us || !file.verbs.includes('receipt')) return null
  return (
    <>
      <button
        type="button"
        className="btn little"
        disabled={signing.isPending}
        onClick={() => signing.mutate()}
      >
        {intl.formatMessage({ id: 'told.acknowledge' })}
      </button>
      <Refusal error={signing.error} />
    </>
  )
}
