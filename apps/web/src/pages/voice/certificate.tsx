import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { Act, Result, VersionState } from '@entente/accord'
import type { CertificateDraft } from '../../../../node/src/api.ts'
import { Refused, postJson } from '../../api/client.ts'
import { ActDialog } from '../../frame/dialog.tsx'
import { Hash } from '../../marks/hash.tsx'
import '../../style/voice.css'
import { useCase } from '../case/case-context.ts'
import { choose, type Step } from '../case/case-file.ts'
import { FileOrPutDown } from './file-or-put-down.tsx'
import { describe } from './payload.ts'
import { Custody, Refusal, Sheet, useBaseRows } from './signing.tsx'
import { useFiling, type useFilingThen } from './use-filing.ts'

type Certificate = Extract<Act, { kind: 'declare' }>

/** Anyone may publish a certificate, and everyone can check it. */
export function CertificateDialog() {
  const file = useCase()
  const search = useSearch({ from: '/cases/$id' })
  const { step, version } = choose(file, search)
  if (!step || !version) return null
  return (
    <Declare
      key={version.id}
      step={step}
      version={version}
      result={search.result ?? 'adopted'}
      of={search.of}
    />
  )
}

function Declare({
  step,
  version,
  result,
  of,
}: {
  step: Step
  version: VersionState
  result: Result
  of: string | undefined
}) {
  const intl = useIntl()
  const file = useCase()
  const { close, filing } = useFiling(file, step.id, `declare.${result}.filed`)
  const on = intl.formatMessage(
    { id: 'give.on' },
    { step: intl.formatMessage({ id: `step.${step.kind}` }), number: version.number },
  )
  return (
    <DeclareDialog
      asked={{ on: version.id, result, ...(of === undefined ? {} : { of }) }}
      title={intl.formatMessage({ id: `declare.${result}.title` })}
      what={intl.formatMessage({ id: `declare.${result}.what` }, { on })}
      on={on}
      close={close}
      filing={filing}
    />
  )
}

type DeclareProps = {
  readonly asked: { readonly on: string; readonly result: Result; readonly of?: string }
  readonly title: string
  readonly what: string
  /** What it is about, in words. */
  readonly on: string
  readonly close: () => void
  readonly filing: ReturnType<typeof useFilingThen>
}

/** Has the node draft a certificate, shows what its bytes say, and files it. */
export function DeclareDialog({ asked: about, title, what, on, close, filing }: DeclareProps) {
  const intl = useIntl()
  const file = useCase()
  const rows = useBaseRows()
  const asked = useQuery({
    queryKey: ['certificate', file.view.id, about],
    queryFn: () =>
      postJson<CertificateDraft>(
        `/api/v1/cases/${encodeURIComponent(file.view.id)}/certificates`,
        about,
      ),
    gcTime: 0,
    staleTime: Infinity,
    retry: (failures, error) => !(error instanceof Refused) && failures < 2,
  })
  const payload = asked.data?.payload
  // What is shown is read from the bytes that are signed, and not from what the node says beside them.
  const certificate = payload === undefined ? undefined : (JSON.parse(payload) as Certificate)
  return (
    <ActDialog
      small
      title={title}
      subtitle={on}
      onClose={close}
      footer={
        <>
          <p className="small">{intl.formatMessage({ id: 'declare.check' })}</p>
          <FileOrPutDown
            kind="declare"
            payload={payload}
            pending={filing.isPending}
            onFile={filing.mutate}
          />
        </>
      }
    >
      <div className="one">
        <p>{what}</p>
        {asked.isPending ? (
          <output className="quiet">{intl.formatMessage({ id: 'declare.asking' })}</output>
        ) : null}
        <Refusal error={asked.error} />
        {payload && certificate ? (
          <Sheet
            draft={describe(payload)}
            putDown={false}
            rows={rows('declare', { ...certificate }, [
              ['result', certificate.result],
              [
                'on',
                <span key="on">
                  {certificate.on === about.on ? on : null}
                  <br />
                  <Hash of={certificate.on} />
                </span>,
              ],
              [
                'cut',
                Object.entries(certificate.cut)
                  .map(([party, { size }]) => `${party.toLowerCase()}${size}`)
                  .join('·'),
              ],
              [
                'closings',
                intl.formatMessage(
                  { id: 'declare.closings' },
                  { count: Object.keys(certificate.cut).length },
                ),
              ],
            ])}
          />
        ) : null}
        <Custody />
        <Refusal error={filing.error} />
      </div>
    </ActDialog>
  )
}
