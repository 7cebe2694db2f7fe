import type { MeasureState, PartyId } from '@entente/accord'
import { getNorm, type Column, type View } from '@entente/law'
import type { CaseFile } from '../federation/index.ts'
import type { ViewEffect } from './api.ts'
import { supposeAssessed } from './draft.ts'
import { onRecord } from './record.ts'

type Keeping = {
  readonly party: PartyId
  /** The view that this node keeps now. */
  readonly kept: View | undefined
  /** The one that would take its place. */
  readonly view: View
  readonly claimedAt: string
}

/**
 * What the engine would answer this nation in every open measure under another view: the same facts,
 * as it last signed them, under the view kept now and under this one. Nothing is kept or filed.
 */
export const ifKept = (files: readonly CaseFile[], keeping: Keeping): readonly ViewEffect[] =>
  files.flatMap((file) =>
    (file.state().state.measures ?? []).flatMap((measure) => effectOn(file, measure, keeping)),
  )

const OVER = new Set(['ended', 'lapsed', 'superseded'])

function effectOn(file: CaseFile, measure: MeasureState, keeping: Keeping): ViewEffect[] {
  const { party, kept, view, claimedAt } = keeping
  const nation = measure.nations[party]
  const version = file
    .state()
    .state.steps.find(({ id }) => id === measure.step)
    ?.versions.find(({ id }) => id === measure.version)
  if (!nation || nation.stage === 'terminated' || !version || OVER.has(version.standing)) return []
  const record = onRecord(file)
  const signed = record.find(({ id }) => id === nation.assess)?.act
  const filed = record.find(({ id }) => id === measure.version)?.act
  const assessed = signed?.kind === 'assess' ? signed : undefined
  const under = (own: View | undefined): Column | undefined =>
    supposeAssessed(file, measure.version, {
      party,
      claimedAt,
      facts: assessed?.facts ?? {},
      ...(own === undefined ? {} : { view: own }),
      asOf: assessed?.asOf ?? claimedAt.slice(0, 10),
    })?.column
  const [was, would] = [under(kept), under(view)]
  if (!was || !would) return []
  return [
    {
      case: file.charter.id,
      caseTitle: file.charter.title,
      step: measure.step,
      version: measure.version,
      title: filed && 'text' in filed ? filed.text.title : measure.step,
      ...(assessed ? { signed: assessed.outcome } : {}),
      was: { value: was.conclusion.value, words: was.conclusion.words },
      would: { value: would.conclusion.value, words: would.conclusion.words },
      rows: rowsThatDiffer(was, would),
    },
  ]
}

function rowsThatDiffer(was: Column, would: Column): ViewEffect['rows'] {
  const before = valuesByNorm(was.trace)
  const after = valuesByNorm(would.trace)
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((norm) => {
    const values = { was: before.get(norm) ?? 'not-asked', would: after.get(norm) ?? 'not-asked' }
    if (values.was === values.would) return []
    const { question, source } = getNorm(norm)
    return [{ norm, question, citation: source.citation, ...values }]
  })
}

type Values = ReadonlyMap<string, ViewEffect['rows'][number]['was']>

function valuesByNorm(trace: Column['trace']): Values {
  if (!('finding' in trace)) return new Map()
  const own = [[trace.norm, trace.finding.value] as const]
  return new Map([...own, ...trace.parts.flatMap((part) => [...valuesByNorm(part)])])
}
