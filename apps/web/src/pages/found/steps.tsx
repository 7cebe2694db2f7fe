import { useIntl } from 'react-intl'
import type { FoundingView } from '../../../../node/src/api.ts'
import { useSay } from '../../i18n/use-say.ts'
import { Field } from '../voice/field.tsx'
import type { Rules } from './rules.tsx'

type Choices = FoundingView['choices']
type Kind = Choices['steps'][number]

/** How each step is decided, in what words the rule is defined, and where it comes from. */
export function Steps({
  rules,
  kinds,
  chosen,
  onChange,
}: {
  rules: Choices['rules']
  kinds: Choices['steps']
  chosen: Rules['steps']
  onChange: (steps: Rules['steps']) => void
}) {
  const intl = useIntl()
  const say = useSay()
  const put = (kind: Kind, name: string) => {
    const { [kind]: _before, ...others } = chosen
    const rule = rules.find((one) => one.rule === name)?.rule
    onChange(rule ? { ...others, [kind]: rule } : others)
  }
  return (
    <fieldset>
      <legend>{intl.formatMessage({ id: 'found.rules.steps' })}</legend>
      <p className="small quiet">{intl.formatMessage({ id: 'found.rules.steps.hint' })}</p>
      <div className="step-rules">
        {kinds.map((kind) => {
          const named = rules.find(({ rule }) => rule === chosen[kind])
          return (
            <Field key={kind} label={intl.formatMessage({ id: `step.${kind}` })} error={undefined}>
              {(control) => (
                <>
                  <select
                    {...control}
                    className="input"
                    value={chosen[kind] ?? ''}
                    onChange={({ target }) => put(kind, target.value)}
                  >
                    <option value="">{intl.formatMessage({ id: 'found.rules.default' })}</option>
                    {rules.map(({ rule }) => (
                      <option key={rule} value={rule}>
                        {intl.formatMessage({ id: `rule.${rule}` })}
                      </option>
                    ))}
                  </select>
                  {named ? (
                    <span className="small quiet">
                      {say(named.means)}{' '}
                      {intl.formatMessage(
                        { id: 'found.rules.source' },
                        { source: say(named.source) },
                      )}
                    </span>
                  ) : null}
                </>
              )}
            </Field>
          )
        })}
      </div>
    </fieldset>
  )
}
