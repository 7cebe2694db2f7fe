import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attested, Cut, Logged } from '../src/cut.ts'
import type { PartyId } from '../src/id.ts'
import type { VersionState } from '../src/state.ts'
import { versionsOf } from './case.ts'
import { charter, EXPIRY, world } from './rule-worlds.ts'

/**
 * `ended` and `lapsed` once more, under every rule, as plainly as they can be written: every second and
 * every prefix is tried. Of the product only its list of true adoptions is taken.
 */

const RUNS = Number(process.env['ENTENTE_WORLDS'] ?? 1_500)
const FOR = ['complies', 'complies-with-statement', 'complies-with-reservation']
const WEAKEST = [
  'objects',
  'awaits-instructions',
  'abstains-constructively',
  'abstains',
  ...FOR.toReversed(),
]
type Declared = Extract<NonNullable<Logged['act']>, { kind: 'declare' }>
type Said = { readonly voice: string; readonly id?: string; readonly until?: number }

const populations = new Map(
  charter.parties.map(({ id, population = 0 }) => [id as string, population]),
)
const names = (tree: Attested | undefined, is: (time: number) => boolean) =>
  new Set(tree?.times.filter(([, time]) => is(time)).map(([name]) => name)).size
const isSeen = (tree: Attested | undefined, by: number) =>
  names(tree, (time) => time <= by) >= charter.quorum
const isCurrent = (tree: Attested | undefined, from: number) =>
  names(tree, (time) => time >= from) >= charter.quorum

const logged = (cut: Cut, party: string) => cut[party as PartyId]!.acts
const declares = (cut: Cut) =>
  Object.values(cut).flatMap(({ acts }) =>
    acts.filter((one) => one.act?.kind === 'declare' && one.trees),
  )
const sizesIn = (one: Logged) =>
  Object.fromEntries(
    Object.entries((one.act as Declared).cut).map(([party, { size }]) => [party, size]),
  )
const isHere = (cut: Cut, one: Logged) => {
  const sizes = sizesIn(one)
  return (
    Object.entries(cut).every(([party, { acts }]) => sizes[party]! <= acts.length) &&
    sizes[one.party]! <= one.index
  )
}
/** Whether a certificate and all that it cites are inside these sizes. */
const isInside = (one: Logged, sizes: Record<string, number>) =>
  one.index < sizes[one.party]! &&
  Object.entries(sizesIn(one)).every(([party, size]) => size <= sizes[party]!)

/** A member's last word on a text in the first acts of its strand. */
function said(cut: Cut, on: string, [party, size]: readonly [string, number]): Said {
  let last: Said = { voice: 'silent' }
  for (const { act, id, void: voided } of logged(cut, party).slice(0, size)) {
    if (!act || voided || last.voice === 'withdrawn') continue
    if (act.kind === 'withdraw' && act.on === on) last = { voice: 'withdrawn' }
    if (act.kind !== 'comply' || act.on !== on) continue
    const voice = WEAKEST.find((one) => one === act.union || one === act.national)!
    last = { voice, id, ...(act.until !== undefined && { until: act.until }) }
  }
  return last
}

/** Whether these words carry the text by its rule; `consents` is who is deemed to. */
function isMet(rule: VersionState['rule'], voices: Record<string, string>): boolean {
  const all = Object.entries(voices)
  const is = (...some: string[]) => all.filter(([, voice]) => some.includes(voice))
  const people = (some: typeof all) => some.reduce((sum, [id]) => sum + populations.get(id)!, 0)
  const yes = is(...FOR)
  if (rule === 'participants-only') return yes.length >= 2
  if (rule === 'qualified-majority') {
    const isPeople = people(yes) / people(all) >= 0.65 || all.length - yes.length < 2
    return yes.length / all.length >= 0.55 && yes.length >= 2 && isPeople
  }
  const aside = is('abstains-constructively')
  const isThird = aside.length * 3 >= all.length && people(aside) * 3 >= people(all)
  const shut = is('objects', 'awaits-instructions', 'withdrawn', 'silent')
  return shut.length === 0 && yes.length > 0 && !(aside.length > 0 && isThird)
}

/** Who had a text in time, as some certificate of its adoption inside these sizes shows. */
function consenting(cut: Cut, version: VersionState, sizes: Record<string, number>): Set<string> {
  if (version.rule !== 'silence') return new Set()
  const found = new Set<string>()
  for (const one of declares(cut)) {
    if (!version.adopted.includes(one.id) || !isInside(one, sizes)) continue
    const moved = (size: number) =>
      Math.max(
        EXPIRY,
        ...logged(cut, version.by)
          .slice(0, size)
          .flatMap(({ act }) => (act?.kind === 'extend' && act.on === version.id ? act.until : [])),
      )
    const filer = one.trees!.early[version.by]
    const due = filer && isSeen(filer, EXPIRY - 1) ? moved(filer.size) : EXPIRY
    for (const member of Object.keys(version.voices)) {
      const early = one.trees!.early[member as PartyId]
      if (!early || !isSeen(early, due - charter.notice - 1)) continue
      const has = logged(cut, member)
        .slice(0, early.size)
        .some(
          ({ id, act }) => id === version.id || (act?.kind === 'receipt' && act.of === version.id),
        )
      if (has) found.add(member)
    }
  }
  return found
}

/** Voices that a certificate inside these sizes shows to have run out. */
const gone = (cut: Cut, sizes: Record<string, number>) =>
  new Set(
    declares(cut).flatMap((one) => {
      const { result, of } = one.act as Declared
      if (result !== 'expired' || of === undefined || !isHere(cut, one) || !isInside(one, sizes))
        return []
      const isTrue = Object.entries(cut).some(([party, { acts }]) =>
        acts.some(
          ({ id, act, index }) =>
            id === of &&
            act?.kind === 'comply' &&
            act.on === (one.act as Declared).on &&
            act.until !== undefined &&
            index < sizesIn(one)[party]! &&
            isCurrent(one.trees!.closings[party as PartyId], act.until),
        ),
      )
      return isTrue ? [of as string] : []
    }),
  )

type Asked = { readonly cut: Cut; readonly version: VersionState; readonly one: Logged }

/** The words of a cut as the rule sees them, with who is deemed to consent. */
function heard({ cut, version, one }: Asked) {
  const sizes = sizesIn(one)
  const ran = gone(cut, sizes)
  const deemed = consenting(cut, version, sizes)
  const isDeemed = new Map<string, boolean>()
  const voices = Object.fromEntries(
    Object.keys(version.voices).map((member) => {
      const last = said(cut, version.id, [member, sizes[member]!])
      const out = last.id !== undefined && ran.has(last.id)
      isDeemed.set(member, !out && last.voice === 'silent' && deemed.has(member))
      return [member, out ? 'silent' : last.voice]
    }),
  )
  return { sizes, deemed, voices, isDeemed }
}
/** Deemed consent carries like a consent, but nobody is expressly for by it. */
const met = (
  version: VersionState,
  voices: Record<string, string>,
  deemed: (id: string) => boolean,
) =>
  isMet(
    version.rule,
    Object.fromEntries(
      Object.entries(voices).map(([id, voice]) => [
        id,
        voice === 'silent' && deemed(id) ? 'abstains' : voice,
      ]),
    ),
  )

function provesLapse(asked: Asked): boolean {
  const { cut, version, one } = asked
  const { window } = one.act as Declared
  const { sizes, voices, isDeemed } = heard(asked)
  const due = (version.expiry === undefined ? Infinity : expiryOf(cut, version)) + window! * 100
  const overdue = Object.keys(voices).filter(
    (member) =>
      isCurrent(one.trees!.closings[member as PartyId], due) &&
      !logged(cut, member)
        .slice(0, sizes[member])
        .some(
          ({ act }) => act?.kind === 'reaffirm' && act.on === version.id && act.window === window,
        ),
  )
  const without = Object.fromEntries(
    Object.entries(voices).map(([id, voice]) => [id, overdue.includes(id) ? 'silent' : voice]),
  )
  return (
    overdue.length > 0 && !met(version, without, (id) => isDeemed.get(id)! && !overdue.includes(id))
  )
}
/** The document's own expiry; an extension does not move it. */
const expiryOf = (cut: Cut, version: VersionState): number => {
  const act = logged(cut, version.by).find(({ id }) => id === version.id)?.act
  return act?.kind === 'propose' || act?.kind === 'amend' ? act.expiry! : Infinity
}

function provesEnd(asked: Asked): boolean {
  const { cut, version, one } = asked
  const { sizes, deemed, voices, isDeemed } = heard(asked)
  const isStuck = (member: string): boolean => {
    if (voices[member] === 'withdrawn') return true
    const since = one.trees!.since[member as PartyId]
    if (!since || since.size > sizes[member]!) return false
    const seen = since.times.map(([, time]) => time).find((time) => isSeen(since, time))
    const first = Math.min(
      ...since.times.map(([, time]) => time).filter((time) => isSeen(since, time)),
    )
    if (seen === undefined) return false
    if (!isCurrent(one.trees!.closings[member as PartyId], first + charter.cure + 1)) return false
    for (let size = since.size; size <= sizes[member]!; size++) {
      const { voice, until } = said(cut, version.id, [member, size])
      if (FOR.includes(voice) && (until ?? Infinity) > first) return false
      if (voice === 'silent' && deemed.has(member)) return false
    }
    return true
  }
  const best = Object.fromEntries(
    Object.entries(voices).map(([id, voice]) => [id, isStuck(id) ? voice : 'complies']),
  )
  const isConsent = (id: string) => isDeemed.get(id)!
  return !met(version, voices, isConsent) && !met(version, best, isConsent)
}

describe('over near misses under every rule', () => {
  it('a version is ended, and lapsed, exactly where the plain rules say so', () => {
    const seen: Record<string, number> = {}
    fc.assert(
      fc.property(world, (cut) => {
        for (const version of versionsOf(charter, cut)) {
          if (version.rule === 'each-its-own') continue
          for (const one of declares(cut)) {
            const { on, result } = one.act as Declared
            if (on !== version.id || (result !== 'ended' && result !== 'lapsed')) continue
            const sizes = sizesIn(one)
            const isAdopted = declares(cut).some(
              (other) => version.adopted.includes(other.id) && isInside(other, sizes),
            )
            const asked = { cut, version, one }
            const proves =
              isHere(cut, one) &&
              isAdopted &&
              (result === 'ended' ? provesEnd(asked) : provesLapse(asked))
            const ours = result === 'ended' ? version.ended : (version.lapsed ?? [])
            expect(ours.includes(one.id), `${version.rule} ${result}`).toBe(proves)
            const key = `${result} ${String(proves)}`
            seen[key] = (seen[key] ?? 0) + 1
          }
        }
      }),
      { numRuns: RUNS },
    )
    for (const what of ['ended true', 'ended false', 'lapsed true', 'lapsed false'])
      expect(seen[what] ?? 0, what).toBeGreaterThan(RUNS / 200)
  }, 120_000)
})
