import { useState } from 'react'
import { useIntl } from 'react-intl'
import { useCase } from '../case/case-context.ts'
import { Field } from '../voice/field.tsx'
import { SayDialog } from '../voice/say-dialog.tsx'

/** A party says that it takes part under this charter: put down by one person, signed by another. */
export function JoinDialog() {
  const intl = useIntl()
  const { view } = useCase()
  const [statement, setStatement] = useState('')
  return (
    <SayDialog
      title={intl.formatMessage({ id: 'join.title' })}
      subtitle={view.charter.title}
      what={intl.formatMessage({ id: 'join.what' })}
      step={undefined}
      done="join.filed"
      unsigned={intl.formatMessage({ id: 'release.two' })}
      said={{ kind: 'join', ...(statement !== '' && { statement }) }}
      rows={statement === '' ? [] : [['statement', statement]]}
    >
      {() => (
        <Field label={intl.formatMessage({ id: 'join.statement' })} error={undefined}>
          {(control) => (
            <textarea
              {...control}
              className="input"
              rows={2}
              value={statement}
              onChange={({ target }) => setStatement(target.value)}
            />
          )}
        </Field>
      )}
    </SayDialog>
  )
}
