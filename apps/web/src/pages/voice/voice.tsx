import { useSearch } from '@tanstack/react-router'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { Text, VersionState } from '@entente/accord'
import { ActDialog } from '../../frame/dialog.tsx'
import { Hash } from '../../marks/hash.tsx'
import '../../style/voice.css'
import { useCase } from '../case/case-context.ts'
import { choose, complyOf, shortHash, type Step } from '../case/case-file.ts'
import { AxisChoice } from './axis-choice.tsx'
import { EffectiveVoice, IfSigned } from './effect.tsx'
import { sealedRow } from '../exchange/readers-choice.tsx'
import { More } from './more.tsx'
import { draftAct, instantNow, type Draft } from './payload.ts'
import { Reservations } from './reservations.tsx'
import { PutDownFirst, useSignsAlone } from './file-or-put-down.tsx'
import { Custody, Refusal, Sheet, useBaseRows } from './signing.tsx'
import { Statement } from './statement.tsx'
import { useErrors } from './use-errors.ts'
import { useFiling } from './use-filing.ts'
import {
  AXES,
  CHOOSE,
  complyFields,
  needsStatement,
  voicesFrom,
  withVoice,
  type Voices,
} from './voices.ts'

/** A nation gives its two voices: chosen on the left, exactly what will be signed on the right. */
export function VoiceDialog() {
  const file = useCase()
  const { step, version } = choose(file, useSearch({ from: '/cases/$id' }))
  const text = version ? file.textOf(version.id) : undefined
  if (!step || !version || !text) return null
  return <GiveVoices key={version.id} step={step} version={version} text={text} />
}

type Props = { readonly step: Step; readonly version: VersionState; readonly text: Text }

function GiveVoices({ step, version, text }: Props) {
  const intl = useIntl()
  const file = useCase()
  const name = file.nameOf(file.us)
  const { close, filing } = useFiling(file, step.id, 'give.filed')
  const body = useRef<HTMLDivElement>(null)
  const [voices, setVoices] = useState(() => voicesFrom(complyOf(file, version.voices[file.us])))
  const [claimedAt, setClaimedAt] = useState(instantNow)
  const [tried, setTried] = useState(false)
  const [reading, setReading] = useState(false)
  const change = (next: Voices) => {
    setVoices(next)
    setClaimedAt(instantNow())
  }
  const draft = useMemo(
    () => draftAct(file, complyFields(voices, version.id), claimedAt),
    [file, voices, version.id, claimedAt],
  )
  const toFirstError = () => {
    setTried(true)
    setReading(false)
    setTimeout(() =>
      body.current
        ?.querySelector<HTMLElement>('[aria-invalid="true"], fieldset[aria-describedby] input')
        ?.focus(),
    )
  }
  const alone = useSignsAlone('comply')
  const sign = () => {
    if (!draft.act) return toFirstError()
    if (alone) filing.mutate(draft.payload)
  }
  const read = () => (draft.act ? setReading(true) : toFirstError())
  return (
    <ActDialog
      title={intl.formatMessage({ id: 'give.title' }, { name })}
      subtitle={
        <>
          {intl.formatMessage(
            { id: 'give.subtitle' },
            { step: intl.formatMessage({ id: `step.${step.kind}` }), number: version.number },
          )}{' '}
          <code title={version.id}>{shortHash(version.id)}</code> · {file.view.charter.title}
        </>
      }
      onClose={close}
      footer={
        <Buttons
          reading={reading}
          payload={draft.act ? draft.payload : undefined}
          pending={filing.isPending}
          onRead={read}
          onBack={() => setReading(false)}
          onSign={sign}
          onWrong={toFirstError}
        />
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a shortcut beside the button */}
      <div
        ref={body}
        className={reading ? 'cols reading' : 'cols'}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) sign()
        }}
      >
        <Choose
          voices={voices}
          text={text}
          version={version}
          draft={tried ? draft : undefined}
          onChange={change}
        />
        <div className="signing">
          {voices.union && voices.national ? (
            <EffectiveVoice
              union={voices.union}
              national={voices.national}
              rule={version.rule}
              clauses={voices.reservations.flatMap(({ clause }) =>
                clause === '' || clause === CHOOSE ? [] : [clause],
              )}
            />
          ) : (
            <p className="small quiet">{intl.formatMessage({ id: 'give.both' })}</p>
          )}
          {draft.act ? <IfSigned act={draft.act} version={version} /> : null}
          <VoiceSheet draft={draft} step={step} version={version} voices={voices} />
          <Custody />
          <Refusal error={filing.error} />
        </div>
      </div>
    </ActDialog>
  )
}

function Choose({
  voices,
  text,
  version,
  draft,
  onChange,
}: {
  voices: Voices
  text: Text
  version: VersionState
  /** The draft whose errors are shown; absent until the person tried to sign. */
  draft: Draft | undefined
  onChange: (next: Voices) => void
}) {
  const file = useCase()
  const name = file.nameOf(file.us)
  const errorOf = useErrors(draft, voices)
  return (
    <div className="choose">
      {AXES.map((axis) => (
        <AxisChoice
          key={axis}
          axis={axis}
          name={name}
          chosen={voices[axis]}
          error={errorOf(axis)}
          onChoose={(voice) => onChange(withVoice(voices, axis, voice))}
        />
      ))}
      <div className="besides">
        <Reservations
          voices={voices}
          text={text}
          version={version.number}
          name={name}
          errorOf={(index) => errorOf(`reservation-${index}`)}
          onChange={(reservations) => onChange({ ...voices, reservations })}
        />
        {needsStatement(voices) ? (
          <Statement
            voices={voices}
            error={errorOf('statement')}
            onChange={(statement) => onChange({ ...voices, statement })}
          />
        ) : null}
        <More
          voices={voices}
          text={text}
          errorOf={errorOf}
          onChange={(part) => onChange({ ...voices, ...part })}
        />
        {errorOf('other') ? <p className="error">{errorOf('other')}</p> : null}
      </div>
    </div>
  )
}

function VoiceSheet({
  draft,
  step,
  version,
  voices,
}: {
  draft: Draft
  step: Step
  version: VersionState
  voices: Voices
}) {
  const intl = useIntl()
  const rows = useBaseRows()
  const clauseName = (clause: string) =>
    clause === CHOOSE
      ? '–'
      : clause === ''
        ? intl.formatMessage({ id: 'give.clause.none' })
        : intl.formatMessage({ id: 'give.clause.one' }, { clause })
  const said: (readonly [string, ReactNode])[] = [
    [
      'on',
      <span key="on">
        {intl.formatMessage(
          { id: 'give.on' },
          { step: intl.formatMessage({ id: `step.${step.kind}` }), number: version.number },
        )}
        <br />
        <Hash of={version.id} />
      </span>,
    ],
    ['union', voices.union ?? '–'],
    ['national', voices.national ?? '–'],
  ]
  if (voices.statement !== '') said.push(['statement', quoted(voices.statement)])
  voices.reservations.forEach(({ axis, clause, text }, index) =>
    said.push([`reservation ${index + 1}`, `${axis}, ${clauseName(clause)}: ${quoted(text)}`]),
  )
  if (voices.vital) said.push(['vital', 'true'])
  for (const [id, words] of Object.entries(voices.amendment))
    said.push([`amendment ${id}`, quoted(words)])
  if (voices.wouldTake !== '') said.push(['wouldTake', quoted(voices.wouldTake)])
  for (const part of voices.sealed) said.push(sealedRow(part))
  if (voices.until !== '') said.push(['until', `${voices.until.replace('T', ' ')} UTC`])
  if (voices.expectedAt !== '')
    said.push(['expectedAt', `${voices.expectedAt.replace('T', ' ')} UTC`])
  const alone = useSignsAlone('comply')
  return <Sheet draft={draft} rows={rows('comply', draft.fields, said)} putDown={alone !== false} />
}

const quoted = (words: string) => `“${words}”`

function Buttons({
  reading,
  payload,
  pending,
  onRead,
  onBack,
  onSign,
  onWrong,
}: {
  reading: boolean
  payload: string | undefined
  pending: boolean
  onRead: () => void
  onBack: () => void
  onSign: () => void
  onWrong: () => void
}) {
  const intl = useIntl()
  if (useSignsAlone('comply') === false)
    return <PutDownFirst kind="comply" payload={payload} onWrong={onWrong} />
  return (
    <>
      <p className="small">{intl.formatMessage({ id: 'give.never-edited' })}</p>
      {reading ? (
        <button type="button" className="btn phone-only" onClick={onBack}>
          {intl.formatMessage({ id: 'give.back' })}
        </button>
      ) : (
        <button type="button" className="btn primary phone-only" onClick={onRead}>
          {intl.formatMessage({ id: 'give.read' })}
        </button>
      )}
      <button
        type="button"
        className={reading ? 'btn primary' : 'btn primary wide-only'}
        disabled={pending}
        onClick={onSign}
      >
        {intl.formatMessage({ id: pending ? 'sign.pending' : 'sign.file' })}{' '}
        <kbd className="wide-only" aria-hidden="true">
          Ctrl ↵
        </kbd>
      </button>
    </>
  )
}
