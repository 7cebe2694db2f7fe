import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { ImportReport } from '../../../../node/src/api.ts'
import type { MessageId } from '../../i18n/index.ts'

/** What became of a file that was taken in, and what of it was not kept or is missing. */
export function Report({ name, report }: { name: string; report: ImportReport }) {
  const intl = useIntl()
  const { objects, versions, held, conflicts, dangling, notKept } = report
  return (
    <section className="note for taken">
      <h3>{intl.formatMessage({ id: 'bench.import.taken' }, { name, count: objects })}</h3>
      <p>
        {intl.formatMessage({ id: 'bench.import.counts' }, { fresh: report.new, versions, held })}
      </p>
      <Ids id="bench.import.conflicts" {...conflicts} />
      <Ids id="bench.import.dangling" {...dangling} />
      <p>
        {notKept.length === 0
          ? intl.formatMessage({ id: 'bench.import.lossless' })
          : intl.formatMessage({ id: 'bench.import.not-kept' }, { names: notKept.join(', ') })}
      </p>
    </section>
  )
}

const SHOWN = 20

function Ids({ id, count, ids }: { id: MessageId; count: number; ids: readonly string[] }) {
  const intl = useIntl()
  if (count === 0) return null
  return (
    <details>
      <summary>{intl.formatMessage({ id }, { count })}</summary>
      <ul className="links">
        {ids.slice(0, SHOWN).map((one) => (
          <li key={one}>
            <Link to="/objects/$id" params={{ id: one }}>
              <code>{one}</code>
            </Link>
          </li>
        ))}
      </ul>
      {count > SHOWN ? (
        <p className="quiet small">
          {intl.formatMessage({ id: 'bench.import.more' }, { count: count - SHOWN })}
        </p>
      ) : null}
    </details>
  )
}
