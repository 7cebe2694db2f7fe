import { useIntl, type IntlShape } from 'react-intl'
import {
  fewCases,
  FIELD_MEDIAN,
  FIELD_WORDS,
  STAGE_WORDS,
  STAGES_ABOUT,
  type CaseTimes,
  type StageMedian,
  type StageTimes,
} from '@entente/accord'
import { useSay } from '../../i18n/use-say.ts'

const DAY = 86_400

/** How long cases took from stage to stage: a picture over cases with its table, then each case. */
export function StageTimesTold({ stages: { cases, medians } }: { stages: StageTimes }) {
  const intl = useIntl()
  const say = useSay()
  return (
    <section className="stage-times" aria-labelledby="stage-times">
      <h2 id="stage-times">{intl.formatMessage({ id: 'stages.title' })}</h2>
      <p className="small quiet">{say(STAGES_ABOUT)}</p>
      {medians.length === 0 ? (
        <p className="quiet">{intl.formatMessage({ id: 'stages.none' })}</p>
      ) : (
        <>
          <Picture medians={medians} />
          <Medians medians={medians} />
        </>
      )}
      <p className="small">{say(FIELD_WORDS)}</p>
      {cases.map((one) => (
        <OneCase key={one.case} times={one} />
      ))}
    </section>
  )
}

/** Pixels: the bars lie in a box of this width beside their names. */
const [NAMES, BARS, ROW] = [150, 330, 22]

/** A bar for each stage and a line where the field's median is. The table below says the same. */
function Picture({ medians }: { medians: readonly StageMedian[] }) {
  const say = useSay()
  const field = FIELD_MEDIAN.days * DAY
  const longest = Math.max(field, ...medians.map(({ median }) => median))
  const at = (seconds: number) => (seconds / longest) * BARS
  const height = medians.length * ROW + ROW
  return (
    <svg
      className="stage-picture"
      viewBox={`0 0 ${NAMES + BARS + 60} ${height}`}
      aria-hidden="true"
    >
      <line
        className="field"
        x1={NAMES + at(field)}
        x2={NAMES + at(field)}
        y1={0}
        y2={height - ROW}
      />
      <text className="field-name" x={NAMES + at(field)} y={height - 6} textAnchor="middle">
        {FIELD_MEDIAN.days}
      </text>
      {medians.map(({ stage, median }, row) => (
        <g key={stage}>
          <text x={NAMES - 8} y={row * ROW + 15} textAnchor="end">
            {say(STAGE_WORDS[stage].label)}
          </text>
          <rect x={NAMES} y={row * ROW + 4} width={Math.max(at(median), 2)} height={ROW - 8} />
        </g>
      ))}
    </svg>
  )
}

function Medians({ medians }: { medians: readonly StageMedian[] }) {
  const intl = useIntl()
  const say = useSay()
  return (
    <table className="table stage-table" aria-label={intl.formatMessage({ id: 'stages.medians' })}>
      <thead>
        <tr>
          {(['stage', 'median', 'spent', 'of', 'how'] as const).map((column) => (
            <th key={column} scope="col">
              {intl.formatMessage({ id: `stages.${column}` })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {medians.map(({ stage, median, spent, of }) => {
          const few = fewCases(of)
          return (
            <tr key={stage}>
              <th scope="row">{say(STAGE_WORDS[stage].label)}</th>
              <td>{spanOf(median, intl)}</td>
              <td>{spent ? spanOf(spent.median, intl) : '–'}</td>
              <td className="small">{few ? say(few) : intl.formatNumber(of)}</td>
              <td className="small quiet">{say(STAGE_WORDS[stage].how)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function OneCase({ times: { case: id, title, stages } }: { times: CaseTimes }) {
  const intl = useIntl()
  const say = useSay()
  const name = `stages-${id}`
  return (
    <>
      <h3 id={name}>
        <a href={`/cases/${encodeURIComponent(id)}`}>{title}</a>
      </h3>
      <table className="table stage-table" aria-labelledby={name}>
        <thead>
          <tr>
            {(['stage', 'reached', 'after', 'spent'] as const).map((column) => (
              <th key={column} scope="col">
                {intl.formatMessage({ id: `stages.${column}` })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stages.map(({ stage, at, after, spent }) => (
            <tr key={stage}>
              <th scope="row">{say(STAGE_WORDS[stage].label)}</th>
              <td>
                {intl.formatDate(at * 1000, {
                  dateStyle: 'medium',
                  timeStyle: 'medium',
                  timeZone: 'UTC',
                })}
              </td>
              <td>{spanOf(after, intl)}</td>
              <td>
                {spent === undefined
                  ? intl.formatMessage({ id: 'stages.last' })
                  : spanOf(spent, intl)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const UNITS = [
  ['day', DAY],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

/** In the largest unit of which there is one, to a tenth. */
function spanOf(seconds: number, intl: IntlShape): string {
  const [unit, length] = UNITS.find(([, one]) => seconds >= one) ?? UNITS[3]
  return intl.formatNumber(seconds / length, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  })
}
