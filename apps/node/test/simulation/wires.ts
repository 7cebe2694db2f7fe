import { AsyncLocalStorage } from 'node:async_hooks'
import { PeerProblem } from '../../src/federation/index.ts'
import type { Answered, Asked } from '../../src/federation/client.ts'
import type { Outside } from '../../src/federation/outside.ts'
import { signRequest } from '../../src/platform/http/signature.ts'
import type { Chance } from './chance.ts'
import type { Time } from './time.ts'

/** How the network treats what is sent over it; each value may be changed while it runs. */
export type Weather = {
  /** Milliseconds one way: from the first to the second, evenly. */
  latency: readonly [number, number]
  /** How many of a hundred messages are lost, either way. */
  lost: number
  /** How many of a hundred requests come twice, the second time up to ten minutes later. */
  twice: number
  /** How many of a hundred answers are not as they were given: a hostile mirror, a broken disk. */
  garbled: number
  /** Whose answers come a second later than those of others. */
  slow: readonly string[]
}

export const FINE: Weather = { latency: [20, 120], lost: 0, twice: 0, garbled: 0, slow: [] }

/** Who answers at an address; undefined is never an answer, however long one waits. */
export type Host = (request: Request) => Promise<Response | undefined>

/** A network between nodes in one process, in which every message is at the mercy of chance. */
export type Wires = {
  readonly weather: Weather
  /** The network as the node of this party sees it, as long as it lives. */
  readonly of: (party: string, isAlive: () => boolean) => Outside['network']
  readonly host: (party: string, host: Host | undefined) => void
  /** Lets nothing through between these and all others; an empty list heals it. */
  readonly part: (some: readonly string[]) => void
  readonly count: () => Readonly<Record<'asked' | 'lost' | 'twice' | 'garbled' | 'streams', number>>
}

export const urlOf = (party: string): string => `http://${party.toLowerCase()}.example`
const partyAt = (url: string): string => new URL(url).hostname.slice(0, 2).toUpperCase()
const LATE = 600_000
/** What `asked.timeout` is where none is given. */
const TIMEOUT = 5_000

type Wire = {
  readonly time: Time
  readonly chance: Chance
  readonly weather: Weather
  readonly hosts: ReadonlyMap<string, Host>
  readonly busy: WeakMap<Host, Busy>
  readonly counted: Record<'asked' | 'lost' | 'twice' | 'garbled' | 'streams', number>
  readonly isCut: (from: string, to: string) => boolean
  readonly onPart: Set<() => void>
}

export function simulatedWires(time: Time, chance: Chance): Wires {
  const hosts = new Map<string, Host>()
  const counted = { asked: 0, lost: 0, twice: 0, garbled: 0, streams: 0 }
  const weather = { ...FINE }
  const onPart = new Set<() => void>()
  let apart: ReadonlySet<string> = new Set()
  const isCut = (from: string, to: string) => apart.has(from) !== apart.has(to)
  const busy = new WeakMap<Host, Busy>()
  const wire: Wire = { time, chance, weather, hosts, busy, counted, isCut, onPart }
  return {
    weather,
    host: (party, host) => {
      if (host) hosts.set(party, host)
      else hosts.delete(party)
      for (const look of onPart) look()
    },
    part: (some) => {
      apart = new Set(some)
      for (const look of onPart) look()
    },
    of: (party, isAlive) => ({
      ask: (url, asked) => ask(wire, { from: party, isAlive }, [url, asked]),
      openStream: (url, asked) => openStream(wire, { from: party, isAlive }, [url, asked]),
    }),
    count: () => counted,
  }
}

/** One answer that a host is giving, for as long as it gives it. */
const answering = new AsyncLocalStorage<{ readonly busy: Busy; isUnderWay: boolean }>()

/**
 * Time stands still while a host answers, since computing takes none here. What it asks others meanwhile
 * takes time, as everything on a wire, and what waits its turn behind that waits for it.
 */
type Busy = { answers: number; asks: number; release: (() => void) | undefined }

function keepStill(time: Time, busy: Busy): void {
  const isStill = busy.answers > 0 && busy.asks === 0
  if (isStill) busy.release ??= time.hold()
  else {
    busy.release?.()
    busy.release = undefined
  }
}

type Sender = { readonly from: string; readonly isAlive: () => boolean }
const latency = ({ chance, weather: { latency: least } }: Wire) =>
  least[0] + chance.next() * (least[1] - least[0])
const happens = ({ chance }: Wire, percent: number) => chance.next() * 100 < percent
const unreachable = (url: string) =>
  new PeerProblem('unreachable', `expected an answer from ${url}, got none`)

function requestOf(url: string, asked: Omit<Asked, 'limit'>): () => Request {
  const { method = 'GET', body, signer, to = '', now = 0 } = asked
  const headers = signer ? { ...signRequest({ method, url, to }, signer, now) } : {}
  return () => new Request(url, { method, headers, ...(body === undefined ? {} : { body }) })
}

function ask(
  wire: Wire,
  { from, isAlive }: Sender,
  [url, asked]: readonly [string, Asked],
): Promise<Answered> {
  const { time, counted, weather } = wire
  const to = partyAt(url)
  counted.asked += 1
  const answer = new Promise<Answered>((resolve, reject) => {
    // A node that died asks nothing and hears nothing: what it waited for never comes.
    const settle = (end: () => void) => {
      callOff()
      if (isAlive()) end()
    }
    const callOff = time.after(asked.timeout ?? TIMEOUT, () =>
      settle(() => reject(unreachable(url))),
    )
    if (!isAlive()) return
    const request = requestOf(url, asked)
    const deliver = async () => {
      if (wire.isCut(from, to)) return
      const host = wire.hosts.get(to)
      if (!host) return settle(() => reject(unreachable(url)))
      const answer = await whileStill(wire, host, request())
      if (!answer) return
      const { answered, isLost } = onItsWay(wire, answer)
      if (isLost) return
      const slower = weather.slow.includes(to) ? 1_000 : 0
      time.after(latency(wire) + slower, () => {
        if (wire.isCut(from, to)) return
        const isLong = answered.bytes.length > asked.limit
        if (!isLong) return settle(() => resolve(answered))
        const tooLong = `expected at most ${asked.limit} bytes from ${url}`
        return settle(() => reject(new PeerProblem('too-large', tooLong)))
      })
    }
    if (happens(wire, weather.lost)) counted.lost += 1
    else time.after(latency(wire), () => void deliver())
    if (!happens(wire, weather.twice)) return
    counted.twice += 1
    time.after(wire.chance.next() * LATE, () => void deliver())
  })
  const during = answering.getStore()
  return during?.isUnderWay ? lettingPass(time, during.busy, answer) : answer
}

async function lettingPass<T>(time: Time, busy: Busy, work: Promise<T>): Promise<T> {
  busy.asks += 1
  keepStill(time, busy)
  try {
    return await work
  } finally {
    busy.asks -= 1
    keepStill(time, busy)
  }
}

async function whileStill(
  { time, busy: all }: Wire,
  host: Host,
  request: Request,
): Promise<Answered | undefined> {
  const busy = all.get(host) ?? { answers: 0, asks: 0, release: undefined }
  all.set(host, busy)
  const during = { busy, isUnderWay: true }
  busy.answers += 1
  keepStill(time, busy)
  try {
    return await answering.run(during, () => answerOf(host, request))
  } finally {
    during.isUnderWay = false
    busy.answers -= 1
    keepStill(time, busy)
  }
}

async function answerOf(host: Host, request: Request): Promise<Answered | undefined> {
  const response = await host(request)
  if (!response) return undefined
  const bytes = new Uint8Array(await response.arrayBuffer())
  return answered(bytes, response)
}

const answered = (
  bytes: Uint8Array,
  { status, headers }: Pick<Response, 'status' | 'headers'>,
): Answered => ({
  status,
  contentType: headers.get('content-type') ?? '',
  bytes,
  text: () => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
})

/** What becomes of an answer: it is lost, or comes as it was given, or does not. */
function onItsWay(wire: Wire, answer: Answered): { answered: Answered; isLost: boolean } {
  const { chance, counted, weather } = wire
  const isLost = happens(wire, weather.lost)
  if (isLost) counted.lost += 1
  if (isLost || answer.bytes.length === 0 || !happens(wire, weather.garbled))
    return { answered: answer, isLost }
  counted.garbled += 1
  const bytes = garbled(answer.bytes, chance)
  return {
    isLost,
    answered: {
      ...answer,
      bytes,
      text: () => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    },
  }
}

/** One bit turned, a part left out, doubled, or put elsewhere. */
function garbled(bytes: Uint8Array, chance: Chance): Uint8Array {
  const at = chance.whole(0, bytes.length - 1)
  const to = chance.whole(at, bytes.length)
  const part = bytes.subarray(at, to)
  const [before, behind] = [bytes.subarray(0, at), bytes.subarray(to)]
  const put = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
  switch (chance.whole(0, 3)) {
    case 0:
      return put(before, behind)
    case 1:
      return put(before, part, part, behind)
    case 2:
      return put(part, before, behind)
    default: {
      const turned = new Uint8Array(bytes)
      turned[at] = turned[at]! ^ (1 << chance.whole(0, 7))
      return turned
    }
  }
}

/** A stream between two nodes: in order, and broken as soon as they are parted or one of them dies. */
async function openStream(
  wire: Wire,
  { from, isAlive }: Sender,
  [url, asked]: readonly [string, Parameters<Outside['network']['openStream']>[1]],
): Promise<AsyncIterable<Uint8Array>> {
  const { time, hosts, isCut } = wire
  const to = partyAt(url)
  await new Promise<void>((resolve) => void time.after(2 * latency(wire), resolve))
  const host = hosts.get(to)
  if (!host || isCut(from, to) || !isAlive() || asked.signal.aborted) throw unreachable(url)
  const response = await host(requestOf(url, asked)())
  if (response?.status !== 200 || !response.body)
    throw new PeerProblem('refusing', `expected a stream, got status ${response?.status}`)
  wire.counted.streams += 1
  return flow(wire, response.body.getReader(), {
    signal: asked.signal,
    isBroken: () => isCut(from, to) || !isAlive() || hosts.get(to) !== host,
  })
}

type Reader = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>

async function* flow(
  wire: Wire,
  reader: Reader,
  { signal, isBroken }: { readonly signal: AbortSignal; readonly isBroken: () => boolean },
): AsyncIterable<Uint8Array> {
  const { time, onPart } = wire
  const come: (Uint8Array | undefined)[] = []
  let wake = () => {}
  let last = 0
  const give = (chunk: Uint8Array | undefined) => {
    come.push(chunk)
    wake()
  }
  const look = () => {
    if (isBroken()) give(undefined)
  }
  const end = () => give(undefined)
  const read = async () => {
    for (;;) {
      const { value } = await reader.read()
      // The heartbeat goes by the true clock, and must change nothing of what chance does.
      if (value && isHeartbeat(value)) give(value)
      else {
        last = Math.max(last, time.now() + latency(wire))
        time.after(last - time.now(), () => give(isBroken() ? undefined : value))
      }
      if (!value) return
    }
  }
  onPart.add(look)
  signal.addEventListener('abort', end)
  read().catch(end)
  try {
    for (;;) {
      while (come.length === 0) await new Promise<void>((resolve) => (wake = resolve))
      const chunk = come.shift()
      if (!chunk || signal.aborted) return
      yield chunk
    }
  } finally {
    onPart.delete(look)
    signal.removeEventListener('abort', end)
    await reader.cancel().catch(() => {})
  }
}

const isHeartbeat = (chunk: Uint8Array) => chunk[0] === 0x3a
