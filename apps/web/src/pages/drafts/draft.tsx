import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useEffect, useState, type FormEvent } from 'react'
import { useIntl } from 'react-intl'
import type { Act, PartyId } from '@entente/accord'
import type { DraftView, InsideItem, Me } from '../../../../node/src/api.ts'
import { postJson } from '../../api/client.ts'
import { caseQuery, casesQuery, deskQuery, meQuery, peopleQuery } from '../../api/queries.ts'
import { signatureFor } from '../../api/sign-act.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { Waiting } from '../../frame/states.tsx'
import { useToast } from '../../frame/toast.tsx'
import type { MessageId } from '../../i18n/index.ts'
import { Hash } from '../../marks/hash.tsx'
import { Moment } from '../../marks/moment.tsx'
import { WouldBeUnheard } from '../case/unheard.tsx'
import { Field } from '../voice/field.tsx'
import { useKindWord } from './kind-word.ts'
import { draftQuery } from './queries.ts'
import { SheetOf } from './sheet-of.tsx'
import '../../style/voice.css'
import './drafts.css'
import { nameWindow } from '../../frame/use-title.ts'

const route = getRouteApi('/drafts/$id')

/** One draft: exactly what would be signed, who has done what with it, and what awaits me. */
export function DraftPage() {
  const intl = useIntl()
  const { id } = route.useParams()
  const draft = useQuery(draftQuery(id))
  const desk = useQuery(deskQuery)
  const me = useQuery(meQuery)
  const kind = useKindWord()
  const title = draft.data ? kind(draft.data.kind) : intl.formatMessage({ id: 'drafts.title' })
  useEffect(() => {
    nameWindow(intl, title)
  }, [intl, title])
  if (!draft.data || !me.data?.person) return <Waiting error={draft.error ?? me.error} />
  const item = desk.data?.inside.find((one) => one.draft === id)
  return (
    <div className="draft">
      <div className="draft-text">
        <p className="small">
          <Link to="/drafts">{intl.formatMessage({ id: 'drafts.title' })}</Link>
        </p>
        <h1>
          {title}{' '}
          <span className="chip">
            {intl.formatMessage({ id: `drafts.state.${draft.data.state}` })}
          </span>
        </h1>
        <CaseOf draft={draft.data} />
        <GoOn draft={draft.data} may={me.data.person.powers.drafts} />
        <BeforeSigning draft={draft.data} />
        <SheetOf payload={draft.data.payload} />
        <p className="small quiet">
          {intl.formatMessage({ id: 'drafts.act' })}{' '}
          <code>
            <Hash of={draft.data.act} />
          </code>
        </p>
      </div>
      <div className="draft-side">
        <Deeds draft={draft.data} item={item} party={me.data.node.party} person={me.data.person} />
        <History draft={draft.data} />
      </div>
    </div>
  )
}

function CaseOf({ draft }: { draft: DraftView }) {
  const intl = useIntl()
  const cases = useQuery(casesQuery)
  return (
    <p>
      {intl.formatMessage({ id: 'drafts.case' })}{' '}
      <Link to="/cases/$id" params={{ id: draft.case }}>
        {cases.data?.find(({ id }) => id === draft.case)?.title ?? draft.case}
      </Link>
    </p>
  )
}

/** What whoever clears or signs it has to know of its case. */
function BeforeSigning({ draft: { case: id, payload, state } }: { draft: DraftView }) {
  const { data } = useQuery(caseQuery(id))
  if (!data || state === 'signed' || state === 'dropped') return null
  return <WouldBeUnheard act={JSON.parse(payload) as Act} view={data} />
}

/** An advisory is written on in its own form; every other act is put down again from its case. */
function GoOn({ draft, may }: { draft: DraftView; may: boolean }) {
  const intl = useIntl()
  const { what } = JSON.parse(draft.payload) as { what?: unknown }
  const isOver = draft.state === 'signed' || draft.state === 'dropped'
  if (draft.kind !== 'publish' || what !== 'advisory' || isOver || !may) return null
  return (
    <p>
      <Link
        className="btn"
        to="/cases/$id/advisory"
        params={{ id: draft.case }}
        search={{ draft: draft.id }}
      >
        {intl.formatMessage({ id: 'drafts.write-on' })}
      </Link>
    </p>
  )
}

type Does = 'clear' | 'return' | 'sign' | 'drop'

const DONE: Readonly<Record<Does, MessageId>> = {
  clear: 'drafts.cleared',
  return: 'drafts.returned',
  sign: 'drafts.signed',
  drop: 'drafts.dropped',
}

/** What this person may do with exactly these bytes; the node judges it again. */
function Deeds({
  draft,
  item,
  party,
  person,
}: {
  draft: DraftView
  item: InsideItem | undefined
  party: PartyId
  person: NonNullable<Me['person']>
}) {
  const intl = useIntl()
  const queries = useQueryClient()
  const { say } = useToast()
  const [comment, setComment] = useState('')
  const deed = useMutation({
    mutationFn: async ({ does, body }: { does: Does; body: object }) => {
      const shown = { charter: draft.case, party }
      const signed = does === 'sign' ? await signatureFor(draft.payload, shown) : {}
      const path = `/api/v1/drafts/${encodeURIComponent(draft.id)}/${does}`
      return postJson(path, { ...body, ...signed })
    },
    onSuccess: async (_, { does }) => {
      say(intl.formatMessage({ id: DONE[does] }))
      await queries.invalidateQueries()
    },
  })
  const isOpen = draft.state === 'drafted' || draft.state === 'cleared'
  const { clears, signs } = person.powers
  const giveBack = (event: FormEvent) => {
    event.preventDefault()
    if (comment.trim() !== '') deed.mutate({ does: 'return', body: { comment: comment.trim() } })
  }
  return (
    <section className="deeds" aria-labelledby="deeds">
      <h2 id="deeds">{intl.formatMessage({ id: 'drafts.deeds' })}</h2>
      <Awaited item={item} />
      {item?.mine && item.does !== 'change' ? (
        <button
          type="button"
          className="btn primary big"
          aria-disabled={deed.isPending}
          onClick={() =>
            deed.mutate({ does: item.does === 'sign' ? 'sign' : 'clear', body: { act: draft.act } })
          }
        >
          {intl.formatMessage({ id: item.does === 'sign' ? 'drafts.do.sign' : 'drafts.do.clear' })}
        </button>
      ) : null}
      {isOpen && (clears || signs !== 'never') ? (
        <form onSubmit={giveBack}>
          <Field label={intl.formatMessage({ id: 'drafts.comment' })} error={undefined}>
            {(control) => (
              <textarea
                {...control}
                className="input"
                rows={2}
                maxLength={4000}
                required
                value={comment}
                onChange={({ target }) => setComment(target.value)}
              />
            )}
          </Field>
          <button type="submit" className="btn">
            {intl.formatMessage({ id: 'drafts.do.return' })}
          </button>
        </form>
      ) : null}
      {draft.state !== 'signed' &&
      draft.state !== 'dropped' &&
      draft.authors.includes(person.id) ? (
        <button
          type="button"
          className="btn danger"
          onClick={() => deed.mutate({ does: 'drop', body: {} })}
        >
          {intl.formatMessage({ id: 'drafts.do.drop' })}
        </button>
      ) : null}
      {deed.error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, deed.error)}
        </p>
      ) : null}
    </section>
  )
}

function Awaited({ item }: { item: InsideItem | undefined }) {
  const intl = useIntl()
  if (!item) return <p className="quiet">{intl.formatMessage({ id: 'drafts.awaits.nobody' })}</p>
  if (item.mine) return <p>{intl.formatMessage({ id: `drafts.yours.${item.does}` })}</p>
  return (
    <p>
      {intl.formatMessage(
        { id: `drafts.awaits.${item.does}` },
        {
          names: intl.formatList(item.awaited.map(({ name }) => name)),
          count: item.awaited.length,
        },
      )}
    </p>
  )
}

function History({ draft }: { draft: DraftView }) {
  const intl = useIntl()
  const people = useQuery(peopleQuery)
  const nameOf = (id: string) => people.data?.find((one) => one.id === id)?.name ?? id
  return (
    <section aria-labelledby="history">
      <h2 id="history">{intl.formatMessage({ id: 'drafts.history' })}</h2>
      <ol className="history">
        {draft.history.map(({ at, by, did, act, comment }) => (
          <li key={`${at} ${did} ${act}`}>
            <p>
              {intl.formatMessage({ id: `drafts.did.${did}` }, { name: nameOf(by) })},{' '}
              <Moment at={at} />
            </p>
            {comment === undefined ? null : <blockquote>{comment}</blockquote>}
            <p className="small quiet">
              {intl.formatMessage({
                id: act === draft.act ? 'drafts.these' : 'drafts.others-bytes',
              })}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
