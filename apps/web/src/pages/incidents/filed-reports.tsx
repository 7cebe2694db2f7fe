import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { Filed, FiledReport, IncidentView } from '../../../../node/src/api.ts'
import { postJson } from '../../api/client.ts'
import { meQuery } from '../../api/queries.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { LintNotes } from '../../frame/lint/lint-notes.tsx'
import { usePreferences } from '../../frame/preferences.tsx'
import { useToast } from '../../frame/toast.tsx'
import { Moment } from '../../marks/moment.tsx'
import { Field } from '../voice/field.tsx'
import { stageIn, type Regime } from './regime-words.ts'

/** What was filed, the latest first, each with its receipt or what is missing for one. */
export function FiledReports({ one, regime }: { one: IncidentView; regime: Regime | undefined }) {
  const intl = useIntl()
  return (
    <section className="reports" aria-labelledby="reports">
      <h2 id="reports">
        {intl.formatMessage({ id: 'incident.reports' }, { count: one.reports.length })}
      </h2>
      <ol>
        {one.reports.toReversed().map((report) => (
          <Report key={report.act} report={report} one={one} regime={regime} />
        ))}
      </ol>
    </section>
  )
}

type Props = {
  readonly report: FiledReport
  readonly one: IncidentView
  readonly regime: Regime | undefined
}

function Report({ report, one, regime }: Props) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const stage = stageIn(regime, report.stage)
  const yes = (is: boolean) => intl.formatMessage({ id: is ? 'report.yes' : 'report.no' })
  return (
    <li>
      <h3>
        {stage?.label[locale] ?? report.stage}{' '}
        <span className="quiet small">
          <Moment at={report.receivedAt ?? report.claimedAt} />
        </span>
      </h3>
      <p className="account">{report.account}</p>
      <dl className="answers">
        <dt>{intl.formatMessage({ id: 'report.malicious.short' })}</dt>
        <dd>{yes(report.suspectedMalicious)}</dd>
        <dt>{intl.formatMessage({ id: 'report.cross-border.short' })}</dt>
        <dd>{yes(report.crossBorder)}</dd>
        {report.touched === undefined ? null : (
          <>
            <dt>{intl.formatMessage({ id: 'report.touched.short' })}</dt>
            <dd>{intl.formatNumber(report.touched)}</dd>
          </>
        )}
        {Object.entries(report.answers).map(([id, text]) => (
          <Answer
            key={id}
            label={stage?.fields.find((field) => field.id === id)?.label[locale] ?? id}
            text={text}
          />
        ))}
        {report.handledAt === undefined ? null : (
          <>
            <dt>{intl.formatMessage({ id: 'report.handled' })}</dt>
            <dd>
              <Moment at={report.handledAt} />
            </dd>
          </>
        )}
        {report.lateBecause === undefined ? null : (
          <Answer label={intl.formatMessage({ id: 'report.late' })} text={report.lateBecause} />
        )}
      </dl>
      <Indicators ids={report.indicators} />
      <Receipt report={report} one={one} />
      <p className="small quiet">
        {intl.formatMessage({ id: 'report.act' })} <code className="id">{report.act}</code>
      </p>
    </li>
  )
}

function Answer({ label, text }: { label: string; text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </>
  )
}

function Indicators({ ids }: { ids: readonly string[] }) {
  const intl = useIntl()
  if (ids.length === 0) return null
  return (
    <details>
      <summary>
        {intl.formatMessage({ id: 'report.indicators.named' }, { count: ids.length })}
      </summary>
      <ul className="ids">
        {ids.map((id) => (
          <li key={id}>
            <Link to="/objects/$id" params={{ id }}>
              <code>{id}</code>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Who has it: cosigned at the other end, and acknowledged by its authority. */
function Receipt({ report, one }: { report: FiledReport; one: IncidentView }) {
  const intl = useIntl()
  const { receipt, receivedAt } = report
  if (receipt)
    return (
      <div className="note for receipt">
        <p>
          <b>{intl.formatMessage({ id: 'receipt.given' })}</b> <Moment at={receipt.claimedAt} />
        </p>
        {receipt.remarks === undefined ? null : <p>{receipt.remarks}</p>}
        <p className="small quiet">
          {intl.formatMessage({ id: 'report.act' })} <code className="id">{receipt.act}</code>
        </p>
      </div>
    )
  if (one.side === 'authority') return <Acknowledge report={report} one={one} />
  return (
    <p className="note hold">
      {receivedAt === undefined ? (
        intl.formatMessage({ id: 'receipt.not-seen' })
      ) : (
        <>
          {intl.formatMessage({ id: 'receipt.seen' })} <Moment at={receivedAt} />.{' '}
          {intl.formatMessage({ id: 'receipt.none' })}
        </>
      )}
    </p>
  )
}

function Acknowledge({ report, one }: { report: FiledReport; one: IncidentView }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const { say } = useToast()
  const me = useQuery(meQuery)
  const [remarks, setRemarks] = useState('')
  const filing = useMutation({
    mutationFn: () =>
      postJson<Filed>('/api/v1/incidents/receipts', {
        line: one.line,
        of: report.act,
        ...(remarks.trim() === '' ? {} : { remarks: remarks.trim() }),
      }),
    onSuccess: async () => {
      say(intl.formatMessage({ id: 'receipt.filed' }))
      await queries.invalidateQueries()
    },
  })
  const person = me.data?.person
  if (person && !person.verbs.includes('receipt'))
    return (
      <p className="note hold">
        {intl.formatMessage({ id: 'receipt.not-yours' }, { authority: person.authority.name })}
      </p>
    )
  return (
    <form
      className="acknowledge"
      onSubmit={(event) => {
        event.preventDefault()
        filing.mutate()
      }}
    >
      <Field
        label={intl.formatMessage({ id: 'receipt.remarks' })}
        hint={intl.formatMessage({ id: 'receipt.remarks.hint' }, { name: one.operator.name })}
        error={undefined}
      >
        {(control) => (
          <>
            <textarea
              {...control}
              className="input"
              rows={2}
              maxLength={2000}
              value={remarks}
              onChange={({ target }) => setRemarks(target.value)}
            />
            <LintNotes text={remarks} of={control.id} />
          </>
        )}
      </Field>
      <button type="submit" className="btn primary" aria-disabled={filing.isPending}>
        {intl.formatMessage({ id: 'receipt.do' })}
      </button>
      {filing.error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, filing.error)}
        </p>
      ) : null}
    </form>
  )
}
