import { useIntl } from 'react-intl'
import type { MessageId } from '../../i18n/index.ts'
import { Plate } from '../../marks/plate.tsx'
import './party-choice.css'

type Party = { readonly id: string; readonly name: string }

/** Who takes part in a case that is opened; whoever opens it always does. */
export function PartyChoice({
  title = 'open-case.parties',
  parties,
  us,
  without,
  onChange,
}: {
  title?: MessageId
  parties: readonly Party[]
  us: string | undefined
  without: readonly string[]
  onChange: (without: readonly string[]) => void
}) {
  const intl = useIntl()
  return (
    <fieldset className="parties">
      <legend className="label">{intl.formatMessage({ id: title })}</legend>
      {parties.map(({ id, name }) => (
        <label key={id} className="row">
          <input
            type="checkbox"
            checked={!without.includes(id)}
            disabled={id === us}
            onChange={({ target }) =>
              onChange(target.checked ? without.filter((other) => other !== id) : [...without, id])
            }
          />
          <Plate party={id} name={name} us={id === us} /> {name}
        </label>
      ))}
    </fieldset>
  )
}

/** All take part unless somebody is left out: then those are named who do. */
export const partiesWithout = (
  parties: readonly Party[],
  without: readonly string[],
): { readonly parties?: readonly string[] } =>
  without.length === 0
    ? {}
    : { parties: parties.map(({ id }) => id).filter((id) => !without.includes(id)) }
