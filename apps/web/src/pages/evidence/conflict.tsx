import { useIntl } from 'react-intl'
import type { ObjectVersion } from '../../../../node/src/api.ts'
import { compare, type Row } from './compare.ts'
import { Moment } from '../../marks/moment.tsx'

/** Two contents that claim the same id and the same instant: both kept, neither preferred. */
export function Conflict({ left, right }: { left: ObjectVersion; right: ObjectVersion }) {
  const intl = useIntl()
  const id = `conflict-${left.sha256.slice(0, 8)}-${right.sha256.slice(0, 8)}`
  return (
    <section className="conflict" aria-labelledby={id}>
      <h2 id={id}>{intl.formatMessage({ id: 'evidence.conflict' })}</h2>
      <p>{intl.formatMessage({ id: 'evidence.conflict.what' })}</p>
      <table className="compare">
        <thead>
          <tr>
            {[left, right].map((version) => (
              <th key={version.sha256} scope="col">
                <code>{version.sha256.slice(0, 16)}…</code>
                <span className="quiet">
                  {version.source}, <Moment at={version.addedAt} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compare(left.text, right.text).map((row, at) => (
            // Rows never move: their place is their identity.
            <CompareRow key={`row-${String(at)}`} row={row} />
          ))}
        </tbody>
      </table>
      <p className="small quiet">{intl.formatMessage({ id: 'evidence.conflict.laid-out' })}</p>
    </section>
  )
}

function CompareRow({ row }: { row: Row }) {
  const intl = useIntl()
  switch (row.kind) {
    case 'skipped':
      return (
        <tr className="skipped">
          <td colSpan={2}>
            {intl.formatMessage({ id: 'evidence.conflict.same' }, { count: row.lines })}
          </td>
        </tr>
      )
    case 'same':
      return (
        <tr>
          <td>{row.left}</td>
          <td>{row.right}</td>
        </tr>
      )
    case 'other':
      return (
        <tr className="other">
          <Side text={row.left} />
          <Side text={row.right} />
        </tr>
      )
  }
}

function Side({ text }: { text: string | undefined }) {
  const intl = useIntl()
  if (text === undefined) return <td className="absent">–</td>
  return (
    <td>
      <span className="hidden">{intl.formatMessage({ id: 'evidence.conflict.here' })}</span>
      <mark>{text}</mark>
    </td>
  )
}
