import { Command, InvalidArgumentError } from 'commander'
import { PartyId, SpokenVoice } from '@entente/accord'
import type { CaseView, WhatIfView } from '../api.ts'
import { atCase, caseViewOf, withCase, type CaseOptions } from './at-case.ts'
import { harmless } from './evidence.ts'
import { refusing } from './refusing.ts'
import { SessionError } from './session.ts'

/** One word that a member is supposed to say, as it was typed. */
type Supposed = {
  readonly party: PartyId
  readonly says: SpokenVoice | 'withdraws'
  readonly clause?: string
}
type Options = CaseOptions & { readonly suppose: readonly Supposed[]; readonly step?: string }

/** `entente what-if`: what a case would be worth if members said this. Nobody signs anything. */
export function whatIfCommand(): Command {
  return withCase(new Command('what-if'))
    .description('what a case would be worth if members said this; nothing is signed or kept')
    .argument('[case]', 'the case, or how its id begins')
    .requiredOption(
      '--suppose <XB=objects>',
      `what a member says: ${SpokenVoice.options.join(', ')} or withdraws; :2 names a clause; repeat`,
      suppose,
    )
    .option(
      '--step <step>',
      'on the text of which step; the last one that is not its own unless given',
    )
    .action((named: string | undefined, options: Options) =>
      refusing(async () => {
        const at = await atCase(named === undefined ? options : { ...options, case: named })
        const view = await caseViewOf(at)
        const on = textOf(view, options.step)
        const supposed = options.suppose.map((one) => ({ party: one.party, act: actOf(one, on) }))
        const answer = await at.client.post<WhatIfView>(`${at.path}/what-if`, { supposed })
        if (options.json) return console.log(JSON.stringify(answer))
        const lines = answer.changes.map(changeLine)
        console.log(
          (lines.length > 0 ? lines : ['Nothing would be other than it is.'])
            .map(harmless)
            .join('\n'),
        )
      }),
    )
}

function suppose(text: string, others: readonly Supposed[] = []): readonly Supposed[] {
  const [, party, says, clause] = /^([A-Z]{2})=([a-z-]+)(?::(.+))?$/.exec(text) ?? []
  const voice = says === 'withdraws' ? says : SpokenVoice.safeParse(says).data
  if (party === undefined || voice === undefined)
    throw new InvalidArgumentError(`expected XB=objects or the like, got ${text}`)
  if (voice === 'complies-with-reservation' && clause === undefined)
    throw new InvalidArgumentError(`expected a clause after a colon, got ${text}`)
  return [
    ...others,
    { party: PartyId.parse(party), says: voice, ...(clause === undefined ? {} : { clause }) },
  ]
}

function textOf({ state }: CaseView, step: string | undefined): string {
  const found = state.steps.findLast(({ id, versions }) =>
    step === undefined ? versions.at(-1)?.rule !== 'each-its-own' : id === step,
  )
  const version = found?.versions.at(-1)
  if (version) return version.id
  throw new SessionError('version.unknown', `expected a step with a text, got ${step ?? 'none'}`)
}

/** What is supposed is said on both axes, and its reasons are nobody's. */
function actOf({ says, clause }: Supposed, on: string): Record<string, unknown> {
  if (says === 'withdraws') return { kind: 'withdraw', on }
  const reasons = 'Supposed.'
  const voice = { kind: 'comply', on, union: says, national: says }
  if (says === 'complies-with-reservation')
    return {
      ...voice,
      reservations: (['union', 'national'] as const).map((axis) => ({
        axis,
        clause,
        text: reasons,
      })),
    }
  const needsWords = says === 'complies-with-statement' || says === 'abstains-constructively'
  return {
    ...voice,
    ...(needsWords ? { statement: reasons } : {}),
    ...(clause === undefined ? {} : { amendment: [{ id: clause, text: reasons }] }),
  }
}

type Change = WhatIfView['changes'][number]

function changeLine(change: Change): string {
  if (change.of === 'measure') {
    const { step, party, was, would } = change
    return `${step}: ${party} ${was?.stage ?? 'nothing'} → ${would.stage}${codes(would.reasons)}`
  }
  const { step, was, would } = change
  const worth = (one: typeof would | undefined) =>
    one ? `${one.standing}, gate ${one.open ? 'open' : 'shut'}` : 'nothing'
  return `${step}: ${worth(was)} → ${worth(would)}${codes(would.reasons)}`
}

const codes = (reasons: readonly { readonly code: string; readonly member?: string }[]): string =>
  reasons.length === 0
    ? ''
    : ` (${reasons.map(({ code, member }) => `${member ?? ''} ${code}`.trim()).join(', ')})`
