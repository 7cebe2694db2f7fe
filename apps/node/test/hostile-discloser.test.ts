import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  canonical,
  makeDisclosure,
  openEntry,
  parseCanonical,
  Act,
  parseCharter,
  seal,
  type PartyId,
} from '@entente/accord'
import { encryptTo, newIdentity, recipientOf } from '../src/disclosures/age-file.ts'
import {
  createDisclosures,
  disclosureMigrations,
  disclosureStore,
} from '../src/disclosures/index.ts'
import { federationRoutes, startPulling } from '../src/federation/index.ts'
import { found } from '../src/parties/found.ts'
import { crypto } from '../src/platform/crypto.ts'
import { onError } from '../src/platform/http/problem.ts'
import { startServer } from '../src/platform/http/server.ts'
import { openCaseAt } from './case-at.ts'
import { withFirstCase } from './first-case.ts'

/** Parties that hand over other words than they signed, or take another's digest for their own. */

const data = mkdtempSync(join(tmpdir(), 'entente-discloser-'))
const directoryOf = (party: string) => join(data, party)
const founded = found(withFirstCase, directoryOf, new Date('2026-11-24T12:00:00Z'))
const charter = parseCharter(founded.charters[1]!, crypto)
const urls = new Map<string, string>()
const NAMES = ['XA', 'XB', 'XC', 'CO'] as const

/** What Cedar's node gives for a part in the place of its words: by the digest that is asked for. */
const instead = new Map<string, string>()

async function startNode(party: (typeof NAMES)[number]) {
  const { keys, database, caseFiles, file } = await openCaseAt(party, {
    data,
    charter: founded.charters[1]!,
    urls,
    migrations: disclosureMigrations,
  })
  const { raise, tell } = caseFiles
  const identity = await newIdentity()
  const now = () => '2026-11-25T12:00:00Z'
  const options = { party: party as PartyId, now, identity, raise, tell }
  const store = disclosureStore(database)
  const disclosures = await createDisclosures(store, options)
  const app = new Hono()
  app.onError(onError(() => {}))
  if (party === 'XC')
    app.get('/log/:case/sealed/:digest/:recipient', async (c, next) => {
      const { digest, recipient } = c.req.param()
      const words = instead.get(digest)
      if (words === undefined) return next()
      return c.body(new Uint8Array(await encryptTo([recipient], words)))
    })
  app.route('/', federationRoutes({ caseFiles, name: party, sealed: disclosures.serve }))
  const server = await startServer(app.fetch, { patience: 10 })
  urls.set(party, server.url)
  const pulling = startPulling({ caseFiles, interval: 20, evidence: disclosures.visit })
  /** Signs a note that seals this digest, whatever an honest node would say of it. */
  const entryOf = (digest: string, to: readonly string[]) => {
    const sealed = [{ name: 'says', digest, to }]
    const said = { v: 1, charter: charter.id, party, kind: 'note', claimedAt: now(), sealed }
    const signer = { keyid: `${party}-${party === 'CO' ? 'office' : 'mfa'}-1` }
    const { sign } = keys.load(signer.keyid)
    return seal(new TextEncoder().encode(canonical(said)), [{ ...signer, sign }])
  }
  return {
    party,
    file,
    caseFiles,
    disclosures,
    identity,
    entryOf,
    seals: (digest: string, to: readonly string[]) => file.file(entryOf(digest, to)),
    /** What the node's people are shown of that party's part. */
    part: (digest: string, of: string) =>
      disclosures.sealed(file).find((one) => one.digest === digest && one.party === of),
    /** The same store, as a node has it that was started again. */
    again: () => createDisclosures(store, options),
    stop: async () => {
      await pulling.stop()
      await server.stop()
      await caseFiles.close()
      await database.close()
    },
  }
}

type Node = Awaited<ReturnType<typeof startNode>>
let alder: Node
let birch: Node
let cedar: Node
let chair: Node

beforeAll(async () => {
  ;[alder, birch, cedar, chair] = [
    await startNode('XA'),
    await startNode('XB'),
    await startNode('XC'),
    await startNode('CO'),
  ]
})

afterAll(async () => {
  await Promise.all([alder, birch, cedar, chair].map((node) => node.stop()))
  rmSync(data, { recursive: true, force: true })
})

async function until<T>(what: string, look: () => T | undefined, seconds = 20): Promise<T> {
  const endAt = Date.now() + seconds * 1000
  for (;;) {
    const found_ = look()
    if (found_ !== undefined) return found_
    if (Date.now() > endAt) throw new Error(`expected ${what} within ${seconds} s, got nothing`)
    await pause(20)
  }
}

const made = (value: string) =>
  makeDisclosure({ name: 'says', value, salt: randomBytes(16) }, crypto.sha256)
const valueAt = (node: Node, digest: string, of: string) => node.part(digest, of)?.value

describe('who hands over other words than it signed', () => {
  test('is not believed, and accused with the digest at its reader, who is shown none of them', async () => {
    const [signed, other] = [made('CANARY what was signed'), made('CANARY what is said now')]
    instead.set(signed.digest, other.disclosure)
    await cedar.seals(signed.digest, ['XB'])
    const alarm = await until('an alarm', () =>
      birch.caseFiles.alarms().find(({ code }) => code === 'disclosure.false'),
    )
    expect(alarm).toMatchObject({ party: 'XC', evidence: { digest: signed.digest } })
    expect(JSON.stringify(alarm)).not.toContain('CANARY')
    const part = birch.part(signed.digest, 'XC')
    expect(part).toMatchObject({ delivery: 'not-delivered' })
    expect(part).not.toHaveProperty('value')
  })
})

describe('who takes another’s digest for its own', () => {
  const words = made('Alder alone says this.')

  beforeAll(async () => {
    await alder.disclosures.keep(charter.id, [words.disclosure])
    await alder.seals(words.digest, ['XB', 'CO'])
    await until('the words at Birch', () => valueAt(birch, words.digest, 'XA'))
    await until('the words at the chair', () => valueAt(chair, words.digest, 'XA'))
    await until('the act at Cedar', () => cedar.part(words.digest, 'XA'))
    await cedar.seals(words.digest, ['XB'])
    for (const node of [alder, birch, chair])
      await until('Cedar’s act', () => node.part(words.digest, 'XC'))
  })

  test('is shown none of Alder’s words as its own, at any node that holds them', () => {
    for (const node of [alder, birch, chair]) {
      expect(valueAt(node, words.digest, 'XA')).toBe('Alder alone says this.')
      expect([node.party, valueAt(node, words.digest, 'XC')]).toEqual([node.party, undefined])
    }
    expect(birch.part(words.digest, 'XC')).toMatchObject({ delivery: 'not-delivered' })
  })

  test('is shown beside it, as is the other, for nothing proves who was first', () => {
    const acts = {
      XA: birch.part(words.digest, 'XA')!.act,
      XC: birch.part(words.digest, 'XC')!.act,
    }
    expect(birch.part(words.digest, 'XA')!.alsoIn).toEqual([{ party: 'XC', act: acts.XC }])
    expect(birch.part(words.digest, 'XC')!.alsoIn).toEqual([{ party: 'XA', act: acts.XA }])
  })

  test('is refused by its own node, even where that holds the words', async () => {
    await chair.disclosures.keep(charter.id, [words.disclosure])
    const payload = parseCanonical(openEntry(chair.entryOf(words.digest, ['XB'])).payload)
    expect(() => chair.disclosures.judge(chair.file, Act.parse(payload))).toThrow(
      expect.objectContaining({ code: 'disclosure.copied' }),
    )
  })

  test('has no file of it opened that does not say whose part it is', async () => {
    const file = await encryptTo([await recipientOf(birch.identity)], words.disclosure)
    await expect(birch.disclosures.receive(birch.file, file)).rejects.toMatchObject({
      code: 'disclosure.copied',
    })
    await birch.disclosures.receive(birch.file, file, 'XA' as PartyId)
    expect(valueAt(birch, words.digest, 'XC')).toBeUndefined()
  })

  test('and nothing of this changes when a node is started again', async () => {
    const sealed = (await birch.again()).sealed(birch.file)
    const of = (party: string) =>
      sealed.find((part) => part.digest === words.digest && part.party === party)
    expect(of('XA')).toMatchObject({ delivery: 'delivered', value: 'Alder alone says this.' })
    expect(of('XC')).not.toHaveProperty('value')
  })

  test('says them itself, if it hands them over as its own', async () => {
    instead.set(words.digest, words.disclosure)
    await birch.disclosures.erase(birch.file, words.digest)
    const file = await encryptTo([await recipientOf(birch.identity)], words.disclosure)
    await birch.disclosures.receive(birch.file, file, 'XC' as PartyId)
    expect(valueAt(birch, words.digest, 'XC')).toBe('Alder alone says this.')
    expect(birch.part(words.digest, 'XC')!.alsoIn).toHaveLength(1)
  })
})
