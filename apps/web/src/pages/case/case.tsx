import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { VersionState } from '@entente/accord'
import type { CaseView, Me } from '../../../../node/src/api.ts'
import { caseQuery, meQuery } from '../../api/queries.ts'
import { Waiting } from '../../frame/states.tsx'
import '../../style/case.css'
import { Notes } from '../exchange/notes.tsx'
import { Objectives } from '../exchange/objectives.tsx'
import { SealedParts } from '../exchange/sealed-parts.tsx'
import { Soundings } from '../exchange/soundings.tsx'
import { Attributions } from './attributions.tsx'
import { Board } from './board.tsx'
import { CaseContext, useCase } from './case-context.ts'
import { choose, isAuthor, readCase, type Step } from './case-file.ts'
import { CaseHead } from './case-head.tsx'
import { EvidenceActs } from './evidence-acts.tsx'
import { Gate } from './gate.tsx'
import { Path } from './path.tsx'
import { Peers } from './peers.tsx'
import { LinePanels } from '../told/line-panels.tsx'
import { SignsOff } from './signs-off.tsx'
import { StepText } from './step-text.tsx'
import { Timeline } from './timeline.tsx'
import { useNews } from './use-news.ts'
import { nameWindow } from '../../frame/use-title.ts'

const Published = lazy(async () => ({
  default: (await import('../advisory/published.tsx')).Published,
}))

/** Only a public case has it: its code travels with none of the others. */
const PublishedHere = () => (
  <Suspense>
    <Published />
  </Suspense>
)

/** One case: its path, the text of a step, the gate with its why, voices, acts and peers. */
export function CasePage() {
  const { id } = useParams({ from: '/cases/$id' })
  const view = useQuery(caseQuery(id))
  const me = useQuery(meQuery)
  if (!view.data || !me.data) return <Waiting error={view.error ?? me.error} />
  return <Room view={view.data} me={me.data} />
}

function Room({ view, me }: { view: CaseView; me: Me }) {
  const intl = useIntl()
  const search = useSearch({ from: '/cases/$id' })
  const file = useMemo(() => readCase(view, me), [view, me])
  const { step, version } = choose(file, search)
  const { title } = view.charter
  // Nothing is put before the members where anyone reads: a public case has no path.
  const hasPath = file.steps.length > 0 && !view.charter.public
  useNews(file, step, version)
  useEffect(() => {
    nameWindow(intl, title)
  }, [intl, title])
  return (
    <CaseContext value={file}>
      <CaseHead at="room" />
      {hasPath ? <Path current={step} /> : null}
      {hasPath && step ? (
        <StepRoom step={step} version={version} />
      ) : (
        <div className="room">
          {view.charter.public ? <PublishedHere /> : null}
          <LinePanels />
          <Timeline />
          <Peers />
        </div>
      )}
      <SignsOff />
      <Outlet />
    </CaseContext>
  )
}

function StepRoom({ step, version }: { step: Step; version: VersionState | undefined }) {
  const file = useCase()
  const collected = step.rule === 'each-its-own'
  return (
    <div className="room">
      <div className="text">
        {collected ? <Attributions /> : null}
        {version ? <StepText step={step} version={version} /> : null}
        {!version && !collected ? <Unput step={step} /> : null}
        {collected ? null : <Soundings step={step} />}
        <Objectives />
        <SealedParts />
        <Notes />
        <EvidenceActs />
        <Peers />
      </div>
      <div className="side">
        {version && !collected ? <Gate step={step} version={version} /> : null}
        {file.members.length > 0 && file.steps.length > 0 ? <Board current={step} /> : null}
        <Timeline />
      </div>
    </div>
  )
}

/** A step of the charter's path that nobody has put a document for. */
function Unput({ step }: { step: Step }) {
  const intl = useIntl()
  const file = useCase()
  return (
    <section aria-labelledby="unput">
      <h2 id="unput">{intl.formatMessage({ id: `step.${step.kind}` })}</h2>
      <p className="quiet">
        {intl.formatMessage(
          { id: 'case.unput' },
          { chair: file.nameOf(file.view.charter.steps[step.kind]?.by ?? file.view.charter.chair) },
        )}
      </p>
      {isAuthor(file, step.kind) && file.may('propose') ? (
        <p>
          <Link
            className="btn primary"
            from="/cases/$id"
            to="/cases/$id/propose"
            search={{ step: step.id, kind: step.kind }}
          >
            {intl.formatMessage({ id: 'version.first' })}
          </Link>
        </p>
      ) : null}
    </section>
  )
}
