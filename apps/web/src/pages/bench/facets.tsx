import { useId } from 'react'
import { useIntl } from 'react-intl'
import type { Facet, FacetCount, Facets } from '../../../../node/src/api.ts'
import { useMedia } from '../../frame/use-media.ts'
import { has, toggled } from './query-text.ts'

const KEYS = ['type', 'tlp', 'pap', 'from', 'by', 'seen', 'is'] as const
type Key = (typeof KEYS)[number]

type Props = {
  readonly facets: Facets | undefined
  readonly q: string
  readonly onAsk: (q: string) => void
}

/** What the objects found have in common, counted; a value chosen is a condition of the query. */
export function FacetList({ facets, q, onAsk }: Props) {
  const intl = useIntl()
  const isNarrow = useMedia('(max-width: 760px)')
  return (
    <section className="facets" aria-label={intl.formatMessage({ id: 'bench.facets' })}>
      <details key={String(isNarrow)} open={!isNarrow}>
        <summary>{intl.formatMessage({ id: 'bench.facets' })}</summary>
        {KEYS.map((key) =>
          facets && facets.facets[key].values.length > 0 ? (
            <OneFacet key={key} of={key} facet={facets.facets[key]} {...{ q, onAsk }} />
          ) : null,
        )}
      </details>
    </section>
  )
}

function OneFacet({
  of,
  facet,
  q,
  onAsk,
}: {
  of: Key
  facet: Facet
  q: string
  onAsk: (q: string) => void
}) {
  const intl = useIntl()
  const id = useId()
  const chosen = facet.values.filter(({ value }) => has(q, of, value))
  // What finds nothing is no choice, unless it is the one that was made.
  const shown = facet.values.filter((one) => one.count > 0 || chosen.includes(one))
  if (shown.length === 0) return null
  return (
    <fieldset>
      <legend>{intl.formatMessage({ id: `bench.facet.${of}` })}</legend>
      {shown.map((one) => (
        <label key={one.value} htmlFor={`${id} ${one.value}`}>
          <input
            id={`${id} ${one.value}`}
            type="checkbox"
            checked={chosen.includes(one)}
            onChange={() => onAsk(toggled(q, of, one.value, of === 'seen'))}
          />
          <Value of={of} one={one} />
          <span className="n">{intl.formatNumber(one.count)}</span>
        </label>
      ))}
      {facet.rest ? (
        <p className="quiet small">{intl.formatMessage({ id: 'bench.facet.rest' }, facet.rest)}</p>
      ) : null}
    </fieldset>
  )
}

function Value({ of, one }: { of: Key; one: FacetCount }) {
  const intl = useIntl()
  const { value, name } = one
  switch (of) {
    case 'type':
      return <span lang="en">{value}</span>
    case 'tlp':
    case 'pap':
      return value === 'none' ? (
        <span>{intl.formatMessage({ id: 'bench.unlabelled' })}</span>
      ) : (
        <span lang="en">{value.toUpperCase()}</span>
      )
    case 'by':
      return value === 'none' ? (
        <span>{intl.formatMessage({ id: 'bench.by.none' })}</span>
      ) : (
        <span lang="en" title={value}>
          {name ?? <code>{value.slice(0, 22)}…</code>}
        </span>
      )
    case 'from':
      return one.party ? (
        <span className="plate">{value}</span>
      ) : (
        <span lang="en" className="file" title={value}>
          {value}
        </span>
      )
    case 'seen':
      return (
        <span>
          {intl.formatMessage({ id: 'bench.since' }, { days: Number(value.replaceAll(/\D/g, '')) })}
        </span>
      )
    case 'is':
      return (
        <span>
          {intl.formatMessage({ id: `bench.is.${value as 'revoked' | 'deprecated' | 'conflict'}` })}
        </span>
      )
  }
}
