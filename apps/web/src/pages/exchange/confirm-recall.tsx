import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { Hash } from '../../marks/hash.tsx'
import { useCase } from '../case/case-context.ts'
import { Field } from '../voice/field.tsx'
import { SayDialog } from '../voice/say-dialog.tsx'

/** A party says that it did as it was asked by whoever took evidence back. */
export function ConfirmRecallDialog() {
  const intl = useIntl()
  const file = useCase()
  const { from } = useSearch({ from: '/cases/$id' })
  const [remarks, setRemarks] = useState('')
  const taken = file.actOf(from)
  if (taken?.act?.kind !== 'evidence-withdraw' || taken.party === file.us) return null
  return (
    <SayDialog
      title={intl.formatMessage({ id: 'recall.confirm' })}
      subtitle={file.nameOf(taken.party)}
      what={intl.formatMessage({ id: 'recall.confirm.what' })}
      step={undefined}
      done="recall.confirmed"
      said={{ kind: 'receipt', of: taken.id, ...(remarks.trim() !== '' && { remarks }) }}
      rows={[
        ['of', <Hash key="of" of={taken.id} />],
        ['remarks', remarks],
      ]}
    >
      {() => (
        <Field label={intl.formatMessage({ id: 'recall.remarks' })} error={undefined}>
          {(control) => (
            <textarea
              {...control}
              className="input"
              rows={3}
              maxLength={2_000}
              value={remarks}
              onChange={({ target }) => setRemarks(target.value)}
            />
          )}
        </Field>
      )}
    </SayDialog>
  )
}
