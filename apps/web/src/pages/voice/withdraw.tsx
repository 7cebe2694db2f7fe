import { useSearch } from '@tanstack/react-router'
import { useMemo, useState, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { VersionState } from '@entente/accord'
import { ActDialog } from '../../frame/dialog.tsx'
import { Hash } from '../../marks/hash.tsx'
import '../../style/voice.css'
import { useCase } from '../case/case-context.ts'
import { choose, type Step } from '../case/case-file.ts'
import { IfSigned } from './effect.tsx'
import { Field } from './field.tsx'
import { FileOrPutDown } from './file-or-put-down.tsx'
import { draftAct, instantNow } from './payload.ts'
import { Custody, Refusal, Sheet, useBaseRows } from './signing.tsx'
import { useFiling } from './use-filing.ts'

/** A nation takes its consent back; final for this text. */
export function WithdrawDialog() {
  const file = useCase()
  const { step, version } = choose(file, useSearch({ from: '/cases/$id' }))
  if (!step || !version) return null
  return <Withdraw key={version.id} step={step} version={version} />
}

function Withdraw({ step, version }: { step: Step; version: VersionState }) {
  const intl = useIntl()
  const file = useCase()
  const name = file.nameOf(file.us)
  const rows = useBaseRows()
  const { close, filing } = useFiling(file, step.id, 'withdraw.filed')
  const [reason, setReason] = useState('')
  const [claimedAt, setClaimedAt] = useState(instantNow)
  const draft = useMemo(
    () =>
      draftAct(
        file,
        { kind: 'withdraw', on: version.id, ...(reason !== '' && { reason }) },
        claimedAt,
      ),
    [file, version.id, reason, claimedAt],
  )
  const on = intl.formatMessage(
    { id: 'give.on' },
    { step: intl.formatMessage({ id: `step.${step.kind}` }), number: version.number },
  )
  const said: (readonly [string, ReactNode])[] = [
    [
      'on',
      <span key="on">
        {on}
        <br />
        <Hash of={version.id} />
      </span>,
    ],
    ...(reason === '' ? [] : ([['reason', `“${reason}”`]] as const)),
  ]
  return (
    <ActDialog
      small
      title={intl.formatMessage({ id: 'withdraw.title' }, { name })}
      subtitle={on}
      onClose={close}
      footer={
        <>
          <p className="small">{intl.formatMessage({ id: 'withdraw.record' })}</p>
          <button type="button" className="btn" onClick={close}>
            {intl.formatMessage({ id: 'frame.cancel' })}
          </button>
          <FileOrPutDown
            kind="withdraw"
            payload={draft.act ? draft.payload : undefined}
            pending={filing.isPending}
            sign="withdraw.sign"
            danger
            onFile={filing.mutate}
          />
        </>
      }
    >
      <div className="one">
        <p className="note hold">
          <FormattedMessage id="withdraw.final" values={{ name }} />
        </p>
        <Field label={intl.formatMessage({ id: 'withdraw.reason' })} error={undefined}>
          {(control) => (
            <textarea
              {...control}
              className="input"
              rows={3}
              value={reason}
              onChange={({ target }) => {
                setReason(target.value)
                setClaimedAt(instantNow())
              }}
            />
          )}
        </Field>
        {draft.act ? <IfSigned act={draft.act} version={version} /> : null}
        <Sheet draft={draft} rows={rows('withdraw', draft.fields, said)} putDown={false} />
        <Custody />
        <Refusal error={filing.error} />
      </div>
    </ActDialog>
  )
}
