import { useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useIntl } from 'react-intl'
import type { VersionState } from '@entente/accord'
import { ActDialog } from '../../frame/dialog.tsx'
import { Hash } from '../../marks/hash.tsx'
import { Moment } from '../../marks/moment.tsx'
import '../../style/voice.css'
import { useCase } from '../case/case-context.ts'
import { choose, type Step } from '../case/case-file.ts'
import { IfSigned } from './effect.tsx'
import { Field } from './field.tsx'
import { FileOrPutDown } from './file-or-put-down.tsx'
import { draftAct, instantNow } from './payload.ts'
import { Custody, Refusal, Sheet, useBaseRows } from './signing.tsx'
import { useFiling } from './use-filing.ts'

/** Whoever put a text under silence gives the others more time. */
export function ExtendDialog() {
  const file = useCase()
  const { step, version } = choose(file, useSearch({ from: '/cases/$id' }))
  if (!step || version?.expiry === undefined) return null
  return <Extend key={version.id} step={step} version={version} end={version.expiry} />
}

function Extend({ step, version, end }: { step: Step; version: VersionState; end: number }) {
  const intl = useIntl()
  const file = useCase()
  const rows = useBaseRows()
  const { close, filing } = useFiling(file, step.id, 'extend.filed')
  const [until, setUntil] = useState('')
  const [claimedAt, setClaimedAt] = useState(instantNow)
  const [tried, setTried] = useState(false)
  const chosen = Math.floor(Date.parse(`${until}:00Z`) / 1000)
  // An end is never brought forward: an earlier one would change nothing.
  const isLater = chosen > end
  const draft = useMemo(
    () =>
      draftAct(
        file,
        { kind: 'extend', on: version.id, ...(until !== '' && { until: chosen }) },
        claimedAt,
      ),
    [file, version.id, until, chosen, claimedAt],
  )
  const act = isLater ? draft.act : undefined
  const on = intl.formatMessage(
    { id: 'give.on' },
    { step: intl.formatMessage({ id: `step.${step.kind}` }), number: version.number },
  )
  return (
    <ActDialog
      small
      title={intl.formatMessage({ id: 'extend.title' })}
      subtitle={on}
      onClose={close}
      footer={
        <FileOrPutDown
          kind="extend"
          payload={act && draft.payload}
          pending={filing.isPending}
          onFile={filing.mutate}
          onWrong={() => setTried(true)}
        />
      }
    >
      <div className="one">
        <p>{intl.formatMessage({ id: 'extend.what' })}</p>
        <dl className="custody">
          <dt>{intl.formatMessage({ id: 'extend.now' })}</dt>
          <dd>
            <Moment at={end} />
          </dd>
        </dl>
        <Field
          label={intl.formatMessage({ id: 'extend.until' })}
          error={tried && !isLater ? intl.formatMessage({ id: 'extend.later' }) : undefined}
        >
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              className="input until"
              min={new Date((end + 60) * 1000).toISOString().slice(0, 16)}
              value={until}
              onChange={({ target }) => {
                setUntil(target.value)
                setClaimedAt(instantNow())
              }}
            />
          )}
        </Field>
        {act ? <IfSigned act={act} version={version} /> : null}
        <Sheet
          draft={draft}
          putDown={false}
          rows={rows('extend', draft.fields, [
            [
              'on',
              <span key="on">
                {on}
                <br />
                <Hash of={version.id} />
              </span>,
            ],
            ['until', isLater ? <Moment key="until" at={chosen} /> : '–'],
          ])}
        />
        <Custody />
        <Refusal error={filing.error} />
      </div>
    </ActDialog>
  )
}
