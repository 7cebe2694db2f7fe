import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { tlp } from '@entente/release'
import { papOf } from '@entente/stix'
import { Tlp } from '../../marks/tlp.tsx'
import { labelOf, type Facts } from './stix.ts'

/** What holds for an object: its label of TLP, and the tag by which it does; what may be done with it (PAP) as a word; every other marking as a link to what it says. */
export function Markings({ facts }: { facts: Facts }) {
  const intl = useIntl()
  const { markings: ids, tags, pap } = facts
  const { label, by, unread } = labelOf(facts)
  const others = ids.filter(
    (id) => tlp(id) === undefined && papOf({ object_marking_refs: [id] }) === undefined,
  )
  if (ids.length === 0 && tags.length === 0 && pap === undefined)
    return <span className="quiet">{intl.formatMessage({ id: 'evidence.unmarked' })}</span>
  return (
    <>
      {label === undefined ? null : <Tlp tlp={label} />}
      {by.length === 0 ? null : (
        <span className="quiet">
          {intl.formatMessage({ id: 'evidence.marking.tag' }, { tag: by.join(', ') })}
        </span>
      )}
      {unread.map((tag) => (
        <span key={tag} className="quiet">
          {intl.formatMessage({ id: 'evidence.marking.unread' }, { tag })}
        </span>
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
