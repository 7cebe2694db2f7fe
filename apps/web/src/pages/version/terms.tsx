import { useIntl } from 'react-intl'
import { FACT_GROUPS, getFact, type FactId } from '@entente/law'
import { useSay } from '../../i18n/use-say.ts'
import { sayDay } from '../../marks/day.tsx'
import { useCase } from '../case/case-context.ts'
import { Redline } from '../case/clause.tsx'
import { sayValue } from '../law/say-fact.ts'
import { changesOf, type TermChange } from './changes.ts'
import { filledFrom, versionAct } from './first-filled.ts'
import './version.css'
import { isMeasureKind, statedOf } from './version-fields.ts'

/** The terms of a measure beside its text: what it is, against whom, what its proposer states. */
export function Terms({ version, before }: { version: string; before: string | undefined }) {
  const intl = useIntl()
  const file = useCase()
  const act = versionAct(file, version)
  if (!act?.measure) return null
  const { measure } = filledFrom(act)
  const earlier = versionAct(file, before)
  const changes = earlier?.measure ? changesOf(filledFrom(earlier).measure, measure) : []
  const facts = Object.entries(statedOf(measure.facts)).map(([fact, { value }]) => ({
    field: 'fact' as const,
    fact,
    ...(value === undefined ? {} : { now: value }),
  }))
  const isOwn = ({ fact }: { readonly fact: string }) => Object.hasOwn(FACT_GROUPS.measure, fact)
  const rows: readonly TermChange[] = [
    { field: 'kind', now: measure.kind },
    { field: 'against', now: `${measure.name} (${measure.code})` },
    { field: 'asOf', now: measure.asOf },
    ...facts.filter(isOwn),
  ]
  const others = facts.filter((one) => !isOwn(one))
  return (
    <section className="measure-terms" aria-labelledby="measure-terms">
      <h3 id="measure-terms">{intl.formatMessage({ id: 'version.terms' })}</h3>
      {changes.length > 0 ? <TermsChanges changes={changes} /> : null}
      <TermRows rows={rows} />
      {others.length > 0 ? (
        <details>
          <summary>
            {intl.formatMessage({ id: 'version.terms.others' }, { count: others.length })}
          </summary>
          <TermRows rows={others} />
        </details>
      ) : null}
    </section>
  )
}

function TermRows({ rows }: { rows: readonly TermChange[] }) {
  const say = useTermWords()
  return (
    <dl className="terms">
      {rows.map((row) => (
        <div key={`${row.field} ${row.fact ?? ''}`}>
          <dt>{say.label(row)}</dt>
          <dd>{say.value(row, row.now)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What changes in the terms: struck and inserted, and both said in words. */
export function TermsChanges({ changes }: { changes: readonly TermChange[] }) {
  const intl = useIntl()
  const say = useTermWords()
  return (
    <section className="terms-changes" aria-labelledby="terms-changes">
      <h4 id="terms-changes">{intl.formatMessage({ id: 'version.terms.changes' })}</h4>
      <dl className="terms">
        {changes.map((change) => (
          <div key={`${change.field} ${change.fact ?? ''}`}>
            <dt>{say.label(change)}</dt>
            <dd>
              <Redline
                before={say.value(change, change.was)}
                after={say.value(change, change.now)}
              />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** A term and its value in the person's words; what was never said is said to be so. */
export function useTermWords() {
  const intl = useIntl()
  const say = useSay()
  return {
    label: ({ field, fact }: TermChange): string =>
      fact === undefined
        ? intl.formatMessage({
            id: `version.measure.${field === 'fact' ? 'kind' : field === 'against' ? 'name' : field}`,
          })
        : say(getFact(fact as FactId).question),
    value: ({ field, fact }: TermChange, value: TermChange['now']): string => {
      if (value === undefined) return intl.formatMessage({ id: 'measure.unknown' })
      if (fact !== undefined) return sayValue(getFact(fact as FactId), value, { intl, say })
      if (field === 'asOf') return sayDay(intl.formatDate, String(value))
      if (field === 'kind' && isMeasureKind(String(value)))
        return intl.formatMessage({ id: `measure.kind.${value as 'statement'}` })
      return String(value)
    },
  }
}
