import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useIntl, type IntlShape } from 'react-intl'
import {
  LEANINGS,
  roundsAwait,
  roundsIn,
  type Leaning,
  type Round,
  type RoundAwaits,
} from '@entente/accord'
import type { CaseView } from '../../../../node/src/api.ts'
import { Plate } from '../../marks/plate.tsx'
import { ActLink } from '../case/act-link.tsx'
import { useCase } from '../case/case-context.ts'
import type { Step } from '../case/case-file.ts'
import './exchange.css'

/** Non-binding rounds on one step, the last first, and the way to ask or to answer. */
export function Soundings({ step }: { step: Step }) {
  const intl = useIntl()
  const { view, verbs, steps } = useCase()
  const rounds = useMemo(
    () => roundsIn(view.acts).filter(({ asks }) => isAbout(asks.step, step, steps)),
    [view.acts, step, steps],
  )
  const awaits = useMemo(() => awaitsIn(view), [view])
  const maySound = verbs.includes('sound')
  if (rounds.length === 0 && !(maySound && step.versions.length === 0)) return null
  return (
    <section className="soundings" aria-labelledby="soundings">
      <h2 id="soundings">
        {intl.formatMessage(
          { id: step.versions.length === 0 ? 'sound.title' : 'sound.title.put' },
          { the: intl.formatMessage({ id: `step.the.${step.kind}` }) },
        )}
      </h2>
      <p className="small quiet">{intl.formatMessage({ id: 'sound.never' })}</p>
      {rounds.toReversed().map((round) => (
        <Asked key={round.id} round={round} awaits={awaits.get(round.id)!} />
      ))}
      {maySound ? (
        <Link className="btn" from="/cases/$id" to="/cases/$id/sound" search={{ step: step.id }}>
          {intl.formatMessage({ id: 'sound.do' })}
        </Link>
      ) : null}
    </section>
  )
}

/** A round on a step that has no place of its own yet stands where texts of its kind do. */
const isAbout = (asked: Round['asks']['step'], step: Step, steps: readonly Step[]): boolean =>
  asked.id === step.id || (asked.kind === step.kind && !steps.some(({ id }) => id === asked.id))

/** What every round of a case waits for. */
const awaitsIn = ({ acts, charter: { parties }, state: { steps, left: leaves = [] } }: CaseView) =>
  roundsAwait(roundsIn(acts), {
    parties,
    steps,
    left: acts.flatMap(({ id, party }) => (leaves.includes(id) ? [party] : [])),
  })

/** From whom an answer is awaited, until when, and what happens then. */
function awaitedSaid(intl: IntlShape, { code, from }: RoundAwaits, { nameOf, hopedBy }: Hoped) {
  const what = intl.formatMessage({ id: `sound.${code}.what` })
  const names = intl.formatList(from.map(nameOf))
  const by =
    hopedBy === undefined || code !== 'answers'
      ? intl.formatMessage({ id: 'next.no-date' })
      : `${intl.formatMessage({ id: 'sound.hoped' }, { day: dayOf(intl, hopedBy) })}.`
  const who = code === 'answers' ? 'next.from.some' : 'next.from.nobody'
  return [
    intl.formatMessage({ id: who }, { names, what }),
    by,
    intl.formatMessage({ id: `sound.${code}.then` }),
  ].join(' ')
}
type Hoped = {
  readonly nameOf: (party: string) => string
  readonly hopedBy: string | undefined
}

const dayOf = (intl: IntlShape, day: string) =>
  intl.formatDate(day, { day: 'numeric', month: 'long', timeZone: 'UTC' })

function Asked({ round, awaits }: { round: Round; awaits: RoundAwaits }) {
  const intl = useIntl()
  const file = useCase()
  const { asks, party, answered } = round
  const view = file.actOf(round.id)
  const mine = answered.some((one) => one.party === file.us)
  const name = file.nameOf(party)
  return (
    <article className="panel">
      <header>
        <Plate party={party} name={name} us={party === file.us} />
        <h3 lang={asks.text.lang}>{asks.text.title}</h3>
      </header>
      <div className="body">
        <p className="small quiet">
          {intl.formatMessage({ id: 'sound.asked' }, { name })}{' '}
          {view ? <ActLink act={view} /> : null}
          {'. '}
          {intl.formatMessage(
            { id: 'sound.answered' },
            {
              count: answered.length,
              names: intl.formatList(answered.map((one) => file.nameOf(one.party))),
            },
          )}
        </p>
        <p className="small">
          {awaitedSaid(intl, awaits, { nameOf: file.nameOf, hopedBy: asks.hopedBy })}
        </p>
        <ol className="asked">
          {round.clauses.map(({ id, text, leanings }) => (
            <li key={id}>
              <p className="treaty" lang={asks.text.lang}>
                <span className="no">{id}</span> {text}
              </p>
              <ul>
                {leanings.map((leaning) => (
                  <Leans key={leaning.party} leaning={leaning} />
                ))}
              </ul>
            </li>
          ))}
        </ol>
        {file.verbs.includes('sound') && party !== file.us ? (
          <Link
            className="btn"
            from="/cases/$id"
            to="/cases/$id/leaning"
            search={{ step: asks.step.id, from: round.id }}
          >
            {intl.formatMessage({ id: mine ? 'sound.answer.again' : 'sound.answer' })}
          </Link>
        ) : null}
      </div>
    </article>
  )
}

function Leans({ leaning: { party, leans, says } }: { leaning: Leaning }) {
  const intl = useIntl()
  const file = useCase()
  const name = file.nameOf(party)
  return (
    <li>
      <Plate party={party} name={name} us={party === file.us} />
      <p>
        <span className="hidden">{name}: </span>
        <LeaningMark leans={leans} /> {intl.formatMessage({ id: `leans.${leans}` })}
        {says === undefined ? null : `: ${says}`}
      </p>
    </li>
  )
}

/** Four posts of which as many are filled as the leaning is far from welcome: never colour alone. */
const LeaningMark = ({ leans }: { leans: Leaning['leans'] }) => (
  <svg className={`leaning ${leans}`} viewBox="0 0 19 12" width="19" height="12" aria-hidden="true">
    {LEANINGS.map((one, at) => (
      <rect
        key={one}
        x={at * 5}
        y="1"
        width="3"
        height="10"
        className={at <= LEANINGS.indexOf(leans) ? 'on' : 'off'}
      />
    ))}
  </svg>
)
