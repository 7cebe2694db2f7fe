import { useIntl } from 'react-intl'
import {
  askedOf,
  FACT_GROUPS,
  findSource,
  getFact,
  type AskedFact,
  type FactGroup,
  type FactId,
} from '@entente/law'
import { usePreferences } from '../../frame/preferences.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useCase } from '../case/case-context.ts'
import { FactInput } from '../measure/fact-input.tsx'
import { Field } from '../voice/field.tsx'
import { changesOf } from './changes.ts'
import { TermsChanges } from './terms.tsx'
import { isMeasureKind, MEASURE_KINDS, refusalOf, type FilledMeasure } from './version-fields.ts'
import type { ErrorOf } from './version-form.tsx'

type Props = {
  readonly terms: FilledMeasure
  readonly was: FilledMeasure | undefined
  readonly errorOf: ErrorOf
  readonly onChange: (terms: FilledMeasure) => void
}

/** What each nation's own call and notice say; a proposer does not say it for them. */
const SAID_BY_ACTS: ReadonlySet<string> = new Set([
  'calledOn',
  'answer',
  'notifiedOn',
  'negotiationOffered',
])

/** First what the measure is, then what it rests on, as an adviser would ask. */
const GROUPS: readonly FactGroup[] = [
  'measure',
  'standing',
  'procedure',
  'conduct',
  'breach',
  'exceptions',
  'listing',
  'options',
]

/** The terms of a measure: what it is, against whom, and every fact that the law asks of its kind. */
export function TermsFields({ terms, was, errorOf, onChange }: Props) {
  const intl = useIntl()
  const asked = askedOf(isMeasureKind(terms.kind) ? terms.kind : undefined)
  const known = new Set(asked.map(({ id }): string => id))
  const stray = Object.keys(terms.facts).filter((id): id is FactId => !known.has(id))
  const shown: readonly AskedFact[] = [
    ...asked.filter(({ id }) => !SAID_BY_ACTS.has(id) || Object.hasOwn(terms.facts, id)),
    ...stray.map((id) => ({ id, provisions: [] })),
  ]
  const changes = was ? changesOf(was, terms) : []
  return (
    <section className="terms-fields" aria-labelledby="terms-fields">
      <h3 id="terms-fields">{intl.formatMessage({ id: 'version.terms' })}</h3>
      <p className="small quiet">{intl.formatMessage({ id: 'version.terms.note' })}</p>
      <What terms={terms} errorOf={errorOf} onChange={onChange} />
      <Refused terms={terms} />
      {terms.kind === 'self-defence-referral' ? (
        <p className="note hold small">{intl.formatMessage({ id: 'version.terms.referred' })}</p>
      ) : null}
      {GROUPS.map((group) => {
        const facts = shown.filter(({ id }) => Object.hasOwn(FACT_GROUPS[group], id))
        return facts.length === 0 ? null : (
          <Group
            key={group}
            group={group}
            facts={facts}
            terms={terms}
            errorOf={errorOf}
            onChange={onChange}
          />
        )
      })}
      {changes.length > 0 ? <TermsChanges changes={changes} /> : null}
    </section>
  )
}

/** What it is, towards which State, and to which day its facts are stated. */
function What({ terms, errorOf, onChange }: Omit<Props, 'was'>) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const target = findSource('arsiwa-49-1')?.citation[locale]
  return (
    <div className="beside">
      <Field
        label={intl.formatMessage({ id: 'version.measure.kind' })}
        hint={intl.formatMessage({ id: 'version.measure.kind.hint' })}
        error={errorOf('measure.kind')}
      >
        {(control) => (
          <select
            {...control}
            className="input"
            value={terms.kind}
            onChange={({ target: { value } }) => onChange({ ...terms, kind: value })}
          >
            <option value="">{intl.formatMessage({ id: 'measure.choose' })}</option>
            {MEASURE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {intl.formatMessage({ id: `measure.kind.${kind}` })}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={intl.formatMessage({ id: 'version.measure.asOf' })}
        hint={intl.formatMessage({ id: 'version.measure.asOf.hint' })}
        error={errorOf('measure.asOf')}
      >
        {(control) => (
          <input
            {...control}
            type="date"
            className="input"
            value={terms.asOf}
            onChange={({ target: { value } }) => onChange({ ...terms, asOf: value })}
          />
        )}
      </Field>
      <Field
        label={intl.formatMessage({ id: 'version.measure.name' })}
        hint={intl.formatMessage({ id: 'version.measure.name.hint' }, { provision: target })}
        error={errorOf('measure.name')}
      >
        {(control) => (
          <input
            {...control}
            className="input"
            maxLength={120}
            value={terms.name}
            onChange={({ target: { value } }) => onChange({ ...terms, name: value })}
          />
        )}
      </Field>
      <Field
        label={intl.formatMessage({ id: 'version.measure.code' })}
        hint={intl.formatMessage({ id: 'version.measure.code.hint' })}
        error={errorOf('measure.code')}
      >
        {(control) => (
          <input
            {...control}
            className="input mono"
            maxLength={2}
            value={terms.code}
            onChange={({ target: { value } }) =>
              onChange({ ...terms, code: value.toLocaleUpperCase('en') })
            }
          />
        )}
      </Field>
    </div>
  )
}

/** An object that no countermeasure may have: refused here, with the provision, before anybody signs. */
function Refused({ terms }: { terms: FilledMeasure }) {
  const intl = useIntl()
  const say = useSay()
  const refused = refusalOf(terms)
  return (
    <div role="alert" className={refused ? 'note against refused-object' : undefined}>
      {refused ? (
        <>
          <p>
            <b>{intl.formatMessage({ id: 'law.refused' })}</b> {say(refused.because)}.
          </p>
          <p className="small">
            <cite>{say(refused.source.citation)}.</cite> {say(refused.source.restatement)}
          </p>
        </>
      ) : null}
    </div>
  )
}

function Group({
  group,
  facts,
  terms,
  errorOf,
  onChange,
}: Omit<Props, 'was'> & { group: FactGroup; facts: readonly AskedFact[] }) {
  const intl = useIntl()
  const { us } = useCase()
  const stated = facts.filter(({ id }) => terms.facts[id]?.value !== undefined).length
  return (
    <details className="fact-group" open={group === 'measure' ? true : undefined}>
      <summary>
        <b>{intl.formatMessage({ id: `version.facts.${group}` })}</b>{' '}
        <span className="small quiet">
          {intl.formatMessage({ id: 'version.facts.stated' }, { stated, count: facts.length, us })}
        </span>
      </summary>
      {facts.map(({ id, provisions }) => (
        <FactInput
          key={id}
          fact={getFact(id)}
          stated={terms.facts[id]}
          error={errorOf(`fact.${id}`)}
          beneath={<Provisions of={provisions} />}
          onChange={(one) => onChange({ ...terms, facts: { ...terms.facts, [id]: one } })}
        />
      ))}
    </details>
  )
}

/** The provisions that look at this answer, each in plain words for whoever opens it. */
function Provisions({ of }: { of: AskedFact['provisions'] }) {
  const intl = useIntl()
  const say = useSay()
  if (of.length === 0)
    return <p className="small quiet">{intl.formatMessage({ id: 'version.facts.not-asked' })}</p>
  return (
    <details className="provision small">
      <summary>{of.map(({ citation }) => say(citation)).join('; ')}</summary>
      {of.map(({ id, restatement, citation }) => (
        <p key={id} className="quiet">
          {of.length > 1 ? <b>{say(citation)}: </b> : null}
          {say(restatement)}
        </p>
      ))}
    </details>
  )
}
