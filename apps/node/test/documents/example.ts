import { readdirSync, readFileSync } from 'node:fs'
import {
  assess,
  type Assessment,
  type MeasureFacts,
  parseMeasure,
  parseView,
  VIEWS,
} from '@entente/law'

const at = (file: string) => new URL(`../../../../examples/quiet-modem/${file}`, import.meta.url)
const json = (file: string): unknown => JSON.parse(readFileSync(at(file), 'utf8'))

/** The measure of the exercise. */
export const measure: MeasureFacts = parseMeasure(json('measure.json'))

/** It under the invented views of its nations. */
export const assessed = (facts: MeasureFacts = measure): Assessment =>
  assess(
    facts,
    readdirSync(at('views'))
      .toSorted()
      .map((name) => parseView(json(`views/${name}`))),
    VIEWS,
  )

/** The measure as somebody would have it who means harm by what is asserted: a text in many places, and a long one. */
export function hostileMeasure(text: string, long: string): MeasureFacts {
  const said = (value: string) => ({ value, assertedBy: text, evidence: [text] })
  const facts = { demands: said(text), setAside: said(text), treatyProvision: said(text + long) }
  return { ...measure, title: text, facts: { ...measure.facts, ...facts } }
}
