import { useQuery } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import type { ImportObjectView } from '../../../../node/src/api.ts'
import { Waiting } from '../../frame/states.tsx'
import { Faults } from './faults.tsx'
import { importObjectQuery } from './queries.ts'

type Props = { readonly number: number; readonly place: number; readonly onClose: () => void }

/** One object that waits, and in which properties it differs from what told what becomes of it. */
export function Beside({ number, place, onClose }: Props) {
  const intl = useIntl()
  const found = useQuery(importObjectQuery(number, place))
  return (
    <aside className="beside" aria-label={intl.formatMessage({ id: 'bench.peek' })}>
      <p className="row">
        <button type="button" className="btn little push" onClick={onClose}>
          {intl.formatMessage({ id: 'bench.peek.close' })}
        </button>
      </p>
      {found.data ? <Seen object={found.data} /> : <Waiting error={found.error} />}
    </aside>
  )
}

function Seen({ object }: { object: ImportObjectView }) {
  const intl = useIntl()
  const { fate, name, id, line, faults, beside, differs, text } = object
  return (
    <>
      <h3 lang="en">{name ?? id ?? intl.formatMessage({ id: 'bench.import.no-id' })}</h3>
      <p>
        {intl.formatMessage({ id: `imports.fate.${fate}` })},{' '}
        {intl.formatMessage({ id: 'bench.import.line' }, { line })}
      </p>
      {faults ? <Faults faults={faults} /> : null}
      {beside ? (
        <p>
          {beside.source === undefined
            ? intl.formatMessage({ id: 'imports.beside.file' })
            : intl.formatMessage({ id: 'imports.beside.held' }, { source: beside.source })}
        </p>
      ) : null}
      {beside && differs.length === 0 ? (
        <p>{intl.formatMessage({ id: 'imports.beside.same' })}</p>
      ) : null}
      {differs.length > 0 ? <Differences differs={differs} /> : null}
      {text === undefined ? null : (
        <details>
          <summary>{intl.formatMessage({ id: 'imports.text' })}</summary>
          <pre>
            <code>{text}</code>
          </pre>
        </details>
      )}
    </>
  )
}

function Differences({ differs }: Pick<ImportObjectView, 'differs'>) {
  const intl = useIntl()
  return (
    <table className="table differs">
      <thead>
        <tr>
          {(['property', 'held', 'file'] as const).map((id) => (
            <th key={id} scope="col">
              {intl.formatMessage({ id: `imports.differs.${id}` })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {differs.map(({ property, before, after }) => (
          <tr key={property}>
            <th scope="row">
              <code>{property}</code>
            </th>
            <td>
              <code>{before ?? '–'}</code>
            </td>
            <td>
              <code>{after ?? '–'}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
