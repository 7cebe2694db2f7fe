import { createHash } from 'node:crypto'
import type { PartyId } from '@entente/accord'
import type { Tell, Told } from '../federation/index.ts'
import { instant, type Clock } from '../platform/clock.ts'
import { inTurn } from '../platform/turn.ts'
import type { AlarmKind } from './api.ts'
import { apartOf, kindOf } from './kinds.ts'
import type { AlarmStore, KeptAlarm } from './store.ts'

/** Everything that people of this node should see, folded. */
export type Alarms = {
  /** A new alarm is durable before this resolves; how often it was found, within a second. */
  readonly raise: Tell
  readonly list: () => readonly KeptAlarm[]
  /** Says who has seen it; undefined where there is no such alarm. The first who did stays. */
  readonly acknowledge: (id: string, by: string) => Promise<KeptAlarm | undefined>
  readonly close: () => Promise<void>
}

export type AlarmsOptions = {
  readonly store: AlarmStore
  /** Whose node this is. */
  readonly party: PartyId
  readonly clock: Clock
  readonly warn: (line: string) => void
}

/** Whoever makes one of a kind after another about the same party and case fills neither memory nor disk. */
const MOST_APART = 20
/** Characters of one piece of evidence: a note and a charter fit. */
const MOST_EVIDENCE = 64 * 1024
/** Milliseconds between two writes of how often an alarm was found. */
const PAUSE = 1_000

export async function openAlarms(options: AlarmsOptions): Promise<Alarms> {
  const { store, party, clock, warn } = options
  const kept = new Map((await store.all()).map((alarm) => [alarm.id, alarm]))
  const writtenAt = new Map<string, number>()
  const unwritten = new Set<string>()
  const turn = inTurn()
  const write = (id: string): Promise<void> => {
    writtenAt.set(id, clock.now())
    unwritten.delete(id)
    return turn(async () => {
      const alarm = kept.get(id)
      if (alarm) await store.keep(alarm)
    })
  }
  const keep = async (alarm: KeptAlarm): Promise<void> => {
    const { id, code } = alarm
    const isNew = !kept.has(id)
    kept.set(id, alarm)
    if (!isNew && clock.now() - (writtenAt.get(id) ?? 0) < PAUSE) return void unwritten.add(id)
    await write(id).catch((error: unknown) => {
      // It is shown as long as this process runs.
      unwritten.add(id)
      warn(`alarms: ${code} is not kept: ${String(error)}`)
    })
  }
  const raise: Tell = async (told) => {
    const found = place(told, { kept, self: party })
    const known = kept.get(found.id)
    if (known && !known.ended && told.isOnRecord) return
    const now = instant(clock)
    await keep(known && !known.ended ? again(known, told, now) : anew(found, told, { known, now }))
  }
  const end: Tell = async (told) => {
    const known = kept.get(placeOf(told, kindOf(told, party)))
    if (!known || known.ended) return
    await keep({ ...known, ended: instant(clock) })
  }
  return {
    raise: (told) => (told.isOver ? end(told) : raise(told)),
    list: () => [...kept.values()],
    acknowledge: async (id, by) => {
      const alarm = kept.get(id)
      if (!alarm || alarm.acknowledged) return alarm
      const seen = { ...alarm, acknowledged: { by, at: instant(clock) } }
      kept.set(id, seen)
      await write(id)
      return seen
    },
    close: async () => {
      await Promise.all([...unwritten].map(write))
    },
  }
}

type Place = {
  readonly id: string
  readonly kind: AlarmKind
  readonly evidence: Told['evidence']
}

/** Which alarm it is: one of its own, or, after too many that differ, the one that stands for all others. */
function place(
  told: Told,
  { kept, self }: { readonly kept: ReadonlyMap<string, KeptAlarm>; readonly self: PartyId },
): Place {
  const kind = kindOf(told, self)
  const own = placeOf(told, kind)
  if (kept.has(own) || likeIt(told, kind, kept) < MOST_APART)
    return { id: own, kind, evidence: bounded(told.evidence) }
  return { id: hashOf([...aboutOf(told, kind), 'more']), kind, evidence: { more: `${MOST_APART}` } }
}

const aboutOf = ({ party, case: of }: Told, kind: AlarmKind) => [kind, party ?? '', of ?? '']

const placeOf = (told: Told, kind: AlarmKind): string =>
  hashOf([...aboutOf(told, kind), told.code, ...apartOf(kind, told.evidence)])

const likeIt = (told: Told, kind: AlarmKind, kept: ReadonlyMap<string, KeptAlarm>): number =>
  [...kept.values()].filter(
    (one) => one.kind === kind && one.party === told.party && one.case === told.case,
  ).length

const hashOf = (named: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(named)).digest('hex')

const bounded = (evidence: Told['evidence']): Told['evidence'] =>
  Object.fromEntries(
    Object.entries(evidence).map(([name, value]) => [name, value.slice(0, MOST_EVIDENCE)]),
  )

const first = ({ id, kind, evidence }: Place, told: Told, now: string): KeptAlarm => ({
  id,
  kind,
  code: told.code,
  ...(told.party === undefined ? {} : { party: told.party }),
  ...(told.case === undefined ? {} : { case: told.case }),
  firstSeen: now,
  lastSeen: now,
  times: 1,
  message: told.message.slice(0, 2_000),
  evidence,
})

/** What had ended and is so again is another occurrence: nobody has seen to it yet. */
const anew = (
  found: Place,
  told: Told,
  { known, now }: { readonly known: KeptAlarm | undefined; readonly now: string },
): KeptAlarm => {
  const alarm = first(found, told, now)
  return known ? { ...alarm, firstSeen: known.firstSeen, times: known.times + 1 } : alarm
}

/** The evidence stays that of the first time: nobody writes over a proof by sending something else. */
const again = (known: KeptAlarm, told: Told, now: string): KeptAlarm => ({
  ...known,
  lastSeen: now > known.lastSeen ? now : known.lastSeen,
  times: Math.min(known.times + 1, 2_147_483_647),
  message: told.message.slice(0, 2_000),
})
