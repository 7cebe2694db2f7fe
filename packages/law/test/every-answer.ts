import { type Facts, getFact, type FactId } from '../src/fact.ts'
import { type Finding, VALUES, type Value } from '../src/finding.ts'
import type { Rule } from '../src/rule.ts'
import { isAsked, traceOf } from '../src/trace.ts'
import { blankView, type Issue, type View } from '../src/view.ts'

/** The view of nobody, with this reading on the issue of one rule. */
export function viewWith(issue: Issue, value: string): View {
  const view = blankView({ code: 'XA', name: 'Alder', kind: 'state' }, '2026-11-24')
  const reading = { value, says: 'ours', source: 'none', basis: 'none', reliability: 'none' }
  return { ...view, readings: { ...view.readings, [issue]: reading } }
}

/** What a rule finds on these facts under this reading, whether or not its question arises. */
export function findingOf(rule: Rule, facts: Facts, reading?: string): Finding {
  const view = rule.view
    ? viewWith(rule.view.issue, reading ?? 'unknown')
    : blankView({ code: 'XA', name: 'Alder', kind: 'state' }, '2026-11-24')
  const { arises: _arises, ...always } = rule
  const trace = traceOf(always, facts, view)
  if (!isAsked(trace)) throw new TypeError('expected a finding, got none')
  return trace.finding
}

/** Every combination of answers to the facts that a rule asks for, unanswered ones included. */
export const everyCase = (rule: Rule): readonly Facts[] => casesOf(rule.facts)

export const casesOf = (ids: readonly FactId[]): readonly Facts[] =>
  ids.reduce<readonly Facts[]>(
    (cases, id) =>
      cases.flatMap((known) => samples(id).map((value) => ({ ...known, [id]: value }))),
    [{}],
  )

export const readingsOf = (rule: Rule): readonly (string | undefined)[] =>
  rule.view ? Object.keys(rule.view.effects) : [undefined]

/** The values that a rule can give at all, best first. */
export function possibleValues(rule: Rule): readonly Value[] {
  const found = new Set(
    readingsOf(rule).flatMap((reading) =>
      everyCase(rule).map((facts) => findingOf(rule, facts, reading).value),
    ),
  )
  return VALUES.filter((value) => found.has(value))
}

export function samples(id: FactId): readonly unknown[] {
  const fact = getFact(id)
  switch (fact.type) {
    case 'choice':
      return [undefined, ...Object.keys(fact.options)]
    case 'yes-no':
      return [undefined, true, false]
    case 'count':
      return [undefined, 0, 1, 2, 3]
    case 'day':
      return [undefined, '2026-01-01', '2026-02-01', '2026-03-01']
    case 'words':
      return [undefined, 'what is demanded']
  }
}
