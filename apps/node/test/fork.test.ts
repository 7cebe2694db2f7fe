import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonical, parseCharter, seal, type PartyId } from '@entente/accord'
import { createTree, encodeEntries, formatCheckpoint, leafHash, signNote } from '@entente/log'
import { openCaseAt } from './case-at.ts'
import { withFirstCase } from './first-case.ts'
import { federationRoutes, startPulling } from '../src/federation/index.ts'
import { draftAccusation } from '../src/keys/index.ts'
import { found } from '../src/parties/found.ts'
import { crypto } from '../src/platform/crypto.ts'
import { onError } from '../src/platform/http/problem.ts'
import { startServer } from '../src/platform/http/server.ts'
import { openKeys } from '../src/platform/keys/index.ts'

const data = mkdtempSync(join(tmpdir(), 'entente-fork-'))
const directoryOf = (party: string) => join(data, party)
const founded = found(withFirstCase, directoryOf, new Date('2026-11-24T12:00:00Z'))
const [, charterBytes] = founded.charters
const charter = parseCharter(charterBytes!, crypto)
const urls = new Map<string, string>()
const open: { readonly close: () => Promise<void> }[] = []
const XB = 'XB' as PartyId
const claimedAt = '2026-11-25T12:00:00Z'

async function startNode(party: string) {
  const { keys, database, caseFiles, file } = await openCaseAt(party, {
    data,
    charter: charterBytes!,
    urls,
  })
  const app = new Hono()
  app.onError(onError(() => {}))
  app.route('/', federationRoutes({ caseFiles, name: party }))
  const server = await startServer(app.fetch)
  urls.set(party, server.url)
  const close = async () => {
    await server.stop()
    await caseFiles.close()
    await database.close()
  }
  open.push({ close })
  const held = () => caseFiles.held().find((one) => one.charter.id === charter.id)!
  return { caseFiles, file, held, keys, pulling: startPulling({ caseFiles, interval: 1 }) }
}

/** An act of Birch's ministry, truly signed. */
const said = (title: string) =>
  seal(
    new TextEncoder().encode(
      canonical({
        v: 1,
        charter: charter.id,
        party: 'XB',
        kind: 'evidence',
        claimedAt,
        title,
        objects: [{ id: 'malware--0ac2a2d6-0d5b-4d5e-8f4b-0f0f6ee4a111', sha256: '3f'.repeat(32) }],
        grade: { scale: 'admiralty', version: '1', value: 'B2' },
        custodian: 'XB',
      }),
    ),
    [{ keyid: 'XB-mfa-1', sign: openKeys(directoryOf('XB')).load('XB-mfa-1').sign }],
  )

function signedByBirch(entries: readonly Uint8Array[]): string {
  const tree = createTree(crypto.sha256)
  for (const entry of entries) tree.append(leafHash(crypto.sha256, entry))
  const origin = charter.parties.find(({ id }) => id === XB)!.origin
  const log = { ...openKeys(directoryOf('XB')).load('log'), name: origin }
  return signNote(
    formatCheckpoint({ origin, size: tree.size, root: tree.root() }),
    log,
    crypto.sha256,
  )
}

async function cosigned(entries: readonly Uint8Array[]): Promise<string> {
  brought = entries
  const signed = signedByBirch(entries)
  const lines = await Promise.all(
    ['XA', 'XC', 'CO'].map(async (party) => {
      const url = `${urls.get(party)}/witness/add-checkpoint`
      return (await fetch(url, { method: 'POST', body: `old 0\n\n${signed}` })).text()
    }),
  )
  return `${signed}${lines.join('')}`
}

let alder: Awaited<ReturnType<typeof startNode>>
/** What witnesses read before they cosign it. */
let brought: readonly Uint8Array[] = []
let shown: { readonly note: string; readonly entries: readonly Uint8Array[] } | undefined

beforeAll(async () => {
  alder = await startNode('XA')
  const cedar = await startNode('XC')
  const office = await startNode('CO')
  await Promise.all([cedar.pulling.stop(), office.pulling.stop()])
  const app = new Hono()
  app.get('/log/:case/:party/checkpoint', (c) =>
    c.req.param('party') === 'XB' && shown ? c.text(shown.note) : c.notFound(),
  )
  app.get('/log/:case/:party/tile/entries/*', (c) =>
    c.body(new Uint8Array(encodeEntries(shown?.entries ?? brought))),
  )
  const server = await startServer(app.fetch)
  urls.set('XB', server.url)
  open.push({ close: server.stop })
}, 60_000)

afterAll(async () => {
  await alder.pulling.stop()
  for (const one of open) await one.close()
  rmSync(data, { recursive: true, force: true })
})

async function alderSees(isSeen: () => boolean): Promise<void> {
  for (let at = 0; at < 800 && !isSeen(); at++) {
    await alder.pulling.once()
    await pause(5)
  }
  expect(isSeen()).toBe(true)
}

describe('a party whose log signs two histories', () => {
  const first = [said('one'), said('two')]
  const draft = () =>
    draftAccusation({ caseFiles: alder.caseFiles, file: alder.held() }, XB, {
      party: 'XA' as PartyId,
      claimedAt,
    })

  it('cannot be accused as long as it showed one', async () => {
    shown = { entries: first, note: await cosigned(first) }
    await alderSees(() => alder.file.entries(XB).length === 2)
    expect(draft).toThrow(expect.objectContaining({ code: 'accuse.unproved', status: 404 }))
  })

  it('is accused by one act that holds by itself, and its strand is frozen', async () => {
    const other = [said('something else')]
    shown = { entries: other, note: signedByBirch(other) }
    await alderSees(() => alder.caseFiles.alarms().some(({ code }) => code === 'strand.fork'))
    const { payload } = draft()
    expect(JSON.parse(payload)).toMatchObject({ kind: 'accuse', of: 'XB', consistency: {} })
    const signer = { keyid: 'XA-mfa-1', sign: alder.keys.load('XA-mfa-1').sign }
    const filed = await alder.file.file(seal(new TextEncoder().encode(payload), [signer]))
    await alderSees(() => (alder.file.state().state.forked?.length ?? 0) > 0)
    const { state } = alder.file.state()
    expect(state.forked).toEqual([{ party: 'XB', size: 1, by: filed.id }])
    expect(state.void).toMatchObject([{ party: 'XB', index: 1, code: 'strand.forked' }])
    expect(state.evidence).toHaveLength(1)
  })

  it('is not accused by the same notes about another, nor by notes that were changed', async () => {
    const act = JSON.parse(draft().payload) as { notes: [string, string] }
    const signer = { keyid: 'XA-mfa-1', sign: alder.keys.load('XA-mfa-1').sign }
    const file = (changed: object) =>
      alder.file.file(seal(new TextEncoder().encode(canonical({ ...act, ...changed })), [signer]))
    const unproved = expect.objectContaining({ code: 'accuse.unproved' }) as unknown
    await expect(file({ of: 'XC' })).rejects.toEqual(unproved)
    const [smaller, larger] = act.notes
    await expect(file({ notes: [smaller.replace('\n1\n', '\n2\n'), larger] })).rejects.toEqual(
      unproved,
    )
    await expect(file({ notes: [larger, larger] })).rejects.toEqual(unproved)
  })
})
