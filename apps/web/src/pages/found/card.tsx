import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { FoundingView } from '../../../../node/src/api.ts'
import { IdShown } from '../../marks/id-told.tsx'
import { Plate } from '../../marks/plate.tsx'
import { Download } from './download.tsx'

/** The party is made: the card that it gives to others, and the id that it reads out to them. */
export function CardStep({
  party,
  step,
}: {
  party: NonNullable<FoundingView['party']>
  step: FoundingView['step']
}) {
  const intl = useIntl()
  const next = step === 'coalition' ? 'coalition' : 'charter'
  return (
    <div className="found-form">
      <p>{intl.formatMessage({ id: 'found.card.lead' })}</p>
      <p className="row">
        <Plate party={party.id} name={party.name} us />
        <b>{party.name}</b>
        <span className="quiet">
          {intl.formatMessage(
            { id: 'found.card.who' },
            {
              role: intl.formatMessage({ id: `role.${party.role as 'member'}` }),
              has: party.population === undefined ? 'no' : 'yes',
              population: party.population ?? 0,
            },
          )}
        </span>
      </p>
      <IdShown
        level="h2"
        of={party.card}
        what={intl.formatMessage({ id: 'found.card.of' }, { name: party.name })}
      />
      <p className="row">
        <Download text={party.card.text} name={`${party.id.toLowerCase()}-card.json`}>
          {intl.formatMessage({ id: 'found.card.download' })}
        </Download>
        <Link className="btn primary" to="/found" search={{ step: next }}>
          {intl.formatMessage({ id: `found.card.on.${next}` })}
        </Link>
      </p>
      <section>
        <h2>{intl.formatMessage({ id: 'found.card.people' })}</h2>
        <ul className="plain-list">
          {party.people.map(({ id, name, role, authority }) => (
            <li key={id}>
              {intl.formatMessage(
                { id: 'found.card.person' },
                {
                  name,
                  role: intl.formatMessage({ id: `person-role.${role}` }),
                  authority:
                    party.authorities.find((one) => one.id === authority)?.name ?? authority,
                },
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
