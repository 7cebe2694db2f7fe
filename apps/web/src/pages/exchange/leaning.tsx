import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { LEANINGS, roundsIn, type Leaning, type Round } from '@entente/accord'
import { LintNotes } from '../../frame/lint/lint-notes.tsx'
import { Hash } from '../../marks/hash.tsx'
import { useCase } from '../case/case-context.ts'
import { Field } from '../voice/field.tsx'
import { SayDialog } from '../voice/say-dialog.tsx'

/** A party answers a round: how it leans on each clause on which it has a view. */
export function LeaningDialog() {
  const { view } = useCase()
  const { from } = useSearch({ from: '/cases/$id' })
  const round = roundsIn(view.acts).find(({ id }) => id === from)
  return round ? <Answer key={round.id} round={round} /> : null
}

type Word = { readonly leans: Leaning['leans'] | ''; readonly says: string }
const UNSAID: Word = { leans: '', says: '' }

function Answer({ round }: { round: Round }) {
  const intl = useIntl()
  const file = useCase()
  const name = file.nameOf(file.us)
  const [words, setWords] = useState<Readonly<Record<string, Word>>>(() => said(round, file.us))
  const clauses = round.clauses.flatMap(({ id }) => {
    const { leans, says } = words[id] ?? UNSAID
    return leans === '' ? [] : [{ clause: id, leans, ...(says !== '' && { says }) }]
  })
  const set = (id: string, part: Partial<Word>) =>
    setWords({ ...words, [id]: { ...(words[id] ?? UNSAID), ...part } })
  return (
    <SayDialog
      title={intl.formatMessage({ id: 'leaning.title' }, { name })}
      subtitle={round.asks.text.title}
      what={intl.formatMessage({ id: 'leaning.what' })}
      step={round.asks.step.id}
      done="sound.filed"
      said={{ kind: 'sound', answers: { round: round.id, clauses } }}
      rows={[
        ['round', <Hash key="round" of={round.id} />],
        ...clauses.map(
          ({ clause, leans, says }) =>
            [`clause ${clause}`, says === undefined ? leans : `${leans}: “${says}”`] as const,
        ),
      ]}
    >
      {(isWrong) => (
        <>
          {isWrong('answers') ? (
            <p className="error" role="alert">
              {intl.formatMessage({ id: 'leaning.error' })}
            </p>
          ) : null}
          {round.clauses.map(({ id, text }) => (
            <Lean
              key={id}
              clause={id}
              text={text}
              lang={round.asks.text.lang}
              name={name}
              word={words[id] ?? UNSAID}
              onChange={(part) => set(id, part)}
            />
          ))}
        </>
      )}
    </SayDialog>
  )
}

/** What this party answered before, if it did. */
const said = ({ clauses }: Round, us: string): Readonly<Record<string, Word>> =>
  Object.fromEntries(
    clauses.flatMap(({ id, leanings }) =>
      leanings
        .filter(({ party }) => party === us)
        .map(({ leans, says = '' }) => [id, { leans, says }]),
    ),
  )

function Lean({
  clause,
  text,
  lang,
  name,
  word,
  onChange,
}: {
  clause: string
  text: string
  lang: string
  name: string
  word: Word
  onChange: (part: Partial<Word>) => void
}) {
  const intl = useIntl()
  return (
    <div>
      <blockquote className="treaty" lang={lang}>
        {text}
      </blockquote>
      <Field
        label={intl.formatMessage({ id: 'leaning.leans' }, { clause, name })}
        error={undefined}
      >
        {(control) => (
          <select
            {...control}
            className="input until"
            value={word.leans}
            onChange={({ target }) =>
              onChange({ leans: LEANINGS.find((one) => one === target.value) ?? '' })
            }
          >
            <option value="">{intl.formatMessage({ id: 'leaning.unsaid' })}</option>
            {LEANINGS.map((one) => (
              <option key={one} value={one}>
                {intl.formatMessage({ id: `leans.${one}` })}
              </option>
            ))}
          </select>
        )}
      </Field>
      {word.leans === '' ? null : (
        <Field label={intl.formatMessage({ id: 'leaning.says' }, { clause })} error={undefined}>
          {(control) => (
            <>
              <textarea
                {...control}
                className="input"
                rows={2}
                value={word.says}
                onChange={({ target }) => onChange({ says: target.value })}
              />
              <LintNotes text={word.says} of={control.id} />
            </>
          )}
        </Field>
      )}
    </div>
  )
}
