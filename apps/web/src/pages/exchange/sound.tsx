import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { Clause } from '@entente/accord'
import { LintNotes } from '../../frame/lint/lint-notes.tsx'
import { usePreferences } from '../../frame/preferences.tsx'
import { useCase } from '../case/case-context.ts'
import { choose, type Step } from '../case/case-file.ts'
import { Field } from '../voice/field.tsx'
import { SayDialog } from '../voice/say-dialog.tsx'

/** A party sounds the others out on what might be put at a step. */
export function SoundDialog() {
  const file = useCase()
  const { step } = choose(file, useSearch({ from: '/cases/$id' }))
  return step ? <Ask key={step.id} step={step} /> : null
}

function Ask({ step }: { step: Step }) {
  const intl = useIntl()
  const file = useCase()
  const { locale } = usePreferences()
  const last = step.versions.at(-1)
  const text = last && file.textOf(last.id)
  const [lang, setLang] = useState<string>(text?.lang ?? locale)
  const [title, setTitle] = useState(text?.title ?? '')
  const [hopedBy, setHopedBy] = useState('')
  const [clauses, setClauses] = useState<readonly Clause[]>(
    text?.clauses ?? [{ id: '1', text: '' }],
  )
  const written = clauses.filter(({ text: words }) => words !== '')
  const the = intl.formatMessage({ id: `step.the.${step.kind}` })
  return (
    <SayDialog
      title={intl.formatMessage({ id: 'sound.ask.title' }, { the })}
      subtitle={file.view.charter.title}
      what={intl.formatMessage({ id: 'sound.ask.what' })}
      step={step.id}
      done="sound.filed"
      said={{
        kind: 'sound',
        asks: {
          step: { id: step.id, kind: step.kind },
          text: { lang, title, clauses: written },
          ...(hopedBy !== '' && { hopedBy }),
        },
      }}
      rows={[
        ['step', `${step.id} (${step.kind})`],
        ['lang', lang],
        ['title', title],
        ...written.map(({ id, text: words }) => [`clause ${id}`, words] as const),
        ...(hopedBy === '' ? [] : [['hopedBy', hopedBy] as const]),
      ]}
    >
      {(isWrong) => (
        <>
          {isWrong('asks') ? (
            <p className="error" role="alert">
              {intl.formatMessage({ id: 'sound.ask.error' })}
            </p>
          ) : null}
          <Field label={intl.formatMessage({ id: 'sound.ask.lang' })} error={undefined}>
            {(control) => (
              <select
                {...control}
                className="input until"
                value={lang}
                onChange={({ target }) => setLang(target.value)}
              >
                {[...new Set(['en', 'es', lang])].map((one) => (
                  <option key={one} value={one}>
                    {intl.formatDisplayName(one, { type: 'language' })}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={intl.formatMessage({ id: 'sound.ask.heading' })} error={undefined}>
            {(control) => (
              <input
                {...control}
                className="input"
                lang={lang}
                value={title}
                onChange={({ target }) => setTitle(target.value)}
              />
            )}
          </Field>
          {clauses.map(({ id, text: words }) => (
            <Field
              key={id}
              label={intl.formatMessage({ id: 'give.clause.one' }, { clause: id })}
              error={undefined}
            >
              {(control) => (
                <>
                  <textarea
                    {...control}
                    className="input"
                    lang={lang}
                    rows={2}
                    value={words}
                    onChange={({ target }) =>
                      setClauses(
                        clauses.map((one) => (one.id === id ? { id, text: target.value } : one)),
                      )
                    }
                  />
                  <LintNotes text={words} lang={lang} of={control.id} />
                </>
              )}
            </Field>
          ))}
          <button
            type="button"
            className="btn"
            onClick={() => setClauses([...clauses, { id: nextId(clauses), text: '' }])}
          >
            {intl.formatMessage({ id: 'amend.add' })}
          </button>
          <Field label={intl.formatMessage({ id: 'sound.ask.hoped' })} error={undefined}>
            {(control) => (
              <input
                {...control}
                type="date"
                className="input until"
                value={hopedBy}
                onChange={({ target }) => setHopedBy(target.value)}
              />
            )}
          </Field>
        </>
      )}
    </SayDialog>
  )
}

/** The next free number among the clauses. */
const nextId = (clauses: readonly Clause[]): string =>
  String(Math.max(0, ...clauses.map(({ id }) => Number(id)).filter(Number.isInteger)) + 1)
