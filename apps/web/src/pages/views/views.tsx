import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { holderName, VIEWS, type View } from '@entente/law'
import { ownViewQuery } from '../../api/measures.ts'
import { meQuery } from '../../api/queries.ts'
import { usePreferences } from '../../frame/preferences.tsx'
import { Waiting } from '../../frame/states.tsx'
import { useTitle } from '../../frame/use-title.ts'
import { ALL_ISSUES } from './own-view.ts'
import { OnRecordList } from './on-record-list.tsx'
import { ReadingDetail } from './reading-detail.tsx'
import { IssueChoice, TileMap } from './tile-map.tsx'
import { ViewsTable } from './views-table.tsx'
import '../../style/case.css'
import '../../style/voice.css'
import './views.css'
import './tile-map.css'

const route = getRouteApi('/law/views')

/** How every nation that published it reads the law: nation by issue, one reading explained beside. */
export function ViewsPage() {
  useTitle('views.title')
  const intl = useIntl()
  const search = route.useSearch()
  const me = useQuery(meQuery)
  const own = useQuery(ownViewQuery)
  const { locale } = usePreferences()
  if (!me.data || !own.data) return <Waiting error={me.error ?? own.error} />
  const us = me.data.node.party
  const kept = own.data.view ? [own.data.view] : []
  const all = [...kept, ...VIEWS]
  const nameOf = ({ holder }: View) => holderName(holder, locale)
  // One's own stands first.
  const order = (a: View, b: View) => Number(kept.includes(b)) - Number(kept.includes(a))
  const sorted = all.toSorted((a, b) => order(a, b) || nameOf(a).localeCompare(nameOf(b), locale))
  const issue = ALL_ISSUES.find((one) => one === search.issue) ?? 'sovereignty'
  const chosen = all.find(({ holder }) => holder.code === search.nation)
  return (
    <div className="views">
      <div className="views-head">
        <h1>{intl.formatMessage({ id: 'views.title' })}</h1>
        <p className="lead">
          {intl.formatMessage({ id: 'views.lead' }, { count: VIEWS.length })}{' '}
          <Link to="/law/view">{intl.formatMessage({ id: 'views.own.edit' })}</Link>
        </p>
        <IssueChoice issue={issue} nation={search.nation} />
      </div>
      <div className="views-bench">
        <TileMap views={sorted} us={us} issue={issue} chosen={chosen} />
        {chosen ? (
          <ReadingDetail view={chosen} issue={issue} />
        ) : (
          <p className="quiet reading-detail">{intl.formatMessage({ id: 'views.choose' })}</p>
        )}
        <ViewsTable views={sorted} us={us} at={{ issue, chosen }} />
      </div>
      <OnRecordList views={sorted} />
    </div>
  )
}
