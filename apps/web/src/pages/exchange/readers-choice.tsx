import { useId } from 'react'
import { useIntl } from 'react-intl'
import type { PartyId, SealedPart } from '@entente/accord'
import { useCase } from '../case/case-context.ts'
import './exchange.css'

/** Whose nodes are handed words that stay at home: none unless somebody says so. All parties read whom. */
export function ReadersChoice({
  to,
  onChange,
}: {
  to: readonly PartyId[]
  onChange: (to: readonly PartyId[]) => void
}) {
  const intl = useIntl()
  const { view, us } = useCase()
  const id = useId()
  const others = view.charter.parties.filter((party) => party.id !== us)
  return (
    <fieldset className="opts readers" aria-describedby={id}>
      <legend className="label">{intl.formatMessage({ id: 'sealed.readers' })}</legend>
      <p className="small quiet" id={id}>
        {intl.formatMessage({ id: 'sealed.readers.hint' })}
      </p>
      {others.map((party) => (
        <label className="opt" key={party.id}>
          <input
            type="checkbox"
            checked={to.includes(party.id)}
            onChange={({ target }) =>
              onChange(
                target.checked ? [...to, party.id] : to.filter((other) => other !== party.id),
              )
            }
          />
          <span>{party.name}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** A sealed part as whoever is about to sign reads it. */
export const sealedRow = ({ name, digest, to = [] }: SealedPart): readonly [string, string] => [
  `sealed ${name}`,
  [digest, ...to].join(' → '),
]
