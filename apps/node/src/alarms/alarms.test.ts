import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CharterId, PartyId } from '@entente/accord'
import { STORE_KINDS, type EmptyStore } from '../../test/stores.ts'
import type { Told } from '../federation/index.ts'
import type { Database } from '../platform/db/index.ts'
import { openAlarms } from './alarms.ts'
import { alarmMigrations, alarmStore } from './store.ts'
import { urgentIn } from './urgent.ts'
import { alarmsView } from './view.ts'

const [XA, XB] = ['XA', 'XB'] as [PartyId, PartyId]
const CASE = `sha256:${'1'.repeat(64)}` as CharterId
const instantOf = (now: number) => new Date(now).toISOString()
const START = Date.parse('2026-11-26T10:00:00Z')

const forged = (index: number): Told => ({
  code: 'act.unsigned',
  party: XB,
  case: CASE,
  message: 'expected a signature by a known key, got none',
  evidence: { act: `sha256:${'a'.repeat(64)}`, index: String(index) },
})
const altered = (got: string): Told => ({
  code: 'strand.root',
  party: XB,
  case: CASE,
  message: `expected the root, got ${got}`,
  evidence: { got },
})

/** What every store of alarms promises. */
describe.each(STORE_KINDS)('alarms kept in $name', (kind) => {
  let place: EmptyStore
  let database: Database
  let now = START
  const warnings: string[] = []
  const open = () =>
    openAlarms({
      store: alarmStore(database),
      party: XA,
      clock: { now: () => now },
      warn: (line) => void warnings.push(line),
    })
  const reopened = async () => {
    await database.close()
    database = await place.open(alarmMigrations)
    return open()
  }
  beforeEach(async () => {
    now = START
    place = await kind.empty()
    database = await place.open(alarmMigrations)
  })
  afterEach(async () => {
    await database.close()
    await place[Symbol.asyncDispose]()
    expect(warnings).toEqual([])
  })

  test('stand there after the process ended without a word', async () => {
    const alarms = await open()
    await alarms.raise(forged(3))
    await alarms.raise({ code: 'request.unsigned', message: 'expected', evidence: { path: '/' } })
    const before = alarms.list()
    expect(before).toMatchObject([
      {
        kind: 'forged-act',
        code: 'act.unsigned',
        party: 'XB',
        case: CASE,
        firstSeen: '2026-11-26T10:00:00.000Z',
        lastSeen: '2026-11-26T10:00:00.000Z',
        times: 1,
        evidence: { index: '3' },
      },
      { kind: 'refused-request', times: 1 },
    ])
    const after = (await reopened()).list()
    expect(after).toHaveLength(2)
    expect(after).toEqual(expect.arrayContaining([...before]))
  })

  test('found again are one, with how often; the evidence of the first time stays', async () => {
    const alarms = await open()
    await alarms.raise(altered('one'))
    for (let at = 1; at <= 500; at++) {
      now = START + at
      await alarms.raise(altered(`another ${at}`))
    }
    const folded = [
      {
        times: 501,
        firstSeen: '2026-11-26T10:00:00.000Z',
        lastSeen: '2026-11-26T10:00:00.500Z',
        message: 'expected the root, got another 500',
        evidence: { got: 'one' },
      },
    ]
    expect(alarms.list()).toMatchObject(folded)
    await alarms.close()
    expect((await reopened()).list()).toMatchObject(folded)
  })

  test('that stand on record are counted once, however often they are seen', async () => {
    const alarms = await open()
    for (let at = 0; at < 3; at++) await alarms.raise({ ...forged(1), isOnRecord: true })
    const again = await reopened()
    await again.raise({ ...forged(1), isOnRecord: true })
    expect(again.list()).toMatchObject([{ times: 1 }])
  })

  test('of one kind about one party are at most 21; another kind still finds its place', async () => {
    const alarms = await open()
    for (let index = 0; index < 300; index++) await alarms.raise(forged(index))
    expect(alarms.list()).toHaveLength(21)
    expect(alarms.list().at(-1)).toMatchObject({ times: 280, evidence: { more: '20' } })
    await alarms.raise(altered('x'.repeat(1_000_000)))
    expect(alarms.list()).toHaveLength(22)
    expect(alarms.list().at(-1)!.evidence['got']).toHaveLength(65_536)
    await alarms.close()
    expect((await reopened()).list()).toHaveLength(22)
  })

  test('are acknowledged by whoever was first, also for who opens the store anew', async () => {
    const alarms = await open()
    await alarms.raise(forged(1))
    await alarms.raise(forged(2))
    const { id } = alarms.list()[0]!
    expect(await alarms.acknowledge('0'.repeat(64), 'ops')).toBeUndefined()
    await alarms.acknowledge(id, 'ops')
    now += 60_000
    await alarms.acknowledge(id, 'deputy')
    const shown = alarmsView(await reopened(), [])
    expect(shown.open).toBe(1)
    expect(shown.alarms.map(({ acknowledged }) => acknowledged)).toEqual([
      undefined,
      { by: 'ops', at: '2026-11-26T10:00:00.000Z' },
    ])
  })

  test('end when it is not so any more, and are open anew, unseen, when it is so again', async () => {
    const alarms = await open()
    const silent = { ...altered('it'), code: 'peer.silent' }
    await alarms.raise({ ...silent, isOver: true })
    expect(alarms.list()).toEqual([])
    await alarms.raise(silent)
    await alarms.raise(forged(1))
    await alarms.acknowledge(alarms.list().find(({ code }) => code === 'peer.silent')!.id, 'ops')
    now += 60_000
    await alarms.raise({ ...silent, isOver: true })
    const ended = alarmsView(await reopened(), [])
    expect(ended.alarms.at(-1)).toMatchObject({ code: 'peer.silent', ended: instantOf(now) })
    const again = await reopened()
    now += 60_000
    await again.raise(silent)
    const shown = alarmsView(again, [])
    expect(shown.open).toBe(2)
    const back = shown.alarms.find(({ code }) => code === 'peer.silent')!
    expect(back).toMatchObject({ times: 2, firstSeen: instantOf(START), lastSeen: instantOf(now) })
    expect(back).not.toHaveProperty('ended')
    expect(back).not.toHaveProperty('acknowledged')
  })

  test('that are critical and unseen are urgent once for the last day on which some were found', async () => {
    const alarms = await open()
    await alarms.raise({ ...altered('it'), code: 'peer.silent' })
    expect(urgentIn(alarms, [])).toEqual([])
    await alarms.raise(forged(1))
    now += 60_000
    await alarms.raise(forged(2))
    const [urgent, another] = urgentIn(alarms, [])
    expect(another).toBeUndefined()
    expect(urgent).toMatchObject({ what: 'alarm', at: instantOf(START), exercise: false })
    now += 86_400_000
    await alarms.raise(forged(3))
    const [later] = urgentIn(alarms, [])
    expect(later).toMatchObject({ at: instantOf(now) })
    expect(later!.id).not.toBe(urgent!.id)
    for (const { id } of alarms.list()) await alarms.acknowledge(id, 'ops')
    expect(urgentIn(alarms, [])).toEqual([])
    await alarms.close()
  })

  test('that ended are no longer counted, and come after what goes on', async () => {
    const alarms = await open()
    const silent = { ...altered('it'), code: 'peer.silent', party: XA }
    await alarms.raise(silent)
    await alarms.raise({ ...silent, party: XB })
    await alarms.raise({ ...silent, isOver: true })
    const shown = alarmsView(alarms, [])
    expect(shown.open).toBe(1)
    expect(shown.alarms.map(({ party }) => party)).toEqual(['XB', 'XA'])
    await alarms.close()
  })

  test('come the gravest first, in words that name the party, without what an object says', async () => {
    const alarms = await open()
    await alarms.raise({ ...altered('it'), code: 'peer.silent' })
    await alarms.raise({ ...altered('secret'), code: 'object.altered' })
    await alarms.raise({ ...altered('it'), code: 'strand.altered' })
    await alarms.raise({ ...altered('it'), code: 'strand.altered', party: XA })
    await alarms.raise({ ...altered('it'), code: 'act.nobody-knows-yet' })
    const shown = alarmsView(alarms, [])
    expect(shown.alarms.map(({ kind: one, severity }) => [severity, one])).toEqual([
      ['critical', expect.stringMatching(/^(own|altered)-strand$/)],
      ['critical', expect.stringMatching(/^(own|altered)-strand$/)],
      ['serious', 'false-object'],
      ['notice', expect.stringMatching(/^(void-act|silent-peer)$/)],
      ['notice', expect.stringMatching(/^(void-act|silent-peer)$/)],
    ])
    expect(shown.alarms[2]).toMatchObject({
      says: { en: expect.stringContaining('XB'), es: expect.stringContaining('XB') },
      evidence: {},
    })
    expect(JSON.stringify(shown.alarms[2]!.evidence)).not.toContain('secret')
    expect(JSON.stringify(shown)).not.toContain('{who}')
  })
})
