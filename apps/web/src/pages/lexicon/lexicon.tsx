import { getRouteApi } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useIntl } from 'react-intl'
import type { Language, Scale, Term } from '@entente/lexicon'
import { usePreferences } from '../../frame/preferences.tsx'
import { SourceLine } from '../../marks/source-line.tsx'
import { findTerms } from './find-terms.ts'
import { SCALES, SCHEMES, TERMS } from './terms.ts'
import './lexicon.css'

const route = getRouteApi('/lexicon')

/** The common language: terms and scales, what each means, and how far its source was read. */
export function LexiconPage() {
  const intl = useIntl()
  const { q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const [words, setWords] = useState(q)
  const [before, setBefore] = useState(q)
  if (before !== q) {
    setBefore(q)
    if (q !== words.trim()) setWords(q)
  }
  const id = useId()
  const terms = findTerms(words)
  const write = (text: string) => {
    setWords(text)
    const next = text.trim()
    void navigate({ search: next === '' ? {} : { q: next }, replace: true })
  }
  return (
    <div className="lexicon">
      <h1>{intl.formatMessage({ id: 'lexicon.title' })}</h1>
      <p className="quiet lead">{intl.formatMessage({ id: 'lexicon.lead' })}</p>
      <search className="field">
        <label htmlFor={id}>{intl.formatMessage({ id: 'lexicon.search' })}</label>
        <input
          id={id}
          className="input"
          type="search"
          autoComplete="off"
          maxLength={100}
          value={words}
          onChange={({ target }) => write(target.value)}
        />
      </search>
      <output className="small">
        {intl.formatMessage({ id: 'lexicon.found' }, { count: terms.length, all: TERMS.length })}
      </output>
      {(['field', 'product'] as const).map((vocabulary) => (
        <Terms
          key={vocabulary}
          vocabulary={vocabulary}
          terms={terms.filter((term) => term.vocabulary === vocabulary)}
        />
      ))}
      <section aria-labelledby="scales">
        <h2 id="scales">{intl.formatMessage({ id: 'lexicon.scales' })}</h2>
        {SCALES.map((scale) => (
          <OneScale key={`${scale.id} ${scale.version}`} scale={scale} />
        ))}
      </section>
    </div>
  )
}

function Terms({ vocabulary, terms }: { vocabulary: Term['vocabulary']; terms: readonly Term[] }) {
  const intl = useIntl()
  if (terms.length === 0) return null
  return (
    <section aria-labelledby={vocabulary}>
      <h2 id={vocabulary}>{intl.formatMessage({ id: `lexicon.${vocabulary}` })}</h2>
      <ol className="terms">
        {terms.map((term) => (
          <OneTerm key={term.id} term={term} />
        ))}
      </ol>
    </section>
  )
}

const OTHER: Readonly<Record<Language, Language>> = { en: 'es', es: 'en' }

function OneTerm({ term }: { term: Term }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const other = OTHER[locale]
  const { label, definition, source, status, broader, narrower, related, mappings = [] } = term
  const relations = [
    { name: 'broader' as const, ids: broader === undefined ? [] : [broader] },
    { name: 'narrower' as const, ids: narrower },
    { name: 'related' as const, ids: related },
  ].filter(({ ids }) => ids.length > 0)
  return (
    <li id={`term-${term.id}`}>
      <h3>
        {label[locale]}{' '}
        <span className="quiet other" lang={other}>
          {label[other]}
        </span>
        <span className="chip">{intl.formatMessage({ id: `lexicon.status.${status}` })}</span>
      </h3>
      <p>{definition[locale]}</p>
      <p className="small quiet">
        {intl.formatMessage({ id: 'lexicon.source' })} <SourceLine of={source} />
      </p>
      {relations.map(({ name, ids }) => (
        <p key={name} className="small">
          {intl.formatMessage({ id: `lexicon.${name}` })}{' '}
          {intl.formatList(
            ids.map((id) => TERMS.find((one) => one.id === id)?.label[locale] ?? id),
          )}
        </p>
      ))}
      {mappings.length > 0 ? (
        <p className="small quiet" lang="en">
          {mappings
            .map(
              ({ match, scheme, notation }) => `${match}: ${notation} (${SCHEMES[scheme].title})`,
            )
            .join('; ')}
        </p>
      ) : null}
    </li>
  )
}

function OneScale({ scale }: { scale: Scale }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  return (
    <details className="scale">
      <summary>
        {scale.title[locale]}{' '}
        <span className="quiet">
          {intl.formatMessage({ id: 'lexicon.version' }, { version: scale.version })}
        </span>
      </summary>
      <p className="small quiet">
        {intl.formatMessage({ id: 'lexicon.source' })} <SourceLine of={scale.source} />
      </p>
      <ol>
        {scale.degrees.map(({ value, label, percent }) => (
          <li key={value}>
            {label[locale] === value ? null : <code>{value}</code>} {label[locale]}
            {percent ? (
              <span className="quiet num">
                {' '}
                {percent.open === 'from' ? '>' : ''}
                {intl.formatNumber(percent.from)}–{percent.open === 'to' ? '<' : ''}
                {intl.formatNumber(percent.to)} %
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </details>
  )
}
