import { FormattedMessage, useIntl } from 'react-intl'
import type { Alarm, PeerView } from '../../../../node/src/api.ts'
import { Moment } from '../../marks/moment.tsx'
import { Plate } from '../../marks/plate.tsx'
import { useCase } from './case-context.ts'

/** Who holds this record too, who does not answer, and what there is against anyone. */
export function Peers() {
  const intl = useIntl()
  const { view } = useCase()
  if (view.peers.length === 0) return null
  return (
    <section className="panel peers" aria-labelledby="peers">
      <header>
        <h2 id="peers">{intl.formatMessage({ id: 'peers.title' })}</h2>
      </header>
      <ul className="body">
        {view.peers.map((peer) => (
          <Peer key={peer.party} peer={peer} />
        ))}
      </ul>
    </section>
  )
}

function Peer({ peer }: { peer: PeerView }) {
  const intl = useIntl()
  const file = useCase()
  return (
    <li className={`peer ${peer.status}`}>
      <Plate party={peer.party} name={peer.name} us={peer.party === file.us} />
      <div>
        <p>
          <FormattedMessage
            id={`peers.${peer.status}`}
            values={{
              name: <b>{peer.name}</b>,
              count: peer.size,
              seen: peer.lastSeenAt ? 'yes' : 'no',
              at: peer.lastSeenAt ? <Moment at={peer.lastSeenAt} /> : null,
            }}
          />
          {peer.status === 'reachable' ? (
            <span className="quiet">
              {' '}
              {intl.formatMessage({
                id:
                  peer.sameState === undefined
                    ? 'peers.state.unknown'
                    : peer.sameState
                      ? 'peers.state.same'
                      : 'peers.state.other',
              })}
            </span>
          ) : null}
        </p>
        {peer.alarms.map((alarm) => (
          <AlarmNote key={`${alarm.code} ${alarm.at}`} alarm={alarm} />
        ))}
      </div>
    </li>
  )
}

/** Something against a peer, with what proves it. */
function AlarmNote({ alarm }: { alarm: Alarm }) {
  const intl = useIntl()
  return (
    <div className="note against small">
      <p>
        <b>{alarm.message}</b> <Moment at={alarm.at} /> <code>{alarm.code}</code>
      </p>
      <details>
        <summary>{intl.formatMessage({ id: 'peers.evidence' })}</summary>
        <dl className="custody">
          {Object.entries(alarm.evidence).map(([name, value]) => (
            <div key={name} className="pairing">
              <dt>{name}</dt>
              <dd>
                <code className="whole">{value}</code>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}
