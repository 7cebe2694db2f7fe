import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, type ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { CaseView, Me } from '../../../../node/src/api.ts'
import { caseQuery, meQuery } from '../../api/queries.ts'
import { Waiting } from '../../frame/states.tsx'
import '../../style/case.css'
import { CaseContext } from './case-context.ts'
import { readCase } from './case-file.ts'
import { CaseHead, type CaseTab } from './case-head.tsx'
import { SignsOff } from './signs-off.tsx'
import { nameWindow } from '../../frame/use-title.ts'

/** One page of a case beside its room: the same head, the same cut, the same signing off. */
export function CasePlace({ id, at, children }: { id: string; at: CaseTab; children: ReactNode }) {
  const view = useQuery(caseQuery(id))
  const me = useQuery(meQuery)
  if (!view.data || !me.data) return <Waiting error={view.error ?? me.error} />
  return (
    <Place view={view.data} me={me.data} at={at}>
      {children}
    </Place>
  )
}

function Place({
  view,
  me,
  at,
  children,
}: {
  view: CaseView
  me: Me
  at: CaseTab
  children: ReactNode
}) {
  const intl = useIntl()
  const file = useMemo(() => readCase(view, me), [view, me])
  const { title } = view.charter
  useEffect(() => {
    const page = `${intl.formatMessage({ id: `case.tab.${at}` })}: ${title}`
    nameWindow(intl, page)
  }, [intl, title, at])
  return (
    <CaseContext value={file}>
      <CaseHead at={at} />
      {children}
      <SignsOff />
    </CaseContext>
  )
}
