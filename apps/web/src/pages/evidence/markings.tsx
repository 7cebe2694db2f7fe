import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { tlp } from '@entente/release'
import { Tlp } from '../../marks/tlp.tsx'

/** What an object carries: labels of TLP as words, and every other marking as a link to what it says. */
export function Markings({ ids }: { ids: readonly string[] }) {
  const intl = useIntl()
  const labels = [...new Set(ids.flatMap((id) => tlp(id) ?? []))]
  const others = ids.filter((id) => tlp(id) === undefined)
  if (ids.length === 0)
    return <span className="quiet">{intl.formatMessage({ id: 'evidence.unmarked' })}</span>
  return (
    <>
      {labels.map((label) => (
        <Tlp key={label} tlp={label} />
      ))}
      {others.map((id) => (
        <Link key={id} className="chip" to="/objects/$id" params={{ id }}>
          {intl.formatMessage({ id: 'evidence.marking.other' })}
        </Link>
      ))}
    </>
  )
}
