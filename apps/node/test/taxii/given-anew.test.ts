import { describe, expect, test } from 'vitest'
import { taxiiHolders } from '../../src/taxii/index.ts'
import { STORE_KINDS } from '../stores.ts'
import { as, ids } from './filled.ts'
import { AMBER, bundleOf, DAY, GREEN, RED, tool } from './objects.ts'
import { IDENTITY, openServer } from './server.ts'

const statement = {
  type: 'marking-definition',
  spec_version: '2.1',
  id: 'marking-definition--00000000-0000-4000-8000-00000000abcd',
  created: DAY(1),
  created_by_ref: IDENTITY,
  definition_type: 'statement',
  definition: { statement: 'ours' },
}

/** A setting under which the community takes nothing stricter than TLP:GREEN. */
const ONLY_GREEN = {
  communities: [
    { id: 'csirts', name: 'CSIRTs', parties: ['XA', 'XB', 'XC'], ceiling: 'TLP:GREEN' },
  ],
}

describe.each(STORE_KINDS)('what a reader of a collection is given when, $name', (kind) => {
  test('what changes what may go changes what is given, with a date of its own', async () => {
    await using s = await openServer(kind)
    const amber = tool(1, { object_marking_refs: [AMBER], created_by_ref: IDENTITY })
    await s.take(bundleOf(amber, tool(2)))
    const first = await s.at('feed', 'manifest/', { as })
    expect(ids(first)).toEqual([amber.id, tool(2).id])
    // The community takes less from now on: what it has it has, and no more of it is given.
    s.share(ONLY_GREEN)
    await s.take(bundleOf(tool(3, { object_marking_refs: [AMBER], created_by_ref: IDENTITY })))
    expect(ids(await s.at('feed', 'manifest/', { as }))).toEqual([tool(2).id])
    s.share({})
    const after = first.headers.get('x-taxii-date-added-last')
    expect(ids(await s.at('feed', `manifest/?added_after=${after}`, { as }))).toEqual([tool(3).id])
    // A definition that nobody here knew, which comes and restricts nothing.
    await s.take(bundleOf(tool(4, { object_marking_refs: [GREEN, statement.id] })))
    expect(ids(await s.at('feed', 'manifest/', { as }))).not.toContain(tool(4).id)
    await s.take(bundleOf(statement))
    expect(ids(await s.at('feed', 'manifest/', { as }))).toContain(tool(4).id)
  })

  test('what may go to nobody for a while is given to who read on meanwhile, and once', async () => {
    await using s = await openServer(kind)
    const ours = (number: number) =>
      tool(number, { object_marking_refs: [AMBER], created_by_ref: IDENTITY })
    await s.take(bundleOf(ours(1), tool(2)))
    const birch = await s.at('feed', 'objects/', { as: 'birch' })
    expect(ids(birch)).toEqual([ours(1).id, tool(2).id])
    s.share(ONLY_GREEN)
    await s.take(bundleOf(ours(3), tool(4)))
    const cedar = await s.at('feed', 'objects/', { as })
    expect(ids(cedar)).toEqual([tool(2).id, tool(4).id])
    s.share({})
    const after = cedar.headers.get('x-taxii-date-added-last')
    const then = await s.at('feed', `objects/?added_after=${after}`, { as })
    expect(ids(then)).toEqual([ours(1).id, ours(3).id])
    expect(ids(await s.at('feed', 'objects/', { as })).toSorted()).toEqual(
      [ours(1).id, tool(2).id, ours(3).id, tool(4).id].toSorted(),
    )
    const last = then.headers.get('x-taxii-date-added-last')
    expect((await s.at('feed', `objects/?added_after=${last}`, { as })).text).toBe('{}')
    // Whoever had it has had it since.
    const holders = await taxiiHolders(s.database, ours(1).id)
    const since = new Map(holders.map(({ who, at }) => [who, at]))
    expect([...since.keys()].toSorted()).toEqual(['birch', 'cedar'])
    expect(since.get('birch')! < since.get('cedar')!).toBe(true)
  })

  test('a program of this party lets nothing go further than it is held, and nobody is given what is held in its place', async () => {
    await using s = await openServer(kind)
    await s.take(bundleOf(tool(1, { object_marking_refs: [RED], name: 'secret' }), tool(2)))
    const looser = tool(1, { modified: DAY(2) })
    const { body } = await s.post(
      'shared',
      [looser, tool(2, { modified: DAY(2) }), looser],
      'alder',
    )
    expect([body.success_count, body.successes.map(({ id }) => id)]).toEqual([1, [tool(2).id]])
    expect(body.failures).toEqual(
      [1, 2].map(() => ({
        id: looser.id,
        version: looser.modified,
        message: expect.stringContaining('object.second') as string,
      })),
    )
    for (const who of ['alder', 'birch', as])
      for (const path of ['objects/', 'manifest/'])
        expect(ids(await s.at('shared', path, { as: who }))).toEqual([tool(2).id])
    expect((await s.at('shared', 'objects/', { as })).text).not.toContain('secret')
    // Stricter than it is held anybody may say it.
    const stricter = tool(2, { modified: DAY(3), object_marking_refs: [AMBER] })
    expect((await s.post('shared', [stricter], 'alder')).body.success_count).toBe(1)
  })

  test('what waits for a definition that comes later is given then to who read on meanwhile', async () => {
    await using s = await openServer(kind)
    const green = { ...statement, object_marking_refs: [GREEN] }
    const waiting = tool(1, { object_marking_refs: [GREEN, statement.id] })
    await s.post('shared', [waiting, tool(2)], 'alder')
    const first = await s.at('shared', 'objects/', { as })
    expect(ids(first)).toEqual([tool(2).id])
    const after = first.headers.get('x-taxii-date-added-last')
    // Whichever way it comes.
    await s.take(bundleOf(green))
    const next = await s.at('shared', `objects/?added_after=${after}`, { as })
    expect(ids(next)).toEqual([waiting.id])
    // Once, and whatever is marked with it from then on at once.
    await s.post('shared', [green, tool(3, { object_marking_refs: [statement.id, GREEN] })])
    const last = next.headers.get('x-taxii-date-added-last')
    expect(ids(await s.at('shared', `objects/?added_after=${last}`, { as }))).toEqual([
      statement.id,
      tool(3).id,
    ])
  })

  test.each([true, false])(
    'of two contents of a version the one that may go is given, read in between: %s',
    async (isRead) => {
      await using s = await openServer(kind)
      await s.post('shared', [tool(1, { object_marking_refs: [RED] })])
      if (isRead) expect(ids(await s.at('feed', 'objects/', { as }))).toEqual([])
      await s.post('inbox', [tool(1)])
      expect(ids(await s.at('feed', 'objects/', { as }))).toEqual([tool(1).id])
    },
  )

  test('who asks how long a page is was not given it', async () => {
    await using s = await openServer(kind)
    await s.post('shared', [tool(1)], 'alder')
    await s.at('shared', 'objects/', { as, method: 'HEAD' })
    expect(await taxiiHolders(s.database, tool(1).id)).toEqual([])
    await s.at('shared', 'objects/', { as })
    expect(await taxiiHolders(s.database, tool(1).id)).toMatchObject([{ who: as }])
  })
})
