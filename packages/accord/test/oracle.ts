import type { Act } from '../src/act.ts'
import type { Charter } from '../src/charter.ts'
import type { Attested, Cut, Logged } from '../src/cut.ts'
import type { ActId, PartyId } from '../src/id.ts'

/**
 * The rules once more, as plainly as they can be written and without regard to speed: every instant
 * and every prefix is tried. Nothing of the decision is imported.
 */

const RANK = [
  'withdrawn',
  'objects',
  'awaits-instructions',
  'silent',
  'abstains-constructively',
  'abstains',
  'complies-with-reservation',
  'complies-with-statement',
  'complies',
]
const rank = (voice: string) => RANK.indexOf(voice)
const FOR = new Set(['complies', 'complies-with-statement', 'complies-with-reservation'])
const SHUTS = new Set(['withdrawn', 'objects', 'awaits-instructions', 'silent'])

type Sizes = Readonly<Record<string, number>>
type Certificate = Extract<Act, { kind: 'declare' }>

export const sizesOf = (cut: Cut): Sizes =>
  Object.fromEntries(Object.entries(cut).map(([id, { acts }]) => [id, acts.length]))

const members = (charter: Charter) => charter.parties.filter(({ role }) => role === 'member')
const counts = (logged: Logged): logged is Logged & { act: Act } =>
  logged.act !== undefined && !logged.void

/** A member's voice on a version in the first acts of its strand, at an instant if one is given. */
export function voiceOf(
  cut: Cut,
  { on, member, size }: { on: ActId; member: string; size: number },
  instant = -Infinity,
): string {
  let voice = 'silent'
  for (const logged of cut[member as PartyId]!.acts.slice(0, size)) {
    const { act } = logged
    if (!act || logged.void || voice === 'withdrawn') continue
    if (act.kind === 'withdraw' && act.on === on) voice = 'withdrawn'
    if (act.kind === 'comply' && act.on === on) {
      const weaker = rank(act.union) < rank(act.national) ? act.union : act.national
      voice = (act.until ?? Infinity) <= instant ? 'silent' : weaker
    }
  }
  return voice
}

export function isMet(charter: Charter, voices: Readonly<Record<string, string>>): boolean {
  const said = members(charter).map(({ id, population = 0 }) => ({
    voice: voices[id]!,
    population: BigInt(population),
  }))
  const sum = (some: typeof said) => some.reduce((total, one) => total + one.population, 0n)
  const aside = said.filter(({ voice }) => voice === 'abstains-constructively')
  const isThird = aside.length * 3 >= said.length && sum(aside) * 3n >= sum(said)
  return (
    !isThird &&
    said.every(({ voice }) => !SHUTS.has(voice)) &&
    said.some(({ voice }) => FOR.has(voice))
  )
}

type Asked = { readonly on: ActId; readonly sizes: Sizes; readonly instant?: number }

export const voicesOf = (charter: Charter, cut: Cut, { on, sizes, instant }: Asked) =>
  Object.fromEntries(
    members(charter).map(({ id }) => [
      id,
      voiceOf(cut, { on, member: id, size: sizes[id]! }, instant),
    ]),
  )

const wasSeen = (tree: Attested | undefined, by: number, quorum: number) =>
  new Set(tree?.times.filter(([, time]) => time <= by).map(([name]) => name)).size >= quorum
const isStillCurrent = (tree: Attested | undefined, from: number, quorum: number) =>
  new Set(tree?.times.filter(([, time]) => time >= from).map(([name]) => name)).size >= quorum

/** Acts that file versions of the same step as this one, in its strand. */
function filings(charter: Charter, cut: Cut, id: ActId) {
  const all = charter.parties.flatMap(({ id: party }) => cut[party]!.acts)
  const filed = all.find((logged) => logged.id === id)!
  const step = filed.act && 'step' in filed.act ? filed.act.step : undefined
  return cut[filed.party]!.acts.filter(
    (one) =>
      counts(one) &&
      'step' in one.act &&
      one.act.step.id === step?.id &&
      one.act.step.kind === step.kind,
  )
}

function citedBy(cut: Cut, { act, index, party }: Logged): Sizes | undefined {
  const sizes = Object.fromEntries(
    Object.entries((act as Certificate).cut).map(([id, { size }]) => [id, size]),
  )
  const isHere = Object.keys(cut).every((id) => sizes[id]! <= cut[id as PartyId]!.acts.length)
  return isHere && sizes[party]! <= index ? sizes : undefined
}

/** Whether a certificate proves its version adopted. */
export function proves(charter: Charter, cut: Cut, logged: Logged): boolean {
  const { act, trees } = logged
  if (act?.kind !== 'declare' || act.result !== 'adopted' || !trees) return false
  const sizes = citedBy(cut, logged)
  if (!sizes) return false
  const versions = filings(charter, cut, act.on).filter(({ party, index }) => index < sizes[party]!)
  const last = versions.at(-1)
  if (last?.id !== act.on) return false
  const strands = [last.party, ...members(charter).map(({ id }) => id)]
  const times = strands.flatMap((id) => trees.closings[id]?.times.map(([, time]) => time) ?? [])
  return times.some(
    (instant) =>
      strands.every(
        (id) =>
          wasSeen(trees.closings[id], instant, charter.quorum) &&
          isStillCurrent(trees.closings[id], instant, charter.quorum),
      ) && isMet(charter, voicesOf(charter, cut, { on: act.on, sizes, instant })),
  )
}

/** Whether a certificate proves its version ended. */
export function provesEnd(charter: Charter, cut: Cut, logged: Logged): boolean {
  const { act, trees } = logged
  if (act?.kind !== 'declare' || act.result !== 'ended' || !trees) return false
  const sizes = citedBy(cut, logged)
  if (!sizes) return false
  const wasAdopted = Object.values(cut)
    .flatMap(({ party, acts }) => acts.slice(0, sizes[party]!))
    .filter((one) => one.act?.kind === 'declare' && one.act.on === act.on)
    .some((one) => {
      const cited = citedBy(cut, one)
      const isInside = cited && Object.keys(sizes).every((id) => cited[id]! <= sizes[id]!)
      return isInside && proves(charter, cut, one)
    })
  const now = voicesOf(charter, cut, { on: act.on, sizes })
  const best = Object.fromEntries(
    Object.entries(now).map(([member, voice]) => [
      member,
      isStuck({ charter, cut, logged, sizes }, member) ? voice : 'complies',
    ]),
  )
  return wasAdopted && !isMet(charter, now) && !isMet(charter, best)
}

type Ending = {
  readonly charter: Charter
  readonly cut: Cut
  readonly logged: Logged
  readonly sizes: Sizes
}

function isStuck({ charter, cut, logged, sizes }: Ending, member: string): boolean {
  const { on } = logged.act as Certificate
  const last = sizes[member]!
  if (voiceOf(cut, { on, member, size: last }) === 'withdrawn') return true
  const since = logged.trees!.since[member as PartyId]
  const closing = logged.trees!.closings[member as PartyId]
  if (!since || since.size > last) return false
  // Before T: the tree was cosigned at T - 1 at the latest.
  const isLongEnough = since.times.some(
    ([, seen]) =>
      wasSeen(since, seen, charter.quorum) &&
      isStillCurrent(closing, seen + 1 + charter.cure, charter.quorum),
  )
  if (!isLongEnough) return false
  for (let size = since.size; size <= last; size++)
    if (FOR.has(voiceOf(cut, { on, member, size }))) return false
  return true
}
