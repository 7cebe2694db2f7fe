import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { CaseView, DraftView, Me } from '../../../../node/src/api.ts'
import { caseQuery, meQuery } from '../../api/queries.ts'
import { Waiting } from '../../frame/states.tsx'
import { useTitle } from '../../frame/use-title.ts'
import { CaseContext } from '../case/case-context.ts'
import { readCase } from '../case/case-file.ts'
import { draftQuery } from '../drafts/queries.ts'
import '../../style/case.css'
import '../../style/voice.css'
import './advisory.css'
import { keptOf } from './kept.ts'
import { Writing } from './writing.tsx'
import { NOTHING, writtenIn } from './written.ts'

const route = getRouteApi('/cases/$id/advisory')

/** An advisory is written here: what a person kept, or a draft that awaits a change. */
export function AdvisoryPage() {
  const { id } = route.useParams()
  const { draft: wanted } = route.useSearch()
  const view = useQuery(caseQuery(id))
  const me = useQuery(meQuery)
  const draft = useQuery({ ...draftQuery(wanted ?? ''), enabled: wanted !== undefined })
  useTitle('advisory.title')
  if (!view.data || !me.data?.person || (wanted !== undefined && !draft.data))
    return <Waiting error={view.error ?? me.error ?? draft.error} />
  return <Written key={wanted} view={view.data} me={me.data} draft={draft.data} />
}

function Written({ view, me, draft }: { view: CaseView; me: Me; draft: DraftView | undefined }) {
  const intl = useIntl()
  const file = useMemo(() => readCase(view, me), [view, me])
  const person = me.person!.id
  const first = draft ? writtenIn(draft.payload) : (keptOf(view.id, person) ?? NOTHING)
  return (
    <CaseContext value={file}>
      <h1>{intl.formatMessage({ id: 'advisory.title' })}</h1>
      {view.charter.public && first ? (
        <Writing first={first} person={person} draft={draft?.id} />
      ) : (
        <p className="note hold">
          {intl.formatMessage({ id: first ? 'advisory.elsewhere' : 'advisory.other-draft' })}
        </p>
      )}
    </CaseContext>
  )
}
