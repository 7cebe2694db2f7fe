import { useIntl } from 'react-intl'
import { RuleName, StepKind } from '@entente/accord'
import { MajorityFields } from '../found/charter-fields.tsx'
import { Field } from '../voice/field.tsx'
import type { Draft, StepRule } from './draft-state.ts'

const MODELS = ['eu-coreu', 'osce', 'nato'] as const

type Props = {
  readonly draft: Draft
  readonly parties: readonly { readonly id: string; readonly name: string }[]
  readonly change: (part: Partial<Draft>) => void
}

/** How each step is decided, who files its texts, and by silence whose procedure it is. */
export function DraftSteps({ draft, parties, change }: Props) {
  const intl = useIntl()
  const { steps } = draft
  const put = (kind: StepKind, rule: StepRule | undefined) => {
    const { [kind]: _before, ...others } = steps
    change({ steps: rule ? { ...others, [kind]: rule } : others })
  }
  return (
    <fieldset>
      <legend>{intl.formatMessage({ id: 'found.rules.steps' })}</legend>
      <p className="small quiet">{intl.formatMessage({ id: 'found.rules.steps.hint' })}</p>
      <div className="step-rules">
        {StepKind.options.map((kind) => (
          <StepField
            key={kind}
            kind={kind}
            chosen={steps[kind]}
            parties={parties}
            onChange={(rule) => put(kind, rule)}
          />
        ))}
      </div>
      {Object.values(steps).some(({ rule }) => rule === 'qualified-majority') ? (
        <MajorityFields form={draft} change={change}>
          <label className="row">
            <input
              type="checkbox"
              className="check"
              checked={draft.doubleThirdUnderMajority}
              onChange={({ target }) => change({ doubleThirdUnderMajority: target.checked })}
            />
            {intl.formatMessage({ id: 'successor.double-third' })}
          </label>
        </MajorityFields>
      ) : null}
    </fieldset>
  )
}

type StepFieldProps = {
  readonly kind: StepKind
  readonly chosen: StepRule | undefined
  readonly parties: Props['parties']
  readonly onChange: (rule: StepRule | undefined) => void
}

function StepField({ kind, chosen, parties, onChange }: StepFieldProps) {
  const intl = useIntl()
  const step = intl.formatMessage({ id: `step.${kind}` })
  const name = (rule: string) => {
    const found = RuleName.options.find((one) => one === rule)
    onChange(found && { ...chosen, rule: found })
  }
  return (
    <Field label={step} error={undefined}>
      {(control) => (
        <>
          <select
            {...control}
            className="input"
            value={chosen?.rule ?? ''}
            onChange={({ target }) => name(target.value)}
          >
            <option value="">{intl.formatMessage({ id: 'found.rules.default' })}</option>
            {RuleName.options.map((rule) => (
              <option key={rule} value={rule}>
                {intl.formatMessage({ id: `rule.${rule}` })}
              </option>
            ))}
          </select>
          {chosen ? (
            <select
              className="input"
              aria-label={intl.formatMessage({ id: 'successor.step.by' }, { step })}
              value={chosen.by ?? ''}
              onChange={({ target: { value } }) => onChange(filedBy(chosen, value))}
            >
              <option value="">{intl.formatMessage({ id: 'successor.step.chair' })}</option>
              {parties.map((party) => (
                <option key={party.id} value={party.id}>
                  {intl.formatMessage({ id: 'successor.step.files' }, { name: party.name })}
                </option>
              ))}
            </select>
          ) : null}
          {chosen?.rule === 'silence' ? (
            <select
              className="input"
              aria-label={intl.formatMessage({ id: 'successor.step.model' }, { step })}
              value={chosen.model ?? 'eu-coreu'}
              onChange={({ target: { value } }) =>
                onChange({ ...chosen, model: MODELS.find((one) => one === value) ?? 'eu-coreu' })
              }
            >
              {MODELS.map((model) => (
                <option key={model} value={model}>
                  {intl.formatMessage({ id: `successor.model.${model}` })}
                </option>
              ))}
            </select>
          ) : null}
        </>
      )}
    </Field>
  )
}

function filedBy({ by: _before, ...rule }: StepRule, party: string): StepRule {
  return party === '' ? rule : ({ ...rule, by: party } as StepRule)
}
