import { useMemo, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import { useQuery } from '@tanstack/react-query'
import type { Drafted } from '@entente/law'
import type { MeasureView } from '../../../../node/src/api.ts'
import { textsQuery } from '../../api/measures.ts'
import { ActDialog } from '../../frame/dialog.tsx'
import { usePreferences } from '../../frame/preferences.tsx'
import type { MessageId } from '../../i18n/index.ts'
import { Hash } from '../../marks/hash.tsx'
import { useCase } from '../case/case-context.ts'
import { Field } from '../voice/field.tsx'
import { FileOrPutDown } from '../voice/file-or-put-down.tsx'
import { draftAct, instantNow, type Draft } from '../voice/payload.ts'
import { Custody, Refusal, Sheet, useBaseRows } from '../voice/signing.tsx'
import {
  DRAFTED,
  draftedField,
  FIELDS,
  firstFilled,
  saidBy,
  type FieldSpec,
  type Filled,
  type FilledKind,
} from './act-fields.ts'
import { PartIfSigned } from './part-if-signed.tsx'
import { useMeasureFiling } from './use-measure-filing.ts'

type Props = {
  readonly kind: FilledKind
  readonly measure: MeasureView | undefined
  readonly step: string | undefined
}

/** Waits for the drafted text of a call or a notice, where there is a measure to draft it from. */
export function FillDialog(props: Props) {
  const { kind, measure } = props
  const { view } = useCase()
  const { locale: lang } = usePreferences()
  const wants = DRAFTED[kind]
  const { data, error } = useQuery({
    ...textsQuery(view.id, { step: measure?.step ?? '', lang }),
    enabled: wants !== undefined && measure !== undefined,
  })
  if (!wants || !measure || error) return <Fill {...props} />
  return data ? <Fill {...props} drafted={data[wants.draft]} /> : null
}

/** Every act on a measure but an assessment: its fields, what follows from it, and its bytes. */
function Fill({ kind, measure, step, drafted }: Props & { readonly drafted?: Drafted }) {
  const intl = useIntl()
  const file = useCase()
  const body = useRef<HTMLDivElement>(null)
  const { close, filing } = useMeasureFiling(file, step, `measure.filed.${kind}`)
  const [claimedAt, setClaimedAt] = useState(instantNow)
  const [filled, setFilled] = useState(() =>
    firstFilled(
      kind,
      { to: measure?.terms.against.name ?? '', step: step ?? '', ...draftedField(kind, drafted) },
      claimedAt.slice(0, 10),
    ),
  )
  const [tried, setTried] = useState(false)
  const draft = useMemo(
    () =>
      draftAct(file, { kind, ...about(kind, measure, filled), ...saidBy(kind, filled) }, claimedAt),
    [file, kind, measure, filled, claimedAt],
  )
  const change = (part: Filled) => {
    setFilled({ ...filled, ...part })
    setClaimedAt(instantNow())
  }
  const toFirstError = () => {
    setTried(true)
    setTimeout(() => body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  return (
    <ActDialog
      title={intl.formatMessage({ id: `measure.do.${kind}` })}
      subtitle={measure?.title}
      onClose={close}
      footer={
        <>
          <p className="small">{intl.formatMessage({ id: 'measure.executes-nothing' })}</p>
          <FileOrPutDown
            kind={kind}
            payload={draft.act ? draft.payload : undefined}
            pending={filing.isPending}
            danger={kind === 'terminate'}
            onFile={filing.mutate}
            onWrong={toFirstError}
          />
        </>
      }
    >
      <div ref={body} className="cols">
        <div className="choose wide">
          <p className="note ink">{intl.formatMessage({ id: `measure.what.${kind}` })}</p>
          {step === undefined ? (
            <Input
              spec={{ name: 'step', input: 'line' }}
              filled={filled}
              error={tried ? errorOf(draft, 'for') : undefined}
              onChange={change}
            />
          ) : null}
          {FIELDS[kind].map((spec) => (
            <Input
              key={spec.name}
              spec={spec}
              filled={filled}
              hint={DRAFTED[kind]?.field === spec.name ? drafted : undefined}
              error={tried ? errorOf(draft, spec.name) : undefined}
              onChange={change}
            />
          ))}
        </div>
        <div className="signing">
          {measure && draft.act ? <PartIfSigned act={draft.act} measure={measure} /> : null}
          <FilledSheet kind={kind} draft={draft} />
          <Custody />
          <Refusal error={filing.error} />
        </div>
      </div>
    </ActDialog>
  )
}

/** What the act is about: a step that may have no text yet, a version, and for a start its certificate. */
function about(kind: FilledKind, measure: MeasureView | undefined, filled: Filled) {
  switch (kind) {
    case 'call':
    case 'notice':
      return { for: filled['step'] }
    case 'start':
      return { on: measure?.version, certificate: measure?.adopted.at(-1) ?? '' }
    case 'report':
    case 'review':
    case 'suspend':
    case 'terminate':
      return { on: measure?.version }
  }
}

const errorOf = ({ issues }: Draft, name: string): string | undefined =>
  issues.find(({ path }) => path[0] === name)?.message

/** One field with its question; an error is tied to it and says what is missing. */
function Input({
  spec,
  filled,
  hint,
  error,
  onChange,
}: {
  spec: FieldSpec
  filled: Filled
  /** The drafted text with which it began, or why there is none. */
  hint?: Drafted | undefined
  error: string | undefined
  onChange: (part: Filled) => void
}) {
  const intl = useIntl()
  const { name } = spec
  const label = intl.formatMessage({ id: `measure.field.${name}` as MessageId })
  const value = filled[name] ?? ''
  const set = ({ target }: { target: { value: string } }) => onChange({ [name]: target.value })
  return (
    <Field
      label={spec.optional ? intl.formatMessage({ id: 'measure.optional' }, { label }) : label}
      {...(hint
        ? {
            hint:
              'missing' in hint
                ? intl.formatMessage({ id: 'measure.drafted.not' }, { missing: hint.missing })
                : intl.formatMessage({ id: 'measure.drafted' }),
          }
        : {})}
      error={error && intl.formatMessage({ id: `measure.error.${spec.input}` })}
    >
      {(control) => {
        switch (spec.input) {
          case 'line':
            return <input {...control} className="input" value={value} onChange={set} />
          case 'prose':
            return <textarea {...control} className="input" rows={3} value={value} onChange={set} />
          case 'day':
            return (
              <input
                {...control}
                type="date"
                className="input until"
                value={value}
                onChange={set}
              />
            )
          case 'yes-no':
            return <Choice control={control} options={['yes', 'no']} value={value} onChange={set} />
          case 'choice':
            return <Choice control={control} options={spec.options} value={value} onChange={set} />
        }
      }}
    </Field>
  )
}

function Choice({
  control,
  options,
  value,
  onChange,
}: {
  control: object
  options: readonly string[]
  value: string
  onChange: (event: { target: { value: string } }) => void
}) {
  const intl = useIntl()
  return (
    <select {...control} className="input until" value={value} onChange={onChange}>
      <option value="">{intl.formatMessage({ id: 'measure.choose' })}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {intl.formatMessage({ id: `measure.answer.${option}` as MessageId })}
        </option>
      ))}
    </select>
  )
}

const HASHES: ReadonlySet<string> = new Set(['on', 'certificate'])

function FilledSheet({ kind, draft }: { kind: FilledKind; draft: Draft }) {
  const rows = useBaseRows()
  const names = ['for', 'on', 'certificate', ...FIELDS[kind].map(({ name }) => name)]
  const said = names.flatMap((name) => {
    const value = draft.fields[name]
    if (value === undefined) return []
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    return [[name, HASHES.has(name) ? <Hash key={name} of={text} /> : text] as const]
  })
  return <Sheet draft={draft} rows={rows(kind, draft.fields, said)} putDown={false} />
}
