import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { kindOf, type ActId } from '@entente/accord'
import { Hash } from '../../marks/hash.tsx'
import { useCase } from '../case/case-context.ts'
import { Field } from '../voice/field.tsx'
import { SayDialog } from '../voice/say-dialog.tsx'

/** A party takes back evidence that it put, and sees first what rests on it. */
export function EvidenceWithdrawDialog() {
  const file = useCase()
  const { from } = useSearch({ from: '/cases/$id' })
  const put = file.actOf(from)
  if (put?.act?.kind !== 'evidence' || put.party !== file.us) return null
  return <TakeBack key={put.id} id={put.id} title={put.act.title} />
}

function TakeBack({ id, title }: { id: ActId; title: string }) {
  const intl = useIntl()
  const { view } = useCase()
  const [reason, setReason] = useState('')
  const resting = view.acts.filter(
    ({ act, void: voided }) => act && !voided && kindOf(act).restsOn?.(act).includes(id),
  )
  return (
    <SayDialog
      title={intl.formatMessage({ id: 'evidence-withdraw.title' })}
      subtitle={title}
      what={intl.formatMessage({ id: 'evidence-withdraw.what' }, { count: resting.length })}
      step={undefined}
      done="evidence-withdraw.filed"
      said={{ kind: 'evidence-withdraw', of: id, ...(reason !== '' && { reason }) }}
      rows={[
        ['of', <Hash key="of" of={id} />],
        ['reason', reason],
      ]}
    >
      {(isWrong) => (
        <>
          <Field
            label={intl.formatMessage({ id: 'evidence-withdraw.reason' })}
            error={
              isWrong('reason') ? intl.formatMessage({ id: 'evidence-withdraw.error' }) : undefined
            }
          >
            {(control) => (
              <textarea
                {...control}
                className="input"
                rows={3}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            )}
          </Field>
          <p className="small quiet">{intl.formatMessage({ id: 'recall.elsewhere' })}</p>
        </>
      )}
    </SayDialog>
  )
}
