import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyBundle, type Act, type ActId } from '@entente/accord'
import type { CaseSummary, CaseView, KeysView, Me, People } from '../src/api.ts'
import { begin } from '../src/demo/begin.ts'
import { freePort, startNode, stopNode } from '../src/demo/constellation.ts'
import { startExercise, type Exercise } from '../src/demo/exercise.ts'
import { logIn, type PersonClient } from '../src/demo/person.ts'
import { settledAt, type Cast } from '../src/demo/play.ts'
import { crypto } from '../src/platform/crypto.ts'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const place = mkdtempSync(join(tmpdir(), 'entente-keys-story-'))
const data = join(place, 'demo')
const of = (party: string) => join(data, party)
const session = join(place, 'session.json')
let exercise: Exercise
let cast: Cast
let alder: PersonClient
let id: string

/** Runs the command as people run it, in a process of its own. */
async function entente(...args: readonly string[]): Promise<string> {
  const command = ['--conditions=entente-source', '--disable-warning=ExperimentalWarning', MAIN]
  return (await promisify(execFile)(process.execPath, [...command, ...args])).stdout
}
const keys = (...args: readonly string[]) => entente('keys', ...args, '--session', session)
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing was refused',
    (error: Error & { stderr?: string }) => `${error.message}${error.stderr ?? ''}`,
  )

const evidence = (
  title: string,
): Omit<
  Extract<Act, { kind: 'evidence' }>,
  'v' | 'charter' | 'party' | 'prev' | 'claimedAt' | 'kind'
> => ({
  title,
  objects: [{ id: 'malware--0ac2a2d6-0d5b-4d5e-8f4b-0f0f6ee4a111', sha256: '3f'.repeat(32) }],
  grade: { scale: 'admiralty', version: '1', value: 'B2' },
  custodian: alder.party,
})
const register = async (person: PersonClient, file = id) => {
  const { parties } = await person.ask<KeysView>(`/api/v1/cases/${file}/keys`)
  return parties.find(({ party }) => party === 'XA')!
}
const kindsOf = (view: CaseView) =>
  view.acts.flatMap(({ party, act, void: reason }) =>
    party === 'XA' && act && !reason ? [act.kind] : [],
  )

/** The whole record of a case, as Alder's node gives it once every strand of it is witnessed. */
async function bundle(file: string): Promise<string> {
  const endAt = Date.now() + 30_000
  for (;;) {
    const given = await alder.ask<unknown>(`/api/v1/cases/${file}/bundle`).catch(String)
    if (typeof given !== 'string') return JSON.stringify(given)
    if (!given.includes('strand.unwitnessed') || Date.now() > endAt) throw new Error(given)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

async function comeBack(): Promise<void> {
  const node = await exercise.restart('XA')
  alder = await logIn(node.link)
  await entente('login', await alder.link(), '--session', session)
}

beforeAll(async () => {
  exercise = await startExercise({ data, fresh: true, ports: 'auto' })
  cast = await begin(exercise, () => {})
  alder = cast.alder
  id = cast.case
  await entente('login', await alder.link(), '--session', session)
}, 120_000)

afterAll(async () => {
  await exercise.stop()
  rmSync(place, { recursive: true, force: true })
})

describe('the life of an authority’s key', () => {
  let stolen: ActId

  test('begins with what the charter hands down', { timeout: 60_000 }, async () => {
    stolen = (await alder.file(id, 'evidence', evidence('signed by a thief'))).id
    writeFileSync(join(place, 'before.json'), await bundle(id))
    const told = await keys('list')
    expect(told).toContain('XA-mfa-1 of')
    expect(told).toContain('from the charter on, in force')
    expect(await register(alder)).toMatchObject({ missing: [], keys: [{ held: true }] })
  })

  test(
    'a second key is given by the root key, and copied into every open case',
    { timeout: 90_000 },
    async () => {
      const add = [
        'add',
        '--data',
        of('XA'),
        '--authority',
        'XA-mfa=Ministry of Foreign Affairs',
        '--roots',
        of('XA'),
      ]
      expect(await keys(...add, '--dry-run')).toContain('Nothing is filed. Act sha256:')
      expect((await register(alder)).keys).toHaveLength(1)
      // Before it stand the key act of the founding and the evidence with which the exercise begins.
      expect(await keys(...add)).toContain('is on record at index 2')
      const { cases } = await alder.ask<{ cases: CaseSummary[] }>('/api/v1/cases')
      expect(cases.length).toBeGreaterThan(2)
      for (const one of cases.filter(({ line }) => !line))
        await settledAt(alder, one.id, (view) =>
          kindsOf(view).includes('keys-add') ? true : undefined,
        )
      // A key that is given changes nobody's hand: the first goes on.
      const { index } = await alder.file(id, 'evidence', evidence('by the first key'))
      const view = await alder.view(id)
      expect(view.acts.find((act) => act.party === 'XA' && act.index === index)?.keyids).toEqual([
        'XA-mfa-1',
      ])
    },
  )

  test(
    'once revoked it signs nothing more at the running node, and the second takes over',
    { timeout: 90_000 },
    async () => {
      const told = await keys('revoke', 'XA-mfa-1', '--cause', 'compromise', '--roots', of('XA'))
      expect(told).toContain('goes on with XA-mfa-2')
      // At once: before any copy is there.
      const { index, id: act } = await alder.file(id, 'evidence', evidence('by the second key'))
      const seen = (await alder.view(id)).acts.find((one) => one.id === act)
      expect([seen?.index, seen?.keyids]).toEqual([index, ['XA-mfa-2']])
      await settledAt(cast.birch, id, (view) =>
        kindsOf(view).includes('keys-revoke') ? true : undefined,
      )
      const birch = await register(cast.birch)
      expect(birch.missing).toEqual([])
      expect(birch.keys.map(({ keyid, revoked }) => [keyid, revoked?.cause])).toEqual([
        ['XA-mfa-2', undefined],
        ['XA-mfa-1', 'compromise'],
      ])
    },
  )

  test(
    'what a thief signed is disowned by name, and void from there',
    { timeout: 60_000 },
    async () => {
      const disavow = [
        'disavow',
        stolen,
        '--case',
        id,
        '--reason',
        'The key was copied.',
        '--roots',
        of('XA'),
      ]
      expect(await keys(...disavow)).toContain('is on record')
      const view = await settledAt(cast.birch, id, (one) => (one.state.disavowed ? one : undefined))
      expect(view.state.evidence).not.toContain(stolen)
      expect(view.state.void).toMatchObject([{ act: stolen, code: 'act.disavowed' }])
    },
  )

  test(
    'without a key in force the node signs nothing, after a restart as before',
    { timeout: 90_000 },
    async () => {
      expect(await keys('revoke', 'XA-mfa-2', '--cause', 'lost', '--roots', of('XA'))).toContain(
        'Nobody signs',
      )
      expect(await refusal(alder.file(id, 'evidence', evidence('by nobody')))).toContain(
        'key.revoked',
      )
      await stopNode(exercise.nodes.XA, 'SIGKILL')
      await comeBack()
      expect(await refusal(alder.file(id, 'evidence', evidence('by nobody')))).toContain(
        'key.revoked',
      )
    },
  )

  test(
    'the root keys hand over to the set they committed to, and no other',
    { timeout: 90_000 },
    async () => {
      const next = join(of('XA'), 'next-root')
      const wrong = await refusal(
        keys(
          'rotate',
          '--roots',
          of('XA'),
          '--next',
          join(of('XB'), 'next-root'),
          '--then',
          join(place, 'never'),
        ),
      )
      expect(wrong).toContain('root.other')
      const then = join(place, 'then')
      expect(await keys('rotate', '--roots', of('XA'), '--next', next, '--then', then)).toContain(
        'is on record',
      )
      const add = [
        'add',
        '--data',
        of('XA'),
        '--authority',
        'XA-mfa=Ministry of Foreign Affairs',
        '--verbs',
        'evidence,comply',
      ]
      expect(await refusal(keys(...add, '--roots', of('XA')))).toContain('root.missing')
      expect(await keys(...add, '--roots', next)).toContain('is on record')
      await settledAt(alder, id, (view) =>
        kindsOf(view).filter((kind) => kind === 'keys-add').length === 2 ? true : undefined,
      )
      const filed = await alder.file(id, 'evidence', evidence('by the third key'))
      const view = await alder.view(id)
      expect(view.acts.find((act) => act.id === filed.id)?.keyids).toEqual(['XA-mfa-3'])
      const record = await settledAt(cast.birch, id, (one) =>
        one.state.evidence.includes(filed.id) ? one : undefined,
      )
      expect(record.state.void).toHaveLength(1)
    },
  )
})

describe('a mandate that ends', () => {
  const add = (...more: readonly string[]) => {
    const root = join(of('XA'), 'next-root')
    const body = ['--authority', 'XA-mfa=Ministry of Foreign Affairs', '--roots', root]
    return keys('add', '--data', of('XA'), ...body, ...more)
  }
  test(
    'is told beforehand; from its end on the node signs nothing under it, until there is another',
    { timeout: 90_000 },
    async () => {
      const root = join(of('XA'), 'next-root')
      const me = async () => (await alder.ask<Me>('/api/v1/me')).person!
      await add('--until', '2099-01-01')
      await keys('revoke', 'XA-mfa-3', '--cause', 'ended', '--roots', root)
      const until = Date.parse('2099-01-01') / 1000
      expect(await me()).toMatchObject({ mandate: { until, ended: false } })
      await alder.file(id, 'evidence', evidence('under a mandate that will end'))
      await add('--until', '2026-01-01')
      await keys('revoke', 'XA-mfa-4', '--cause', 'ended', '--roots', root)
      expect(await me()).toMatchObject({ verbs: [], mandate: { ended: true } })
      const { people } = await alder.ask<People>('/api/v1/people')
      expect(people.find(({ authority }) => authority === 'XA-mfa')?.verbs).toEqual([])
      expect(await refusal(alder.file(id, 'evidence', evidence('after its end')))).toContain(
        'mandate.ended',
      )
      await add()
      await alder.file(id, 'evidence', evidence('under another mandate'))
      const expired = ['declare', 'expired', '--key', 'XA-mfa-5', '--session', session]
      expect(await entente(...expired, '--case', id, '--yes')).toContain('is on record')
      await settledAt(alder, id, ({ state }) => state.mandates?.length || undefined)
      const [key] = (await register(alder)).keys.filter(({ keyid }) => keyid === 'XA-mfa-5')
      expect(key).toMatchObject({ ended: { index: expect.any(Number) } })
    },
  )
})

describe('a record of a case below another', () => {
  test(
    'says what it cannot know of the keys above, and what it lacks where that case is given too',
    { timeout: 90_000 },
    async () => {
      const root = (await alder.ask<{ cases: CaseSummary[] }>('/api/v1/cases')).cases.find(
        (one) => one.root,
      )!
      const files = { now: join(place, 'now.json'), above: join(place, 'above.json') }
      writeFileSync(files.now, await bundle(id))
      writeFileSync(files.above, await bundle(root.id))
      const alone = await entente('verify', files.now, '--charter', id)
      expect(alone).toContain(
        'That no key was revoked in the case above, or in the one whose charter this amends, without a copy here',
      )
      const verify = ['--charter', id, '--parent', files.above]
      expect(await entente('verify', files.now, ...verify)).toContain(
        'Every key act of the case above',
      )
      const lacking = await entente('verify', join(place, 'before.json'), ...verify)
      expect(lacking).toContain('XA: a key was revoked (sha256:')
      expect(lacking).toContain('XA: the root keys were replaced (sha256:')
    },
  )
})

describe('a node that was put back from a backup', () => {
  test(
    'signs nothing before it has what it signed since, and forks nothing',
    { timeout: 120_000 },
    async () => {
      await stopNode(exercise.nodes.XA)
      cpSync(of('XA'), join(place, 'backup'), { recursive: true })
      await comeBack()
      const since = await alder.file(id, 'evidence', evidence('after the backup'))
      // What no other node holds is lost with the disk, and its strand goes on nowhere.
      await settledAt(cast.birch, id, (one) =>
        one.state.evidence.includes(since.id) ? one : undefined,
      )
      await stopNode(exercise.nodes.XA)
      rmSync(of('XA'), { recursive: true })
      cpSync(join(place, 'backup'), of('XA'), { recursive: true })
      await comeBack()
      const first = await filedInTime(() =>
        alder.file(id, 'evidence', evidence('after it was put back')),
      )
      const view = await alder.view(id)
      const mine = view.acts.filter(({ party }) => party === 'XA').map((act) => act.id)
      expect(mine.indexOf(since.id)).toBe(since.index)
      expect(mine.indexOf(first)).toBe(since.index + 1)
      const birch = await settledAt(cast.birch, id, (one) =>
        one.state.evidence.includes(first) ? one : undefined,
      )
      expect(birch.state).not.toHaveProperty('forked')
      expect(birch.peers.flatMap(({ alarms }) => alarms.map(({ code }) => code))).not.toContain(
        'strand.fork',
      )
    },
  )
})

describe('two nodes with a copy of one data directory', () => {
  test(
    'make one strand: whoever is behind fetches, and of two signatures at once one counts',
    { timeout: 120_000 },
    async () => {
      await stopNode(exercise.nodes.XA)
      const twinData = join(place, 'twin')
      cpSync(of('XA'), twinData, { recursive: true })
      await comeBack()
      const peers = Object.fromEntries(
        Object.values(exercise.nodes)
          .filter(({ party }) => party !== 'XA')
          .map(({ party, url }) => [party, url]),
      )
      const twin = await startNode({ party: 'XA', data: twinData, port: await freePort(0), peers })
      try {
        const other = await logIn(twin.link)
        const first = await filedInTime(() => alder.file(id, 'evidence', evidence('by one')))
        // Nobody tells the twin: it learns it from those who mirror the strand.
        await settledAt(
          other,
          id,
          (view) => (view.acts.some((act) => act.id === first) ? true : undefined),
          60,
        )
        // Now both sign before either can know of the other: the witnesses take one of the two.
        const both = await Promise.all(
          [alder, other].map((person, index) =>
            person.file(id, 'evidence', evidence(`at once ${index}`)).catch(String),
          ),
        )
        const final = both.filter((filed) => typeof filed !== 'string' && filed.final)
        expect(final.length).toBeLessThanOrEqual(1)
        const birch = await cast.birch.view(id)
        expect(birch.acts.map((act) => act.id)).toContain(first)
        expect(birch.state).not.toHaveProperty('forked')
      } finally {
        await stopNode(twin)
      }
      const record = JSON.stringify(await cast.birch.ask(`/api/v1/cases/${id}/bundle`))
      expect(verifyBundle(record, { charterId: id, crypto }).trusted).toBe(true)
    },
  )
})

/** Files as soon as the node may sign again; what it may not sign it refuses, and signs nothing else. */
async function filedInTime(file: () => Promise<{ readonly id: ActId }>): Promise<ActId> {
  const endAt = Date.now() + 60_000
  for (;;) {
    const filed = await file().catch((error: unknown) => String(error))
    if (typeof filed !== 'string') return filed.id
    if (!/strand\.(unasked|behind)/.test(filed) || Date.now() > endAt) throw new Error(filed)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
