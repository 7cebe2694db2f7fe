import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical, parseCharter, type Charter } from '@entente/accord'
import type { CoalitionView, FoundingView, Me, Opened, People, Problem } from '../src/api.ts'
import { logIn } from '../src/demo/person.ts'
import { readCard } from '../src/parties/card.ts'
import { draftCharter } from '../src/parties/draft-charter.ts'
import { joinCharter } from '../src/parties/join.ts'
import { makeParty } from '../src/parties/make-party.ts'
import { toWords } from '../src/parties/words.ts'
import { crypto } from '../src/platform/crypto.ts'
import { isFounded, serveFounding, type ServingFounding } from '../src/serve-founding.ts'

const place = mkdtempSync(join(tmpdir(), 'entente-founding-mode-'))
const at = (name: string) => join(place, name)

/** What a browser that opened the set-up link can do. */
type SetUp = {
  readonly node: ServingFounding
  readonly view: () => Promise<FoundingView>
  readonly did: (method: string, path: string, body?: unknown) => Promise<FoundingView>
  readonly refused: (method: string, path: string, body?: unknown) => Promise<Problem>
}
const joinedLinks = new Map<string, readonly { person: string; url: string }[]>()
const nodes: ServingFounding[] = []

async function startAt(name: string): Promise<ServingFounding> {
  const node = await serveFounding({
    data: at(name),
    port: 0,
    peers: {},
    onJoined: (links) => joinedLinks.set(name, links),
  })
  nodes.push(node)
  return node
}

async function setUp(node: ServingFounding): Promise<SetUp> {
  const entered = await fetch(node.link)
  expect(await entered.text()).toContain('url=/found')
  const cookie = entered.headers.get('set-cookie')!.split(';')[0]!
  const ask = (method: string, path: string, body?: unknown) =>
    fetch(`${node.url}/api/v1/founding${path}`, {
      method,
      headers: { cookie, origin: node.url },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  const did = async (method: string, path: string, body?: unknown) => {
    const answer = await ask(method, path, body)
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return (answer.status === 204 ? undefined : await answer.json()) as FoundingView
  }
  return {
    node,
    view: () => did('GET', ''),
    did,
    refused: async (method, path, body) => {
      const answer = await ask(method, path, body)
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      return (await answer.json()) as Problem
    },
  }
}

const alder = {
  id: 'XA',
  name: 'Alder',
  role: 'member',
  population: 40,
  authorities: [
    { id: 'XA-mfa', name: 'Ministry of Foreign Affairs' },
    { id: 'XA-legal', name: 'Legal Service', verbs: ['evidence'] },
  ],
  people: [
    { id: 'siv', name: 'Siv Holm', authority: 'XA-mfa', role: 'signatory' },
    { id: 'ada', name: 'Ada Ek', authority: 'XA-mfa', role: 'administrator' },
  ],
  clearance: ['comply'],
}
const office = {
  id: 'CO',
  name: 'Coordination Office',
  role: 'organisation',
  authorities: [{ id: 'CO-office', name: 'Office of the Chair' }],
  people: [{ id: 'carla', name: 'Carla Ruiz', authority: 'CO-office', role: 'signatory' }],
  clearance: [],
}
const rules = {
  title: 'Coalition of Alder',
  chair: 'CO',
  exercise: true,
  tlp: 'TLP:AMBER+STRICT',
  steps: { position: { rule: 'express-unanimity' } },
  grace: 120,
  notice: 3600,
  cure: 86_400,
}

let nation: SetUp
let chair: SetUp
beforeAll(async () => {
  nation = await setUp(await startAt('alder'))
  chair = await setUp(await startAt('office'))
})
afterAll(async () => {
  await Promise.all(nodes.map((node) => node[Symbol.asyncDispose]()))
  rmSync(place, { recursive: true, force: true })
})

/** The last digit of an id, or its last word, changed to the next. */
const nextDigit = (id: string) =>
  `${id.slice(0, -1)}${((Number.parseInt(id.at(-1)!, 16) + 1) % 16).toString(16)}`

describe('a node that has joined nothing', () => {
  test('lets nobody in twice by its link, and nobody in without it', async () => {
    expect((await fetch(nation.node.link)).status).toBe(403)
    expect((await fetch(`${nation.node.url}/enter/${'A'.repeat(43)}`)).status).toBe(403)
    for (const [method, path] of [
      ['GET', ''],
      ['PUT', '/forms'],
      ['POST', '/party'],
      ['POST', '/cards'],
      ['POST', '/cards/XB/compared'],
      ['DELETE', '/cards/XB'],
      ['POST', '/charter'],
      ['POST', '/charter/draft'],
      ['POST', '/charter/compared'],
      ['DELETE', '/charter'],
      ['POST', '/join'],
      ['PUT', '/peers/XB'],
      ['DELETE', '/peers/XB'],
      ['POST', '/people/siv/links'],
      ['POST', '/done'],
    ]) {
      const answer = await fetch(`${nation.node.url}/api/v1/founding${path}`, {
        method: method!,
        headers: { cookie: `entente-founding-00000000=${'A'.repeat(43)}` },
      })
      expect([path, answer.status]).toEqual([path, 401])
      expect(((await answer.json()) as Problem).code).toBe('setup.closed')
    }
    expect(existsSync(join(at('alder'), 'node.json'))).toBe(false)
  })

  test('serves nothing else', async () => {
    for (const path of [
      '/api/v1/me',
      '/api/v1/cases',
      '/api/v1/people',
      '/.well-known/entente',
      `/log/${'0'.repeat(64)}/XA/checkpoint`,
      '/feed.atom',
      '/public/index.json',
    ]) {
      const answer = await fetch(`${nation.node.url}${path}`)
      expect([path, answer.ok]).toEqual([path, false])
    }
    const me = await fetch(`${nation.node.url}/api/v1/me`)
    expect([me.status, ((await me.json()) as Problem).code]).toEqual([503, 'node.founding'])
  })

  test('is set up by its own page alone', async () => {
    const entered = await setUp(await startAt('elsewhere'))
    const answer = await fetch(`${entered.node.url}/api/v1/founding`, {
      headers: { origin: 'http://evil.example' },
    })
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([
      403,
      'origin.foreign',
    ])
  })

  test('keeps its directory to itself', async () => {
    await expect(startAt('elsewhere')).rejects.toMatchObject({ code: 'directory.held' })
  })
})

describe('a party made in the page', () => {
  test('keeps what is half typed through a restart of the node', async () => {
    const before = await setUp(await startAt('birch'))
    const form = {
      id: 'X',
      name: 'Bir',
      role: 'member',
      population: '',
      domain: '',
      authorities: [{ id: '', name: 'Minis' }],
      people: [],
      clearance: [],
    }
    expect((await before.did('PUT', '/forms', { party: form })).forms.party).toEqual(form)
    await nodes.pop()![Symbol.asyncDispose]()
    expect(await isFounded(at('birch'))).toBe(false)
    const after = await setUp(await startAt('birch'))
    expect(await after.view()).toMatchObject({ step: 'party', forms: { party: form } })
  })

  test.each([
    ['a code of three letters', { ...alder, id: 'XAA' }, 'request.malformed'],
    ['a member without a population', { ...office, role: 'member' }, 'request.malformed'],
    ['an organisation with one', { ...office, population: 3 }, 'request.malformed'],
    ['nobody who could log in', { ...office, people: [] }, 'request.malformed'],
    [
      'a verb that is none',
      { ...office, authorities: [{ ...office.authorities[0], verbs: ['fly'] }] },
      'request.malformed',
    ],
    [
      'an authority twice',
      { ...office, authorities: [office.authorities[0], { id: 'co-office', name: 'B' }] },
      'authority.taken',
    ],
    [
      'an authority that would have the root key',
      { ...office, authorities: [{ id: 'root', name: 'Root' }] },
      'authority.taken',
    ],
    [
      'a person twice',
      { ...office, people: [office.people[0], office.people[0]] },
      'person.exists',
    ],
    [
      'a person of another party’s authority',
      { ...office, people: [{ ...office.people[0], authority: 'XA-mfa' }] },
      'person.unknown',
    ],
    ['a field that nobody asked for', { ...office, root: 'x' }, 'request.malformed'],
  ])('is refused with %s, and leaves no key behind', async (_what, profile, code) => {
    const problem = await chair.refused('POST', '/party', profile)
    expect(problem.code).toBe(code)
    expect(existsSync(join(at('office'), 'keys'))).toBe(false)
  })

  test('has its keys, and a card to give away, as entente init makes them', async () => {
    const view = await nation.did('POST', '/party', alder)
    expect(view).toMatchObject({ step: 'charter', party: { id: 'XA', clearance: ['comply'] } })
    expect(view.party!.card.words).toEqual(toWords(view.party!.card.id))
    expect(view.party!.card.text).toBe(readFileSync(join(at('alder'), 'card.json'), 'utf8'))
    expect(existsSync(view.party!.rootKey)).toBe(true)
    expect(view.party!.authorities[1]).toEqual({
      id: 'XA-legal',
      name: 'Legal Service',
      verbs: ['evidence'],
    })
    await chair.did('POST', '/party', office)
    expect(await chair.refused('POST', '/party', office)).toMatchObject({ code: 'party.exists' })
  })
})

test('a party that joined nothing is no node yet, and opening it to see leaves it as it was', async () => {
  const made = await setUp(await startAt('grid'))
  await made.did('POST', '/party', { ...alder, id: 'XG' })
  await nodes.pop()![Symbol.asyncDispose]()
  expect(await isFounded(at('grid'))).toBe(false)
  const again = await setUp(await startAt('grid'))
  expect((await again.view()).party!.card.text).toBe(
    readFileSync(join(at('grid'), 'card.json'), 'utf8'),
  )
})

test('a party that was joined by the command line meanwhile needs only its node started', async () => {
  const other = await setUp(await startAt('by-hand'))
  await other.did('POST', '/party', { ...alder, id: 'XH' })
  const card = makeParty(at('by-hand-chair'), {
    ...office,
    role: 'organisation',
    people: [{ ...office.people[0]!, role: 'signatory' }],
  })
  const bytes = draftCharter(
    { ...rules, tlp: 'TLP:AMBER', steps: {}, origin: 'entente.example/by-hand/0/root' },
    [readCard(at('by-hand')), card],
    crypto,
  )
  const { id } = parseCharter(bytes, crypto)
  joinCharter(at('by-hand'), bytes, { id, crypto, nowAt: new Date() })
  expect((await other.view()).step).toBe('join')
  const joined = await other.did('POST', '/join')
  expect(joined).toMatchObject({ step: 'coalition', coalition: { charter: { id } } })
})

describe('a charter drafted in the page', () => {
  const cardOf = async (from: SetUp) => (await from.view()).party!.card

  test('is made of cards that were compared, and of no other', async () => {
    const card = await cardOf(nation)
    const taken = await chair.did('POST', '/cards', card.text)
    expect(taken.cards).toEqual([{ party: 'XA', name: 'Alder', role: 'member', population: 40 }])
    expect(JSON.stringify(taken.cards)).not.toContain(card.id)
    expect(await chair.refused('POST', '/charter/draft', rules)).toMatchObject({
      code: 'card.not-compared',
    })
    const wordOff = [...card.words.slice(0, 31), card.words[31] === 'zombie' ? 'actor' : 'zombie']
    for (const [said, code] of [
      [nextDigit(card.id), 'card.not-compared'],
      [wordOff.join(' '), 'card.not-compared'],
      [card.words.slice(1).join(' '), 'id.malformed'],
      ['yes', 'id.malformed'],
    ]) {
      const problem = await chair.refused('POST', '/cards/XA/compared', { id: said })
      expect(problem.code).toBe(code)
      expect(problem.detail).not.toContain(card.id)
    }
    const compared = await chair.did('POST', '/cards/XA/compared', { id: card.words.join(' ') })
    expect(compared.cards[0]!.compared!.id).toBe(card.id)
  })

  test('takes no second card of a party, no card of its own, and nothing that is no card', async () => {
    const card = JSON.parse((await cardOf(nation)).text) as Record<string, unknown>
    const other = canonical({ ...card, name: 'Alder II' })
    expect(await chair.refused('POST', '/cards', other)).toMatchObject({ code: 'card.twice' })
    const own = canonical({ ...card, party: 'CO' })
    expect(await chair.refused('POST', '/cards', own)).toMatchObject({ code: 'card.twice' })
    for (const wrong of ['no', '{}', JSON.stringify(card, null, 1)])
      expect(await chair.refused('POST', '/cards', wrong)).toMatchObject({ code: 'card.malformed' })
    expect(await chair.refused('POST', '/cards', 'a'.repeat(20_000))).toMatchObject({
      code: 'request.too-large',
    })
    expect(await chair.refused('POST', '/cards/XB/compared', { id: 'x' })).toMatchObject({
      code: 'card.unknown',
    })
    expect((await chair.view()).cards).toHaveLength(1)
  })

  test('is refused with a chair who is a stranger, and kept whole once it is drafted', async () => {
    const refused = await chair.refused('POST', '/charter/draft', { ...rules, chair: 'XQ' })
    expect(refused.code).toBe('charter.parties')
    const view = await chair.did('POST', '/charter/draft', rules)
    expect(view.step).toBe('join')
    expect(view.charter!.told.en.parts[0]!.lines).toContain(
      'XA Alder: member, two voices at each step, population 40 of 40; 1 of 1 root keys sign its key acts',
    )
    expect(view.charter!.told.es.place).toBe('El caso raíz de una coalición')
    expect(await chair.refused('POST', '/charter/draft', rules)).toMatchObject({
      code: 'founding.order',
    })
  })
})

describe('a charter that somebody sent', () => {
  const sent = async () => (await chair.view()).charter!

  test('is refused where it names this party with other keys, or not at all', async () => {
    const charter = JSON.parse((await sent()).text!) as Charter
    const [own, ...others] = charter.parties.toReversed()
    const otherName = canonical({ ...charter, parties: [...others, { ...own, name: 'Alter' }] })
    for (const wrong of [otherName, otherName.replace('"XA"', '"XB"').replace('"XA"', '"XB"')])
      expect(await nation.refused('POST', '/charter', wrong)).toMatchObject({
        code: 'charter.not-own',
      })
    const forged = await setUp(await startAt('forged'))
    await forged.did('POST', '/party', alder)
    expect(await forged.refused('POST', '/charter', (await sent()).text)).toMatchObject({
      code: 'charter.not-own',
      detail: 'expected XA as its own card has it, got another root, next, log, witness',
    })
  })

  test('is told in plain words before it is compared, and its id is not', async () => {
    const { text, compared } = await sent()
    const view = await nation.did('POST', '/charter', text)
    expect(view.step).toBe('charter')
    expect(view.charter!.told.en.title).toBe('Coalition of Alder (an exercise)')
    expect(JSON.stringify(view)).not.toContain(compared!.id.slice('sha256:'.length))
    expect(await nation.refused('POST', '/join')).toMatchObject({ code: 'charter.not-compared' })
  })

  test('is joined only under the id that was read out, to the last digit and word', async () => {
    const { id, words } = (await sent()).compared!
    const wordOff = [...words.slice(0, 31), words[31] === 'zombie' ? 'actor' : 'zombie'].join(' ')
    for (const [said, code] of [
      [nextDigit(id), 'charter.not-compared'],
      [wordOff, 'charter.not-compared'],
      [words.slice(1).join(' '), 'id.malformed'],
      ['', 'id.malformed'],
    ]) {
      const problem = await nation.refused('POST', '/charter/compared', { id: said })
      expect(problem.code).toBe(code)
      expect(problem.detail).not.toContain(id)
    }
    const compared = await nation.did('POST', '/charter/compared', { id: words.join(' ') })
    expect(compared).toMatchObject({ step: 'join', charter: { compared: { id } } })
  })
})

describe('a party that joins in the page', () => {
  test('is an ordinary node at the same address, which it was not before', async () => {
    for (const [name, party] of [
      ['alder', nation],
      ['office', chair],
    ] as const) {
      const view = await party.did('POST', '/join')
      expect(view.step).toBe('coalition')
      const me = await fetch(`${party.node.url}/api/v1/me`)
      expect(((await me.json()) as Me).person).toBeUndefined()
      expect(existsSync(join(at(name), 'founding-draft.json'))).toBe(false)
      expect(await isFounded(at(name))).toBe(true)
    }
    expect(joinedLinks.get('alder')!.map(({ person }) => person)).toEqual(['siv', 'ada'])
    expect(await nation.refused('POST', '/charter', '{}')).toMatchObject({ code: 'party.joined' })
    expect(await nation.refused('POST', '/join')).toMatchObject({ code: 'party.joined' })
  })

  test('says where the other answers, and both see that the coalition stands', async () => {
    expect((await nation.view()).coalition).toMatchObject({ stands: false })
    for (const [url, code] of [
      ['ftp://x', 'peer.address'],
      ['http://name:word@host', 'peer.address'],
      ['', 'peer.address'],
    ])
      expect(await nation.refused('PUT', '/peers/CO', { url })).toMatchObject({ code })
    for (const stranger of ['XA', 'XQ', '__proto__'])
      expect(
        await nation.refused('PUT', `/peers/${stranger}`, { url: chair.node.url }),
      ).toMatchObject({ code: 'case.stranger' })
    await nation.did('PUT', '/peers/CO', { url: `${chair.node.url}/found` })
    await chair.did('PUT', '/peers/XA', { url: nation.node.url })
    for (const party of [nation, chair])
      await untilStands(async () => (await party.view()).coalition!)
    const { parties, charter } = (await nation.view()).coalition!
    expect(parties.map(({ id, status, joined, address }) => [id, status, joined, address])).toEqual(
      [
        ['CO', 'reachable', true, chair.node.url],
        ['XA', 'self', true, undefined],
      ],
    )
    expect(parties[1]!.card!.id).toBe((await nation.view()).party!.card.id)
    expect(charter!.words).toEqual(toWords(charter!.id))
  })

  test('lets its people in, and ends the set-up', async () => {
    const made = (await nation.did('POST', '/people/siv/links')) as unknown as { path: string }
    const siv = await logIn(`${nation.node.url}${made.path}`)
    expect((await siv.ask<CoalitionView>('/api/v1/coalition')).stands).toBe(true)
    const carla = await logIn(joinedLinks.get('office')![0]!.url)
    const opened = await carla.post<Opened>('/api/v1/cases', { title: 'First case' })
    expect(opened.parties.toSorted()).toEqual(['CO', 'XA'])
    await nation.did('POST', '/done')
    expect(await nation.refused('GET', '')).toMatchObject({ code: 'path.unknown' })
  })

  test('has its addresses and its people changed by its administrator, and by nobody else', async () => {
    const siv = await logIn(joinedLinks.get('alder')![0]!.url)
    const ada = await logIn(joinedLinks.get('alder')![1]!.url)
    const url = 'https://co.example:1'
    const put = { method: 'PUT', body: JSON.stringify({ url }) }
    await expect(siv.ask('/api/v1/peers/CO', put)).rejects.toThrow('person.not-competent')
    await expect(siv.ask('/api/v1/peers/CO', { method: 'DELETE' })).rejects.toThrow(
      'person.not-competent',
    )
    const changed = await ada.ask<CoalitionView>('/api/v1/peers/CO', put)
    expect(changed.parties[0]!.address).toBe(url)
    const dora = { id: 'dora', name: 'Dora Kern', authority: 'XA-mfa', role: 'deputy' }
    await expect(siv.post('/api/v1/people', dora)).rejects.toThrow('person.not-competent')
    for (const [wrong, code] of [
      [{ ...dora, authority: 'CO-office' }, 'person.unknown'],
      [{ ...dora, id: 'Dora!' }, 'request.malformed'],
      [{ ...dora, id: 'siv' }, 'person.exists'],
    ] as const)
      await expect(ada.post('/api/v1/people', wrong)).rejects.toThrow(code)
    const { people } = await ada.post<People>('/api/v1/people', dora)
    expect(people.at(-1)).toMatchObject({ ...dora, clears: false })
    const { path } = await ada.post<{ path: string }>('/api/v1/people/dora/links', {})
    const in_ = await logIn(`${nation.node.url}${path}`)
    await ada.ask('/api/v1/people/dora', { method: 'DELETE' })
    await expect(in_.ask('/api/v1/people')).rejects.toThrow('login.missing')
    await expect(ada.ask('/api/v1/people/ada', { method: 'DELETE' })).rejects.toThrow('person.last')
    const removed = await ada.ask<CoalitionView>('/api/v1/peers/CO', { method: 'DELETE' })
    expect(removed.parties[0]!.address).toBeUndefined()
  })
})

async function untilStands(look: () => Promise<CoalitionView>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if ((await look()).stands) return
    await pause(50)
  }
  expect(await look()).toMatchObject({ stands: true })
}
