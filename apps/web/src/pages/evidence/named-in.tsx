import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { ActView, CaseView, ObjectVersion } from '../../../../node/src/api.ts'
import { caseQuery, casesQuery } from '../../api/queries.ts'
import { Plate } from '../../marks/plate.tsx'

type Naming = { readonly of: CaseView; readonly act: ActView; readonly sha256: string }

/** Which evidence acts name an object, and whether their hash is that of bytes held here. */
export function NamedIn({ id, held }: { id: string; held: readonly ObjectVersion[] }) {
  const intl = useIntl()
  const cases = useQuery({ ...casesQuery, refetchInterval: false })
  const views = useQueries({
    queries: (cases.data ?? []).map((one) => ({ ...caseQuery(one.id), refetchInterval: false })),
  })
  const named = views.flatMap(({ data }) => (data ? namings(data, id) : []))
  return (
    <section aria-labelledby="named-in">
      <h2 id="named-in">{intl.formatMessage({ id: 'evidence.named-in' })}</h2>
      {views.some(({ isPending }) => isPending) || cases.isPending ? (
        <p className="quiet">{intl.formatMessage({ id: 'load.node' })}</p>
      ) : named.length === 0 ? (
        <p className="quiet">{intl.formatMessage({ id: 'evidence.named-in.none' })}</p>
      ) : (
        <ul className="namings">
          {named.map((one) => (
            <li key={`${one.act.id} ${one.sha256}`}>
              <NamingLine naming={one} held={held} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function NamingLine({ naming, held }: { naming: Naming; held: readonly ObjectVersion[] }) {
  const intl = useIntl()
  const { of, act, sha256 } = naming
  if (act.act?.kind !== 'evidence') return null
  const name = of.charter.parties.find(({ id }) => id === act.party)?.name ?? act.party
  const at = held.findIndex((version) => version.sha256 === sha256)
  const answer = held.length === 0 ? 'unknown' : at >= 0 ? 'same' : 'other'
  return (
    <>
      <Plate party={act.party} name={name} />
      <div>
        <p>{intl.formatMessage({ id: 'evidence.named-in.by' }, { name, title: act.act.title })}</p>
        <p className="quiet small">
          <Link to="/cases/$id" params={{ id: of.id }}>
            {of.charter.title}
          </Link>{' '}
          <code>
            {act.party.toLowerCase()}·{act.index}
          </code>
        </p>
        <p className={`hash ${answer}`}>
          {intl.formatMessage({ id: `evidence.hash.${answer}` })} <code>{sha256}</code>
        </p>
      </div>
    </>
  )
}

const namings = (of: CaseView, id: string): Naming[] =>
  of.acts.flatMap((act) =>
    act.act?.kind === 'evidence' && act.void === undefined
      ? act.act.objects
          .filter((object) => object.id === id)
          .map(({ sha256 }) => ({ of, act, sha256 }))
      : [],
  )
