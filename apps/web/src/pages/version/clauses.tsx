import { useIntl } from 'react-intl'
import { LintNotes } from '../../frame/lint/lint-notes.tsx'
import { Redline } from '../case/clause.tsx'
import { Field } from '../voice/field.tsx'
import type { Filled } from './version-fields.ts'
import type { ErrorOf } from './version-form.tsx'

type Props = {
  readonly filled: Filled
  /** The version that is replaced: its clauses keep their ids. */
  readonly was: Filled | undefined
  readonly errorOf: ErrorOf
  readonly onChange: (part: Partial<Filled>) => void
}

/** The title and the clauses, each with its id, what the common language says of it, and what changes. */
export function Clauses({ filled, was, errorOf, onChange }: Props) {
  const intl = useIntl()
  const { clauses, lang, title } = filled
  const set = (at: number, part: Partial<Filled['clauses'][number]>) =>
    onChange({
      clauses: clauses.map((clause, index) => (index === at ? { ...clause, ...part } : clause)),
    })
  const add = () => {
    const numbers = clauses.map(({ id }) => Number(id)).filter(Number.isInteger)
    const id = String(Math.max(0, ...numbers) + 1)
    onChange({ clauses: [...clauses, { id, text: '' }] })
  }
  return (
    <>
      <Field label={intl.formatMessage({ id: 'amend.heading' })} error={errorOf('title')}>
        {(control) => (
          <>
            <textarea
              {...control}
              className="input"
              lang={lang}
              rows={2}
              maxLength={300}
              value={title}
              onChange={({ target }) =>
                onChange({ title: target.value.replaceAll(/\s*\n\s*/g, ' ') })
              }
            />
            <LintNotes text={title} lang={lang} of={control.id} />
          </>
        )}
      </Field>
      {was && was.title !== title ? (
        <p className="treaty redlined" lang={lang}>
          <Redline before={was.title} after={title} />
        </p>
      ) : null}
      {clauses.map((clause, at) => {
        const earlier = was?.clauses.find(({ id }) => id === clause.id)
        return (
          // oxlint-disable-next-line react/no-array-index-key -- an id may be changed while it is written
          <div key={at} className="clause-field">
            {earlier ? null : (
              <ClauseIdField
                id={clause.id}
                error={errorOf(`clause-id.${at}`)}
                onChange={(id) => set(at, { id })}
                onRemove={
                  clauses.length > 1
                    ? () => onChange({ clauses: clauses.filter((_, index) => index !== at) })
                    : undefined
                }
              />
            )}
            <ClauseField
              id={clause.id}
              lang={lang}
              was={was ? (earlier?.text ?? '') : undefined}
              words={clause.text}
              error={errorOf(`clause.${at}`)}
              onChange={(text) => set(at, { text })}
            />
          </div>
        )
      })}
      <button type="button" className="btn" onClick={add}>
        {intl.formatMessage({ id: 'amend.add' })}
      </button>
    </>
  )
}

/** A new clause is named once; its id lasts across versions. */
function ClauseIdField({
  id,
  error,
  onChange,
  onRemove,
}: {
  id: string
  error: string | undefined
  onChange: (id: string) => void
  onRemove: (() => void) | undefined
}) {
  const intl = useIntl()
  return (
    <div className="clause-id">
      <Field label={intl.formatMessage({ id: 'version.clause-id' })} error={error}>
        {(control) => (
          <input
            {...control}
            className="input mono"
            maxLength={64}
            value={id}
            onChange={({ target }) => onChange(target.value)}
          />
        )}
      </Field>
      {onRemove ? (
        <button type="button" className="btn bare little" onClick={onRemove}>
          {intl.formatMessage({ id: 'version.clause-remove' }, { clause: id })}
        </button>
      ) : null}
    </div>
  )
}

/** One clause to be written, with what changes in it. */
function ClauseField({
  id,
  lang,
  was,
  words,
  error,
  onChange,
}: {
  id: string
  lang: string
  was: string | undefined
  words: string
  error: string | undefined
  onChange: (words: string) => void
}) {
  const intl = useIntl()
  return (
    <div>
      <Field label={intl.formatMessage({ id: 'give.clause.one' }, { clause: id })} error={error}>
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
      {was === undefined || words === was ? null : (
        <p className="treaty redlined" lang={lang}>
          <Redline before={was} after={words} />
        </p>
      )}
    </div>
  )
}
