import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useIntl } from 'react-intl'
import type { MeasureView, NeedView, OptionsView, OptionView } from '../../../../node/src/api.ts'
import { optionsQuery } from '../../api/options.ts'
import { Waiting } from '../../frame/states.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { ActRef } from '../../marks/act-ref.tsx'
import { useCase } from '../case/case-context.ts'

/** Ways to answer, each with what it needs and whether that is so. None stands before another for being better. */
export function Options({ measure }: { measure: MeasureView }) {
  const intl = useIntl()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="acts-of" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{intl.formatMessage({ id: 'options.title' })}</summary>
      {isOpen ? <Chosen step={measure.step} /> : null}
    </details>
  )
}

type OptionKind = OptionView['kind']
const KINDS: readonly OptionKind[] = ['diplomatic', 'technical', 'legal', 'economic']
const TECHNIQUE = /^T\d{4}(?:\.\d{3})?$/

function Chosen({ step }: { step: string }) {
  const intl = useIntl()
  const { view } = useCase()
  const [kind, setKind] = useState<OptionKind>('diplomatic')
  const [typed, setTyped] = useState('')
  const ids = { kind: useId(), technique: useId(), note: useId() }
  const isTechnique = typed === '' || TECHNIQUE.test(typed)
  const technique = kind === 'technical' && typed !== '' && isTechnique ? typed : undefined
  const { data, error } = useQuery(
    optionsQuery(view.id, { step, kind, technique, digest: view.digest }),
  )
  return (
    <div className="options">
      <p className="small quiet">{intl.formatMessage({ id: 'options.note' })}</p>
      <p className="row">
        <label htmlFor={ids.kind}>{intl.formatMessage({ id: 'options.kind' })}</label>
        <select
          id={ids.kind}
          className="input"
          value={kind}
          onChange={({ target }) =>
            setKind(KINDS.find((one) => one === target.value) ?? 'diplomatic')
          }
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {intl.formatMessage({ id: `options.kind.${one}` })}
            </option>
          ))}
        </select>
        {kind === 'technical' ? (
          <>
            <label htmlFor={ids.technique}>{intl.formatMessage({ id: 'options.technique' })}</label>
            <input
              id={ids.technique}
              className="input"
              size={10}
              value={typed}
              aria-invalid={!isTechnique}
              aria-describedby={ids.note}
              onChange={({ target }) => setTyped(target.value.trim())}
            />
            <span id={ids.note} className="small quiet">
              {intl.formatMessage({ id: 'options.technique.form' })}
            </span>
          </>
        ) : null}
      </p>
      {data ? <Found view={data} /> : <Waiting error={error} />}
    </div>
  )
}

function Found({ view: { options, imported } }: { view: OptionsView }) {
  const intl = useIntl()
  if (options.length + imported.length === 0)
    return <p className="quiet">{intl.formatMessage({ id: 'options.none' })}</p>
  return (
    <ul className="lines">
      {options.map((option) => (
        <Listed key={option.id} option={option} />
      ))}
      {imported.map((option) => (
        <Imported key={`${option.source} ${option.id}`} option={option} />
      ))}
    </ul>
  )
}

function Listed({ option }: { option: OptionView }) {
  const intl = useIntl()
  const say = useSay()
  const { name, what, needs, reversibility, competent } = option
  return (
    <li>
      <h3>{say(name)}</h3>
      <p>{say(what.says)}</p>
      <ul className="needs">
        {needs.map((need) => (
          <Need key={`${need.by} ${need.id}`} need={need} />
        ))}
      </ul>
      <p className="small quiet">
        {intl.formatMessage(
          { id: 'options.about' },
          { competent: say(competent.says), undone: say(reversibility.says) },
        )}
      </p>
    </li>
  )
}

function Need({ need: { state, words, citation, acts } }: { need: NeedView }) {
  const intl = useIntl()
  const say = useSay()
  return (
    <li>
      <b>{intl.formatMessage({ id: `options.state.${state}` })}</b> {say(words)}
      {citation ? <span className="small quiet"> {say(citation)}</span> : null}
      {acts.map((act) => (
        <span key={act}>
          {' '}
          <ActRef id={act} />
        </span>
      ))}
    </li>
  )
}

/** In the publisher's own words, which are in one language. */
function Imported({ option }: { option: OptionsView['imported'][number] }) {
  const intl = useIntl()
  const { id, name, source, techniques, preparation, risks, conflictsWith } = option
  return (
    <li>
      <h3 lang="en">{name}</h3>
      <p className="small quiet">
        {intl.formatMessage(
          { id: 'options.from' },
          { id, source, techniques: techniques.join(' ') },
        )}
      </p>
      {conflictsWith.length > 0 ? (
        <p className="note hold">{intl.formatMessage({ id: 'options.conflict' })}</p>
      ) : null}
      <details>
        <summary>{intl.formatMessage({ id: 'options.before' })}</summary>
        <p className="as-written" lang="en">
          {preparation}
        </p>
        <p className="as-written" lang="en">
          {risks}
        </p>
      </details>
    </li>
  )
}
