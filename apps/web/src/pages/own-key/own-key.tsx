import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import type { Me, OwnKey, OwnKeysView } from '../../../../node/src/api.ts'
import { forgetKey, keepKey, keptKeys, makeKey, makesKeys } from '../../api/browser-key.ts'
import { getJson, postJson } from '../../api/client.ts'
import { meQuery } from '../../api/queries.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { Waiting } from '../../frame/states.tsx'
import { useTitle } from '../../frame/use-title.ts'
import { sayVerbs } from '../voice/verbs.ts'
import { toBase64 } from '@entente/log'
import { HandOver } from './hand-over.tsx'
import '../../marks/id-told.css'
import '../../style/case.css'
import './own-key.css'

type Person = NonNullable<Me['person']>

const OWN = ['own-keys'] as const

/** Where the key of whoever is logged in is, and how it comes to be in this browser. */
export function OwnKeyPage() {
  useTitle('own-key.title')
  const intl = useIntl()
  const me = useQuery({ ...meQuery, refetchInterval: 2000 })
  const own = useQuery({
    queryKey: OWN,
    queryFn: () => getJson<OwnKeysView>('/api/v1/me/keys'),
    refetchInterval: 2000,
  })
  const person = me.data?.person
  if (!me.data || !person || !own.data) return <Waiting error={me.error ?? own.error} />
  return (
    <div className="plain own-key">
      <h1>{intl.formatMessage({ id: 'own-key.title' })}</h1>
      <p className="small quiet">{intl.formatMessage({ id: 'own-key.about' })}</p>
      <Now person={person} />
      <Keys keys={own.data.keys} me={me.data} person={person} />
    </div>
  )
}

function Now({ person: { key, authority, verbs } }: { person: Person }) {
  const intl = useIntl()
  return (
    <section aria-labelledby="own-key-now">
      <h2 id="own-key-now">{intl.formatMessage({ id: 'own-key.now' })}</h2>
      <dl className="custody">
        <dt>{intl.formatMessage({ id: 'sign.key' })}</dt>
        <dd>
          <code>{key.keyid}</code>, {intl.formatMessage({ id: `custody.${key.custody}` })}
        </dd>
        <dt>{intl.formatMessage({ id: 'sign.mandate' })}</dt>
        <dd>
          {authority.name}
          {verbs.length > 0 ? `: ${sayVerbs(intl, verbs)}` : ''}
        </dd>
      </dl>
    </section>
  )
}

function Keys({ keys, me, person }: { keys: readonly OwnKey[]; me: Me; person: Person }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const kept = useQuery({
    queryKey: ['kept-keys', person.id],
    queryFn: async () => ({ able: await makesKeys(), keys: await keptKeys(person.id) }),
  })
  const changed = () =>
    Promise.all([OWN, ['kept-keys']].map((queryKey) => queries.invalidateQueries({ queryKey })))
  const enrol = useMutation({ mutationFn: () => enrolKey(me, person), onSettled: changed })
  const forget = useMutation({ mutationFn: forgetKey, onSettled: changed })
  if (!kept.data) return <Waiting error={kept.error} />
  const isHere = (keyid: string) => kept.data.keys.some((key) => key.keyid === keyid)
  const isUnderWay = keys.some(({ keyid, state }) => state !== 'revoked' && isHere(keyid))
  const error = enrol.error ?? forget.error
  return (
    <section aria-labelledby="own-key-own">
      <h2 id="own-key-own">{intl.formatMessage({ id: 'own-key.own' })}</h2>
      {keys.length === 0 ? (
        <p className="quiet">{intl.formatMessage({ id: 'own-key.none' })}</p>
      ) : (
        <ul className="own-keys">
          {keys.map((one) => (
            <li key={one.keyid}>
              <p>
                <code>{one.keyid}</code>{' '}
                <span className="chip">
                  {intl.formatMessage({ id: `own-key.state.${one.state}` })}
                </span>{' '}
                <span className="small quiet">
                  {intl.formatMessage({ id: isHere(one.keyid) ? 'own-key.here' : 'own-key.away' })}
                </span>
              </p>
              <Next of={one} here={isHere(one.keyid)} />
              {isHere(one.keyid) && one.state === 'revoked' ? (
                <button type="button" className="btn" onClick={() => forget.mutate(one.keyid)}>
                  {intl.formatMessage({ id: 'own-key.forget' })}
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {kept.data.able ? null : (
        <p className="note hold" role="note">
          {intl.formatMessage({ id: 'own-key.unable' })}
        </p>
      )}
      {kept.data.able && !isUnderWay && person.powers.signs !== 'never' ? (
        <>
          <p>{intl.formatMessage({ id: 'own-key.what' })}</p>
          <button
            type="button"
            className="btn primary"
            aria-disabled={enrol.isPending}
            onClick={() => enrol.isPending || enrol.mutate()}
          >
            {intl.formatMessage({ id: 'own-key.make' })}
          </button>
        </>
      ) : null}
      {error ? (
        <p className="note against small" role="alert">
          {sayRefusal(intl, error)}
        </p>
      ) : null}
    </section>
  )
}

/** What is to be done about a key: hand its request over, sign with it, or have it revoked. */
function Next({ of: { keyid, state, cause }, here }: { of: OwnKey; here: boolean }) {
  const intl = useIntl()
  switch (state) {
    case 'asked-for':
      return here ? (
        <HandOver keyid={keyid} />
      ) : (
        <p className="small">{intl.formatMessage({ id: 'own-key.asked-away' })}</p>
      )
    case 'in-force':
      return (
        <>
          <p className="small">
            {intl.formatMessage({ id: here ? 'own-key.signs-here' : 'own-key.signs-away' })}
          </p>
          <p className="small">{intl.formatMessage({ id: 'own-key.lost' })}</p>
          <pre className="sheet">
            <code>{`entente keys revoke ${keyid} --cause lost --roots …`}</code>
          </pre>
        </>
      )
    case 'revoked':
      return (
        <p className="small">
          {intl.formatMessage(
            { id: 'own-key.revoked' },
            { cause: cause ? intl.formatMessage({ id: `cause.${cause}` }) : '' },
          )}
        </p>
      )
  }
}

/** The key is kept before its node hears of it, and forgotten where the node does not take it. */
async function enrolKey(me: Me, { id, name, authority }: Person): Promise<void> {
  const key = await makeKey({ party: me.node.party, person: id, name, authority })
  await keepKey(key)
  try {
    await postJson('/api/v1/me/keys', { request: toBase64(key.request) })
  } catch (error) {
    await forgetKey(key.keyid)
    throw error
  }
}
