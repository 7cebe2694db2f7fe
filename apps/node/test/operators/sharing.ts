import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CharterId } from '@entente/accord'
import type { CaseEvidence } from '../../src/api.ts'
import { objectsOf, putEvidence, takeIn } from '../../src/demo/evidence.ts'
import { OPERATORS, linden, rowan } from '../../src/demo/operators.ts'
import type { Operator } from '../../src/demo/operators.ts'
import { until } from '../../src/demo/person.ts'
import type { PersonClient } from '../../src/demo/person.ts'
import {
  data,
  RED_NOTE,
  STRICT_NOTE,
  RED_WORDS,
  STRICT_WORDS,
  saidTo,
  has,
  officer,
  csirtOf,
  alder,
  birch,
  line,
  root,
} from './stage.ts'

/** Every object that a case names, at this person's node, once it is here or refused. */
const settledEvidence = (person: PersonClient, id: CharterId) =>
  until('the evidence', async () => {
    const { objects } = await person.ask<CaseEvidence>(`/api/v1/cases/${id}/evidence`)
    const isDone = objects.every(({ held, refusal }) => held || refusal !== undefined)
    return isDone && objects.length > 0 ? objects : undefined
  })

describe('the intelligence comes by sharing', () => {
  test('to the coalition, and from each CSIRT over the reporting line, all that it holds', async () => {
    await takeIn(alder())
    const ids = await objectsOf(alder())
    expect(ids).toEqual(expect.arrayContaining([RED_NOTE, STRICT_NOTE]))
    await putEvidence(alder(), root, ids)
    const atBirch = await settledEvidence(birch(), root)
    const here = atBirch.filter(({ held }) => held).map(({ id }) => id)
    expect(ids.filter((id) => !here.includes(id))).toEqual([RED_NOTE])
    // Nobody looks at the preview here: what may not go has to stay of itself.
    await putEvidence(csirtOf(linden), line(linden), ids)
    await putEvidence(csirtOf(rowan), line(rowan), here)
  })

  test.each([
    // Alder says before whom it puts its own TLP:AMBER+STRICT; Birch was given it for itself.
    [linden, RED_NOTE, 'expected an object releasable to XL, got TLP:RED'],
    [
      rowan,
      STRICT_NOTE,
      'expected an object releasable to XO, got TLP:AMBER+STRICT of another source',
    ],
  ])('as far as its labels let it go to $name', async (operator, note, detail) => {
    const objects = await settledEvidence(officer(operator), line(operator))
    expect(objects.filter(({ held }) => !held)).toMatchObject([
      { id: note, refusal: { code: 'marking.audience', detail } },
    ])
    const indicators = objects.filter(({ id, held }) => held && id.startsWith('indicator--'))
    expect(indicators).toHaveLength(4)
  })

  test('and what is not for an operator stands in no byte to it and not in its store', () => {
    const stored = ({ id }: Operator) =>
      Buffer.concat(
        ['entente.db', 'entente.db-wal'].map((name) => readFileSync(join(data, id, name))),
      )
    for (const operator of OPERATORS)
      for (const bytes of [saidTo(operator), stored(operator)]) {
        expect(has(bytes, RED_WORDS)).toBe(false)
        // What Alder gave to Linden is found by the same search.
        expect(has(bytes, STRICT_WORDS)).toBe(operator === linden)
      }
  })
})
