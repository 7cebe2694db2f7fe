import { useIntl } from 'react-intl'
import type { PersonRole } from '../../../../node/src/api.ts'
import { Field } from '../voice/field.tsx'

const ROLES = ['drafter', 'legal-adviser', 'signatory', 'deputy', 'administrator'] as const

/** What a person is at the node, and what that lets them do. */
export function PersonRoleField({
  role,
  onChange,
}: {
  role: PersonRole
  onChange: (role: PersonRole) => void
}) {
  const intl = useIntl()
  return (
    <Field
      label={intl.formatMessage({ id: 'found.person.role' })}
      hint={intl.formatMessage({ id: `person-role.${role}.does` })}
      error={undefined}
    >
      {(control) => (
        <select
          {...control}
          className="input"
          value={role}
          onChange={({ target }) => {
            const chosen = ROLES.find((one) => one === target.value)
            if (chosen) onChange(chosen)
          }}
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {intl.formatMessage({ id: `person-role.${one}` })}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
