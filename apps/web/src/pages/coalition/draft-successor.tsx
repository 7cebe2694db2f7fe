import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { useIntl } from 'react-intl'
import type { Charter } from '@entente/accord'
import { fromBase64 } from '@entente/log'
import type { SuccessorDrafted } from '../../../../node/src/api.ts'
import { postJson } from '../../api/client.ts'
import { caseQuery } from '../../api/queries.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { usePreferences } from '../../frame/preferences.tsx'
import { IdShown } from '../../marks/id-told.tsx'
import { PartyChoice } from '../case/party-choice.tsx'
import { Download } from '../found/download.tsx'
import { TimeField } from '../found/time-field.tsx'
import { Field } from '../voice/field.tsx'
import { Differences } from './differences.tsx'
import { SUCCESSORS } from './queries.ts'

const TIMES = ['grace', 'notice', 'cure'] as const
const UNITS = { day: 86_400, hour: 3600, minute: 60, second: 1 } as const
type Time = Parameters<typeof TimeField>[0]['time']

/** The charter of the coalition as it is, from which another one is drafted. */
export function DraftSuccessor({ root, us }: { root: string; us: string }) {
  const intl = useIntl()
  const view = useQuery({ ...caseQuery(root), refetchInterval: false })
  const charter = view.data?.charter
  return (
    <section aria-labelledby="draft-successor">
      <h2 id="draft-successor">{intl.formatMessage({ id: 'successor.draft.title' })}</h2>
      <p className="small quiet">{intl.formatMessage({ id: 'successor.draft.what' })}</p>
      {charter ? <DraftForm key={charter.id} charter={charter} us={us} /> : null}
    </section>
  )
}

/** A number of seconds as people say it: so many of the largest unit that divides it. */
function timeOf(seconds: number): Time {
  const unit = (['day', 'hour', 'minute'] as const).find((one) => seconds % UNITS[one] === 0)
  return { count: String(seconds / UNITS[unit ?? 'second']), unit: unit ?? 'second' }
}

const secondsOf = ({ count, unit }: Time) => Number(count) * UNITS[unit]

function DraftForm({ charter, us }: { charter: Charter; us: string }) {
  const intl = useIntl()
  const [title, setTitle] = useState(charter.title)
  const [out, setOut] = useState<readonly string[]>([])
  const [chair, setChair] = useState<string>(charter.chair)
  const [times, setTimes] = useState({
    grace: timeOf(charter.grace),
    notice: timeOf(charter.notice),
    cure: timeOf(charter.cure),
  })
  const staying = charter.parties.filter(({ id }) => !out.includes(id))
  const presiding = staying.find(({ id }) => id === chair)?.id ?? us
  const drafting = useMutation({
    mutationFn: () =>
      postJson<SuccessorDrafted>(`${SUCCESSORS}/draft`, {
        title,
        chair: presiding,
        out,
        grace: secondsOf(times.grace),
        notice: secondsOf(times.notice),
        cure: secondsOf(times.cure),
      }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!drafting.isPending) drafting.mutate()
  }
  return (
    <>
      <form onSubmit={submit} onChange={() => drafting.reset()}>
        <Field label={intl.formatMessage({ id: 'found.coalition.title' })} error={undefined}>
          {(control) => (
            <input
              {...control}
              className="input"
              required
              maxLength={300}
              autoComplete="off"
              value={title}
              onChange={({ target }) => setTitle(target.value)}
            />
          )}
        </Field>
        <PartyChoice
          title="successor.draft.parties"
          parties={charter.parties}
          us={us}
          without={out}
          onChange={setOut}
        />
        <Field label={intl.formatMessage({ id: 'found.chair' })} error={undefined}>
          {(control) => (
            <select
              {...control}
              className="input until"
              value={presiding}
              onChange={({ target }) => setChair(target.value)}
            >
              {staying.map(({ id, name }) => (
                <option key={id} value={id}>
                  {id} {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        {TIMES.map((time) => (
          <TimeField
            key={time}
            time={times[time]}
            label={intl.formatMessage({ id: `found.time.${time}` })}
            hint={intl.formatMessage({ id: `found.time.${time}.hint` })}
            onChange={(next) => setTimes({ ...times, [time]: next })}
          />
        ))}
        <p className="small quiet">{intl.formatMessage({ id: 'successor.draft.elsewhere' })}</p>
        {drafting.error ? (
          <p className="note against" role="alert">
            {sayRefusal(intl, drafting.error)}
          </p>
        ) : null}
        <button type="submit" className="btn" aria-disabled={drafting.isPending}>
          {intl.formatMessage({ id: 'successor.draft.do' })}
        </button>
      </form>
      {drafting.data ? <Drafted of={drafting.data} root={charter.id} /> : null}
    </>
  )
}

/** What was drafted: what it changes, its id, its file, and the way to put it. */
function Drafted({ of: { charter, successor }, root }: { of: SuccessorDrafted; root: string }) {
  const intl = useIntl()
  const navigate = useNavigate()
  const { locale } = usePreferences()
  const putting = useMutation({
    mutationFn: () => postJson<SuccessorDrafted>(SUCCESSORS, { charter }),
    onSuccess: () =>
      void navigate({
        to: '/cases/$id/put-charter',
        params: { id: root },
        search: { step: 'charter', from: successor.id },
      }),
  })
  return (
    <article className="successor" aria-live="polite">
      <h3>{successor.told[locale].title}</h3>
      <Differences of={successor} />
      <IdShown of={successor} what={intl.formatMessage({ id: 'found.charter.of' })} />
      {putting.error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, putting.error)}
        </p>
      ) : null}
      <p className="row">
        <Download text={new TextDecoder().decode(fromBase64(charter))} name="charter.json">
          {intl.formatMessage({ id: 'found.charter.download' })}
        </Download>
        <button
          type="button"
          className="btn primary"
          aria-disabled={putting.isPending}
          onClick={() => putting.mutate()}
        >
          {intl.formatMessage({ id: 'successor.draft.put' })}
        </button>
      </p>
    </article>
  )
}
