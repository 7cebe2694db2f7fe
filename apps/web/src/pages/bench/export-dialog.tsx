import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { AskedRelease, ReleaseFormat, ReleasePreview } from '../../../../node/src/api.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { ActDialog } from '../../frame/dialog.tsx'
import type { MessageId } from '../../i18n/index.ts'
import { Export } from '../sharing/export.tsx'
import { audiencesQuery, previewQuery } from '../sharing/queries.ts'
import { Besides, sayCode, useAudienceName } from '../sharing/who-sees.tsx'
import { Field } from '../voice/field.tsx'

const FORMATS: readonly ReleaseFormat[] = ['stix', 'misp', 'csv', 'suricata', 'navigator', 'list']
const CEILINGS = ['TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'] as const

/** To whom and as what, what of it may go and why not the rest, by the function by which it goes. */
export function ExportDialog({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const intl = useIntl()
  const nameOf = useAudienceName()
  const audiences = useQuery(audiencesQuery)
  const [chosen, setChosen] = useState<
    Omit<AskedRelease, 'ids' | 'audience'> & { audience?: string }
  >({})
  const audience = chosen.audience ?? audiences.data?.[0]?.audience
  const { ceiling } = chosen
  return (
    <ActDialog
      title={intl.formatMessage({ id: 'bench.export.title' }, { count: ids.length })}
      onClose={onClose}
      small
    >
      <Choice
        label="bench.export.to"
        value={audience ?? ''}
        options={[...(audiences.data ?? []), { audience: 'own' }].map((one) => [
          one.audience,
          nameOf(one),
        ])}
        onChoose={(to) => setChosen({ ...chosen, audience: to })}
      />
      <Choice
        label="bench.export.format"
        value={chosen.format ?? 'stix'}
        options={FORMATS.map((one) => [
          one,
          intl.formatMessage({ id: `bench.export.format.${one}` }),
        ])}
        onChoose={(format) => setChosen({ ...chosen, format })}
      />
      <Choice
        label="bench.export.ceiling"
        value={ceiling ?? ''}
        options={[
          ['', intl.formatMessage({ id: 'bench.export.ceiling.none' })],
          ...CEILINGS.map((one) => [one, one] as const),
        ]}
        onChoose={(label) => {
          const { ceiling: _before, ...rest } = chosen
          setChosen(label === '' ? rest : { ...rest, ceiling: label })
        }}
      />
      <Check
        label="bench.export.whole"
        checked={chosen.whole === true}
        onChange={(whole) => setChosen({ ...chosen, whole })}
      />
      {chosen.format === 'suricata' || chosen.format === 'list' ? (
        <Check
          label="bench.export.known-good"
          checked={chosen.knownGood === true}
          onChange={(knownGood) => setChosen({ ...chosen, knownGood })}
        />
      ) : null}
      {audiences.error ? <p className="note hold">{sayRefusal(intl, audiences.error)}</p> : null}
      {audience === undefined ? null : <Preview asked={{ ...chosen, ids, audience }} />}
    </ActDialog>
  )
}

function Check({
  label,
  checked,
  onChange,
}: {
  label: MessageId
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  const intl = useIntl()
  return (
    <label className="export-choice">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      {intl.formatMessage({ id: label })}
    </label>
  )
}

function Choice<Value extends string>({
  label,
  value,
  options,
  onChoose,
}: {
  label: MessageId
  value: Value
  options: readonly (readonly [Value, string])[]
  onChoose: (value: Value) => void
}) {
  const intl = useIntl()
  return (
    <Field label={intl.formatMessage({ id: label })} error={undefined}>
      {(control) => (
        <select
          {...control}
          className="input"
          value={value}
          onChange={({ target }) => {
            const next = options.find(([one]) => one === target.value)
            if (next) onChoose(next[0])
          }}
        >
          {options.map(([one, name]) => (
            <option key={one} value={one}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function Preview({ asked }: { asked: AskedRelease }) {
  const intl = useIntl()
  const preview = useQuery(previewQuery(asked))
  if (preview.error)
    return (
      <p className="note against" role="alert">
        {sayRefusal(intl, preview.error)}
      </p>
    )
  if (!preview.data) return <p className="quiet">{intl.formatMessage({ id: 'load.node' })}</p>
  const { objects, bundle } = preview.data
  const kept = objects.filter(({ leaves }) => !leaves)
  const leaving = objects.length - kept.length
  return (
    <div className="preview">
      <p>
        <b>{intl.formatMessage({ id: 'bench.export.leaves' }, { leaving, of: objects.length })}</b>{' '}
        {intl.formatMessage({ id: 'bench.export.entries' }, { count: bundle?.entries ?? 0 })}
      </p>
      {kept.length > 0 ? (
        <ul className="links">
          {kept.slice(0, 50).map((line) => (
            <li key={line.id}>
              <code>{line.id}</code> {line.code === undefined ? null : sayCode(intl, line.code)}{' '}
              <span className="quiet" lang="en">
                {line.because}
              </span>
              <Besides also={line.also} />
            </li>
          ))}
        </ul>
      ) : null}
      <NotInIt preview={preview.data} />
      <Export
        key={JSON.stringify(asked)}
        asked={asked}
        preview={preview.data}
        name={intl.formatMessage({ id: 'bench.selected' }, { count: leaving })}
      />
    </div>
  )
}

/** What may go, and the format has no place for. */
function NotInIt({ preview }: { preview: ReleasePreview }) {
  const intl = useIntl()
  const { leftOut = [], fields = [], guarded = 0, encrypted = 0 } = preview
  const lost = fields.filter(({ fate }) => fate === 'lost')
  const lines = [
    ...leftOut.map(({ because, count }) =>
      intl.formatMessage(
        { id: 'export.left' },
        { count, because: intl.formatMessage({ id: `export.because.${because}` }) },
      ),
    ),
    ...(lost.length > 0
      ? [
          intl.formatMessage(
            { id: 'export.lost' },
            { count: lost.length, fields: lost.map(({ field }) => field).join(', ') },
          ),
        ]
      : []),
    ...(guarded > 0 ? [intl.formatMessage({ id: 'export.guarded' }, { count: guarded })] : []),
    ...(encrypted > 0
      ? [intl.formatMessage({ id: 'export.encrypted' }, { count: encrypted })]
      : []),
  ]
  if (lines.length === 0) return null
  return (
    <section aria-label={intl.formatMessage({ id: 'export.not-in-it' })}>
      <p className="small">
        <b>{intl.formatMessage({ id: 'export.not-in-it' })}</b>
      </p>
      <ul className="small">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
