import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useIntl } from 'react-intl'
import { compareWording } from '../divergence/compare-wording.ts'
import { Marked, Partings } from '../divergence/wording.tsx'
import '../divergence/divergence.css'
import { useCase } from '../case/case-context.ts'
import type { Said } from './said-already.ts'

/** A statement side by side with one that is said already; where they part is marked, and said again in a table. */
export function BesideOthers({
  draft,
  said,
  version,
}: {
  draft: string
  said: readonly Said[]
  version: string
}) {
  const intl = useIntl()
  const { view } = useCase()
  const id = useId()
  const [chosen, setChosen] = useState<string>()
  const other = said.find(({ key }) => key === chosen) ?? said[0]
  const yours = intl.formatMessage({ id: 'statement.draft' })
  if (!other) return null
  const compared = compareWording(draft, other.text)
  return (
    <section className="wording" aria-labelledby={id}>
      <h3 id={id}>{intl.formatMessage({ id: 'statement.beside' })}</h3>
      <p className="small quiet">
        {intl.formatMessage({ id: 'statement.beside.note' })}{' '}
        <Link to="/cases/$id/note" params={{ id: view.id }} search={{ from: version }}>
          {intl.formatMessage({ id: 'statement.beside.put' })}
        </Link>
      </p>
      <div className="wording-pair">
        <section aria-label={yours}>
          <p className="label">{yours}</p>
          <blockquote className="treaty redlined">
            <Marked runs={compared.here} />
          </blockquote>
        </section>
        <section aria-label={other.name}>
          <label htmlFor={`${id}-who`}>{intl.formatMessage({ id: 'statement.beside.who' })}</label>{' '}
          <select
            id={`${id}-who`}
            className="input"
            value={other.key}
            onChange={({ target }) => setChosen(target.value)}
          >
            {said.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
          <blockquote className="treaty redlined">
            <Marked runs={compared.there} />
          </blockquote>
        </section>
      </div>
      <Partings compared={compared} here={yours} there={other.name} />
    </section>
  )
}
