import { useId } from 'react'
import { useIntl } from 'react-intl'
import type { MeasureView } from '../../../../node/src/api.ts'
import { sayDay } from '../../marks/day.tsx'
import { useCase } from '../case/case-context.ts'
import { overTime, placeOf, type Done, type OverTime } from './nation-time.ts'
import type { OnRecord } from './record.ts'

const LANE = 44
const LEFT = 90
const WIDTH = 720

/** Nation by time with what rests on what, as a picture; the table beneath says the same. */
export function MeasureOverTime({
  measure,
  record,
}: {
  measure: MeasureView
  record: readonly OnRecord[]
}) {
  const intl = useIntl()
  const over = overTime(measure, record)
  if (over.days.length === 0) return null
  return (
    <details className="over-time">
      <summary>{intl.formatMessage({ id: 'measure.time' })}</summary>
      <p className="small quiet">{intl.formatMessage({ id: 'measure.time.note' })}</p>
      <Picture over={over} />
      <Twin over={over} />
    </details>
  )
}

function Picture({ over: { days, rows, ties } }: { over: OverTime }) {
  const intl = useIntl()
  const label = intl.formatMessage({ id: 'measure.time.picture' })
  const places = new Map(rows.flatMap(({ done }, lane) => spread(done, lane, days)))
  const height = rows.length * LANE + 28
  return (
    <section
      className="scroll"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <svg
        className="over-time-picture"
        viewBox={`0 0 ${WIDTH} ${height}`}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing in the page has no tag
        role="img"
        aria-label={label}
      >
        {rows.map(({ party, name }, lane) => (
          <g key={party}>
            <text x="0" y={yOf(lane) + 4}>
              {name}
            </text>
            <line className="lane" x1={LEFT} x2={WIDTH - 12} y1={yOf(lane)} y2={yOf(lane)} />
          </g>
        ))}
        {ties.map(({ from, to, what, holds }) => {
          const [a, b] = [places.get(from), places.get(to)]
          return a && b ? (
            <line
              key={`${from} ${to} ${what}`}
              className={holds ? 'tie' : 'tie lost'}
              x1={a.x}
              y1={a.y}
              x2={b.x}
              y2={b.y}
            />
          ) : null
        })}
        {[...places].map(([act, { x, y, kind }]) => (
          <g key={act}>
            <title>{intl.formatMessage({ id: `measure.time.kind.${kind}` })}</title>
            <circle cx={x} cy={y} r="9" />
            <text className="letter" x={x} y={y + 4}>
              {intl.formatMessage({ id: `measure.time.letter.${kind}` })}
            </text>
          </g>
        ))}
        {[days[0]!, days.at(-1)!].map((day, at) => (
          <text
            key={`${day} ${at}`}
            x={at === 0 ? LEFT : WIDTH - 12}
            y={height - 6}
            className={at === 0 ? 'day' : 'day last'}
          >
            {sayDay(intl.formatDate, day)}
          </text>
        ))}
      </svg>
    </section>
  )
}

const yOf = (lane: number) => lane * LANE + 18

type Place = { readonly x: number; readonly y: number; readonly kind: Done['kind'] }

/** Acts of one day stand beside each other, so that none hides another. */
function spread(
  done: readonly Done[],
  lane: number,
  days: readonly string[],
): readonly (readonly [string, Place])[] {
  const on = new Map<string, number>()
  return done.map(({ act, kind, on: day }) => {
    const before = on.get(day) ?? 0
    on.set(day, before + 1)
    const room = WIDTH - LEFT - 40
    const x = LEFT + 12 + placeOf(day, days) * room
    return [act, { x: x + (placeOf(day, days) > 0.5 ? -20 : 20) * before, y: yOf(lane), kind }]
  })
}

/** The twin: nation by day, and beside what was begun all that it rests on. */
function Twin({ over: { days, rows } }: { over: OverTime }) {
  const intl = useIntl()
  const { nameOf } = useCase()
  const id = useId()
  return (
    <section
      className="scroll"
      aria-labelledby={id}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="table">
        <caption id={id}>{intl.formatMessage({ id: 'measure.time.table' })}</caption>
        <thead>
          <tr>
            <th scope="col">{intl.formatMessage({ id: 'board.nation' })}</th>
            {days.map((day) => (
              <th key={day} scope="col">
                {sayDay(intl.formatDate, day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ party, name, done }) => (
            <tr key={party}>
              <th scope="row">{name}</th>
              {days.map((day) => (
                <td key={day}>
                  {done
                    .filter(({ on }) => on === day)
                    .map(({ act, kind, restsOn }) => (
                      <div key={act}>
                        {intl.formatMessage({ id: `measure.time.letter.${kind}` })}:{' '}
                        {intl.formatMessage({ id: `measure.time.kind.${kind}` })}
                        {restsOn.length === 0 ? null : (
                          <ul className="small">
                            {restsOn.map(({ what, holds, party: by }) => (
                              <li key={what}>
                                {intl.formatMessage(
                                  { id: 'measure.time.rests' },
                                  {
                                    what: intl.formatMessage({ id: `measure.time.on.${what}` }),
                                    by: by ? nameOf(by) : name,
                                    holds: holds ? 'yes' : 'no',
                                  },
                                )}
                              </li>
                            ))}
                          </ul>
                        )}
                      </div>
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
