import { useIntl } from 'react-intl'
import type { ClockView } from '../../../../node/src/api.ts'
import { usePreferences } from '../../frame/preferences.tsx'
import { Due } from '../../marks/due.tsx'
import { Moment } from '../../marks/moment.tsx'
import { SourceLine } from '../../marks/source-line.tsx'
import { stageIn, type Regime } from './regime-words.ts'

type Props = {
  readonly clocks: readonly ClockView[]
  readonly regime: Regime | undefined
  readonly awareAt: string | undefined
  readonly awareAtBefore?: string | undefined
  /** The stage that is being written. */
  readonly stage?: string
}

/** Every clock that runs or ran: how long still, until when, after which provision. */
export function Clocks({ clocks, regime, awareAt, awareAtBefore, stage }: Props) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const shown = clocks.filter(({ state }) => state !== 'not-asked')
  const running = shown.filter(({ state }) => state === 'running' || state === 'missed').length
  return (
    <aside className="clocks" aria-labelledby="clocks">
      <h2 id="clocks">{intl.formatMessage({ id: 'clocks.title' }, { count: running })}</h2>
      {shown.length > 0 ? (
        <ol>
          {shown.map((clock) => (
            <Clock key={clock.stage} clock={clock} regime={regime} now={clock.stage === stage} />
          ))}
        </ol>
      ) : null}
      <p className="small quiet">
        {awareAt === undefined ? (
          intl.formatMessage({ id: 'clocks.none' })
        ) : (
          <>
            {intl.formatMessage({ id: 'clocks.aware' })} <Moment at={awareAt} />.
          </>
        )}
        {awareAtBefore === undefined ? null : (
          <>
            {' '}
            {intl.formatMessage({ id: 'clocks.aware.before' })} <Moment at={awareAtBefore} />.
          </>
        )}
      </p>
      {regime ? <p className="small quiet calendar">{regime.calendar[locale]}</p> : null}
    </aside>
  )
}

function Clock({
  clock,
  regime,
  now,
}: {
  clock: ClockView
  regime: Regime | undefined
  now: boolean
}) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const stage = stageIn(regime, clock.stage)
  const used = clock.used === undefined ? undefined : Math.round(clock.used * 100)
  return (
    <li className={clock.state} aria-current={now ? 'step' : undefined}>
      <div>
        <b>{stage?.label[locale] ?? clock.stage}</b>
        {stage ? (
          <span className="quiet">
            <SourceLine of={stage.source} />
          </span>
        ) : null}
      </div>
      <div className="left">
        <ClockState clock={clock} regime={regime} />
      </div>
      {used === undefined ? null : (
        <>
          <svg
            className={used >= 75 ? 'used soon' : 'used'}
            viewBox="0 0 100 8"
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <path d={`M0 0h${used}v8H0z`} />
          </svg>
          <span className="hidden">{intl.formatMessage({ id: 'clocks.used' }, { used })}</span>
        </>
      )}
    </li>
  )
}

function ClockState({ clock, regime }: { clock: ClockView; regime: Regime | undefined }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const { state, dueAt, submittedAt, secondsLeft } = clock
  if (dueAt !== undefined && secondsLeft !== undefined) return <Due at={dueAt} left={secondsLeft} />
  if (submittedAt !== undefined)
    return (
      <span className="deadline">
        <b>{intl.formatMessage({ id: state === 'late' ? 'clocks.late' : 'clocks.met' })}</b>{' '}
        <Moment at={submittedAt} />
        {clock.isUnproved ? (
          <span className="quiet">{intl.formatMessage({ id: 'clocks.unproved' })}</span>
        ) : null}
      </span>
    )
  const from = stageIn(regime, clock.stage)?.deadline
  const after = from?.from === 'stage' ? stageIn(regime, from.stage)?.label[locale] : undefined
  return (
    <span className="deadline quiet">
      {after === undefined
        ? intl.formatMessage({ id: 'clocks.waiting' })
        : intl.formatMessage({ id: 'clocks.waiting.after' }, { stage: after })}
    </span>
  )
}
