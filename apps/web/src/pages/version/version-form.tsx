import { useMemo, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import { type StepKind } from '@entente/accord'
import { ActDialog } from '../../frame/dialog.tsx'
import '../../style/voice.css'
import { useCase } from '../case/case-context.ts'
import { draftAct, instantNow } from '../voice/payload.ts'
import { Custody, Refusal, useBaseRows } from '../voice/signing.tsx'
import { FileOrPutDown } from '../voice/file-or-put-down.tsx'
import { useFiling } from '../voice/use-filing.ts'
import { Clauses } from './clauses.tsx'
import { ClassificationFields } from './classification-fields.tsx'
import { RuleFields } from './rule-fields.tsx'
import { StepFields } from './step-fields.tsx'
import { TermsFields } from './terms-fields.tsx'
import { versionFields, wrongIn, type Filled } from './version-fields.ts'
import { VersionSheet } from './version-sheet.tsx'
import './version.css'

type Props = {
  readonly title: string
  readonly subtitle: string
  /** Kinds of step that may be chosen; none where the step is already there. */
  readonly kinds: readonly StepKind[]
  /** The version that is replaced. */
  readonly before: { readonly id: string; readonly filled: Filled } | undefined
  readonly first: Filled
}

/** A way to what is wrong with a field, once the person tried to sign. */
export type ErrorOf = (field: string) => string | undefined

/** One form for every text: a step's first version and each that follows, a measure with its terms. */
export function VersionForm({ title, subtitle, kinds, before, first }: Props) {
  const intl = useIntl()
  const file = useCase()
  const body = useRef<HTMLDivElement>(null)
  const [filled, setFilled] = useState(first)
  const [claimedAt, setClaimedAt] = useState(instantNow)
  const [tried, setTried] = useState(false)
  const kind = before ? 'amend' : 'propose'
  const { close, filing } = useFiling(file, filled.id, before ? 'amend.filed' : 'version.filed')
  const draft = useMemo(
    () =>
      draftAct(
        file,
        { kind, ...(before ? { replaces: before.id } : {}), ...versionFields(filled) },
        claimedAt,
      ),
    [file, kind, before, filled, claimedAt],
  )
  const wrong = useMemo(
    () => wrongIn(filled, { file, isFirst: before === undefined }),
    [filled, file, before],
  )
  const unchanged =
    before !== undefined &&
    JSON.stringify(versionFields(filled)) === JSON.stringify(versionFields(before.filled))
  const isReady = draft.act !== undefined && wrong.size === 0 && !unchanged
  const change = (part: Partial<Filled>) => {
    setFilled({ ...filled, ...part })
    setClaimedAt(instantNow())
  }
  const errorOf: ErrorOf = (field) => {
    const id = tried ? wrong.get(field) : undefined
    return id && intl.formatMessage({ id })
  }
  const toFirstError = () => {
    setTried(true)
    setTimeout(() => {
      const find = (what: string) => body.current?.querySelector<HTMLElement>(what)
      const wrongField = find('[aria-invalid="true"]') ?? find('textarea')
      wrongField?.focus()
    })
  }
  const rows = useBaseRows()
  return (
    <ActDialog
      title={title}
      subtitle={subtitle}
      onClose={close}
      footer={
        <>
          <p className="small">
            {intl.formatMessage({ id: before ? 'amend.carry' : 'version.once' })}
          </p>
          <FileOrPutDown
            kind={kind}
            payload={isReady ? draft.payload : undefined}
            pending={filing.isPending}
            onFile={(payload) => filing.mutate(payload)}
            onWrong={toFirstError}
          />
        </>
      }
    >
      <div className="cols" ref={body}>
        <div className="choose wide version-form">
          <p className="error" role="alert">
            {tried && unchanged ? intl.formatMessage({ id: 'amend.unchanged' }) : null}
            {tried && wrong.size === 0 && draft.issues[0]
              ? intl.formatMessage({ id: 'error.other' }, { detail: draft.issues[0].message })
              : null}
          </p>
          <StepFields
            filled={filled}
            kinds={kinds}
            isFirst={before === undefined}
            errorOf={errorOf}
            onChange={change}
          />
          <Clauses filled={filled} was={before?.filled} errorOf={errorOf} onChange={change} />
          {filled.kind === 'measure' ? (
            <TermsFields
              terms={filled.measure}
              was={before?.filled.measure}
              errorOf={errorOf}
              onChange={(measure) => change({ measure })}
            />
          ) : null}
          <RuleFields filled={filled} errorOf={errorOf} onChange={change} />
          <ClassificationFields filled={filled} errorOf={errorOf} onChange={change} />
        </div>
        <div className="signing">
          <VersionSheet draft={draft} filled={filled} replaces={before?.id} rows={rows} />
          <Custody />
          <Refusal error={filing.error} />
        </div>
      </div>
    </ActDialog>
  )
}
