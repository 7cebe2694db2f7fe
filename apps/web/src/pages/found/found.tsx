import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import type { FoundingView } from '../../../../node/src/api.ts'
import { Refused } from '../../api/client.ts'
import { Band } from '../../frame/exercise-band.tsx'
import { usePreferences } from '../../frame/preferences.tsx'
import { Waiting } from '../../frame/states.tsx'
import { useTitle } from '../../frame/use-title.ts'
import { CardStep } from './card.tsx'
import { CharterStep } from './charter.tsx'
import { CoalitionStep } from './coalition.tsx'
import { JoinStep } from './join.tsx'
import { PartyForm } from './party.tsx'
import { foundingQuery } from './queries.ts'
import '../../style/voice.css'
import './found.css'

const STEPS = ['party', 'charter', 'join', 'coalition'] as const
type Step = (typeof STEPS)[number]

/** The guided way: a party is made, a charter drafted or taken in, joined, and the others awaited. */
export function FoundPage() {
  const intl = useIntl()
  const { data: view, error } = useQuery(foundingQuery)
  const { step: wanted } = useSearch({ from: '/found' })
  const { locale } = usePreferences()
  useTitle('found.title')
  if (!view)
    return error instanceof Refused ? (
      <Closed code={error.problem.code} />
    ) : (
      <>
        <h1>{intl.formatMessage({ id: 'found.title' })}</h1>
        <Waiting error={error} />
      </>
    )
  const shown = wanted !== undefined && isReached(wanted, view) ? wanted : view.step
  const told = view.charter?.told ?? view.coalition?.charter?.told
  return (
    <div className="found comfortable">
      {told?.exercise ? <Band title={told[locale].title} /> : null}
      <Places shown={shown} view={view} />
      <Heading step={shown} reached={view.step} />
      <Body step={shown} view={view} />
    </div>
  )
}

/** A step that one may look at: done, or the next. After joining, the way to the charter lies behind. */
function isReached(step: Step, view: FoundingView): boolean {
  if (view.step === 'coalition') return step === 'party' || step === 'coalition'
  return STEPS.indexOf(step) <= STEPS.indexOf(view.step)
}

function Places({ shown, view }: { shown: Step; view: FoundingView }) {
  const intl = useIntl()
  return (
    <nav aria-label={intl.formatMessage({ id: 'found.steps' })}>
      <ol className="found-steps">
        {STEPS.map((step, at) => {
          const isDone = at < STEPS.indexOf(view.step)
          const words = (
            <>
              <b>{intl.formatMessage({ id: `found.step.${step}` })}</b>
              <span>
                {intl.formatMessage({
                  id: isDone ? 'found.done' : step === view.step ? 'found.now' : 'found.later',
                })}
              </span>
            </>
          )
          return (
            <li key={step} className={isDone ? 'done' : undefined}>
              {isReached(step, view) ? (
                <Link
                  to="/found"
                  search={{ step }}
                  aria-current={step === shown ? 'step' : undefined}
                >
                  {words}
                </Link>
              ) : (
                <span className="later">{words}</span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

/** Whoever listens to the page hears where the way has led. */
function Heading({ step, reached }: { step: Step; reached: Step }) {
  const intl = useIntl()
  const heading = useRef<HTMLHeadingElement>(null)
  const place = `${step} ${reached}`
  const before = useRef(place)
  useEffect(() => {
    if (before.current !== place) heading.current?.focus()
    before.current = place
  }, [place])
  return (
    <header>
      <p className="quiet">
        {intl.formatMessage(
          { id: 'found.place' },
          { at: STEPS.indexOf(step) + 1, of: STEPS.length },
        )}
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {intl.formatMessage({ id: `found.step.${step}` })}
      </h1>
    </header>
  )
}

function Body({ step, view }: { step: Step; view: FoundingView }) {
  switch (step) {
    case 'party':
      return view.party ? (
        <CardStep party={view.party} step={view.step} />
      ) : (
        <PartyForm view={view} />
      )
    case 'charter':
      return view.party ? <CharterStep view={view} party={view.party} /> : null
    case 'join':
      return view.party ? <JoinStep view={view} party={view.party} /> : null
    case 'coalition':
      return <CoalitionStep view={view} />
  }
}

/** No set-up link was opened in this browser, or the set-up is over. */
function Closed({ code }: { code: string }) {
  const intl = useIntl()
  const isOver = code !== 'setup.closed'
  return (
    <section className="plain">
      <h1>{intl.formatMessage({ id: isOver ? 'found.over.title' : 'found.closed.title' })}</h1>
      <p>{intl.formatMessage({ id: isOver ? 'found.over.text' : 'found.closed.text' })}</p>
      {isOver ? (
        // The node is another than when this page was opened: it is asked anew who is there.
        <p>
          <a href="/">{intl.formatMessage({ id: 'found.over.desk' })}</a>
        </p>
      ) : (
        <p className="quiet">{intl.formatMessage({ id: 'found.closed.again' })}</p>
      )}
    </section>
  )
}
