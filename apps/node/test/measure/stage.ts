import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ActId } from '@entente/accord'
import type { AssessmentDraft, Desk, MeasuresView } from '../../src/api.ts'
import { begin } from '../../src/demo/begin.ts'
import { startExercise } from '../../src/demo/exercise.ts'
import type { Exercise } from '../../src/demo/exercise.ts'
import { measure } from '../../src/demo/measure.ts'
import { STEP } from '../../src/demo/measure-texts.ts'
import type { PersonClient } from '../../src/demo/person.ts'
import { play, settledAt, step, versionOf } from '../../src/demo/play.ts'
import type { Cast } from '../../src/demo/play.ts'
import type { Role } from '../../src/parties/role.ts'
import { withPeople } from '../people.ts'

/** The exercise up to the measure’s text, on five nodes that all parts of the story use in turn. */
export const data = join(mkdtempSync(join(tmpdir(), 'entente-measure-')), 'demo')
export const told: string[] = []
export let exercise: Exercise
export let cast: Cast
export let on: ActId
export const people: Record<'XA' | 'CO', Partial<Record<Role, PersonClient>>> = { XA: {}, CO: {} }

export const everyone = () => {
  const { alder, birch, cedar, chair } = cast
  return [alder, birch, cedar, chair] as const
}
/** Goes on with the play until its own nodes know what it did. */
export async function goOn(until: () => Promise<boolean>): Promise<void> {
  const endAt = Date.now() + 60_000
  while (!(await until())) {
    if (Date.now() > endAt) throw new Error(`expected the play to go on, got ${told.at(-1)}`)
    await measure(cast, (line) => told.push(line)).catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
export const ledger = async (person: PersonClient) => {
  const { measures } = await person.ask<MeasuresView>(`/api/v1/cases/${cast.case}/measures`)
  return measures.find((one) => one.step === STEP)
}
export const partOf = async (person: PersonClient, party = person.party) =>
  (await ledger(person))?.nations.find((nation) => nation.party === party)
export const stages = async (person: PersonClient) =>
  Object.fromEntries(
    (await ledger(person))?.nations.map(({ party, stage }) => [party, stage]) ?? [],
  )
export const desk = async (person: PersonClient) =>
  (await person.ask<Desk>('/api/v1/desk')).measures.map(({ does }) => does)
export const draft = (person: PersonClient, said: object) =>
  person.post<AssessmentDraft>(`/api/v1/cases/${cast.case}/measures/${STEP}/assessment/draft`, said)

/** A session of its own, for what is read as it is sent. */
export async function cookieOf(person: PersonClient): Promise<string> {
  const entered = await fetch(await person.link(), { redirect: 'manual' })
  return entered.headers.get('set-cookie')!.split(';')[0]!
}

export async function setUp(): Promise<void> {
  exercise = await startExercise({ data, fresh: true, ports: 'auto' })
  people.XA = await withPeople(exercise, 'XA')
  people.CO = await withPeople(exercise, 'CO')
  cast = await begin(exercise, (line) => told.push(line))
  const { cedar, chair, alder, case: id } = cast
  await play(cast, (line) => told.push(line))
  const position = (await settledAt(
    cedar,
    id,
    (view) => step(view, 'position')?.versions.find(({ number }) => number === 2)?.id,
  ))!
  await cedar.file(id, 'comply', { on: position, union: 'complies', national: 'complies' })
  await settledAt(chair, id, (view) => versionOf(view, position)?.gate.open || undefined)
  await chair.declare(id, position, 'adopted')
  await goOn(async () => {
    on = step(await alder.view(id), STEP)?.versions.at(-1)?.id as ActId
    const nations = (await ledger(alder))?.nations ?? []
    return (
      nations.filter(({ voice, assessment }) => voice === 'complies' && assessment).length === 2
    )
  })
}

export async function clearAway(): Promise<void> {
  await exercise.stop()
  rmSync(join(data, '..'), { recursive: true, force: true })
}
export const countOf = async (person: PersonClient) =>
  (await person.view(cast.case)).acts.filter(({ party }) => party === person.party).length
