import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORE_KINDS } from '../stores.ts'
import { GREEN, indicator, openAlder } from './alder.ts'

let alder: Awaited<ReturnType<typeof openAlder>>
beforeEach(async () => void (alder = await openAlder()))
afterEach(() => alder[Symbol.asyncDispose]())

const [FIRST, SECOND] = [indicator(1).id, indicator(2).id]
const ASKED = { ids: [FIRST, SECOND], audience: 'community:csirts' } as const
const call = (id = FIRST) =>
  alder.post(`/api/v1/objects/${id}/recalls`, { because: 'it was wrong' })

describe('what is called back', () => {
  test('leaves by no route any more, and a poller sees that it is revoked', async () => {
    await alder.take(indicator(1), indicator(2))
    const before = await alder.poll()
    expect(before.read.map(({ id }) => id)).toEqual([FIRST, SECOND])
    expect((await call()).status).toBe(201)
    const { preview } = await alder.release({ ...ASKED, format: 'csv' })
    expect(preview.objects.map(({ leaves }) => leaves)).toEqual([true, true])
    const since = await alder.poll(`?added_after=${before.last}`)
    expect(since.read).toMatchObject([{ id: FIRST, revoked: true, object_marking_refs: [GREEN] }])
    expect(JSON.stringify(since.read)).not.toMatch(/what should not have been said|Canary/)
    const whole = await alder.poll('?match[version]=all')
    expect(whole.read.filter(({ id }) => id === FIRST)).toHaveLength(1)
  })

  test('of another stays here under its own content, and leaves to nobody', async () => {
    const theirs = { created_by_ref: 'identity--27bb8652-d521-4b01-8a78-fdcf6783b0cf' }
    await alder.take(indicator(1, theirs), indicator(2))
    await alder.poll()
    await call()
    const { preview } = await alder.release(ASKED)
    expect(preview.objects).toMatchObject([
      {
        leaves: false,
        code: 'object.recalled',
        because: expect.stringMatching(/^recalled by ana on 2026-11-27, because it was wrong$/),
      },
      { leaves: true },
    ])
    const [before] = (await alder.release({ ...ASKED, audience: 'public' })).preview.objects
    expect(before).toMatchObject({
      code: 'object.recalled',
      also: [{ code: 'marking.audience', because: expect.stringContaining('TLP:CLEAR') }],
    })
    expect((await alder.poll()).read.map(({ id }) => id)).toEqual([SECOND])
    expect((await alder.release({ ...ASKED, audience: 'own' })).preview.objects[0]!.leaves).toBe(
      true,
    )
  })

  test.each(['list', 'suricata', 'navigator'] as const)(
    'is in no file as %s that was written without it, and nobody has it by one',
    async (format) => {
      const technique = {
        ...indicator(2),
        type: 'attack-pattern',
        id: indicator(2).id.replace('indicator', 'attack-pattern'),
        external_references: [{ source_name: 'mitre-attack', external_id: 'T1485' }],
      }
      await alder.take(
        indicator(1, { valid_from: '2026-01-01T00:00:00Z', valid_until: '2026-11-01T00:00:00Z' }),
        indicator(2),
        technique,
      )
      const ids = [FIRST, SECOND, technique.id]
      await alder.save({ ...ASKED, ids, format })
      const holders = async (id: string) => (await call(id)).body.recalls[0]!.holders
      expect(await holders(FIRST)).toEqual([])
      const there = format === 'navigator' ? technique.id : SECOND
      expect(await holders(there)).toMatchObject([
        { route: 'file', place: `community:csirts (${format})` },
      ])
    },
  )

  test('names who has it by a read and by a file, and each is ticked off with who and when', async () => {
    await alder.take(indicator(1), indicator(2))
    await alder.save(ASKED)
    await alder.poll()
    const { body } = await call()
    expect(body.recalls[0]).toMatchObject({
      because: 'it was wrong',
      revoked: true,
      counts: { outstanding: 2, confirmed: 0 },
      holders: [
        { route: 'taxii', who: 'birch', place: 'Feed, XB', state: 'outstanding' },
        { route: 'file', who: 'ana', place: 'community:csirts (stix)', state: 'outstanding' },
      ],
    })
    await alder.poll()
    const words = { state: 'confirmed', words: 'told by telephone; deleted' }
    const said = await alder.post('/api/v1/recalls/1/holders/2', words)
    expect(said.body.recalls[0]!.holders).toMatchObject([
      { state: 'told', by: 'machine' },
      { state: 'confirmed', by: 'person', person: 'ana', words: 'told by telephone; deleted' },
    ])
    expect(said.body.recalls[0]!.holders[1]!.at).toMatch(/^2026-11-27T/)
    expect((await alder.post('/api/v1/recalls/1/holders/9', words)).status).toBe(404)
  })

  test('is told to nobody who read on for something else around it', async () => {
    await alder.take(indicator(1), indicator(2))
    const { last } = await alder.poll()
    await call()
    const holder = async () => {
      const said = { state: 'outstanding', words: 'not reached yet' }
      return (await alder.post('/api/v1/recalls/1/holders/1', said)).body.recalls[0]!.holders[0]
    }
    await alder.take(indicator(3))
    const around = await alder.poll(`?match[id]=${SECOND},${indicator(3).id}`)
    expect(around.read.map(({ id }) => id)).toEqual([SECOND, indicator(3).id])
    expect((await alder.poll(`?match[version]=${indicator(1).modified}`)).read).toHaveLength(2)
    expect(await holder()).toMatchObject({ who: 'birch', state: 'outstanding' })
    await alder.poll(`?added_after=${last}`)
    expect(await holder()).toMatchObject({ who: 'birch', state: 'told', by: 'machine' })
  })

  test('names nobody who read before it was there, or asked for something else', async () => {
    await alder.take(indicator(2))
    await alder.poll()
    await alder.take(indicator(1))
    await alder.poll(`?match[id]=${SECOND}`)
    expect((await call()).body.recalls[0]!.holders).toEqual([])
  })

  test('is called back once', async () => {
    await alder.take(indicator(1))
    await call()
    expect((await call()).status).toBe(409)
    expect((await call(indicator(9).id)).status).toBe(404)
  })
})

describe.each(STORE_KINDS)('what two persons do at once, in $name', (kind) => {
  test('is done once, and what left has a number of its own', async () => {
    await using both = await openAlder({}, kind)
    await both.take(indicator(1), indicator(2))
    await Promise.all([both.save(ASKED), both.save(ASKED)])
    const asked = [true, false, false].map((revoke) =>
      both.post(`/api/v1/objects/${FIRST}/recalls`, { because: 'it was wrong', revoke }),
    )
    const statuses = (await Promise.all(asked)).map(({ status }) => status)
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 409, 409])
    const other = `/api/v1/objects/${SECOND}/recalls`
    expect((await both.post(other, { because: 'it too' })).status).toBe(201)
    const { recalls } = await both.view()
    expect(recalls.map(({ number, id }) => [number, id])).toEqual([
      [2, SECOND],
      [1, FIRST],
    ])
    expect(recalls[0]!.holders.map(({ route }) => route)).toEqual(['file', 'file'])
  })
})

describe('what was called back and comes again', () => {
  const again = indicator(7, { name: 'the same under another id', pattern: indicator(1).pattern })

  test('is marked in the preview by its id and by what it says', async () => {
    await alder.take(indicator(1))
    await call()
    const { view, rows } = await alder.preview(
      indicator(1, { modified: '2027-01-01T00:00:00.000Z' }),
      again,
      indicator(2),
    )
    expect(view.recalled).toBe(2)
    expect(rows.objects.map(({ recalled }) => recalled?.because)).toEqual([
      'it was wrong',
      'it was wrong',
      undefined,
    ])
  })

  test('is held, told, and leaves to nobody until two persons let it, on record', async () => {
    await alder.take(indicator(1))
    await call()
    expect((await alder.take(again, indicator(2))).recalled).toEqual([again.id])
    const asked = { ids: [again.id], audience: 'community:csirts' }
    expect((await alder.release(asked)).preview.objects[0]).toMatchObject({
      code: 'object.recalled',
    })
    const { read, last } = await alder.poll()
    expect(read.map(({ id }) => id)).toEqual([FIRST, SECOND])
    expect((await alder.post('/api/v1/recalls/1/release', {})).status).toBe(400)
    const right = { because: 'it was right' }
    const first = await alder.post('/api/v1/recalls/1/release', right)
    expect(first.body.recalls[0]).toMatchObject({ asked: { by: 'ana', ...right } })
    expect(first.body.recalls[0]!.lifted).toBeUndefined()
    expect(await alder.post('/api/v1/recalls/1/release', right)).toMatchObject({
      status: 403,
      body: { code: 'recall.second' },
    })
    expect((await alder.release(asked)).preview.objects[0]!.leaves).toBe(false)
    alder.sit('ben')
    const so = { because: 'ana is right' }
    const lifted = await alder.post('/api/v1/recalls/1/release', so)
    expect(lifted.body.recalls[0]).toMatchObject({
      asked: { by: 'ana', ...right },
      lifted: { by: 'ben', ...so },
    })
    expect((await alder.post('/api/v1/recalls/1/release', so)).status).toBe(409)
    expect((await alder.release(asked)).preview.objects[0]!.leaves).toBe(true)
    const since = await alder.poll(`?added_after=${last}`)
    expect(since.read.map(({ id }) => id)).toContain(again.id)
  })

  test('names who read it before it was let go again, whether or not they read on', async () => {
    await alder.take(indicator(1))
    await alder.poll()
    const had = (await call()).body.recalls[0]!.holders
    for (const person of ['ana', 'ben']) {
      alder.sit(person)
      await alder.post('/api/v1/recalls/1/release', { because: 'it was right' })
    }
    expect((await call()).body.recalls[0]).toMatchObject({ number: 2, holders: had })
  })

  test('stays where the request is dropped: whoever asks next is the first again', async () => {
    await alder.take(indicator(1))
    await call()
    const release = '/api/v1/recalls/1/release'
    await alder.post(release, { because: 'it was right' })
    alder.sit('ben')
    const dropped = await alder.post(release, {}, 'DELETE')
    expect(dropped.body.recalls[0]!.asked).toBeUndefined()
    const again = await alder.post(release, { because: 'it is, after all' })
    expect(again.body.recalls[0]).toMatchObject({ asked: { by: 'ben' } })
    expect(again.body.recalls[0]!.lifted).toBeUndefined()
  })
})
