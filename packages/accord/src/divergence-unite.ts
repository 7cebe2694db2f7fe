import type { Act } from './act.ts'
import type { Charter } from './charter.ts'
import type { Filed } from './filed.ts'
import { wantedBy, type SaidOn } from './divergence-said.ts'
import type { ActId, PartyId } from './id.ts'
import type { Reason, Standing, VersionState } from './state.ts'
import type { Voice } from './voice.ts'
import { supposedId, whatIf, type Supposed } from './what-if.ts'

/** One clause that would have to change, and by whose wish. */
export type Change = {
  readonly clause: string
  readonly by: readonly PartyId[]
} & (
  | { readonly how: 'remove' }
  | { readonly how: 'amend' | 'add'; readonly text: string }
  /** They want it otherwise in different ways: which, they have to settle. */
  | {
      readonly how: 'settle'
      readonly texts: readonly { readonly by: PartyId; readonly text: string }[]
    }
)

/** Why nothing can be said: who stops the text without naming a clause, or left it. */
export type Unnamed = {
  readonly member: PartyId
  readonly code: 'names-no-clause' | 'withdrew'
  readonly act?: ActId
  /** What it said it would take, in its words; nothing can be computed from words. */
  readonly wouldTake?: string
}

/** The smallest change of the text that would open its gate. */
export type Uniting =
  | { readonly state: 'open' }
  /** No text needs to change: words are missing, and with these the gate would open. */
  | { readonly state: 'awaited'; readonly awaited: readonly PartyId[] }
  /** No text needs to change, and this version does not come back: its silence is broken, or it ended or lapsed. */
  | { readonly state: 'anew'; readonly awaited: readonly PartyId[] }
  | {
      readonly state: 'found'
      /** Ways of equal, smallest size. */
      readonly ways: readonly {
        readonly changes: readonly Change[]
        readonly wins: readonly PartyId[]
      }[]
      /** Members whose missing word is supposed to be that they comply. */
      readonly awaited: readonly PartyId[]
      /**
       * Whether nothing smaller is proved to do. False where so many want so many clauses otherwise that not every sum was
       * tried: then none of these wishes can be left out, and a smaller sum of others is not ruled out.
       */
      readonly exhaustive: boolean
    }
  | { readonly state: 'not-computed'; readonly because: readonly Unnamed[] }
  /** All that was named would be changed and the gate would be shut all the same. */
  | { readonly state: 'none'; readonly reasons: readonly Reason[] }

type Matter = {
  readonly charter: Charter
  readonly version: VersionState
  readonly filed: Filed
  readonly said: readonly SaidOn[]
}

/** Clauses that one or several want otherwise. */
type Sum = ReadonlySet<string>

/** So many sums of wishes are tried, the smallest first. */
const MOST_TRIED = 1024
const MOST_WAYS = 8

/**
 * Computed by supposing a new version and that everybody speaks on it: who objected or abstained and
 * named the clauses that were changed complies, everybody else says again what it said, and whose word
 * is missing complies. Voices do not carry over to a new version; this only supposes that they would.
 */
export function uniting(matter: Matter): Uniting {
  const { version, said } = matter
  const isOver = OVER.has(version.standing)
  if (version.gate.open && !isOver) return { state: 'open' }
  const awaited = said.filter(isAwaited).map(({ member }) => member)
  if (gateAfter(matter, new Set()).open) return { state: isOver ? 'anew' : 'awaited', awaited }
  const wishes = said
    .filter(isWinnable)
    .map(wantedBy)
    .filter(({ size }) => size > 0)
  const distinct = [...new Map(wishes.map((wish) => [keyOf(wish), wish])).values()]
  const { ways, exhaustive } = leastSums(matter, distinct)
  if (ways.length > 0)
    return {
      state: 'found',
      ways: ways.slice(0, MOST_WAYS).map((clauses) => ({
        changes: changesOf(matter, clauses),
        wins: said.filter((one) => isWon(one, clauses)).map(({ member }) => member),
      })),
      awaited,
      exhaustive,
    }
  const because = said.flatMap(whyUnnamed)
  if (because.length > 0) return { state: 'not-computed', because }
  const all = union(distinct)
  return { state: 'none', reasons: hasText(matter, all) ? gateAfter(matter, all).reasons : [] }
}

/** What no voice brings back. */
const OVER: ReadonlySet<Standing> = new Set(['broken', 'ended', 'lapsed', 'superseded'])

const isAwaited = ({ voice }: SaidOn): boolean =>
  voice.effective === 'silent' || voice.effective === 'awaits-instructions'

/** Under a majority, and among those whom a text names, who abstains is lacking as much as who objects. */
const WINNABLE: ReadonlySet<Voice> = new Set(['objects', 'abstains', 'abstains-constructively'])
const isWinnable = ({ voice }: SaidOn): boolean => WINNABLE.has(voice.effective)

/** Who objects or abstains is won over where every clause that it wants otherwise is changed. */
const isWon = (said: SaidOn, clauses: Sum): boolean => {
  const wanted = wantedBy(said)
  return isWinnable(said) && wanted.size > 0 && [...wanted].every((clause) => clauses.has(clause))
}

function whyUnnamed(said: SaidOn): Unnamed[] {
  const { member, voice, comply } = said
  const act = voice.act === undefined ? {} : { act: voice.act }
  if (voice.effective === 'withdrawn') return [{ member, code: 'withdrew', ...act }]
  if (voice.effective !== 'objects' || wantedBy(said).size > 0) return []
  const wouldTake = comply?.wouldTake === undefined ? {} : { wouldTake: comply.wouldTake }
  return [{ member, code: 'names-no-clause', ...act, ...wouldTake }]
}

const keyOf = (clauses: Sum): string => [...clauses].toSorted().join('\n')

const union = (sets: readonly Sum[]): Sum => new Set(sets.flatMap((set) => [...set]))

type Sums = { readonly ways: readonly Sum[]; readonly exhaustive: boolean }

/**
 * The smallest sums of these wishes that open the gate. Whoever is won over complies, and no rule is met less for it:
 * what does not open with all wishes opens with none, and a wish without which the others do not open it is in every sum.
 */
function leastSums(matter: Matter, wishes: readonly Sum[]): Sums {
  const opens = (sum: Sum) => gateAfter(matter, sum).open
  if (!opens(union(wishes))) return { ways: [], exhaustive: true }
  const isNeeded = (wish: Sum) => !opens(union(wishes.filter((one) => one !== wish)))
  const needed = wishes.filter(isNeeded)
  const others = wishes.filter((wish) => !needed.includes(wish))
  const isWay = (sum: Sum) => hasText(matter, sum) && opens(sum)
  const tried = smallestFirst(union(needed), others, isWay)
  if (tried.exhaustive || tried.ways.length > 0) return tried
  const few = inOrder(others).reduce<readonly Sum[]>((kept, wish) => {
    const without = kept.filter((one) => one !== wish)
    return isWay(union([...needed, ...without])) ? without : kept
  }, others)
  const sum = union([...needed, ...few])
  return { ways: isWay(sum) ? [sum] : [], exhaustive: false }
}

/** Tries a sum with more and more of the other wishes, the smallest first, until it is a way and no other is as small. */
function smallestFirst(start: Sum, others: readonly Sum[], isWay: (sum: Sum) => boolean): Sums {
  const bySize: Map<string, Sum>[] = []
  const put = (sum: Sum) => (bySize[sum.size] ??= new Map()).set(keyOf(sum), sum)
  put(start)
  let tried = 0
  for (let size = start.size; size < bySize.length; size += 1) {
    const ways: Sum[] = []
    for (const sum of inOrder([...(bySize[size]?.values() ?? [])])) {
      tried += 1
      if (tried > MOST_TRIED) return { ways, exhaustive: ways.length > 0 }
      if (sum.size > 0 && isWay(sum)) ways.push(sum)
      else for (const wish of others) put(union([sum, wish]))
    }
    if (ways.length > 0) return { ways, exhaustive: true }
  }
  return { ways: [], exhaustive: true }
}

/** In one order, whoever spoke first. */
const inOrder = (sums: readonly Sum[]): readonly Sum[] =>
  sums.toSorted((a, b) => b.size - a.size || (keyOf(a) < keyOf(b) ? -1 : 1))

function changesOf({ filed, said }: Matter, clauses: Sum): readonly Change[] {
  const won = said.filter((one) => isWon(one, clauses))
  const known = new Set<string>(filed.text.clauses.map(({ id }) => id))
  return [...clauses].toSorted().map((clause): Change => {
    const wanting = won.filter((one) => wantedBy(one).has(clause))
    const by = wanting.map(({ member }) => member)
    const texts = wanting.flatMap(({ member, comply }) =>
      (comply?.amendment ?? []).flatMap(({ id, text }) =>
        id === clause ? [{ by: member, text }] : [],
      ),
    )
    const [first, ...others] = texts
    if (!first) return { clause, by, how: 'remove' }
    if (others.some(({ text }) => text !== first.text)) return { clause, by, how: 'settle', texts }
    return { clause, by, how: known.has(clause) ? 'amend' : 'add', text: first.text }
  })
}

/** Whether anything is left of the text with these clauses changed. */
const hasText = (matter: Matter, clauses: Sum): boolean =>
  textAfter(matter, clauses).clauses.length > 0

/** The gate of the text with these clauses changed, everybody having spoken as supposed. */
function gateAfter(matter: Matter, clauses: Sum): VersionState['gate'] {
  const { charter, version, filed, said } = matter
  const text = textAfter(matter, clauses)
  const id = supposedId(0)
  const base = { v: 1, charter: charter.id, claimedAt: filed.claimedAt } as const
  const { step, measure, expiry, names, minimum } = filed
  const put = { ...base, party: version.by, kind: 'propose', step, text }
  const terms = { measure, expiry, names, minimum }
  const proposed = { party: version.by, id, act: { ...put, ...terms } as Act }
  const spoken = said.flatMap((one): Supposed[] => {
    const word = wordAfter(one, clauses)
    if (!word) return []
    const act = { ...base, party: one.member, kind: 'comply', on: id, ...word } as Act
    return [{ party: one.member, act }]
  })
  // What is supposed is a new text: nothing that is on record bears on its gate.
  const { steps } = whatIf(charter, {}, [proposed, ...spoken])
  return steps[0]?.versions.find((one) => one.id === id)?.gate ?? { open: false, reasons: [] }
}

function textAfter(matter: Matter, clauses: Sum): Filed['text'] {
  const { text } = matter.filed
  const changes = new Map(changesOf(matter, clauses).map((change) => [change.clause, change]))
  const kept = text.clauses.flatMap((clause) => {
    const change = changes.get(clause.id)
    if (!change) return [clause]
    return 'text' in change ? [{ ...clause, text: change.text }] : []
  })
  const added = [...changes.values()].flatMap((change) =>
    change.how === 'add' ? [{ id: change.clause, text: change.text }] : [],
  )
  return { ...text, clauses: [...kept, ...(added as typeof kept)] }
}

type Word = Pick<Extract<Act, { kind: 'comply' }>, 'union' | 'national' | 'reservations' | 'vital'>

/** What a member is supposed to say on the changed text; nothing of one that left. */
function wordAfter(said: SaidOn, clauses: Sum): Word | undefined {
  const { voice, comply } = said
  if (isAwaited(said)) return { union: 'complies', national: 'complies' }
  if (voice.effective === 'withdrawn' || !comply) return undefined
  const left = (comply.reservations ?? []).filter(
    ({ clause }) => clause === undefined || !clauses.has(clause),
  )
  // A reservation falls with the clause that it was made on; of who is won over, the voice that was for the text stays what it is.
  const again = (axis: 'union' | 'national') => {
    const falls =
      comply[axis] === 'complies-with-reservation'
        ? !left.some((one) => one.axis === axis)
        : isWon(said, clauses)
    return falls ? ('complies' as const) : comply[axis]
  }
  return {
    union: again('union'),
    national: again('national'),
    ...(left.length > 0 ? { reservations: left } : {}),
    ...(comply.vital && !isWon(said, clauses) ? { vital: comply.vital } : {}),
  }
}
