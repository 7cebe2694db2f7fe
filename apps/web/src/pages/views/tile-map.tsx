import { Link, useNavigate } from '@tanstack/react-router'
import { useRef, type KeyboardEvent } from 'react'
import { useIntl } from 'react-intl'
import { holderName, type Issue, ISSUES, letterOf, type Reading, type View } from '@entente/law'
import { usePreferences } from '../../frame/preferences.tsx'
import { BesideMark, Sureness } from './reading-marks.tsx'
import { REGIONS, tileAfter, tilesFor, type Region, type Tile } from './tiles.ts'

type Props = {
  readonly views: readonly View[]
  readonly us: string
  readonly issue: Issue
  readonly chosen: View | undefined
}

/** What every holder holds on one issue, each about where it lies on a map of the world. */
export function TileMap({ views, us, issue, chosen }: Props) {
  const intl = useIntl()
  const map = useRef<HTMLElement>(null)
  const tiles = tilesFor(views.map(({ holder }) => holder.code))
  const entered = chosen?.holder.code ?? tiles[0]?.code
  const walk = (from: Tile, event: KeyboardEvent) => {
    const next = tileAfter(tiles, from, event.key)
    if (!next) return
    event.preventDefault()
    map.current?.querySelector<HTMLElement>(`[data-tile="${next.code}"]`)?.focus()
  }
  const inRegion = (region: Region) => tiles.filter((tile) => tile.region === region)
  return (
    <section ref={map} className="tile-map" aria-labelledby="tile-map">
      <h2 id="tile-map">
        {intl.formatMessage(
          { id: 'views.map' },
          { issue: intl.formatMessage({ id: `issue.${issue}` }) },
        )}
      </h2>
      <p className="small quiet">{intl.formatMessage({ id: 'views.map.hint' })}</p>
      <div className="regions">
        {REGIONS.filter((region) => inRegion(region).length > 0).map((region) => (
          <section key={region} className={`region ${region}`} aria-labelledby={`region-${region}`}>
            <h3 id={`region-${region}`}>{intl.formatMessage({ id: `views.region.${region}` })}</h3>
            <ul>
              {inRegion(region).map((tile) => (
                <TileOf
                  key={tile.code}
                  tile={tile}
                  view={views.find(({ holder }) => holder.code === tile.code)}
                  at={{ issue, us, chosen: chosen?.holder.code, entered }}
                  onKey={(event) => walk(tile, event)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Legend views={views} issue={issue} />
    </section>
  )
}

type At = {
  readonly issue: Issue
  readonly us: string
  readonly chosen: string | undefined
  /** The tile to which the tab key leads; arrow keys go on from there. */
  readonly entered: string | undefined
}

function TileOf({
  tile: { code, row, column },
  view,
  at: { issue, us, chosen, entered },
  onKey,
}: {
  tile: Tile
  view: View | undefined
  at: At
  onKey: (event: KeyboardEvent) => void
}) {
  const intl = useIntl()
  const { locale } = usePreferences()
  if (!view) return null
  const reading = view.readings[issue]
  const isChosen = code === chosen
  return (
    <li style={{ gridRow: row + 1, gridColumn: column + 1 }}>
      <Link
        to="/law/views"
        search={{ nation: code, issue }}
        resetScroll={false}
        data-tile={code}
        tabIndex={code === entered ? 0 : -1}
        aria-current={isChosen ? 'true' : undefined}
        className={`tile ${toneOf(issue, reading.value)}${code === us ? ' us' : ''}`}
        onKeyDown={onKey}
      >
        <span className="tile-code" aria-hidden="true">
          {code}
        </span>
        <span className="hidden">
          {holderName(view.holder, locale)}:{' '}
          {intl.formatMessage({ id: `reading.${reading.value}` })}
        </span>
        <span className="tile-letter" aria-hidden="true" lang="zxx">
          {letterOf(issue, reading.value)}
        </span>
        <Sureness reading={reading} />
        <BesideMark reading={reading} />
        <span className="tile-band" aria-hidden="true" />
      </Link>
    </li>
  )
}

/** Colour and pattern go with the place of a value among those of its issue: neither is ever alone. */
function toneOf(issue: Issue, value: Reading['value']): string {
  if (value === 'silent' || value === 'unknown') return `tone-${value}`
  const values: readonly string[] = ISSUES[issue]
  return `tone-${values.indexOf(value)}`
}

/** What letters, patterns, bars and marks mean, and how many hold each value. */
function Legend({ views, issue }: { views: readonly View[]; issue: Issue }) {
  const intl = useIntl()
  const values: readonly Reading['value'][] = ISSUES[issue]
  const count = (value: string) =>
    views.filter(({ readings }) => readings[issue].value === value).length
  return (
    <div className="map-legend">
      <h3 className="hidden">{intl.formatMessage({ id: 'views.legend' })}</h3>
      <ul>
        {values.map((value) => (
          <li key={value} className={toneOf(issue, value)}>
            <span className="swatch" aria-hidden="true">
              <b lang="zxx">{letterOf(issue, value)}</b>
              <span className="tile-band" />
            </span>
            <span>
              {intl.formatMessage({ id: `reading.${value}` })}{' '}
              <span className="quiet">({count(value)})</span>
            </span>
          </li>
        ))}
      </ul>
      <ul>
        {([3, 2, 1, 0] as const).map((sure) => (
          <li key={sure}>
            <span className="sureness" aria-hidden="true">
              {[1, 2, 3].map((bar) => (
                <span key={bar} className={bar <= sure ? 'full' : 'empty'} />
              ))}
            </span>
            {intl.formatMessage({ id: `views.sure.${sure}` })}
          </li>
        ))}
        <li>
          <span className="beside-mark conflict" aria-hidden="true">
            ≠
          </span>
          {intl.formatMessage({ id: 'views.on-record.conflict' })}
        </li>
        <li>
          <span className="beside-mark refinement" aria-hidden="true">
            +
          </span>
          {intl.formatMessage({ id: 'views.on-record.refinement' })}
        </li>
      </ul>
    </div>
  )
}

/** The issue that the map shows, and on which a reading is explained. */
export function IssueChoice({ issue, nation }: { issue: Issue; nation: string | undefined }) {
  const intl = useIntl()
  const navigate = useNavigate()
  return (
    <label className="row issue-choice">
      <span className="label">{intl.formatMessage({ id: 'views.issue' })}</span>
      <select
        className="input"
        value={issue}
        onChange={({ target }) =>
          void navigate({
            to: '/law/views',
            search: { issue: target.value, ...(nation === undefined ? {} : { nation }) },
            resetScroll: false,
          })
        }
      >
        {Object.keys(ISSUES).map((one) => (
          <option key={one} value={one}>
            {intl.formatMessage({ id: `issue.${one as Issue}` })}
          </option>
        ))}
      </select>
    </label>
  )
}
