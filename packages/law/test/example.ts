import { readFileSync } from 'node:fs'
import { parseMeasure, type MeasureFacts, type RecordedFacts } from '../src/measure.ts'
import { parseView } from '../src/parse-view.ts'
import type { View } from '../src/view.ts'

const read = (file: string): unknown =>
  JSON.parse(
    readFileSync(new URL(`../../../examples/quiet-modem/${file}`, import.meta.url), 'utf8'),
  ) as unknown

/** The measure of the exercise, and the invented views of those who would take it. */
export const quietModem: MeasureFacts = parseMeasure(read('measure.json'))
export const alder: View = parseView(read('views/alder.json'))
export const birch: View = parseView(read('views/birch.json'))
export const cedar: View = parseView(read('views/cedar.json'))
export const three: readonly View[] = [alder, birch, cedar]

/** The same measure with some facts of one nation, or of all, as in another situation. */
export function withFacts(
  measure: MeasureFacts,
  facts: Readonly<Record<string, unknown>>,
  code?: string,
): MeasureFacts {
  const recorded = Object.fromEntries(
    Object.entries(facts).map(([id, value]) => [id, { value, assertedBy: 'XA', evidence: [] }]),
  ) as RecordedFacts
  if (code === undefined) return { ...measure, facts: { ...measure.facts, ...recorded } }
  const others = measure.nations.filter((nation) => nation.code !== code)
  const own = measure.nations.find((nation) => nation.code === code)
  return {
    ...measure,
    nations: [...others, { code, name: code, facts: { ...own?.facts, ...recorded } }],
  }
}

/** A measure in which everything asked for is answered in the way that helps it. */
export const everythingMet: MeasureFacts = (() => {
  const alderFacts = quietModem.nations.find(({ code }) => code === 'XA')!.facts
  return withFacts(
    { ...quietModem, facts: { ...quietModem.facts, ...alderFacts }, nations: [] },
    { coercion: 'forces-choice', obligation: 'peremptory' },
  )
})()
