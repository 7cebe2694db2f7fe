import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useIntl } from 'react-intl'
import { sayRefusal } from '../../api/refusal.ts'
import { ActDialog } from '../../frame/dialog.tsx'
import { Export } from '../sharing/export.tsx'
import { audiencesQuery, previewQuery } from '../sharing/queries.ts'
import { sayCode, useAudienceName } from '../sharing/who-sees.tsx'

type Props = {
  readonly ids: readonly string[]
  readonly mayExport: boolean
  readonly onClear: () => void
}

/** As many as one release takes. */
const MOST = 1_000

/** What is selected, and what can be done with it. */
export function SelectionBar({ ids, mayExport, onClear }: Props) {
  const intl = useIntl()
  const [open, setOpen] = useState(false)
  return (
    <div className="selection row">
      <output>{intl.formatMessage({ id: 'bench.selected' }, { count: ids.length })}</output>
      {mayExport && ids.length <= MOST ? (
        <button type="button" className="btn little" onClick={() => setOpen(true)}>
          {intl.formatMessage({ id: 'bench.export' })}
        </button>
      ) : null}
      <button type="button" className="btn little bare" onClick={onClear}>
        {intl.formatMessage({ id: 'bench.clear' })}
      </button>
      {open ? <ExportDialog ids={ids} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}

/** To whom, what of it may go and why not the rest, by the function by which it goes. */
function ExportDialog({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const intl = useIntl()
  const nameOf = useAudienceName()
  const audiences = useQuery(audiencesQuery)
  const [chosen, setChosen] = useState<string>()
  const audience = chosen ?? audiences.data?.[0]?.audience
  const id = useId()
  return (
    <ActDialog
      title={intl.formatMessage({ id: 'bench.export.title' }, { count: ids.length })}
      onClose={onClose}
      small
    >
      <div className="field">
        <label htmlFor={id}>{intl.formatMessage({ id: 'bench.export.to' })}</label>
        <select
          id={id}
          className="input"
          value={audience}
          onChange={({ target }) => setChosen(target.value)}
        >
          {audiences.data?.map((one) => (
            <option key={one.audience} value={one.audience}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      </div>
      {audiences.error ? <p className="note hold">{sayRefusal(intl, audiences.error)}</p> : null}
      {audience === undefined ? null : <Preview ids={ids} audience={audience} />}
    </ActDialog>
  )
}

function Preview({ ids, audience }: { ids: readonly string[]; audience: string }) {
  const intl = useIntl()
  const preview = useQuery(previewQuery(ids, audience))
  if (preview.error)
    return (
      <p className="note against" role="alert">
        {sayRefusal(intl, preview.error)}
      </p>
    )
  if (!preview.data) return <p className="quiet">{intl.formatMessage({ id: 'load.node' })}</p>
  const kept = preview.data.objects.filter(({ leaves }) => !leaves)
  const leaving = preview.data.objects.length - kept.length
  return (
    <div className="preview">
      <p>
        <b>{intl.formatMessage({ id: 'bench.export.leaves' }, { leaving, of: ids.length })}</b>
      </p>
      {kept.length > 0 ? (
        <ul className="links">
          {kept.slice(0, 50).map((line) => (
            <li key={line.id}>
              <code>{line.id}</code> {line.code === undefined ? null : sayCode(intl, line.code)}{' '}
              <span className="quiet" lang="en">
                {line.because}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <Export
        key={audience}
        ids={ids}
        audience={audience}
        preview={preview.data}
        name={intl.formatMessage({ id: 'bench.selected' }, { count: leaving })}
      />
    </div>
  )
}
