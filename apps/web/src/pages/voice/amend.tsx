import { useSearch } from '@tanstack/react-router'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { Text, VersionState } from '@entente/accord'
import { ActDialog } from '../../frame/dialog.tsx'
import { LintNotes } from '../../frame/lint/lint-notes.tsx'
import { Hash } from '../../marks/hash.tsx'
import '../../style/voice.css'
import { useCase } from '../case/case-context.ts'
import { choose, type CaseFile, type Step } from '../case/case-file.ts'
import { Redline } from '../case/clause.tsx'
import { Field } from './field.tsx'
import { draftAct, instantNow } from './payload.ts'
import { Custody, Refusal, Sheet, useBaseRows } from './signing.tsx'
import { useFiling } from './use-filing.ts'

/** Whoever files the versions of a step puts a new one; voices never carry over. */
export function AmendDialog() {
  const file = useCase()
  const search = useSearch({ from: '/cases/$id' })
  const { step } = choose(file, search)
  const version = step?.versions.at(-1)
  const text = version ? file.textOf(version.id) : undefined
  if (!step || !version || !text) return null
  return (
    <Amend
      key={version.id}
      step={step}
      version={version}
      text={text}
      first={startFrom(file, text, search.from)}
    />
  )
}

/** The current text, with the clauses of one nation's amendment where the chair takes it over. */
function startFrom(file: CaseFile, text: Text, from: string | undefined): Text {
  const act = file.actOf(from)?.act
  if (act?.kind !== 'comply') return text
  const wanted = new Map(act.amendment?.map((clause) => [clause.id, clause.text]))
  return {
    ...text,
    clauses: text.clauses.map(({ id, text: words }) => ({ id, text: wanted.get(id) ?? words })),
  }
}

type Props = {
  readonly step: Step
  readonly version: VersionState
  readonly text: Text
  readonly first: Text
}

function Amend({ step, version, text, first }: Props) {
  const intl = useIntl()
  const file = useCase()
  const rows = useBaseRows()
  const body = useRef<HTMLDivElement>(null)
  const { close, filing } = useFiling(file, step.id, 'amend.filed')
  const [now, setNow] = useState(first)
  const [claimedAt, setClaimedAt] = useState(instantNow)
  const [tried, setTried] = useState(false)
  const draft = useMemo(
    () =>
      draftAct(
        file,
        {
          kind: 'amend',
          replaces: version.id,
          step: { id: step.id, kind: step.kind },
          text: { ...now, clauses: now.clauses.filter(({ text: words }) => words !== '') },
        },
        claimedAt,
      ),
    [file, version.id, step.id, step.kind, now, claimedAt],
  )
  const setClause = (id: string, words: string) => {
    setNow({
      ...now,
      clauses: now.clauses.map((clause) => (clause.id === id ? { id, text: words } : clause)),
    })
    setClaimedAt(instantNow())
  }
  const addClause = () => {
    const numbers = now.clauses.map(({ id }) => Number(id)).filter(Number.isInteger)
    const id = String(Math.max(0, ...numbers) + 1)
    setNow({ ...now, clauses: [...now.clauses, { id, text: '' }] })
  }
  const changed = now.clauses.filter(
    ({ id, text: words }) =>
      (text.clauses.find((clause) => clause.id === id)?.text ?? '') !== words,
  )
  const unchanged = changed.length === 0 && now.title === text.title
  const sign = () => {
    setTried(true)
    if (draft.act && !unchanged) filing.mutate(draft.payload)
    else setTimeout(() => body.current?.querySelector<HTMLElement>('textarea, input')?.focus())
  }
  const said: (readonly [string, ReactNode])[] = [
    ['step', `${step.id} (${step.kind})`],
    ['replaces', <Hash key="replaces" of={version.id} />],
    ['title', now.title],
    ...now.clauses
      .filter(({ text: words }) => words !== '')
      .map(({ id, text: words }) => [`clause ${id}`, words] as const),
  ]
  return (
    <ActDialog
      title={intl.formatMessage({ id: 'amend.title' }, { number: version.number + 1 })}
      subtitle={intl.formatMessage({ id: 'amend.subtitle' }, { number: version.number })}
      onClose={close}
      footer={
        <>
          <p className="small">{intl.formatMessage({ id: 'amend.carry' })}</p>
          <button type="button" className="btn primary" disabled={filing.isPending} onClick={sign}>
            {intl.formatMessage({ id: filing.isPending ? 'sign.pending' : 'sign.file' })}
          </button>
        </>
      }
    >
      <div className="cols" ref={body}>
        <div className="choose wide">
          <p className="error" role="alert">
            {tried && unchanged ? intl.formatMessage({ id: 'amend.unchanged' }) : null}
            {tried && !draft.act ? intl.formatMessage({ id: 'amend.malformed' }) : null}
          </p>
          <Field label={intl.formatMessage({ id: 'amend.heading' })} error={undefined}>
            {(control) => (
              <textarea
                {...control}
                className="input"
                lang={text.lang}
                rows={2}
                value={now.title}
                onChange={({ target }) =>
                  setNow({ ...now, title: target.value.replaceAll(/\s*\n\s*/g, ' ') })
                }
              />
            )}
          </Field>
          {now.clauses.map(({ id, text: words }) => (
            <ClauseField
              key={id}
              id={id}
              lang={text.lang}
              was={text.clauses.find((clause) => clause.id === id)?.text ?? ''}
              words={words}
              onChange={(next) => setClause(id, next)}
            />
          ))}
          <button type="button" className="btn" onClick={addClause}>
            {intl.formatMessage({ id: 'amend.add' })}
          </button>
        </div>
        <div className="signing">
          <Sheet draft={draft} rows={rows('amend', draft.fields, said)} />
          <Custody />
          <Refusal error={filing.error} />
        </div>
      </div>
    </ActDialog>
  )
}

/** One clause to be edited, with what changes in it. */
function ClauseField({
  id,
  lang,
  was,
  words,
  onChange,
}: {
  id: string
  lang: string
  was: string
  words: string
  onChange: (words: string) => void
}) {
  const intl = useIntl()
  return (
    <div>
      <Field
        label={intl.formatMessage({ id: 'give.clause.one' }, { clause: id })}
        error={undefined}
      >
        {(control) => (
          <>
            <textarea
              {...control}
              className="input"
              lang={lang}
              rows={Math.max(2, Math.ceil(words.length / 64))}
              value={words}
              onChange={({ target }) => onChange(target.value)}
            />
            <LintNotes text={words} lang={lang} of={control.id} />
          </>
        )}
      </Field>
      {words === was ? null : (
        <p className="treaty redlined" lang={lang}>
          <Redline before={was} after={words} />
        </p>
      )}
    </div>
  )
}
