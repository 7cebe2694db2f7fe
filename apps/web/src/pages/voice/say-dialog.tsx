import { useMemo, useRef, useState, type ReactNode } from 'react'
import { useIntl } from 'react-intl'
import { ActDialog } from '../../frame/dialog.tsx'
import type { MessageId } from '../../i18n/index.ts'
import '../../style/voice.css'
import { useCase } from '../case/case-context.ts'
import { FileOrPutDown } from './file-or-put-down.tsx'
import { draftAct, instantNow, type Draft } from './payload.ts'
import { Custody, Refusal, Sheet, useBaseRows } from './signing.tsx'
import { useFiling } from './use-filing.ts'

type Said = Readonly<Record<string, unknown>> & { readonly kind: string }
type Rows = readonly (readonly [string, ReactNode])[]

type Props = {
  readonly title: string
  readonly subtitle?: ReactNode
  /** What such an act does, and what it does not. */
  readonly what: ReactNode
  readonly step: string | undefined
  /** What becomes of it on the record, where no later act replaces it. */
  readonly record?: string
  /** Why this person does not sign it: it is put down for another. */
  readonly unsigned?: string
  /** What is said when it was filed. */
  readonly done: MessageId
  readonly said: Said
  /** Fields that the form of acts lets pass and that are wrong all the same. */
  readonly wrong?: readonly string[]
  /** The fields of the sheet between the rows that every act has. */
  readonly rows: Rows
  /** The form; told which fields are wrong once the person has tried to sign. */
  readonly children: (isWrong: (field: string) => boolean) => ReactNode
}

/** Any act that a form fills: what is said on the left, exactly what will be signed on the right. */
export function SayDialog({
  title,
  subtitle,
  what,
  record,
  unsigned,
  step,
  done,
  said,
  wrong = [],
  rows,
  children,
}: Props) {
  const intl = useIntl()
  const file = useCase()
  const baseRows = useBaseRows()
  const body = useRef<HTMLDivElement>(null)
  const { close, filing } = useFiling(file, step, done)
  const [tried, setTried] = useState(false)
  const written = JSON.stringify(said)
  // While nothing is written, what came meanwhile into the case moves no second under the eyes of who reads.
  const dated = useMemo(() => ({ said: JSON.parse(written) as Said, at: instantNow() }), [written])
  const draft = useMemo(() => draftAct(file, dated.said, dated.at), [file, dated])
  const toFirstError = () => {
    setTried(true)
    setTimeout(() => body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  return (
    <ActDialog
      title={title}
      subtitle={subtitle}
      onClose={close}
      footer={
        <>
          <p className="small">
            {unsigned ?? record ?? intl.formatMessage({ id: 'give.never-edited' })}
          </p>
          {unsigned === undefined ? (
            <FileOrPutDown
              kind={said.kind}
              payload={draft.act && wrong.length === 0 ? draft.payload : undefined}
              pending={filing.isPending}
              onFile={(payload) => filing.mutate(payload)}
              onWrong={toFirstError}
            />
          ) : null}
        </>
      }
    >
      <div ref={body} className="cols">
        <div className="choose wide">
          <p className="note ink">{what}</p>
          {children((field) => tried && (wrong.includes(field) || isWrong(draft, field)))}
        </div>
        <div className="signing">
          <Sheet
            draft={draft}
            rows={baseRows(said.kind, draft.fields, rows)}
            putDown={unsigned !== undefined}
          />
          <Custody />
          <Refusal error={filing.error} />
        </div>
      </div>
    </ActDialog>
  )
}

const isWrong = ({ issues }: Draft, field: string): boolean =>
  issues.some(({ path }) => path.map(String).join('.') === field || String(path[0]) === field)
