import { HOUR, TERMS } from './coalition.ts'
import type { Deed, SimulatedText } from './texts.ts'

/**
 * What becomes of a text, from who said what by which moment of true time: written from
 * `spec/decision.md` alone. It knows no tree, no witness, no certificate and nothing of the fold.
 */
export type Outcome = {
  readonly adopted: boolean
  readonly ended: boolean
  readonly lapsed: boolean
  readonly broken: boolean
  readonly inForce: boolean
  /** Of a measure: where each nation stands in it. */
  readonly nations?: Readonly<Record<string, Stage>>
}

export type Stage = 'barred' | 'may-start' | 'running' | 'suspended' | 'terminated'

/** Nearer than this to a deadline, skewed clocks and a network that was cut may decide either way. */
export const MARGIN = 7 * HOUR

type Asked = {
  readonly text: Omit<SimulatedText, 'deeds'>
  readonly deeds: readonly Deed[]
  readonly populations: Readonly<Record<string, number>>
  readonly until: number
}
type Stand = 'for' | 'not for' | 'aside' | 'shut' | 'brake' | 'silent'
const MS = 1000

/** Where a member stands on the text at a moment. */
function standOf({ deeds }: Asked, member: string, at: number): Stand {
  let stand: Stand = 'silent'
  let left = false
  for (const { by, says, at: said } of deeds) {
    if (by !== member || said > at || left) continue
    if (says.does === 'withdraw') left = true
    if (says.does !== 'voice') continue
    const { voice, vital } = says
    if (voice.startsWith('complies')) stand = 'for'
    else if (voice === 'abstains') stand = 'not for'
    else if (voice === 'abstains-constructively') stand = 'aside'
    else stand = vital ? 'brake' : 'shut'
  }
  return left ? 'shut' : stand
}

type Stands = ReadonlyMap<string, Stand>
const standsAt = (asked: Asked, at: number): Stands =>
  new Map(Object.keys(asked.populations).map((id) => [id, standOf(asked, id, at)]))

/** Whether these stands carry the text; `consents` is whose silence counts. */
function isMet(
  { text, populations }: Asked,
  stands: Stands,
  { consents, isBefore }: { readonly consents: ReadonlySet<string>; readonly isBefore: boolean },
): boolean {
  const members = [...stands]
  const weigh = (some: typeof members) => some.reduce((sum, [id]) => sum + populations[id]!, 0)
  const are = (...kinds: Stand[]) => members.filter(([, stand]) => kinds.includes(stand))
  const everybody = members.length
  if (text.rule === 'participants-only') return are('for').length >= Math.ceil(everybody / 2)
  if (text.rule === 'qualified-majority') {
    if (isBefore && are('brake').length > 0) return false
    const blocking = Math.max(1, Math.ceil((4 * everybody) / 27))
    const yes = are('for')
    const isPeople = weigh(yes) * 100 >= 65 * weigh(members)
    return (
      yes.length * 100 >= 55 * everybody &&
      yes.length >= Math.ceil(everybody / 2) &&
      (isPeople || everybody - yes.length < blocking)
    )
  }
  const aside = are('aside')
  if (aside.length > 0 && aside.length * 3 >= everybody && weigh(aside) * 3 >= weigh(members))
    return false
  const mute = are('silent').filter(([id]) => !consents.has(id))
  return are('shut', 'brake').length === 0 && mute.length === 0 && are('for').length > 0
}

const NOBODY: ReadonlySet<string> = new Set()

/** Moments at which something changes, the last being the end of the simulation. */
const momentsOf = ({ deeds, until }: Asked, more: readonly number[]) =>
  [...deeds.map(({ at }) => at), ...more, until]
    .filter((at) => at <= until)
    .toSorted((a, b) => a - b)

/** The first moment from which on something holds for longer than the margin. */
function firstHolding(
  asked: Asked,
  from: number,
  holds: (at: number) => boolean,
  more: readonly number[] = [],
): number | undefined {
  const moments = [from, ...momentsOf(asked, more).filter((at) => at > from)]
  let since: number | undefined
  for (const at of moments) {
    if (since !== undefined && at - since > MARGIN) return since
    if (!holds(at)) {
      if (since !== undefined && at > since) tooNear(asked, since)
      since = undefined
    } else since ??= at
  }
  return undefined
}

function tooNear({ text }: Asked, at: number): never {
  throw new Error(
    `expected deeds of ${text.name} (${text.life}) far from every deadline, got ${new Date(at).toISOString()}`,
  )
}

/** Whether a moment is before a limit, where it is clear to everybody. */
function isClearlyBefore(asked: Asked, at: number, limit: number): boolean {
  if (Math.abs(at - limit) < MARGIN) tooNear(asked, at)
  return at < limit
}

function silenceOf(asked: Asked): {
  adoptedAt?: number
  isBroken: boolean
  consents: ReadonlySet<string>
} {
  const { text, deeds, until, populations } = asked
  const extended = deeds.flatMap(({ at, says }) =>
    says.does === 'extend' && isClearlyBefore(asked, at, text.expiry) ? [says.until] : [],
  )
  const end = Math.max(text.expiry, ...extended)
  const closing = end + TERMS.grace * MS
  if (closing + MARGIN > until) return { isBroken: false, consents: NOBODY }
  const filer = deeds.find(({ says }) => says.does === 'propose')?.by
  const consents = new Set<string>()
  const acknowledged = new Set<string>()
  let isBroken = false
  for (const { at, by, says } of deeds) {
    if (says.does !== 'reaffirm' && !isClearlyBefore(asked, at, closing)) continue
    if (says.does === 'voice' && says.voice === 'objects') isBroken = true
    if (says.does === 'withdraw') isBroken = true
    if (says.does !== 'receipt') continue
    acknowledged.add(by)
    if (isClearlyBefore(asked, at, end - TERMS.notice * MS)) consents.add(by)
  }
  if (filer) {
    acknowledged.add(filer)
    consents.add(filer)
  }
  const stands = standsAt(asked, closing)
  for (const id of Object.keys(populations))
    if (stands.get(id) === 'silent' && !acknowledged.has(id)) isBroken = true
  for (const stand of stands.values()) if (stand === 'shut') isBroken = true
  const isAdopted = !isBroken && isMet(asked, stands, { consents, isBefore: true })
  return { isBroken, consents, ...(isAdopted && { adoptedAt: closing }) }
}

function adoptionOf(asked: Asked): {
  adoptedAt?: number
  isBroken: boolean
  consents: ReadonlySet<string>
} {
  const { text } = asked
  if (text.rule === 'silence') return silenceOf(asked)
  const filed = asked.deeds.find(({ says }) => says.does === 'propose')?.at
  if (filed === undefined) return { isBroken: false, consents: NOBODY }
  const holds = (at: number) => {
    const stands = standsAt(asked, at)
    const isOver =
      text.rule !== 'qualified-majority' ||
      at >= text.expiry ||
      ![...stands.values()].includes('silent')
    return isOver && isMet(asked, stands, { consents: NOBODY, isBefore: true })
  }
  const adoptedAt = firstHolding(asked, filed, holds, [text.expiry])
  return { isBroken: false, consents: NOBODY, ...(adoptedAt !== undefined && { adoptedAt }) }
}

/**
 * What a text may have come to at the end of the simulation; of a measure also where each nation stands. Where it
 * could be certified as ended and as lapsed, whoever comes first decides which; what comes true in the last hours
 * may have been certified, or not yet.
 */
export const outcomesOf = (asked: Asked): readonly Outcome[] =>
  [...fatesOf(asked), ...fatesOf({ ...asked, until: asked.until + MARGIN + 1 })].map((outcome) =>
    asked.text.rule === 'participants-only'
      ? { ...outcome, nations: nationsOf(asked, outcome) }
      : outcome,
  )

function nationsOf(asked: Asked, { inForce }: Outcome): Readonly<Record<string, Stage>> {
  const isCalled = asked.deeds.some(({ says }) => says.does === 'call')
  return Object.fromEntries(
    Object.keys(asked.populations).map((id) => {
      const did = asked.deeds.flatMap(({ by, says }) => (by === id ? says.does : []))
      const goesOn = inForce && standOf(asked, id, asked.until) === 'for'
      if (!did.includes('start'))
        return [id, isCalled && did.includes('assess') && goesOn ? 'may-start' : 'barred']
      if (did.includes('terminate')) return [id, 'terminated']
      return [id, goesOn && !did.includes('suspend') ? 'running' : 'suspended']
    }),
  )
}

function fatesOf(asked: Asked): readonly Outcome[] {
  const { text, deeds, until } = asked
  const { adoptedAt, isBroken, consents } = adoptionOf(asked)
  if (adoptedAt === undefined)
    return [{ adopted: false, ended: false, lapsed: false, broken: isBroken, inForce: false }]
  const met = (stands: Stands, but: ReadonlySet<string> = NOBODY) =>
    isMet(asked, stands, {
      consents: new Set([...consents].filter((id) => !but.has(id))),
      isBefore: false,
    })
  const cure = TERMS.cure * MS
  const isStuck = (id: string, at: number): boolean => {
    const left = deeds.some(
      ({ by, says, at: done }) => by === id && says.does === 'withdraw' && done <= at,
    )
    if (left) return true
    const turns = momentsOf(asked, [at]).filter((moment) => moment >= at - cure && moment <= at)
    return [at - cure, ...turns].every((moment) => {
      const stand = standOf(asked, id, moment)
      return stand !== 'for' && !(stand === 'silent' && consents.has(id))
    })
  }
  const cured = deeds.flatMap(({ at, says }) => (says.does === 'voice' ? [at + cure] : []))
  const isEnded = (at: number) => {
    const stands = standsAt(asked, at)
    const best = new Map(
      [...stands].map(([id, stand]) => [id, isStuck(id, at) ? stand : ('for' as const)]),
    )
    return !met(stands) && !met(best)
  }
  const endedAt = firstHolding(asked, adoptedAt, isEnded, cured)
  const lapsedAt = [1, 2, 3, 4]
    .map((window) => text.expiry + window * TERMS.period * MS)
    .find((due, index) => {
      const window = index + 1
      if (due + MARGIN > until) return false
      const overdue = new Set(
        Object.keys(asked.populations).filter(
          (id) =>
            !deeds.some(
              ({ by, says, at }) =>
                by === id &&
                says.does === 'reaffirm' &&
                says.window === window &&
                isClearlyBefore(asked, at, due),
            ),
        ),
      )
      const stands = standsAt(asked, due)
      const without = new Map(
        [...stands].map(([id, stand]) => [id, overdue.has(id) ? ('silent' as const) : stand]),
      )
      return overdue.size > 0 && !met(without, overdue)
    })
  const over = { adopted: true, broken: false, inForce: false }
  // What has ended is not looked after any more, and neither is what has lapsed.
  const ways = [
    ...(endedAt === undefined ? [] : [{ at: endedAt, ended: true, lapsed: false }]),
    ...(lapsedAt === undefined ? [] : [{ at: lapsedAt, ended: false, lapsed: true }]),
  ].toSorted((a, b) => a.at - b.at)
  if (ways.length > 0) return ways.map(({ ended, lapsed }) => ({ ...over, ended, lapsed }))
  return [{ ...over, ended: false, lapsed: false, inForce: met(standsAt(asked, until)) }]
}
