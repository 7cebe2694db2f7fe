import { useIntl } from 'react-intl'
import { decisionRule, ruleOf, StepKind } from '@entente/accord'
import { findSource } from '@entente/law'
import { usePreferences } from '../../frame/preferences.tsx'
import { useCase } from '../case/case-context.ts'
import { Field } from '../voice/field.tsx'
import { freeId, preparedSteps, type Filled } from './version-fields.ts'
import type { ErrorOf } from './version-form.tsx'

type Props = {
  readonly filled: Filled
  readonly kinds: readonly StepKind[]
  readonly isFirst: boolean
  readonly errorOf: ErrorOf
  readonly onChange: (part: Partial<Filled>) => void
}

/** Which step it is, by which rule it is decided, and in which language its text stands. */
export function StepFields({ filled, kinds, isFirst, errorOf, onChange }: Props) {
  const intl = useIntl()
  const file = useCase()
  if (!isFirst) return <Rule kind={filled.kind} />
  const prepared = filled.kind === 'measure' ? preparedSteps(file) : []
  return (
    <>
      <div className="beside">
        <Field label={intl.formatMessage({ id: 'version.kind' })} error={undefined}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={filled.kind}
              onChange={({ target }) => {
                const kind = StepKind.parse(target.value)
                onChange({ kind, id: freeId(file, kind) })
              }}
            >
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {intl.formatMessage({ id: `step.${kind}` })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={intl.formatMessage({ id: 'version.id' })}
          hint={
            prepared.length > 0
              ? intl.formatMessage(
                  { id: 'version.id.prepared' },
                  { steps: intl.formatList(prepared) },
                )
              : intl.formatMessage({ id: 'version.id.hint' })
          }
          error={errorOf('id')}
        >
          {(control) => (
            <input
              {...control}
              className="input mono"
              maxLength={64}
              value={filled.id}
              onChange={({ target }) => onChange({ id: target.value })}
            />
          )}
        </Field>
        <Field label={intl.formatMessage({ id: 'version.lang' })} error={undefined}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={filled.lang}
              onChange={({ target }) => onChange({ lang: target.value })}
            >
              {(['en', 'es'] as const).map((lang) => (
                <option key={lang} value={lang} lang={lang}>
                  {intl.formatMessage({ id: `frame.language.${lang}` })}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Rule kind={filled.kind} />
    </>
  )
}

/** By which rule a step of this kind is decided, and the provision that the rule comes from. */
function Rule({ kind }: { kind: StepKind }) {
  const intl = useIntl()
  const file = useCase()
  const { locale } = usePreferences()
  const rule = ruleOf(file.view.charter, kind)
  const said = intl.formatMessage({ id: `rule.${rule}` })
  const column = decisionRule(file.view.charter, kind)
  const source = findSource(column?.source ?? 'none')
  return (
    <div className="note ink small">
      <p>
        {intl.formatMessage(
          { id: column ? 'version.rule' : 'version.rule.collected' },
          { rule: <b key="rule">{said}</b> },
        )}{' '}
        {source ? <cite>{source.citation[locale]}.</cite> : null}
      </p>
      {source ? <p className="quiet">{source.restatement[locale]}</p> : null}
    </div>
  )
}
