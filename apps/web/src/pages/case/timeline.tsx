import { useState } from 'react'
import { useIntl } from 'react-intl'
import { fromBase64 } from '@entente/log'
import type { ActView } from '../../../../node/src/api.ts'
import { Moment } from '../../marks/moment.tsx'
import { Plate } from '../../marks/plate.tsx'
import { ActSentence } from './act-sentence.tsx'
import { actsInOrder } from './acts-in-order.ts'
import { useCase } from './case-context.ts'
import { anchorOf, shortAct } from './case-file.ts'
import { waitSaid } from './waits-said.ts'

/** Every act of the case, latest first, by its author's clock; what is void stays and says why. */
export function Timeline() {
  const intl = useIntl()
  const { view, steps } = useCase()
  const days = Map.groupBy(
    actsInOrder(view.acts, steps).toReversed(),
    ({ act }) => act?.claimedAt.slice(0, 10) ?? '',
  )
  return (
    <section className="acts" aria-labelledby="acts">
      <h2 id="acts">{intl.formatMessage({ id: 'acts.title' })}</h2>
      <p className="small quiet">{intl.formatMessage({ id: 'acts.clock' })}</p>
      {[...days].map(([day, acts]) => (
        <div key={day}>
          <h3 className="day">
            {day === ''
              ? intl.formatMessage({ id: 'acts.unreadable' })
              : intl.formatMessage(
                  { id: 'acts.day' },
                  { day: intl.formatDate(day, { weekday: 'long', day: 'numeric', month: 'long' }) },
                )}
          </h3>
          <ol className="timeline">
            {acts.map((act) => (
              <ActItem key={`${act.party} ${act.index}`} view={act} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

function ActItem({ view }: { view: ActView }) {
  const intl = useIntl()
  const file = useCase()
  const { act, party, void: voided, final, waits = [] } = view
  return (
    <li id={anchorOf(view)} className={voided ? 'voided' : undefined}>
      {act ? <Moment at={act.claimedAt} only="time" /> : <span />}
      <Plate party={party} name={file.nameOf(party)} us={party === file.us} />
      <div>
        <p>
          <span className="hidden">{file.nameOf(party)} </span>
          {act ? (
            <ActSentence act={act} id={view.id} />
          ) : (
            intl.formatMessage({
              id: voided?.code === 'act.unknown-kind' ? 'acts.unknown-kind' : 'acts.unreadable',
            })
          )}
          {final ? null : (
            <span className="chip">{intl.formatMessage({ id: 'acts.not-witnessed' })}</span>
          )}
        </p>
        {voided ? (
          <p className="note against small">
            {intl.formatMessage({ id: 'acts.void' }, { message: voided.message })}{' '}
            <code>{voided.code}</code>
          </p>
        ) : null}
        {waits.map((one) => (
          <p key={JSON.stringify(one)} className="note small">
            {waitSaid(intl, one, file.nameOf)}
          </p>
        ))}
        <Signed view={view} />
      </div>
    </li>
  )
}

/** What was signed, by which key and authority, byte for byte. */
function Signed({ view }: { view: ActView }) {
  const intl = useIntl()
  const [open, setOpen] = useState(false)
  return (
    <details className="signed small" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="quiet">
        <span className="hidden">{intl.formatMessage({ id: 'acts.signed' })} </span>
        <code>{shortAct(view)}</code>
        {view.custody ? `, ${intl.formatMessage({ id: `custody.${view.custody}` })}` : null}
      </summary>
      {open ? (
        <>
          <dl className="custody">
            <dt>{intl.formatMessage({ id: 'acts.id' })}</dt>
            <dd>
              <code className="whole">{view.id}</code>
            </dd>
            <dt>{intl.formatMessage({ id: 'acts.authority' })}</dt>
            <dd>{view.authority?.name ?? intl.formatMessage({ id: 'acts.root' })}</dd>
            <dt>{intl.formatMessage({ id: 'acts.key' })}</dt>
            <dd>
              <code>{intl.formatList(view.keyids)}</code>,{' '}
              {intl.formatMessage({ id: `custody.${view.custody ?? 'unknown'}` })}
            </dd>
          </dl>
          <p>{intl.formatMessage({ id: 'acts.payload' })}</p>
          <pre className="sheet">
            <code>{new TextDecoder().decode(fromBase64(view.payload))}</code>
          </pre>
        </>
      ) : null}
    </details>
  )
}
