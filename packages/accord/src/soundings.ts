import type { Sound } from './act/sound.ts'
import type { Act } from './act.ts'
import type { ActId, PartyId } from './id.ts'
import type { State } from './state.ts'

/** An act as a strand or a page has it. */
type Read = {
  readonly id: ActId
  readonly party: PartyId
  readonly index: number
  readonly act?: Act
  readonly void?: unknown
}

type Asks = NonNullable<Sound['asks']>
type Clause = NonNullable<Sound['answers']>['clauses'][number]

/** What one party answered on one clause. */
export type Leaning = Omit<Clause, 'clause'> & { readonly party: PartyId; readonly act: ActId }

/** One round, clause by clause, each with what the parties answered side by side. */
export type Round = {
  readonly id: ActId
  readonly party: PartyId
  readonly asks: Asks
  readonly clauses: readonly {
    readonly id: string
    readonly text: string
    readonly leanings: readonly Leaning[]
  }[]
  /** Who answered, and with which act: its last answer in the order of its own strand. */
  readonly answered: readonly { readonly party: PartyId; readonly act: ActId }[]
}

/**
 * The rounds in which parties sounded one another out, in the order given. A party's last answer
 * replaces what it answered before; what answers no round, or a clause that the round does not have, is
 * in no row. Nothing here is a voice, and no gate reads it.
 */
export function roundsIn(acts: readonly Read[]): readonly Round[] {
  const said = acts.flatMap(({ act, void: voided, ...at }) =>
    act?.kind === 'sound' && !voided ? [{ ...at, act }] : [],
  )
  return said.flatMap(({ id, party, act: { asks } }) => {
    if (!asks) return []
    const answers = said.filter(({ act }) => act.answers?.round === id)
    const last = [...Map.groupBy(answers, (one) => one.party).values()].map((own) =>
      own.reduce((latest, one) => (one.index > latest.index ? one : latest)),
    )
    const answered = last.toSorted((a, b) => (a.party < b.party ? -1 : 1))
    return [
      {
        id,
        party,
        asks,
        clauses: asks.text.clauses.map((clause) => ({
          ...clause,
          leanings: answered.flatMap((one) =>
            (one.act.answers?.clauses ?? [])
              .filter((on) => on.clause === clause.id)
              .map(({ leans, says }) => ({
                party: one.party,
                act: one.id,
                leans,
                ...(says !== undefined && { says }),
              })),
          ),
        })),
        answered: answered.map((one) => ({ party: one.party, act: one.id })),
      },
    ]
  })
}

/** What a round waits for: from whom an answer is missing, and what ended it where nobody is asked any more. */
export type RoundAwaits = {
  readonly from: readonly PartyId[]
  /** A text of its step was adopted; whoever asks asked anew; all others answered, and may again. */
  readonly code: 'answers' | 'adopted' | 'asked-anew' | 'answered'
}

/** What each of these rounds of a case waits for. A party that left the case is asked for nothing. */
export function roundsAwait(
  rounds: readonly Round[],
  {
    parties,
    steps,
    left = [],
  }: Pick<State, 'steps'> & {
    readonly parties: readonly { readonly id: PartyId }[]
    readonly left?: readonly PartyId[]
  },
): ReadonlyMap<ActId, RoundAwaits> {
  const adopted = new Set(
    steps.flatMap(({ id, versions }) =>
      versions.some((one) => one.adopted.length > 0) ? [id] : [],
    ),
  )
  const nameOf = ({ party, asks }: Pick<Round, 'party' | 'asks'>) => `${party} ${asks.step.id}`
  const last = new Map(rounds.map((round) => [nameOf(round), round.id]))
  const awaitsOf = ({ id, party, asks, answered }: Round): RoundAwaits => {
    if (adopted.has(asks.step.id)) return { code: 'adopted', from: [] }
    if (last.get(nameOf({ party, asks })) !== id) return { code: 'asked-anew', from: [] }
    const asked = parties.map((one) => one.id).filter((one) => one !== party && !left.includes(one))
    const from = asked.filter((one) => !answered.some((answer) => answer.party === one))
    return { code: from.length > 0 ? 'answers' : 'answered', from }
  }
  return new Map(rounds.map((round) => [round.id, awaitsOf(round)]))
}
