import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { MatchView, ReportSaid } from '../../../../node/src/api.ts'
import { LintNotes } from '../../frame/lint/lint-notes.tsx'
import { usePreferences } from '../../frame/preferences.tsx'
import { Field } from '../voice/field.tsx'
import { matchesQuery } from './queries.ts'
import type { Of } from './report.tsx'
import type { Change } from './use-said.ts'

type Props = Of & { readonly said: ReportSaid; readonly change: (part: Change) => void }

/** An instant as a field of the browser writes it, and back. All times of acts are UTC. */
const toField = (instant: string | undefined) => instant?.slice(0, 16) ?? ''
const fromField = (text: string) => (text === '' ? undefined : `${text.slice(0, 16)}:00Z`)

export function When({ said, change, draft, stage }: Props) {
  const intl = useIntl()
  const isLate = draft.clocks.some((clock) => clock.stage === stage.id && clock.state === 'missed')
  return (
    <>
      <Field
        label={intl.formatMessage({ id: 'report.aware' })}
        hint={intl.formatMessage({ id: 'report.aware.hint' })}
        error={undefined}
      >
        {(control) => (
          <input
            {...control}
            className="input instant"
            type="datetime-local"
            value={toField(said.awareAt)}
            onChange={({ target }) => change({ awareAt: fromField(target.value) })}
          />
        )}
      </Field>
      <button
        type="button"
        className="btn now"
        onClick={() => change({ awareAt: fromField(new Date().toISOString()) })}
      >
        {intl.formatMessage({ id: 'report.aware.now' })}
      </button>
      {isLate || said.lateBecause !== undefined ? (
        <Words
          label={intl.formatMessage({ id: 'report.late' })}
          hint={intl.formatMessage({ id: 'report.late.hint' })}
          value={said.lateBecause}
          most={2000}
          onChange={(lateBecause) => change({ lateBecause })}
        />
      ) : null}
    </>
  )
}

export function What({ said, change }: Props) {
  const intl = useIntl()
  return (
    <>
      <Words
        label={intl.formatMessage({ id: 'report.name' })}
        hint={intl.formatMessage({ id: 'report.name.hint' })}
        value={said.title}
        most={300}
        rows={1}
        onChange={(title) => change({ title })}
      />
      <Words
        label={intl.formatMessage({ id: 'report.account' })}
        hint={intl.formatMessage({ id: 'report.account.hint' })}
        value={said.account}
        most={8000}
        rows={5}
        onChange={(account) => change({ account })}
      />
      <YesNo
        name="malicious"
        value={said.suspectedMalicious}
        onChange={(suspectedMalicious) => change({ suspectedMalicious })}
      />
      <YesNo
        name="cross-border"
        value={said.crossBorder}
        onChange={(crossBorder) => change({ crossBorder })}
      />
    </>
  )
}

/** Text of a report: the linter reads it here, and nothing of it leaves before it is signed. */
function Words({
  label,
  hint,
  value = '',
  most,
  rows = 3,
  onChange,
}: {
  label: string
  hint?: string
  value: string | undefined
  most: number
  rows?: number
  onChange: (text: string | undefined) => void
}) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })} error={undefined}>
      {(control) => (
        <>
          <textarea
            {...control}
            className="input"
            rows={rows}
            maxLength={most}
            value={value}
            onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
          />
          <LintNotes text={value} of={control.id} />
        </>
      )}
    </Field>
  )
}

function YesNo({
  name,
  value,
  onChange,
}: {
  name: 'malicious' | 'cross-border'
  value: boolean | undefined
  onChange: (value: boolean) => void
}) {
  const intl = useIntl()
  return (
    <fieldset className="opts">
      <legend className="label">{intl.formatMessage({ id: `report.${name}` })}</legend>
      {[true, false].map((is) => (
        <label key={String(is)} className="opt">
          <input type="radio" name={name} checked={value === is} onChange={() => onChange(is)} />
          {intl.formatMessage({ id: is ? 'report.yes' : 'report.no' })}
        </label>
      ))}
    </fieldset>
  )
}

type Group = { readonly id: string; readonly name: string; readonly assets: number }

/** Indicators that touch something here, each with how many things: never with which. */
function groupsOf(matches: readonly MatchView[]): readonly Group[] {
  const open = matches.filter(({ falsePositive }) => falsePositive === undefined)
  return [...Map.groupBy(open, ({ indicator }) => indicator.id)].map(([id, group]) => ({
    id,
    name: group[0]?.indicator.name ?? id,
    assets: new Set(group.map(({ asset }) => asset.id)).size,
  }))
}

export function Touched({ said, change }: Props) {
  const intl = useIntl()
  const matches = useQuery(matchesQuery)
  const groups = groupsOf(matches.data?.matches ?? [])
  const named = said.indicators ?? []
  const others = named.filter((id) => !groups.some((group) => group.id === id))
  const set = (id: string, is: boolean) => {
    const next = is ? [...named, id] : named.filter((one) => one !== id)
    change({ indicators: next.length === 0 ? undefined : next })
  }
  const found = matches.data?.assets
  return (
    <>
      <Field
        label={intl.formatMessage({ id: 'report.touched' })}
        hint={intl.formatMessage({ id: 'report.touched.hint' })}
        error={undefined}
      >
        {(control) => (
          <input
            {...control}
            className="input number"
            type="number"
            min={0}
            max={1_000_000_000}
            step={1}
            value={said.touched ?? ''}
            onChange={({ target }) => change({ touched: countOf(target.value) })}
          />
        )}
      </Field>
      {found !== undefined && found > 0 && said.touched !== found ? (
        <button type="button" className="btn now" onClick={() => change({ touched: found })}>
          {intl.formatMessage({ id: 'report.touched.take' }, { count: found })}
        </button>
      ) : null}
      <fieldset className="opts">
        <legend className="label">{intl.formatMessage({ id: 'report.indicators' })}</legend>
        {groups.length + others.length === 0 ? (
          <p className="quiet">{intl.formatMessage({ id: 'report.indicators.none' })}</p>
        ) : null}
        {groups.map(({ id, name, assets }) => (
          <label key={id} className="opt">
            <input
              type="checkbox"
              checked={named.includes(id)}
              onChange={({ target }) => set(id, target.checked)}
            />
            <span>
              {name}
              <small>
                {intl.formatMessage({ id: 'report.indicators.touch' }, { count: assets })}
              </small>
            </span>
          </label>
        ))}
        {others.map((id) => (
          <label key={id} className="opt">
            <input type="checkbox" checked onChange={() => set(id, false)} />
            <code className="id">{id}</code>
          </label>
        ))}
      </fieldset>
      <p className="small">
        <Link to="/assets">{intl.formatMessage({ id: 'report.indicators.why' })}</Link>
      </p>
    </>
  )
}

function countOf(text: string): number | undefined {
  const count = Number(text)
  return text !== '' && Number.isInteger(count) && count >= 0 && count <= 1_000_000_000
    ? count
    : undefined
}

export function Asked({ said, change, stage }: Props) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const answer = (id: string, text: string | undefined) => {
    const { [id]: _before, ...others } = said.answers ?? {}
    const next = text === undefined ? others : { ...others, [id]: text }
    change({ answers: Object.keys(next).length === 0 ? undefined : next })
  }
  return (
    <>
      {stage.fields.map(({ id, label, required, provision }) => (
        <Words
          key={id}
          label={label[locale]}
          hint={`${intl.formatMessage({ id: `report.required.${required}` })} · ${provision}`}
          value={said.answers?.[id]}
          most={4000}
          onChange={(text) => answer(id, text)}
        />
      ))}
      <Field
        label={intl.formatMessage({ id: 'report.handled' })}
        hint={intl.formatMessage({ id: 'report.handled.hint' })}
        error={undefined}
      >
        {(control) => (
          <input
            {...control}
            className="input instant"
            type="datetime-local"
            value={toField(said.handledAt)}
            onChange={({ target }) => change({ handledAt: fromField(target.value) })}
          />
        )}
      </Field>
    </>
  )
}
