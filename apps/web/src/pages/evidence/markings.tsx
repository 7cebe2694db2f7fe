import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { tlp } from '@entente/release'
import { papOf, type Pap } from '@entente/stix'
import { Tlp } from '../../marks/tlp.tsx'

/** What an object carries: labels of TLP and what may be done with it (PAP) as words, and every other marking as a link to what it says. */
export function Markings({ ids, pap }: { ids: readonly string[]; pap?: Pap | undefined }) {
  const intl = useIntl()
  const labels = [...new Set(ids.flatMap((id) => tlp(id) ?? []))]
  const others = ids.filter(
    (id) => tlp(id) === undefined && papOf({ object_marking_refs: [id] }) === undefined,
  )
  if (ids.length === 0 && pap === undefined)
    return <span className="quiet">{intl.formatMessage({ id: 'evidence.unmarked' })}</span>
  return (
    <>
      {labels.map((label) => (
        <Tlp key={label} tlp={label} />
      ))}
      {pap === undefined ? null : (
        <span className="tlp" lang="en">
          {pap}
        </span>
      )}
      {others.map((id) => (
        <Link key={id} className="chip" to="/objects/$id" params={{ id }}>
          {intl.formatMessage({ id: 'evidence.marking.other' })}
        </Link>
      ))}
    </>
  )
}
