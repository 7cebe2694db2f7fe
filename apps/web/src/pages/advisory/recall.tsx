import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useIntl } from 'react-intl'
import type { PublicationSummary } from '../../../../node/src/api.ts'
import { publicationsQuery } from '../../api/publications.ts'
import { ActDialog } from '../../frame/dialog.tsx'
import { LintNotes } from '../../frame/lint/lint-notes.tsx'
import { Hash } from '../../marks/hash.tsx'
import '../../style/voice.css'
import { useCase } from '../case/case-context.ts'
import { Field } from '../voice/field.tsx'
import { FileOrPutDown } from '../voice/file-or-put-down.tsx'
import { draftAct, instantNow } from '../voice/payload.ts'
import { Custody, Refusal, Sheet, useBaseRows } from '../voice/signing.tsx'
import { useFilingThen } from '../voice/use-filing.ts'

/** A nation takes back what it published, and says why. */
export function RecallDialog() {
  const file = useCase()
  const { from: of } = useSearch({ from: '/cases/$id' })
  const list = useQuery(publicationsQuery())
  const one = list.data?.publications.find(({ by }) =>
    by.some(({ act, party }) => act === of && party === file.us),
  )
  if (!one || of === undefined) return null
  return <Recall key={of} of={of} one={one} />
}

function Recall({ of, one }: { of: string; one: PublicationSummary }) {
  const intl = useIntl()
  const file = useCase()
  const rows = useBaseRows()
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [claimedAt, setClaimedAt] = useState(instantNow)
  const close = () => void navigate({ to: '/cases/$id', params: { id: file.view.id } })
  const filing = useFilingThen(file, { done: 'recall.filed', close })
  const said = reason.trim()
  const draft = useMemo(
    () => draftAct(file, { kind: 'recall', of, reason: said }, claimedAt),
    [file, of, said, claimedAt],
  )
  const error =
    tried && !draft.act
      ? intl.formatMessage({ id: said === '' ? 'recall.no-reason' : 'recall.long' })
      : undefined
  const isGone = one.by.some(({ act, recalled }) => act === of && recalled)
  return (
    <ActDialog
      small
      title={intl.formatMessage({ id: 'recall.title' })}
      subtitle={<span lang={one.lang}>{one.title}</span>}
      onClose={close}
      footer={
        <>
          <button type="button" className="btn" onClick={close}>
            {intl.formatMessage({ id: 'frame.cancel' })}
          </button>
          {isGone ? null : (
            <FileOrPutDown
              kind="recall"
              payload={draft.act ? draft.payload : undefined}
              pending={filing.isPending}
              sign="recall.sign"
              danger
              onFile={filing.mutate}
              onWrong={() => setTried(true)}
            />
          )}
        </>
      }
    >
      <div className="one">
        <p className="note hold">{intl.formatMessage({ id: 'recall.what' })}</p>
        <Others one={one} />
        {isGone ? (
          <p className="note against">{intl.formatMessage({ id: 'recall.gone' })}</p>
        ) : null}
        <Field
          label={intl.formatMessage({ id: 'recall.reason' })}
          hint={intl.formatMessage({ id: 'recall.reason.hint' })}
          error={error}
        >
          {(control) => (
            <>
              <textarea
                {...control}
                className="input"
                rows={3}
                required
                value={reason}
                onChange={({ target }) => {
                  setReason(target.value)
                  setClaimedAt(instantNow())
                }}
              />
              <LintNotes text={reason} of={control.id} />
            </>
          )}
        </Field>
        <Sheet
          draft={draft}
          putDown={isGone}
          rows={rows('recall', draft.fields, [
            ['of', <Hash key="of" of={of} />],
            ['reason', <b key="reason">{said}</b>],
          ])}
        />
        <Custody goesTo={intl.formatMessage({ id: 'publish.anyone' })} tlp="TLP:CLEAR" />
        <Refusal error={filing.error} />
      </div>
    </ActDialog>
  )
}

/** A recall speaks for one nation: whoever else said the same goes on standing behind it. */
function Others({ one }: { one: PublicationSummary }) {
  const intl = useIntl()
  const file = useCase()
  const left = one.by.filter(({ party, recalled }) => party !== file.us && !recalled)
  return (
    <p>
      {left.length === 0
        ? intl.formatMessage({ id: 'recall.nobody-left' })
        : intl.formatMessage(
            { id: 'public.still' },
            { names: intl.formatList(left.map(({ name }) => name)), count: left.length },
          )}
    </p>
  )
}
