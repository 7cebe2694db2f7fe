import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useIntl } from 'react-intl'
import { Refused, getText } from '../../api/client.ts'
import { casesQuery } from '../../api/queries.ts'
import type { CharterEntry } from './charter-field.tsx'
import type { RecordFile } from './verify.tsx'

const bundlePath = (id: string) => `/api/v1/cases/${encodeURIComponent(id)}/bundle`

/** Takes a case's record, or its id, from the node that serves this page: convenient, and no witness. */
export function FromNode({
  node,
  onTake,
  onCharter,
}: {
  node: string
  onTake: (record: RecordFile) => void
  onCharter: (entry: CharterEntry) => void
}) {
  const intl = useIntl()
  const id = useId()
  const cases = useQuery({ ...casesQuery, refetchInterval: false })
  const [chosen, setChosen] = useState<string>()
  const from = chosen ?? cases.data?.[0]?.id
  const bundle = useMutation({
    mutationFn: (id: string) => getText(bundlePath(id)),
    onSuccess: (text) => onTake({ name: node, text, from: 'node' }),
  })
  if (!cases.data || from === undefined) return null
  return (
    <div className="from-node">
      <label htmlFor={id}>{intl.formatMessage({ id: 'verify.from-node' }, { node })}</label>
      <select
        id={id}
        className="input"
        value={from}
        onChange={(event) => setChosen(event.target.value)}
      >
        {cases.data.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title}
          </option>
        ))}
      </select>
      <p className="row">
        <button type="button" className="btn" onClick={() => bundle.mutate(from)}>
          {intl.formatMessage({ id: 'verify.from-node.record' })}
        </button>
        <button
          type="button"
          className="btn"
          onClick={() => onCharter({ value: from, from: 'node' })}
        >
          {intl.formatMessage({ id: 'verify.from-node.id' })}
        </button>
        <a href={bundlePath(from)} download>
          {intl.formatMessage({ id: 'verify.from-node.download' })}
        </a>
      </p>
      {bundle.error ? (
        <p className="note hold" role="alert">
          {bundle.error instanceof Refused
            ? intl.formatMessage({ id: 'load.refused' }, { detail: bundle.error.problem.detail })
            : intl.formatMessage({ id: 'load.none' })}
        </p>
      ) : null}
    </div>
  )
}
