import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Charter, RuleName, StepKind } from '@entente/accord'
import { writeOver } from '../platform/durable.ts'
import { ROLES } from './role.ts'
import { readJsonFile } from '../platform/json-file.ts'

const short = z.string().max(300)

/** What was typed of a party so far: nothing in it has to be whole. */
const PartyForm = z.strictObject({
  id: short,
  name: short,
  role: Charter.shape.parties.element.shape.role,
  population: short,
  domain: short,
  authorities: z
    .array(
      z.strictObject({ id: short, name: short, verbs: z.array(short).max(64).exactOptional() }),
    )
    .max(16),
  people: z
    .array(z.strictObject({ id: short, name: short, authority: short, role: z.enum(ROLES) }))
    .max(64),
  clearance: z.array(short).max(64),
})

const Time = z.strictObject({
  count: short,
  unit: z.enum(['second', 'minute', 'hour', 'day']),
})

/** What was typed of a goal so far; a goal that a charter has already keeps its name. */
const GoalForm = z.strictObject({
  id: short.exactOptional(),
  title: short,
  dueOn: short,
  count: short,
})

/** What was typed of a coalition's rules so far. */
const RulesForm = z.strictObject({
  title: short,
  chair: short,
  exercise: z.boolean(),
  tlp: Charter.shape.tlp,
  steps: z.partialRecord(StepKind, RuleName),
  grace: Time,
  notice: Time,
  cure: Time,
  minimum: short,
  blocking: short,
  /** None in what an earlier version kept. */
  goals: z.array(GoalForm).max(32).default([]),
})

export const FoundingForms = z.strictObject({
  party: PartyForm.exactOptional(),
  rules: RulesForm.exactOptional(),
})
export type FoundingForms = z.infer<typeof FoundingForms>

/** How far a person has come who founds or joins by the page. No key and no secret stands in it. */
const Kept = z.strictObject({
  v: z.literal(1),
  forms: FoundingForms,
  /** Cards of other parties, and the id that was read out where somebody compared it. */
  cards: z
    .array(z.strictObject({ bytes: z.base64(), compared: z.string().exactOptional() }))
    .max(63),
  charter: z
    .strictObject({
      bytes: z.base64(),
      /** Drafted here: then nobody has to read its id to this party. */
      drafted: z.boolean(),
      compared: z.string().exactOptional(),
    })
    .exactOptional(),
})
export type Kept = z.infer<typeof Kept>

const file = (dataDirectory: string) => join(dataDirectory, 'founding-draft.json')

export function readKept(dataDirectory: string): Kept {
  if (!existsSync(file(dataDirectory))) return { v: 1, forms: {}, cards: [] }
  return Kept.parse(readJsonFile(file(dataDirectory)))
}

/** Durably: what a person sees as kept is there after a power cut. */
export const writeKept = (dataDirectory: string, kept: Kept): void =>
  writeOver(file(dataDirectory), JSON.stringify(Kept.parse(kept)))

export const dropKept = (dataDirectory: string): void =>
  rmSync(file(dataDirectory), { force: true })
