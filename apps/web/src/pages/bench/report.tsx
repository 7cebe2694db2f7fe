import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { ImportReport } from '../../../../node/src/api.ts'
import type { MessageId } from '../../i18n/index.ts'

/** What became of a file that was taken in, and what of it was not kept or is missing. */
export function Report({ name, report }: { name: string; report: ImportReport }) {
  const intl = useIntl()
  const { objects, versions, held, conflicts, dangling, setAside, lifted, notKept } = report
  return (
    <section className="note for taken">
      <h3>
        {intl.formatMessage(
          { id: 'bench.import.taken' },
          { name, count: objects - setAside.count },
        )}
      </h3>
      <p>
        {intl.formatMessage({ id: 'bench.import.counts' }, { fresh: report.new, versions, held })}
      </p>
      {lifted > 0 ? (
        <p>{intl.formatMessage({ id: 'bench.import.lifted' }, { count: lifted })}</p>
      ) : null}
      <Faulty {...setAside} />
      <Ids id="bench.import.conflicts" {...conflicts} />
      <Ids id="bench.import.dangling" {...dangling} />
      <p>
        {notKept.length === 0 && setAside.count === 0 && lifted === 0
          ? intl.formatMessage({ id: 'bench.import.lossless' })
          : notKept.length > 0
            ? intl.formatMessage({ id: 'bench.import.not-kept' }, { names: notKept.join(', ') })
            : null}
      </p>
    </section>
  )
}

const SHOWN = 20

/** Objects that do not conform: what is wrong with each, where, and what was expected there. */
function Faulty({ count, first }: ImportReport['setAside']) {
  const intl = useIntl()
  if (count === 0) return null
  return (
    <details open>
      <summary>{intl.formatMessage({ id: 'bench.import.set-aside' }, { count })}</summary>
      <p className="small">{intl.formatMessage({ id: 'bench.import.set-aside.why' })}</p>
      <ul className="links">
        {first.slice(0, SHOWN).map(({ id, line, faults }) => (
          <li key={line}>
            <code>{id ?? intl.formatMessage({ id: 'bench.import.no-id' })}</code>
            <ul>
              {faults.slice(0, SHOWN).map(({ line: at, path, reason }) => (
                <li key={`${path} ${reason}`}>
                  {intl.formatMessage({ id: 'bench.import.line' }, { line: at })}{' '}
                  <code lang="en">{path}</code> <span lang="en">{reason}</span>
                </li>
              ))}
            </ul>
            <Rest count={faults.length} />
          </li>
        ))}
      </ul>
      <Rest count={count} />
    </details>
  )
}

function Rest({ count }: { count: number }) {
  const intl = useIntl()
  return count > SHOWN ? (
    <p className="quiet small">
      {intl.formatMessage({ id: 'bench.import.more' }, { count: count - SHOWN })}
    </p>
  ) : null
}

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
      <Rest count={count} />
    </details>
  )
}
