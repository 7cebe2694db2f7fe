import { describe, expect, it } from 'vitest'
import { seal, type PartyId } from '@entente/accord'
import {
  cosign,
  createTree,
  encodeEntries,
  faulty,
  formatCheckpoint,
  leafHash,
  quorum,
  signNote,
} from '@entente/log'
import { bytesOf } from '../../../../tools/vectors-case.ts'
import { EVIDENCE } from '../../../../tools/vectors-play.ts'
import { draftAccusation } from '../../src/keys/index.ts'
import { crypto } from '../../src/platform/crypto.ts'
import { entryOf } from './acts.ts'
import { coalitionOf, HOUR, type Coalition } from './coalition.ts'
import { openWorld, type World } from './world.ts'
import { urlOf } from './wires.ts'

/** Birch's log signs two histories and shows each to others; some witnesses cosign whatever they are shown. */

const coalition = coalitionOf(4)
const [XA, XB, XC, XD] = coalition.members as [PartyId, PartyId, PartyId, PartyId]
const HONEST = [XA, XC, XD] as const

type History = {
  readonly entries: readonly Uint8Array[]
  readonly signed: string
  readonly text: string
}

function historyOf({ charter, keysEntry, ministry, logSigner }: Coalition, title: string): History {
  const said = { ...EVIDENCE, title, custodian: XB }
  const base = { v: 1, charter: charter.id, party: XB, claimedAt: '2026-11-24T14:05:00Z' }
  const by = { keyid: `${XB}-mfa-1`, sign: ministry(XB).sign }
  const entries = [keysEntry(XB), seal(bytesOf({ ...base, ...said }), [by])]
  const tree = createTree(crypto.sha256)
  for (const entry of entries) tree.append(leafHash(crypto.sha256, entry))
  const { origin } = charter.parties.find(({ id }) => id === XB)!
  const text = formatCheckpoint({ origin, size: tree.size, root: tree.root() })
  return { entries, text, signed: signNote(text, logSigner(origin), crypto.sha256) }
}
const histories = [historyOf(coalition, 'One'), historyOf(coalition, 'Another')] as const

const lied = ({ text }: History, party: PartyId) =>
  cosign(text, coalition.witnessSigner(party), 1_795_521_600, crypto.sha256)

/** What Birch's node answers that shows this history: a witness reads it before it cosigns. */
const showing =
  ({ entries }: History) =>
  async ({ url }: Request): Promise<Response> =>
    url.includes('/XB/tile/entries/')
      ? new Response(new Uint8Array(encodeEntries(entries)))
      : new Response('none', { status: 404 })

/** Brings a history to the witness of a node that runs; its line, or nothing where it refuses. */
async function asked(history: History, party: PartyId, world: World): Promise<string> {
  const { signed } = history
  if (!world.node(XB)) world.wires.host(XB, showing(history))
  const answering = world.wires
    .of(XB, () => true)
    .ask(`${urlOf(party)}/witness/add-checkpoint`, {
      method: 'POST',
      body: `old 0\n\n${signed}`,
      limit: 4_096,
    })
  await world.time.run(world.time.now() + HOUR)
  const { status, text } = await answering
  return status === 200 ? text() : ''
}

async function started(parties: readonly PartyId[]): Promise<World> {
  const world = openWorld({ coalition, seed: 1 })
  for (const party of parties) await world.start(party)
  return world
}

const linesIn = (lines: readonly string[]) => lines.filter((line) => line !== '').length

describe('a log that signs two histories', () => {
  it('gets the quorum for one of them at most, whoever saw which first, where no more lie than may', async () => {
    expect([faulty(4), quorum(4)]).toEqual([1, 3])
    const reached: number[] = []
    for (let first = 0; first < 2 ** HONEST.length; first += 1) {
      const world = await started(HONEST)
      const counted = [1, 1]
      for (const [at, party] of HONEST.entries()) {
        const sees = (first >> at) & 1
        // Each is asked for the other one as well.
        for (const which of [sees, 1 - sees])
          counted[which]! += linesIn([await asked(histories[which]!, party, world)])
      }
      expect(counted[0]! + counted[1]!).toBe(2 + HONEST.length)
      reached.push(counted.filter((count) => count >= quorum(4)).length)
      await world.close()
    }
    expect(Math.max(...reached)).toBe(1)
  })

  it('is found out by the first honest node that sees both, where more lie than may', async () => {
    const world = await started([XA, XD])
    const notes = [
      histories[0].signed + (await asked(histories[0], XA, world)),
      histories[1].signed + (await asked(histories[1], XD, world)),
    ]
    const shown = notes.map(
      (note, which) => `${note}${lied(histories[which]!, XB)}${lied(histories[which]!, XC)}`,
    )
    let isHidden = true
    world.wires.host(XB, async (request) => {
      const isAlder = request.headers.get('signature-input')?.includes('xa.example') ?? false
      const which = isAlder === isHidden ? 0 : 1
      const { pathname } = new URL(request.url)
      if (pathname.endsWith('/XB/checkpoint')) return new Response(shown[which])
      if (!pathname.includes('/XB/tile/entries/')) return new Response('none', { status: 404 })
      return new Response(new Uint8Array(encodeEntries(histories[which]!.entries)))
    })
    // The two honest nodes are kept from seeing what the other one was shown.
    const bySide = [XA, XD].map((party) => world.node(party))
    world.wires.part([XD])
    await world.time.run(world.time.now() + 2 * HOUR)
    world.wires.part([XA])
    await world.time.run(world.time.now() + 2 * HOUR)
    expect(bySide.map(({ file }) => file.final()[XB])).toEqual([2, 2])
    const roots = bySide.map(({ file }) => file.state().cut[XB]?.root)
    expect(roots[0]).not.toBe(roots[1])
    const found = () =>
      bySide.map(({ caseFiles }) =>
        caseFiles.alarms().some((one) => one.party === XB && one.code === 'strand.fork'),
      )
    expect(found()).toEqual([false, false])
    isHidden = false
    world.wires.part([])
    await world.time.run(world.time.now() + 5 * HOUR)
    expect(found()).toEqual([true, true])
    for (const { caseFiles, file, party } of bySide) {
      const draft = draftAccusation({ caseFiles, file }, XB, {
        party,
        claimedAt: '2026-11-25T12:00:00Z',
      })
      expect(JSON.parse(draft.payload)).toMatchObject({ kind: 'accuse', of: XB })
    }
    await world.close()
  })

  it('goes on with the one that the quorum cosigned, though a witness cosigned the other', async () => {
    const world = await started([XA, XC])
    const birch = { isOther: false }
    await world.start(XB, {
      before: async (request) =>
        birch.isOther && request.url.includes('/XB/tile/entries/')
          ? showing(histories[1])(request)
          : 'its own',
    })
    const hours = (count: number) => world.time.run(world.time.now() + count * HOUR)
    const file = async (entry: Uint8Array) => {
      const filing = world.node(XB).file.file(entry)
      await hours(1)
      return filing
    }
    const say = (title: string) => {
      const said = { ...EVIDENCE, title, custodian: XB, claimedAt: '2026-11-25T12:00:00Z' }
      return file(entryOf(world, [world.node(XB).file, XB], said).entry)
    }
    for (const entry of histories[0].entries)
      expect(await file(entry)).toMatchObject({ final: true })
    await world.start(XD)
    birch.isOther = true
    expect(await asked(histories[1], XD, world)).not.toBe('')
    birch.isOther = false

    const isTold = () =>
      world
        .node(XB)
        .caseFiles.alarms()
        .some(({ code, party }) => code === 'strand.fork' && party === XB)
    expect(isTold()).toBe(false)
    world.wires.weather.slow = [XD]
    expect(await say('Three')).toMatchObject({ final: true })
    // That witness answers when the quorum has long answered, and is heard all the same.
    expect(isTold()).toBe(true)
    const from = await world.node(XB).backup()
    world.node(XB).crash()
    await world.start(XB, { from })
    expect(await say('Four')).toMatchObject({ final: true })
    const { own, final } = world.node(XB).file
    expect([own.signing(), final()[XB]]).toEqual(['clear', 4])
    await hours(2)
    expect(world.nodes().map(({ file: { final: sizes } }) => sizes()[XB])).toEqual([4, 4, 4, 4])
    await world.close()
  })
})
