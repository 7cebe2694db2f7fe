import { useState } from 'react'
import { useIntl } from 'react-intl'
import { KINDS } from '@entente/accord'
import { Field } from '../voice/field.tsx'
import { sayVerbs } from '../voice/verbs.ts'
import type { Draft } from './draft-state.ts'

const ASKED = ['browser-held', 'token'] as const
const VERBS: readonly string[] = KINDS.filter(({ signedBy }) => signedBy === 'authority').map(
  ({ kind }) => kind,
)

type Props = {
  readonly draft: Pick<Draft, 'custody' | 'second'>
  readonly change: (part: Partial<Draft>) => void
}

/** Of which kinds of act the key must be held more strongly than by the node. */
export function DraftCustody({ draft: { custody, second }, change }: Props) {
  const intl = useIntl()
  const onChange = (next: Draft['custody']) => change({ custody: next })
  const [verb, setVerb] = useState<string>(VERBS[0] ?? '')
  const drop = (one: string) => {
    const { [one]: _gone, ...others } = custody
    onChange(others)
  }
  return (
    <fieldset>
      <legend>{intl.formatMessage({ id: 'successor.custody' })}</legend>
      <p className="small quiet">{intl.formatMessage({ id: 'successor.custody.hint' })}</p>
      {Object.entries(custody).map(([one, held]) => (
        <Field key={one} label={sayVerbs(intl, [one])} error={undefined}>
          {(control) => (
            <span className="row">
              <select
                {...control}
                className="input"
                value={held}
                onChange={({ target }) =>
                  onChange({
                    ...custody,
                    [one]: ASKED.find((each) => each === target.value) ?? held,
                  })
                }
              >
                {ASKED.map((each) => (
                  <option key={each} value={each}>
                    {intl.formatMessage({ id: `custody.${each}` })}
                  </option>
                ))}
              </select>
              <button type="button" className="btn" onClick={() => drop(one)}>
                {intl.formatMessage(
                  { id: 'successor.custody.drop' },
                  { verb: sayVerbs(intl, [one]) },
                )}
              </button>
            </span>
          )}
        </Field>
      ))}
      <Field label={intl.formatMessage({ id: 'successor.custody.verb' })} error={undefined}>
        {(control) => (
          <span className="row">
            <select
              {...control}
              className="input"
              value={verb}
              onChange={({ target }) => setVerb(target.value)}
            >
              {VERBS.map((one) => (
                <option key={one} value={one}>
                  {sayVerbs(intl, [one])}
                </option>
              ))}
            </select>
            <button
              type="button"
              className="btn"
              onClick={() => onChange({ ...custody, [verb]: custody[verb] ?? 'browser-held' })}
            >
              {intl.formatMessage({ id: 'successor.custody.add' })}
            </button>
          </span>
        )}
      </Field>
      <label className="row">
        <input
          type="checkbox"
          className="check"
          checked={second}
          onChange={({ target }) => change({ second: target.checked })}
        />
        {intl.formatMessage({ id: 'successor.second' })}
      </label>
    </fieldset>
  )
}
