import type { CharterId } from '@entente/accord'
import type { CaseFile } from '../federation/index.ts'
import { inTurn } from '../platform/turn.ts'
import { isOver, placesOfCertificates } from './certified.ts'
import type { TimestampAuthority } from './setting.ts'
import type { KeptTimestamp } from './store.ts'
import type { TimestampOptions, Timestamps } from './timestamps.ts'

/** Milliseconds until an authority that gave no token is asked again, at most. */
const PAUSE = 60_000
/** Milliseconds until authorities that were named meanwhile are noticed. */
const NOTICED = 5_000
/** Milliseconds after a change before a case is looked at: a flood of changes is one visit. */
const SETTLED = 200

/**
 * Asks the authorities about every case whose cut none of their tokens is over: at once where it has a new
 * certificate, else as often as each is to be asked. One that gives no token is asked again; nothing waits for it.
 */
export function startTimestamping(
  timestamps: Timestamps,
  { store, caseFiles, authorities, clock, warn }: TimestampOptions,
): { readonly stop: () => Promise<void> } {
  const turn = inTurn()
  const timers = new Map<CharterId, NodeJS.Timeout>()
  /** When each authority was asked last about each case, and whether in vain. */
  const asked = new Map<string, { readonly at: number; readonly isVain: boolean }>()
  let isStopped = false
  const visit = async (file: CaseFile) => {
    if (isStopped || isEmpty(file)) return
    const held = await store.of(file.charter.id)
    const keyOf = (name: string) => `${file.charter.id} ${name}`
    const dueIn = ({ name, every }: TimestampAuthority): number => {
      const mine = held.filter(({ authority }) => authority === name)
      if (mine.some((one) => isWhole(file, one))) return Infinity
      const { at, isVain } = asked.get(keyOf(name)) ?? { at: -Infinity, isVain: false }
      const usual = at + every * 1000 - clock.now()
      if (isVain) return Math.min(usual, at + PAUSE - clock.now())
      return isEveryCertificateSeen(file, mine) ? usual : 0
    }
    const due = authorities().filter((authority) => dueIn(authority) <= 0)
    if (due.length > 0) {
      const at = clock.now()
      const taken = await timestamps.take(
        file,
        due.map(({ name }) => name),
      )
      for (const one of taken) {
        asked.set(keyOf(one.authority), { at, isVain: 'code' in one })
        if ('code' in one) warn(`timestamp of ${one.authority}: ${one.code}: ${one.message}`)
      }
      // What came meanwhile is looked at as any other change.
      return later(file, SETTLED)
    }
    const next = Math.min(...authorities().map(dueIn))
    if (next < Infinity) later(file, next)
  }
  const later = (file: CaseFile, milliseconds: number) => {
    if (isStopped) return
    clearTimeout(timers.get(file.charter.id))
    const run = () =>
      turn(() => visit(file)).catch((error: unknown) => warn(`timestamps: ${String(error)}`))
    timers.set(file.charter.id, setTimeout(run, milliseconds).unref())
  }
  const kick = (id: CharterId) => {
    const file = caseFiles.held().find(({ charter }) => charter.id === id)
    if (file && authorities().length > 0) later(file, SETTLED)
  }
  const kickAll = () => caseFiles.held().forEach(({ charter }) => kick(charter.id))
  const stops = [caseFiles.onChange(kick), onOthers(authorities, kickAll)]
  kickAll()
  return {
    stop: async () => {
      isStopped = true
      for (const stop of stops) stop()
      for (const timer of timers.values()) clearTimeout(timer)
      await turn(async () => {})
    },
  }
}

/** Tells that others are named than before: the setting is read while the node runs, and a case may stand still. */
function onOthers(authorities: TimestampOptions['authorities'], tell: () => void) {
  const named = () => JSON.stringify(authorities())
  let known = named()
  const look = () => {
    const now = named()
    if (now === known) return
    known = now
    tell()
  }
  const timer = setInterval(look, NOTICED).unref()
  return () => clearInterval(timer)
}

const isEmpty = (file: CaseFile) => Object.values(file.final()).every((size) => size === 0)

/** Whether a token is over all that is final now. */
const isWhole = (file: CaseFile, { sizes }: KeptTimestamp) =>
  Object.entries(file.final()).every(([party, size]) => sizes[party as keyof typeof sizes] === size)

/** Whether these tokens are over every certificate of the case. */
const isEveryCertificateSeen = (file: CaseFile, held: readonly KeptTimestamp[]) =>
  placesOfCertificates(file).every((place) => held.some(({ sizes }) => isOver(sizes, place)))
