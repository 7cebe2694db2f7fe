import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { PartyId, SealedPart } from '@entente/accord'
import { handedTo, seal } from '../../api/sealed.ts'
import { LintNotes } from '../../frame/lint/lint-notes.tsx'
import { Field } from '../voice/field.tsx'
import { ReadersChoice } from './readers-choice.tsx'

/** Words that go into an act, or stay at home with only their digest in it. */
export type Words = {
  readonly text: string
  readonly atHome: boolean
  readonly sealed: readonly SealedPart[]
  /** Whose nodes are handed them. */
  readonly to: readonly PartyId[]
}

export const useWords = (text = '') => useState<Words>({ text, atHome: false, sealed: [], to: [] })

/** A field for words, and the choice who reads them. */
export function WordsField({
  name,
  label,
  words,
  error,
  onChange,
}: {
  /** The part of the act that it is. */
  name: string
  label: string
  words: Words
  error: string | undefined
  onChange: (words: Words) => void
}) {
  const intl = useIntl()
  const set = (text: string, atHome: boolean) =>
    onChange({ ...words, text, atHome, sealed: atHome ? seal(name, text, words.to) : [] })
  return (
    <div>
      <Field label={label} error={error}>
        {(control) => (
          <>
            <textarea
              {...control}
              className="input"
              rows={3}
              value={words.text}
              onChange={({ target }) => set(target.value, words.atHome)}
            />
            <LintNotes text={words.text} of={control.id} />
          </>
        )}
      </Field>
      <label className="row small at-home">
        <input
          type="checkbox"
          checked={words.atHome}
          onChange={({ target }) => set(words.text, target.checked)}
        />
        {intl.formatMessage({ id: 'sealed.at-home' })}
      </label>
      {words.atHome ? (
        <ReadersChoice
          to={words.to}
          onChange={(to) => onChange({ ...words, to, sealed: handedTo(words.sealed, to) })}
        />
      ) : null}
    </div>
  )
}

/** What an act says of such words: themselves, or their digest, or nothing. */
export const inClear = ({ text, atHome }: Words): string | undefined =>
  text === '' || atHome ? undefined : text
