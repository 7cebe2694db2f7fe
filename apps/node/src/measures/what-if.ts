import {
  Act,
  ActId,
  evaluate,
  PartyId,
  whatIf,
  type State,
  type Supposed,
  type VersionState,
} from '@entente/accord'
import { z } from 'zod'
import type { CaseFile } from '../federation/index.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { PartWorth, VersionWorth, WhatIfView } from './api.ts'

export const Supposing = z.strictObject({
  supposed: z
    .array(
      z.strictObject({
        party: PartyId,
        id: ActId.exactOptional(),
        act: z.record(z.string(), z.json()),
      }),
    )
    .max(100),
})

/** What the case would be worth if these acts followed. Nobody signs them, and nothing is kept. */
export function whatIfView(
  file: CaseFile,
  { supposed }: z.infer<typeof Supposing>,
  claimedAt: string,
): WhatIfView {
  const parties = new Set<string>(file.charter.parties.map(({ id }) => id))
  const acts = supposed.map(({ party, id, act }): Supposed => {
    if (!parties.has(party))
      throw new Refusal(422, 'act.elsewhere', `expected a party of this case, got ${party}`)
    const said = { ...act, v: 1, charter: file.charter.id, party, claimedAt }
    const parsed = Act.safeParse(said)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      throw new Refusal(
        422,
        'act.malformed',
        `${issue?.message ?? 'expected an act'} at ${issue?.path.join('.') || 'the top'} of what ${party} is supposed to say`,
      )
    }
    return { party, act: parsed.data, ...(id === undefined ? {} : { id }) }
  })
  const before = evaluate(file.charter, file.cut())
  const state = whatIf(file.charter, file.cut(), acts)
  return { state, changes: [...versionChanges(before, state), ...partChanges(before, state)] }
}

type Change = WhatIfView['changes'][number]

function versionChanges(before: State, after: State): Change[] {
  const worth = ({ gate, standing, reasons }: VersionState): VersionWorth => ({
    open: gate.open,
    standing,
    reasons: gate.open ? reasons : gate.reasons,
  })
  const known = new Map(
    before.steps.flatMap(({ versions }) => versions.map((one) => [one.id, worth(one)] as const)),
  )
  return after.steps.flatMap(({ id: step, versions }) =>
    versions.flatMap((version) => {
      const was = known.get(version.id)
      const would = worth(version)
      return isSame(was, would)
        ? []
        : [{ of: 'version' as const, step, version: version.id, ...(was ? { was } : {}), would }]
    }),
  )
}

function partChanges(before: State, after: State): Change[] {
  const parts = ({ measures = [] }: State) =>
    measures.flatMap(({ step, nations }) =>
      Object.entries(nations).map(([party, { stage, reasons }]) => ({
        step,
        party: party as PartyId,
        worth: { stage, reasons } satisfies PartWorth,
      })),
    )
  const known = new Map(parts(before).map((one) => [`${one.step} ${one.party}`, one.worth]))
  return parts(after).flatMap(({ step, party, worth: would }) => {
    const was = known.get(`${step} ${party}`)
    return isSame(was, would)
      ? []
      : [{ of: 'measure' as const, step, party, ...(was ? { was } : {}), would }]
  })
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
