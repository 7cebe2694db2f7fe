import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { ImportFate, ImportView } from '../../../../node/src/api.ts'
import { Waiting } from '../../frame/states.tsx'
import { useTitle } from '../../frame/use-title.ts'
import { Beside } from './beside.tsx'
import { FATES, importQuery, importRowsQuery } from './queries.ts'
import { ImportRows } from './rows.tsx'
import { ImportSummary } from './summary.tsx'
import './imports.css'

const route = getRouteApi('/imports/$number')

/** One import: what it comes to, its objects by what becomes of them, and one of them beside what is held. */
export function ImportPage() {
  useTitle('imports.title')
  const intl = useIntl()
  const number = Number(route.useParams().number)
  const found = useQuery(importQuery(number))
  const view = found.data
  return (
    <div className="plain imports">
      <h1>{intl.formatMessage({ id: 'imports.one' }, { number, name: view?.name ?? '' })}</h1>
      <p>
        <Link to="/imports">{intl.formatMessage({ id: 'imports.title' })}</Link>
      </p>
      {view ? (
        <>
          <ImportSummary key={view.state} view={view} inPage />
          {view.state === 'pending' ? <Objects view={view} /> : null}
        </>
      ) : (
        <Waiting error={found.error} />
      )}
    </div>
  )
}

function Objects({ view }: { view: ImportView }) {
  const intl = useIntl()
  const [fate, setFate] = useState<ImportFate>()
  const [peek, setPeek] = useState<number>()
  const found = useInfiniteQuery(importRowsQuery(view.number, fate))
  const rows = found.data?.pages.flatMap(({ objects }) => objects)
  const choose = (next: ImportFate | undefined) => {
    setFate(next)
    setPeek(undefined)
  }
  return (
    <section aria-labelledby="import-objects">
      <h2 id="import-objects">{intl.formatMessage({ id: 'imports.objects' })}</h2>
      <fieldset className="row fate-choice">
        <legend>{intl.formatMessage({ id: 'imports.narrow' })}</legend>
        {[undefined, ...FATES.filter((one) => view.counts[one])].map((one) => (
          <label key={one ?? 'all'}>
            <input type="radio" name="fate" checked={fate === one} onChange={() => choose(one)} />{' '}
            {one === undefined
              ? intl.formatMessage({ id: 'imports.all' }, { count: view.objects })
              : intl.formatMessage({ id: `imports.count.${one}` }, { count: view.counts[one] })}
          </label>
        ))}
      </fieldset>
      <div className={peek === undefined ? 'import-objects' : 'import-objects peeking'}>
        {rows ? (
          <ImportRows key={fate ?? ''} rows={rows} peek={peek} onPeek={setPeek} />
        ) : (
          <Waiting error={found.error} />
        )}
        {peek === undefined ? null : (
          <Beside number={view.number} place={peek} onClose={() => setPeek(undefined)} />
        )}
      </div>
      {found.hasNextPage ? (
        <button type="button" className="btn" onClick={() => void found.fetchNextPage()}>
          {intl.formatMessage({ id: 'evidence.more' })}
        </button>
      ) : null}
    </section>
  )
}
