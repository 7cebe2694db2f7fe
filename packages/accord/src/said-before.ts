import type { Charter } from './charter.ts'
import type { Cut } from './cut.ts'
import {
  type Counted,
  countedIn,
  measureFacts,
  own,
  proposed,
  type Recorded,
  said,
} from './facts.ts'
import type { ActId, PartyId } from './id.ts'

/** What a party once said of a fact of a measure, and says no more. */
export type SaidBefore = Recorded & {
  readonly fact: string
  readonly assertedBy: PartyId
  /** The act in which it said so. */
  readonly act: ActId
}

/**
 * What was said of a measure's facts before it was said otherwise, in the order of each party's acts:
 * in earlier versions of its text, earlier assessments, and calls and notices that others came after.
 */
export function saidBefore(charter: Charter, cut: Cut, version: ActId): readonly SaidBefore[] {
  const acts = countedIn(cut)
  const filed = acts.find(({ id }) => id === version)
  const now = measureFacts(charter, cut, version)
  if (!now || !filed || !('measure' in filed.act)) return []
  const step = filed.act.step.id
  const versions = new Set(
    acts.flatMap(({ id, act }) =>
      'measure' in act && act.measure && act.step.id === step ? [id] : [],
    ),
  )
  const common: Facts = now.measure.facts
  const isStill = ({ fact, value, assertedBy }: SaidBefore): boolean => {
    const facts: Facts = now.measure.nations.find(({ code }) => code === assertedBy)?.facts ?? {}
    const shared = common[fact]
    return (
      facts[fact]?.value === value || (shared?.assertedBy === assertedBy && shared.value === value)
    )
  }
  const before = acts.flatMap((act) => saidIn(act, step, versions)).filter((one) => !isStill(one))
  return [...new Map(before.map((one) => [keyOf(one), one])).values()]
}

type Facts = Readonly<
  Record<string, { readonly value: unknown; readonly assertedBy: string } | undefined>
>

const keyOf = ({ fact, value, assertedBy }: SaidBefore): string =>
  JSON.stringify([assertedBy, fact, value])

/** All that one act says of the facts of a measure. */
function saidIn(filed: Counted, step: string, versions: ReadonlySet<ActId>): readonly SaidBefore[] {
  const { id, party, act } = filed
  const facts =
    act.kind === 'assess' && versions.has(act.on)
      ? own(act, party)
      : versions.has(id) && 'measure' in act && act.measure
        ? proposed(act.measure, filed)
        : said([filed], party, step)
  return Object.entries(facts).map(([fact, one]) => ({ ...one, fact, assertedBy: party, act: id }))
}
