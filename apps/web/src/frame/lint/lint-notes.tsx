import { useId, useState } from 'react'
import { useIntl } from 'react-intl'
import type { Finding, Language } from '@entente/lexicon'
import { SourceLine } from '../../marks/source-line.tsx'
import { usePreferences } from '../preferences.tsx'
import { useLint } from './use-lint.ts'
import './lint.css'

const LANGUAGES: readonly Language[] = ['en', 'es']
const isLinted = (lang: string | undefined): lang is Language =>
  LANGUAGES.some((one) => one === lang)

/** Findings of the same words in one text are one thing to mend. */
const MOST_SHOWN = 12

/** What the common language has to say of a text, under the field in which it is written. */
export function LintNotes({
  text,
  lang,
  of,
}: {
  text: string
  /** The language of the text where that is settled; else the person says it. */
  lang?: string | undefined
  /** The id of the field: a finding leads to its place in it. */
  of: string
}) {
  const { locale } = usePreferences()
  const [chosen, setChosen] = useState<Language>(locale)
  if (text.trim() === '' || (lang !== undefined && !isLinted(lang))) return null
  const language = isLinted(lang) ? lang : chosen
  return (
    <div className="lint">
      <Findings text={text} language={language} of={of} />
      {lang === undefined ? <ReadAs chosen={chosen} onChoose={setChosen} /> : null}
    </div>
  )
}

function ReadAs({
  chosen,
  onChoose,
}: {
  chosen: Language
  onChoose: (language: Language) => void
}) {
  const intl = useIntl()
  const id = useId()
  return (
    <p className="read-as small">
      <label htmlFor={id}>{intl.formatMessage({ id: 'lint.read-as' })}</label>{' '}
      <select
        id={id}
        value={chosen}
        onChange={({ target }) => onChoose(target.value === 'es' ? 'es' : 'en')}
      >
        {LANGUAGES.map((one) => (
          <option key={one} value={one} lang={one}>
            {intl.formatMessage({ id: `frame.language.${one}` })}
          </option>
        ))}
      </select>
    </p>
  )
}

function Findings({ text, language, of }: { text: string; language: Language; of: string }) {
  const intl = useIntl()
  const linted = useLint(text, language)
  if (!linted) return null
  const wrong = linted.findings.filter(({ severity }) => severity !== 'note')
  const notes = firstOfEach(linted.findings.filter(({ severity }) => severity === 'note'))
  const count = (severity: Finding['severity']) =>
    wrong.filter((finding) => finding.severity === severity).length
  return (
    <>
      <output className="sum small">
        {wrong.length === 0
          ? intl.formatMessage({ id: 'lint.nothing' })
          : intl.formatMessage(
              { id: 'lint.sum' },
              { errors: count('error'), warnings: count('warning') },
            )}
      </output>
      {wrong.length > 0 ? (
        <ul>
          {wrong.slice(0, MOST_SHOWN).map((finding) => (
            <One key={keyOf(finding)} finding={finding} of={of} />
          ))}
        </ul>
      ) : null}
      {wrong.length > MOST_SHOWN ? (
        <p className="small quiet">
          {intl.formatMessage({ id: 'lint.more' }, { count: wrong.length - MOST_SHOWN })}
        </p>
      ) : null}
      {notes.length > 0 ? (
        <details className="small">
          <summary>{intl.formatMessage({ id: 'lint.notes' }, { count: notes.length })}</summary>
          <ul>
            {notes.map((finding) => (
              <One key={keyOf(finding)} finding={finding} of={of} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

const keyOf = ({ code, span, term }: Finding) => `${code} ${span.offset} ${term ?? ''}`

/** A term that stands in the text many times is explained once. */
const firstOfEach = (findings: readonly Finding[]) =>
  [
    ...new Map(
      findings.toReversed().map((finding) => [`${finding.code} ${finding.term ?? ''}`, finding]),
    ).values(),
  ].toReversed()

function One({ finding, of }: { finding: Finding; of: string }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const { severity, found, message, say, source, span } = finding
  return (
    <li className={`finding-line of-${severity}`}>
      <p>
        <b className="severity">
          <svg className="glyph" viewBox="0 0 16 16" aria-hidden="true">
            <path d={GLYPH[severity]} />
          </svg>
          {intl.formatMessage({ id: `lint.severity.${severity}` })}
        </b>{' '}
        <button type="button" className="link" onClick={() => select(of, span)}>
          “{found.replaceAll(/\s+/g, ' ')}”
        </button>{' '}
        <span className="quiet">
          {intl.formatMessage({ id: 'lint.place' }, { line: span.line, column: span.column })}
        </span>
      </p>
      <p>{message[locale]}</p>
      {say ? (
        <p>
          <b>{intl.formatMessage({ id: 'lint.say' })}</b> {say[locale]}
        </p>
      ) : null}
      <p className="quiet">
        <SourceLine of={source} />
      </p>
    </li>
  )
}

/** Square, triangle, ring: a finding's weight is seen without colour. */
const GLYPH: Readonly<Record<Finding['severity'], string>> = {
  error: 'M1 1h14v14H1z',
  warning: 'M8 1 15.5 15H.5z',
  note: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 2.4a4.6 4.6 0 1 1 0 9.2 4.6 4.6 0 0 1 0-9.2z',
}

/** Leads to the words in their field, selected. */
function select(of: string, { offset, length }: Finding['span']) {
  const field = document.getElementById(of)
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return
  field.focus()
  field.setSelectionRange(offset, offset + length)
}
