import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Act, AccordError, type ActId, type CharterId } from '@entente/accord'
import { STORE_KINDS, type EmptyStore } from '../../test/stores.ts'
import type { Person } from '../config.ts'
import type { Database } from '../platform/db/index.ts'
import { createDrafts, type Drafts } from './draft.ts'
import { draftStore } from './draft-store.ts'
import { assertMayFile } from './may-file.ts'
import { insideItems } from './people.ts'
import type { Role } from './role.ts'
import { partiesMigrations } from './store.ts'

const CASE = `sha256:${'c'.repeat(64)}` as CharterId
const person = (id: string, role: Role): Person => ({
  id,
  name: id,
  role,
  authority: 'XA-mfa',
  keyid: 'XA-mfa-1',
})
const ann = person('ann', 'drafter')
const lex = person('lex', 'legal-adviser')
const siv = person('siv', 'signatory')
const dag = person('dag', 'deputy')
const ops = person('ops', 'administrator')
const people = [ann, lex, siv, dag, ops]

const evidence = (title: string) =>
  JSON.stringify({
    v: 1,
    charter: CASE,
    party: 'XA',
    kind: 'evidence',
    claimedAt: '2026-11-25T12:00:00Z',
    title,
    objects: [{ id: 'report--0f0f0f0f-0000-4000-8000-000000000001', sha256: 'a'.repeat(64) }],
    grade: { scale: 'admiralty', version: '1', value: 'B2' },
    custodian: 'XA',
  })

/** What every store of drafts promises, seen through the clearance that uses it. */
describe.each(STORE_KINDS)('a draft, kept in $name', ({ empty }) => {
  let place: EmptyStore
  let database: Database
  let drafts: Drafts
  let signed: string[]
  let clearance: string[]
  let minute: number
  const write = (title = 'first') => drafts.write(ann, { case: CASE, payload: evidence(title) })

  beforeEach(async () => {
    place = await empty()
    database = await place.open(partiesMigrations)
    signed = []
    clearance = []
    minute = 0
    drafts = createDrafts({
      store: draftStore(database),
      now: () => new Date(Date.UTC(2026, 10, 25, 12, minute++)).toISOString(),
      read: ({ payload }) => Act.parse(JSON.parse(payload)),
      // The strand's part: an act counts once.
      file: (written, signatory, { way }) => {
        assertMayFile(signatory, 'evidence', { clearance, way })
        if (signed.includes(written.payload)) throw new AccordError('act.twice', 'expected it once')
        signed.push(written.payload)
        return Promise.resolve({ id: 'sha256:0' as ActId, index: 0, final: true })
      },
    })
  })
  afterEach(async () => {
    await database.close()
    await place[Symbol.asyncDispose]()
  })

  test('is written, cleared and signed, each step on record', async () => {
    clearance = ['evidence']
    const { id, act } = await write()
    await drafts.clear(lex, id, act)
    await drafts.sign(siv, id, act)
    expect(signed).toEqual([evidence('first')])
    expect(await drafts.get(id)).toMatchObject({
      state: 'signed',
      authors: ['ann'],
      clearedBy: 'lex',
    })
    const events = await drafts.events(id)
    expect(events.map(({ by, did }) => `${by} ${did}`)).toEqual([
      'ann wrote',
      'lex cleared',
      'siv signed',
    ])
    expect(new Set(events.map((event) => event.act))).toEqual(new Set([act]))
  })

  test('is not signed uncleared where its kind needs clearance', async () => {
    clearance = ['evidence']
    const { id, act } = await write()
    await expect(drafts.sign(siv, id, act)).rejects.toMatchObject({ code: 'draft.needed' })
    expect(signed).toEqual([])
  })

  test('is returned with a comment, changed, and has to be cleared again', async () => {
    clearance = ['evidence']
    const { id, act } = await write()
    await drafts.clear(lex, id, act)
    await drafts.giveBack(siv, id, 'say which network')
    await expect(drafts.sign(siv, id, act)).rejects.toMatchObject({ code: 'draft.moved' })
    const changed = await drafts.change(ann, id, evidence('second'))
    expect(changed).toMatchObject({ state: 'drafted', payload: evidence('second') })
    expect(changed).not.toHaveProperty('clearedBy')
    await expect(drafts.sign(siv, id, changed.act)).rejects.toMatchObject({ code: 'draft.needed' })
    expect((await drafts.events(id))[2]).toMatchObject({
      by: 'siv',
      did: 'returned',
      comment: 'say which network',
    })
  })

  test('is cleared and signed by its exact bytes: what changed meanwhile is refused', async () => {
    const { id, act } = await write()
    const changed = await drafts.change(ann, id, evidence('second'))
    await expect(drafts.clear(lex, id, act)).rejects.toMatchObject({ code: 'draft.moved' })
    await expect(drafts.sign(siv, id, act)).rejects.toMatchObject({ code: 'draft.moved' })
    await drafts.sign(siv, id, changed.act)
    expect(signed).toEqual([evidence('second')])
  })

  test('is not cleared by its author', async () => {
    const { id, act } = await drafts.write(lex, { case: CASE, payload: evidence('mine') })
    await expect(drafts.clear(lex, id, act)).rejects.toMatchObject({ code: 'draft.own' })
  })

  test('is cleared by nobody who wrote in it, whoever changed it last', async () => {
    const { id } = await drafts.write(lex, { case: CASE, payload: evidence('mine') })
    const changed = await drafts.change(ann, id, evidence('mine, nearly'))
    expect(changed.authors).toEqual(['lex', 'ann'])
    await expect(drafts.clear(lex, id, changed.act)).rejects.toMatchObject({ code: 'draft.own' })
    await drafts.clear(person('luz', 'legal-adviser'), id, changed.act)
  })

  test('does not become another’s by being sent again, and stays cleared', async () => {
    const { id, act } = await drafts.write(lex, { case: CASE, payload: evidence('mine') })
    const again = () => drafts.change(ann, id, evidence('mine'))
    await expect(again()).rejects.toMatchObject({ code: 'draft.unchanged' })
    await expect(drafts.clear(lex, id, act)).rejects.toMatchObject({ code: 'draft.own' })
    const cleared = await drafts.clear(person('luz', 'legal-adviser'), id, act)
    await expect(again()).rejects.toMatchObject({ code: 'draft.unchanged' })
    expect(await drafts.get(id)).toEqual(cleared)
    await drafts.giveBack(siv, id, 'why now?')
    await expect(again()).rejects.toMatchObject({ code: 'draft.unchanged' })
    expect(await drafts.change(lex, id, evidence('mine'))).toMatchObject({
      state: 'drafted',
      authors: ['lex'],
    })
  })

  test('is not signed by a deputy who wrote in it, until another cleared it', async () => {
    const { id } = await drafts.write(dag, { case: CASE, payload: evidence('own') })
    const { act } = await drafts.change(ann, id, evidence('own, nearly'))
    await expect(drafts.sign(dag, id, act)).rejects.toMatchObject({ code: 'person.not-competent' })
    await drafts.clear(lex, id, act)
    await drafts.sign(dag, id, act)
  })

  test('is signed by a deputy only where somebody else wrote or cleared it', async () => {
    const own = await drafts.write(dag, { case: CASE, payload: evidence('own') })
    await expect(drafts.sign(dag, own.id, own.act)).rejects.toMatchObject({
      code: 'person.not-competent',
    })
    await drafts.clear(lex, own.id, own.act)
    await drafts.sign(dag, own.id, own.act)
    const other = await write('other')
    await drafts.sign(dag, other.id, other.act)
    expect(signed).toEqual([evidence('own'), evidence('other')])
  })

  test('is for those alone whose role has a part in it', async () => {
    const { id, act } = await write()
    const refusals = [
      () => drafts.write(ops, { case: CASE, payload: evidence('x') }),
      () => drafts.clear(siv, id, act),
      () => drafts.clear(ann, id, act),
      () => drafts.giveBack(ann, id, 'no'),
      () => drafts.giveBack(ops, id, 'no'),
      () => drafts.sign(ann, id, act),
      () => drafts.sign(lex, id, act),
      () => drafts.sign(ops, id, act),
      () => drafts.drop(lex, id),
    ]
    for (const refusal of refusals)
      await expect(refusal()).rejects.toMatchObject({ code: 'person.not-competent' })
    expect(await drafts.get(id)).toMatchObject({ state: 'drafted' })
  })

  test('is cleared once, by whoever came first', async () => {
    const { id, act } = await write()
    const outcomes = await Promise.allSettled([
      drafts.clear(lex, id, act),
      drafts.clear(person('luz', 'legal-adviser'), id, act),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await drafts.events(id)).toHaveLength(2)
  })

  test('that was filed before the node could note so is noted when it is signed again', async () => {
    const { id, act } = await write()
    signed.push(evidence('first'))
    await expect(drafts.sign(siv, id, act)).rejects.toMatchObject({ code: 'act.twice' })
    expect(await drafts.get(id)).toMatchObject({ state: 'signed' })
  })

  test('is listed in the order of its writing, and is there after the store was opened anew', async () => {
    const titles = ['a', 'b', 'c', 'd', 'e']
    for (const title of titles) await write(title)
    const before = await drafts.list()
    await database.close()
    database = await place.open(partiesMigrations)
    expect(await draftStore(database).list()).toEqual(before)
    expect(before.map(({ payload }) => payload)).toEqual(titles.map(evidence))
  })

  test('awaits by name whoever is next inside the nation', async () => {
    clearance = ['evidence']
    const awaited = async (who: Person) =>
      insideItems(await drafts.list(), who, {
        people,
        clearance,
        mandateOf: () => ['evidence'],
      }).map((item) => [item.does, item.awaited.map(({ id }) => id).join(' '), item.mine])
    const { id, act } = await write()
    expect(await awaited(lex)).toEqual([['clear', 'lex', true]])
    await drafts.giveBack(lex, id, 'which network?')
    expect(await awaited(lex)).toEqual([['change', 'ann', false]])
    await drafts.change(ann, id, evidence('first'))
    await drafts.clear(lex, id, act)
    expect(await awaited(siv)).toEqual([['sign', 'siv dag', true]])
    await drafts.sign(siv, id, act)
    expect(await awaited(siv)).toEqual([])
  })
})
