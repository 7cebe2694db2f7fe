import { useState } from 'react'
import { useIntl } from 'react-intl'
import { ExportDialog } from './export-dialog.tsx'

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
