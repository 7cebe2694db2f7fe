import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { CaseSummary, DraftView, InsideItem, People } from '../../../../node/src/api.ts'
import { casesQuery, deskQuery, peopleQuery } from '../../api/queries.ts'
import { Waiting } from '../../frame/states.tsx'
import { Moment } from '../../marks/moment.tsx'
import { useKindWord } from './kind-word.ts'
import { draftsQuery } from './queries.ts'
import './drafts.css'

/** What this nation prepares and nobody outside knows of: awaited from me, from others, and done with. */
export function DraftsPage() {
  const intl = useIntl()
  const drafts = useQuery(draftsQuery)
  const desk = useQuery(deskQuery)
  const cases = useQuery(casesQuery)
  const people = useQuery(peopleQuery)
  if (!drafts.data) return <Waiting error={drafts.error} />
  const inside = desk.data?.inside ?? []
  const of = { inside, cases: cases.data ?? [], people: people.data ?? [] }
  const itemOf = ({ id }: DraftView) => inside.find(({ draft }) => draft === id)
  const mine = drafts.data.filter((draft) => itemOf(draft)?.mine)
  const others = drafts.data.filter((draft) => itemOf(draft)?.mine === false)
  const done = drafts.data.filter(({ state }) => state === 'signed' || state === 'dropped')
  return (
    <div className="drafts">
      <h1>{intl.formatMessage({ id: 'drafts.title' })}</h1>
      <p className="quiet lead">{intl.formatMessage({ id: 'drafts.lead' })}</p>
      <Group id="mine" drafts={mine} of={of} />
      <Group id="others" drafts={others} of={of} />
      {done.length > 0 ? <Group id="done" drafts={done.toReversed()} of={of} /> : null}
    </div>
  )
}

type Around = {
  readonly inside: readonly InsideItem[]
  readonly cases: readonly CaseSummary[]
  readonly people: People['people']
}

function Group({
  id,
  drafts,
  of,
}: {
  id: 'mine' | 'others' | 'done'
  drafts: readonly DraftView[]
  of: Around
}) {
  const intl = useIntl()
  return (
    <section aria-labelledby={`drafts-${id}`}>
      <h2 id={`drafts-${id}`}>{intl.formatMessage({ id: `drafts.${id}` })}</h2>
      {drafts.length === 0 ? (
        <p className="quiet">
          {intl.formatMessage({ id: `drafts.${id === 'mine' ? 'mine' : 'others'}.none` })}
        </p>
      ) : (
        <ul className="draft-list">
          {drafts.map((draft) => (
            <Line key={draft.id} draft={draft} of={of} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Line({ draft, of }: { draft: DraftView; of: Around }) {
  const intl = useIntl()
  const kind = useKindWord()
  const item = of.inside.find(({ draft: id }) => id === draft.id)
  const last = draft.history.at(-1)
  const nameOf = (id: string | undefined) =>
    of.people.find((one) => one.id === id)?.name ?? id ?? ''
  return (
    <li>
      <div className="what">
        <Link to="/drafts/$id" params={{ id: draft.id }}>
          {kind(draft.kind)}
        </Link>
        <p>{of.cases.find(({ id }) => id === draft.case)?.title ?? draft.case}</p>
      </div>
      <span className="chip">{intl.formatMessage({ id: `drafts.state.${draft.state}` })}</span>
      <p className="small quiet">
        {last ? (
          <>
            {intl.formatMessage({ id: `drafts.did.${last.did}` }, { name: nameOf(last.by) })},{' '}
            <Moment at={last.at} />
          </>
        ) : null}
        {item ? (
          <>
            <br />
            {intl.formatMessage(
              { id: `drafts.awaits.${item.does}` },
              {
                names: intl.formatList(item.awaited.map(({ name }) => name)),
                count: item.awaited.length,
              },
            )}
          </>
        ) : null}
      </p>
    </li>
  )
}
