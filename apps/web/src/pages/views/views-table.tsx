import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useIntl } from 'react-intl'
import { holderName, type Issue, type View } from '@entente/law'
import { usePreferences } from '../../frame/preferences.tsx'
import { Scroll } from '../../frame/scroll.tsx'
import { Plate } from '../../marks/plate.tsx'
import { ALL_ISSUES } from './own-view.ts'
import { BesideMark, Sureness } from './reading-marks.tsx'
import { shortSource } from './tiles.ts'

type At = { readonly issue: Issue; readonly chosen: View | undefined }

/** The twin of the map for every issue at once: nation by issue, in the order given. */
export function ViewsTable({ views, us, at }: { views: readonly View[]; us: string; at: At }) {
  const intl = useIntl()
  const [wanted, setWanted] = useState('')
  const shown = views.filter((view) => isFound(view, wanted))
  return (
    <div className="views-twin">
      <h2>{intl.formatMessage({ id: 'views.table' })}</h2>
      <Search wanted={wanted} onChange={setWanted} count={shown.length} />
      <Scroll label={intl.formatMessage({ id: 'views.table' })}>
        <table className="table views-table">
          <caption className="hidden">{intl.formatMessage({ id: 'views.table' })}</caption>
          <thead>
            <tr>
              <th className="stick" scope="col">
                {intl.formatMessage({ id: 'views.nation' })}
              </th>
              {ALL_ISSUES.map((one) => (
                <th key={one} scope="col" className={one === at.issue ? 'now' : undefined}>
                  {intl.formatMessage({ id: `issue.${one}` })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((view) => (
              <Row key={view.holder.code} view={view} us={us} at={at} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </div>
  )
}

/** A nation is found by its name in either language, and by its code. */
const isFound = ({ holder }: View, wanted: string): boolean =>
  `${holder.code} ${holderName(holder, 'en')} ${holderName(holder, 'es')}`
    .toLocaleLowerCase()
    .includes(wanted.trim().toLocaleLowerCase())

function Search({
  wanted,
  onChange,
  count,
}: {
  wanted: string
  onChange: (wanted: string) => void
  count: number
}) {
  const intl = useIntl()
  const id = useId()
  return (
    <search className="row">
      <label htmlFor={id} className="label">
        {intl.formatMessage({ id: 'views.find' })}
      </label>
      <input
        id={id}
        type="search"
        className="input until"
        value={wanted}
        onChange={({ target }) => onChange(target.value)}
      />
      <output className="small quiet">
        {intl.formatMessage({ id: 'views.found' }, { count })}
      </output>
    </search>
  )
}

function Row({ view, us, at }: { view: View; us: string; at: At }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const { code } = view.holder
  const name = holderName(view.holder, locale)
  return (
    <tr>
      <th className="stick" scope="row">
        <span className="nat">
          <Plate party={code} name={name} us={code === us} /> <span>{name}</span>
        </span>
      </th>
      {ALL_ISSUES.map((issue) => {
        const reading = view.readings[issue]
        const { value } = reading
        const isChosen = at.chosen === view && at.issue === issue
        return (
          <td key={issue} className={`r-${value}${isChosen ? ' chosen' : ''}`}>
            <Link
              to="/law/views"
              search={{ nation: code, issue }}
              resetScroll={false}
              aria-current={isChosen ? 'true' : undefined}
            >
              {value === 'unknown' ? (
                <>
                  <span aria-hidden="true">·</span>
                  <span className="hidden">{intl.formatMessage({ id: 'reading.unknown' })}</span>
                </>
              ) : (
                <>
                  <span>
                    {intl.formatMessage({ id: `reading.${value}` })}{' '}
                    <BesideMark reading={reading} />
                  </span>
                  <span className="cell-source">
                    <Sureness reading={reading} />{' '}
                    <span lang="en">{shortSource(reading.source)}</span>
                  </span>
                </>
              )}
            </Link>
          </td>
        )
      })}
    </tr>
  )
}
