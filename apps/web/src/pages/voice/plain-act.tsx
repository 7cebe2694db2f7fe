import { useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useIntl } from 'react-intl'
import { reaffirmation, type VersionState } from '@entente/accord'
import { ActDialog } from '../../frame/dialog.tsx'
import { Hash } from '../../marks/hash.tsx'
import '../../style/voice.css'
import { useCase } from '../case/case-context.ts'
import { choose, type Step } from '../case/case-file.ts'
import { FileOrPutDown } from './file-or-put-down.tsx'
import { draftAct, instantNow } from './payload.ts'
import { Custody, Refusal, Sheet, useBaseRows } from './signing.tsx'
import { useFiling } from './use-filing.ts'

/** A member says that it has the text: its silence may then be consent. */
export const AcknowledgeDialog = () => <PlainAct kind="receipt" />

/** A member says that its consent holds on for the next window. */
export const ReaffirmDialog = () => <PlainAct kind="reaffirm" />

function PlainAct({ kind }: { kind: 'receipt' | 'reaffirm' }) {
  const file = useCase()
  const { step, version } = choose(file, useSearch({ from: '/cases/$id' }))
  if (!step || !version) return null
  return <Plain key={`${kind} ${version.id}`} kind={kind} step={step} version={version} />
}

function Plain({
  kind,
  step,
  version,
}: {
  kind: 'receipt' | 'reaffirm'
  step: Step
  version: VersionState
}) {
  const intl = useIntl()
  const file = useCase()
  const rows = useBaseRows()
  const { close, filing } = useFiling(file, step.id, `plain.${kind}.filed`)
  const [claimedAt] = useState(instantNow)
  const window =
    reaffirmation(file.view.charter, version, Math.floor(Date.parse(claimedAt) / 1000))?.window ?? 1
  const said = useMemo(
    () =>
      kind === 'receipt'
        ? ({ kind, of: version.id } as const)
        : ({ kind, on: version.id, window } as const),
    [kind, version.id, window],
  )
  const draft = useMemo(() => draftAct(file, said, claimedAt), [file, said, claimedAt])
  const on = intl.formatMessage(
    { id: 'give.on' },
    { step: intl.formatMessage({ id: `step.${step.kind}` }), number: version.number },
  )
  return (
    <ActDialog
      small
      title={intl.formatMessage({ id: `plain.${kind}.title` })}
      subtitle={on}
      onClose={close}
      footer={
        <FileOrPutDown
          kind={kind}
          payload={draft.act ? draft.payload : undefined}
          pending={filing.isPending}
          onFile={filing.mutate}
        />
      }
    >
      <div className="one">
        <p>{intl.formatMessage({ id: `plain.${kind}.what` }, { window })}</p>
        <Sheet
          draft={draft}
          putDown={false}
          rows={rows(kind, draft.fields, [
            [
              'on',
              <span key="on">
                {on}
                <br />
                <Hash of={version.id} />
              </span>,
            ],
            ...(kind === 'reaffirm' ? ([['window', String(window)]] as const) : []),
          ])}
        />
        <Custody />
        <Refusal error={filing.error} />
      </div>
    </ActDialog>
  )
}
