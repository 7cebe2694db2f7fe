import { useId, useState } from 'react'
import { useIntl } from 'react-intl'
import type { DivergenceView } from '../../../../node/src/api.ts'
import '../../style/voice.css'
import { useCase } from '../case/case-context.ts'
import type { Run } from '../case/redline.ts'
import { Field } from '../voice/field.tsx'
import { compareWording, type Compared } from './compare-wording.ts'

type Word = DivergenceView['texts'][number]['words'][number]

/**
 * Statements of nations side by side before anything is released: two on record, or one of them and a draft
 * that stays in this page. Where they part is marked, and said again in a table.
 */
export function Wording({ words }: { words: readonly Word[] }) {
  const intl = useIntl()
  const file = useCase()
  const id = useId()
  const [draft, setDraft] = useState('')
  const [here, setHere] = useState(0)
  const [there, setThere] = useState(words.length > 1 ? 1 : DRAFT)
  const nameOf = (at: number) =>
    at === DRAFT
      ? intl.formatMessage({ id: 'divergence.wording.draft' })
      : `${file.nameOf(words[at]!.member)} (${at + 1})`
  const textOf = (at: number) => (at === DRAFT ? draft : words[at]!.text)
  const compared = compareWording(textOf(here), textOf(there))
  return (
    <details className="wording">
      <summary>{intl.formatMessage({ id: 'divergence.wording' })}</summary>
      <p className="small quiet">{intl.formatMessage({ id: 'divergence.wording.note' })}</p>
      <Field
        label={intl.formatMessage({ id: 'divergence.wording.draft' })}
        hint={intl.formatMessage({ id: 'divergence.wording.draft.hint' })}
        error={undefined}
      >
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={3}
            value={draft}
            maxLength={8000}
            onChange={({ target }) => setDraft(target.value)}
          />
        )}
      </Field>
      <div className="wording-pair">
        {(
          [
            ['here', here, setHere],
            ['there', there, setThere],
          ] as const
        ).map(([side, value, set]) => (
          <section key={side}>
            <label htmlFor={`${id}-${side}`}>
              {intl.formatMessage({ id: `divergence.wording.${side}` })}
            </label>{' '}
            <select
              id={`${id}-${side}`}
              className="input"
              value={value}
              onChange={({ target }) => set(Number(target.value))}
            >
              {[...words.keys(), DRAFT].map((at) => (
                <option key={at} value={at}>
                  {nameOf(at)}
                </option>
              ))}
            </select>
            <blockquote className="treaty redlined">
              <Marked runs={compared[side]} />
            </blockquote>
          </section>
        ))}
      </div>
      <Partings compared={compared} here={nameOf(here)} there={nameOf(there)} />
    </details>
  )
}

/** The place of the draft among what can be compared. */
const DRAFT = -1

export const Marked = ({ runs }: { runs: readonly Run[] }) =>
  runs.map(({ kind, text }, at) => {
    const key = `${at} ${kind}`
    return kind === 'kept' ? <span key={key}>{text}</span> : <mark key={key}>{text}</mark>
  })

export function Partings({
  compared: { partings },
  here,
  there,
}: {
  compared: Compared
  here: string
  there: string
}) {
  const intl = useIntl()
  if (partings.length === 0) return <p>{intl.formatMessage({ id: 'divergence.wording.same' })}</p>
  const none = intl.formatMessage({ id: 'divergence.wording.nothing' })
  return (
    <table className="table">
      <caption>
        {intl.formatMessage({ id: 'divergence.wording.partings' }, { count: partings.length })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{here}</th>
          <th scope="col">{there}</th>
        </tr>
      </thead>
      <tbody>
        {partings.map((parting, at) => (
          <tr key={`${at} ${parting.here} ${parting.there}`}>
            <td>{parting.here || none}</td>
            <td>{parting.there || none}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
