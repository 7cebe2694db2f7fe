import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeDisclosure, rootSetHash, type Act, type ActId } from '@entente/accord'
import { formatCheckpoint, signNote } from '@entente/log'
import type { PublicationList } from '../../src/api.ts'
import type { PersonClient } from '../../src/demo/person.ts'
import { settledAt } from '../../src/demo/play.ts'
import { makeNextRoot, readRootSet } from '../../src/parties/root-keys.ts'
import { crypto } from '../../src/platform/crypto.ts'
import { openKeys } from '../../src/platform/keys/index.ts'
import { byCommandLine, onRecordAt } from '../by-command-line.ts'
import { exampleOf } from './acts.ts'
import { cast, data, everyone, exercise, on, people } from './stage.ts'

/** What was said, by the case in which it was. */
const said: { readonly in: string; readonly act: ActId }[] = []

/** Alder’s own acts, each by the command line. */
const say = async (kind: Act['kind'], words: object = {}, more: object = {}) => {
  const way = { by: cast.alder, case: cast.case, ...more }
  const act = await byCommandLine(kind, { ...exampleOf(kind), ...words }, way)
  said.push({ in: way.case, act })
  return act
}
const roots = (...more: readonly string[]) => ({ roots: [exercise.nodes.XA.data, ...more] })

describe(
  'every act, signed by the command line and on record at every node',
  { timeout: 60_000 },
  () => {
    let found: ActId
    let noted: ActId

    test('what a nation knows', async () => {
      found = await say('evidence')
      await say('attribute', { evidence: [found] })
      await say('evidence-withdraw', { of: found, reason: 'It was another model.' })
      await say('objective')
      noted = await say('note')
      await say('receipt', { of: on })
    })

    test('what it holds of a text, and what it says before there is one', async () => {
      await say('sound')
      await say('comment', { on })
      await say('assess', { on })
      await say('comply', { on })
      await say('reaffirm', { on })
      await say('withdraw', { on })
    })

    test('what comes before and during a measure', async () => {
      await say('call')
      await say('notice')
      await say('review', { on })
    })

    test('texts of the chair: one is put, amended, and given more time', async () => {
      const by = { by: cast.chair }
      const of = { step: { id: 'lessons', kind: 'lessons' } }
      const expiry = Math.floor(Date.now() / 1000) + 86_400
      const put = await say('propose', { ...of, expiry }, by)
      const replaces = await say('amend', { ...of, expiry, replaces: put }, by)
      await say('extend', { on: replaces, until: expiry + 3600 }, by)
    })

    test('what two persons of a nation see to: one writes, another signs', async () => {
      const by = { writer: people.XA.drafter }
      await say('join', {}, by)
      const words = { name: 'says', value: 'We know more than we say.', salt: randomBytes(16) }
      const { digest, disclosure } = makeDisclosure(words, crypto.sha256)
      const path = `/api/v1/cases/${cast.case}/disclosures`
      await cast.alder.post(path, { disclosures: [disclosure] })
      const sealed = await cast.alder.file(cast.case, 'note', {
        sealed: [{ name: 'says', digest }],
      })
      await say('release', { of: sealed.id, discloses: [disclosure] }, by)
    })

    test('what anyone reads', async () => {
      const { cases } = await cast.alder.ask<PublicationList>('/public/index.json')
      const inPublic = { case: cases[0]!.id }
      const of = await say('publish', { what: 'advisory', audience: 'citizens' }, inPublic)
      await say('recall', { of }, inPublic)
    })

    describe('on the line between an operator and its authority', () => {
      let line: { readonly by: PersonClient; readonly case: string }
      beforeAll(() => {
        const { officer, line: id } = exercise.operators[0]!
        line = { by: officer, case: id }
      })
      test.each(['incident-report', 'sighting', 'self-assessment'] as const)('%s', async (kind) => {
        await say(kind, {}, line)
      })
    })

    test('what root keys say: a key given and revoked, an act disowned, the next root keys', async () => {
      const { key, ...given } = exampleOf('keys-add') as { key: { pub: string } }
      const own = { ...key, keyid: 'XA-mfa-9' }
      await say('keys-add', { ...given, key: own }, roots())
      await say('keys-revoke', { key: { keyid: own.keyid, pub: own.pub }, cause: 'lost' }, roots())
      await say('disavow', { acts: [noted] }, roots())
      const next = join(exercise.nodes.XA.data, 'next-root')
      const after = makeNextRoot(join(data, 'then'), 'XA', { count: 1, threshold: 1, first: 90 })
      const set = { ...readRootSet(next), next: rootSetHash(after, crypto.sha256) }
      await say('keys-root', set, roots(next))
    })

    test('all of it is on record at every node', async () => {
      const { csirt, officer, line } = exercise.operators[0]!
      for (const [id, acts] of Map.groupBy(said, (one) => one.in)) {
        // What was disowned since stands there, and is void.
        const counting = acts.flatMap(({ act }) => (act === noted ? [] : act))
        await onRecordAt(id === line ? [officer, csirt] : everyone(), id, counting)
      }
      expect(said.length).toBeGreaterThan(25)
    })

    test('the proof that a log signed two histories, and the end of a part in the case', async () => {
      const { charter } = await cast.alder.view(cast.case)
      const { origin } = charter.parties.find(({ id }) => id === 'XB')!
      const log = { ...openKeys(exercise.nodes.XB.data).load('log'), name: origin }
      const notes = [1, 2].map((byte) =>
        signNote(
          formatCheckpoint({ origin, size: 1, root: new Uint8Array(32).fill(byte) }),
          log,
          crypto.sha256,
        ),
      )
      await byCommandLine('accuse', { of: 'XB', notes }, { by: cast.alder, case: cast.case })
      await say('leave', {}, roots(join(exercise.nodes.XA.data, 'next-root')))
      const left = await settledAt(cast.cedar, cast.case, ({ state }) =>
        state.left ? state : undefined,
      )
      expect(left).toMatchObject({
        forked: [{ party: 'XB', size: 1 }],
        left: [expect.any(String)],
      })
    })
  },
)
