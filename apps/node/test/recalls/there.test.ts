import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { own, ownIndicator, ownUuid, pushing, attributesAt } from '../misp/alder.ts'
import { KEY, openPeer } from '../misp/peer.ts'
import { STORE_KINDS } from '../stores.ts'
import { ROOT } from '../taxii/filled.ts'
import { COLLECTIONS, openServer, tokenOf } from '../taxii/server.ts'
import { COLLECTION, indicator, openAlder } from './alder.ts'

const directory = mkdtempSync(join(tmpdir(), 'entente-recalled-'))
const fileOf = (name: string, secret: string) => {
  writeFileSync(join(directory, name), `${secret}\n`)
  return join(directory, name)
}
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** Each way is walked once on the other store, where there is one. */
const other = STORE_KINDS.at(-1)!
const because = { because: 'it was wrong' }
const theirs = { created_by_ref: 'identity--27bb8652-d521-4b01-8a78-fdcf6783b0cf' }
type Alder = Awaited<ReturnType<typeof openAlder>>
const holdersAt = async ({ view }: Alder) => (await view()).recalls[0]!.holders

describe('at an instance of MISP, what is called back', () => {
  const birch = (url: string) => ({
    misp: {
      id: 'birch',
      party: 'XB',
      kind: 'instance',
      url,
      secretFile: fileOf('misp', KEY),
      ...pushing,
    },
  })

  test('is named with its event, deleted there by the next run, and then confirmed', async () => {
    await using peer = await openPeer()
    await using alder = await openAlder(birch(peer.url), other)
    await alder.take(...own(1), ...own(2))
    await alder.misp.run('birch', 'push')
    expect([...peer.events.keys()].toSorted()).toEqual([ownUuid(1), ownUuid(2)])
    await alder.post(`/api/v1/objects/report--${ownUuid(1)}/recalls`, because)
    const there = { route: 'misp', who: 'birch', place: ownUuid(1) }
    expect(await holdersAt(alder)).toMatchObject([{ ...there, state: 'outstanding' }])
    expect(await alder.misp.run('birch', 'push')).toMatchObject({ removed: 1 })
    expect([...peer.events.keys()]).toEqual([ownUuid(2)])
    expect(await holdersAt(alder)).toMatchObject([{ ...there, state: 'confirmed', by: 'machine' }])
  })

  test('is taken out of the event that it was part of, which stays', async () => {
    await using peer = await openPeer()
    await using alder = await openAlder(birch(peer.url))
    await alder.take(...own(1))
    await alder.misp.run('birch', 'push')
    await alder.post(`/api/v1/objects/${ownIndicator(1)}/recalls`, because)
    const there = { route: 'misp', who: 'birch', place: ownUuid(1) }
    expect(await holdersAt(alder)).toMatchObject([{ ...there, state: 'outstanding' }])
    await alder.misp.run('birch', 'push')
    expect(attributesAt(peer, ownUuid(1))).toMatchObject([{ deleted: true }])
    expect(await holdersAt(alder)).toMatchObject([{ ...there, state: 'confirmed', by: 'machine' }])
  })
})

describe('at a TAXII server to which it was pushed, what is called back', () => {
  const kind = STORE_KINDS[0]!
  const birch = (url: string, over: object = {}) => ({
    taxii: {
      id: 'birch',
      party: 'XB',
      root: `${url}${ROOT}`,
      collection: 'shared',
      user: 'birch',
      secretFile: fileOf('taxii', tokenOf('birch')),
      pushes: COLLECTION,
      pulls: false,
      ...over,
    },
  })
  const there = { route: 'taxii-push', who: 'birch' }
  const [OURS, THEIRS, OTHER] = [indicator(1), indicator(2, theirs), indicator(3, theirs)]

  test('gets the version that says so, or, of another’s, is deleted as it was sent', async () => {
    await using server = await openServer(kind)
    await using alder = await openAlder(birch(server.url), other)
    await alder.take(OURS, THEIRS, OTHER)
    expect(await alder.exchanges.run('birch', 'push')).toMatchObject({ new: 3 })
    await alder.post(`/api/v1/objects/${OURS.id}/recalls`, because)
    expect(await holdersAt(alder)).toMatchObject([{ ...there, state: 'outstanding' }])
    await alder.post(`/api/v1/objects/${THEIRS.id}/recalls`, because)
    expect(await holdersAt(alder)).toMatchObject([{ ...there, state: 'outstanding' }])
    // A version that somebody else put there is none of what was sent.
    const later = { ...THEIRS, modified: '2026-11-24T00:00:00.000Z' }
    await server.post('shared', [later])
    expect(await alder.exchanges.run('birch', 'push')).toMatchObject({ new: 1, removed: 1 })
    const { body } = await server.at('shared', 'objects/', { as: 'birch' })
    expect(body.objects).toMatchObject([
      { id: OTHER.id },
      { id: THEIRS.id, modified: later.modified },
      { id: OURS.id, revoked: true },
    ])
    const { recalls } = await alder.view()
    expect(recalls.map(({ holders }) => holders)).toMatchObject([
      [{ ...there, state: 'confirmed', by: 'machine' }],
      [{ ...there, state: 'told', by: 'machine' }],
    ])
    expect(await alder.exchanges.run('birch', 'push')).toMatchObject({ objects: 0, failed: 0 })
  })

  test('is named there too where the cursor was set anew, and deleted by the next push', async () => {
    await using server = await openServer(kind)
    await using alder = await openAlder(birch(server.url), other)
    await alder.take(THEIRS)
    await alder.exchanges.run('birch', 'push')
    await alder.exchanges.reset('birch', 'push')
    await alder.post(`/api/v1/objects/${THEIRS.id}/recalls`, because)
    expect(await holdersAt(alder)).toMatchObject([{ ...there, state: 'outstanding' }])
    expect(await alder.exchanges.run('birch', 'push')).toMatchObject({ removed: 1 })
    expect(await holdersAt(alder)).toMatchObject([{ ...there, state: 'confirmed', by: 'machine' }])
  })

  test('stays for people to tell where the collection is only written to', async () => {
    await using server = await openServer(kind)
    await using alder = await openAlder(birch(server.url, { collection: COLLECTIONS.inbox }))
    await alder.take(THEIRS)
    await alder.exchanges.run('birch', 'push')
    await alder.post(`/api/v1/objects/${THEIRS.id}/recalls`, because)
    const report = await alder.exchanges.run('birch', 'push')
    expect([report.removed, report.failed, report.refusal]).toEqual([undefined, 0, undefined])
    expect(await holdersAt(alder)).toMatchObject([{ ...there, state: 'outstanding' }])
  })
})
