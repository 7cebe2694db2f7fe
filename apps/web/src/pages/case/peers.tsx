import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FormattedMessage, useIntl } from 'react-intl'
import type { AccusationDraft, Alarm, PeerView } from '../../../../node/src/api.ts'
import { postJson } from '../../api/client.ts'
import { fileAct } from '../../api/sign-act.ts'
import { ActRef } from '../../marks/act-ref.tsx'
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
        <Link className="small" to="/cases/$id/keys" params={{ id: view.id }}>
          {intl.formatMessage({ id: 'peers.keys' })}
        </Link>
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
        <Fork peer={peer} />
      </div>
    </li>
  )
}

/** The proof that a peer's log signed two histories: on record, or to be put there by one action. */
function Fork({ peer: { party, name, alarms } }: { peer: PeerView }) {
  const intl = useIntl()
  const file = useCase()
  const client = useQueryClient()
  const path = `/api/v1/cases/${encodeURIComponent(file.view.id)}`
  const filing = useMutation({
    mutationFn: async () => {
      const draft = await postJson<AccusationDraft>(`${path}/accusations`, { of: party })
      // Nothing of the proof is shown beside what the button says; what is signed says that and no more.
      const says = { kind: 'accuse', of: party }
      const filed = await fileAct(draft.payload, { charter: file.view.id, party: file.us, says })
      await client.invalidateQueries({ queryKey: ['case', file.view.id] })
      return filed
    },
  })
  const proved = file.view.state.forked?.find((one) => one.party === party)
  if (proved)
    return (
      <p className="note against small" role="note">
        <FormattedMessage
          id="peers.forked"
          values={{ name, size: proved.size, act: <ActRef id={proved.by} /> }}
        />
      </p>
    )
  const hasProof = alarms.some(({ code, evidence }) => code === 'strand.fork' && evidence['there'])
  if (!hasProof || !file.verbs.includes('accuse')) return null
  return (
    <>
      <button
        type="button"
        className="btn"
        disabled={filing.isPending}
        onClick={() => filing.mutate()}
      >
        {intl.formatMessage({ id: 'peers.accuse' }, { name })}
      </button>
      <output className="small">
        {filing.error ? filing.error.message : null}
        {filing.isSuccess
          ? filing.data.isUnproved
            ? intl.formatMessage({ id: 'filed.unproved' }, { act: filing.data.id })
            : intl.formatMessage({ id: 'peers.accused' })
          : null}
      </output>
    </>
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
