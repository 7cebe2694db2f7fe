import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Audience, Text } from '@entente/accord'
import type { DraftView, PublicationDraft, PublicationList } from '../src/api.ts'
import { readConfig, writeConfig } from '../src/config.ts'
import { freePort } from '../src/demo/constellation.ts'
import { logIn, type PersonClient } from '../src/demo/person.ts'
import { found } from '../src/parties/found.ts'
import { writeFounded } from '../src/parties/founded.ts'
import { serve, type Serving } from '../src/serve.ts'
import { withFirstCase } from './first-case.ts'
import { outputOf } from './entente.ts'

const data = mkdtempSync(join(tmpdir(), 'entente-advisory-'))
const directoryOf = (party: string) => join(data, party)
const founded = found(withFirstCase, directoryOf, new Date('2026-11-24T12:00:00Z'))
const NAMES = ['XA', 'XB', 'CO'] as const
let nodes: Serving[] = []
let alder: PersonClient
let birch: PersonClient
let adviser: PersonClient
let chair: PersonClient

/** Birch has what it publishes, or takes back, cleared by its legal adviser first. */
function withClearance(directory: string): void {
  const config = readConfig(directory)
  const [desk] = config.people
  const lex = {
    ...desk!,
    id: 'lex',
    name: 'Legal adviser of Birch',
    role: 'legal-adviser',
  } as const
  writeConfig(directory, {
    ...config,
    people: [...config.people, lex],
    clearance: ['publish', 'recall'],
  })
}

beforeAll(async () => {
  const urls: Record<string, string> = {}
  for (const party of NAMES) {
    writeFounded(directoryOf(party), founded.charters, founded.keyActs[party]!)
    urls[party] = `http://127.0.0.1:${await freePort(0)}`
  }
  withClearance(directoryOf('XB'))
  nodes = await Promise.all(
    NAMES.map((party) =>
      serve({ data: directoryOf(party), port: Number(new URL(urls[party]!).port), peers: urls }),
    ),
  )
  const [ofAlder, ofBirch, ofChair] = await Promise.all(nodes.map((node) => node.links()))
  alder = await logIn(ofAlder![0]!.url)
  birch = await logIn(ofBirch!.find(({ person }) => person === 'desk')!.url)
  adviser = await logIn(ofBirch!.find(({ person }) => person === 'lex')!.url)
  chair = await logIn(ofChair![0]!.url)
})

afterAll(async () => {
  await Promise.all(nodes.map((node) => node[Symbol.asyncDispose]()))
  rmSync(data, { recursive: true, force: true })
})

const textFor = (whom: string, lang: 'en' | 'es' = 'en'): Text => ({
  lang,
  title: lang === 'en' ? `Modems do not start: for ${whom}` : `Los módems no arrancan: ${whom}`,
  clauses: [
    { id: 'happened/1', text: 'A wiper overwrote the flash memory of modems.' },
    { id: 'do/1', text: 'Ask for another modem.' },
    { id: 'help/1', text: 'Call your provider.' },
  ],
})
const advisory = (audience: Audience, more: object = {}) => ({
  what: 'advisory',
  audience,
  text: textFor(audience),
  ...more,
})
const draft = (person: PersonClient, wanted: object) =>
  person.post<PublicationDraft>('/api/v1/publications', wanted)
const sign = (person: PersonClient, { case: file, payload }: PublicationDraft) =>
  person.post<{ id: string }>(`/api/v1/cases/${file}/acts`, { payload })
const publish = async (person: PersonClient, wanted: object) =>
  (await sign(person, await draft(person, wanted))).id

const list = async (query = '') =>
  (await (await fetch(`${chair.url}/public/index.json${query}`)).json()) as PublicationList
const titles = async (query = '') =>
  (await list(query)).publications.map(({ title }) => title).toSorted()
/** The publication of this title at the chair's node, once it is as expected. */
async function shown(title: string, is: (one: PublicationList['publications'][number]) => boolean) {
  const endAt = Date.now() + 20_000
  for (;;) {
    const one = (await list()).publications.find((other) => other.title === title)
    if (one && is(one)) return one
    if (Date.now() > endAt) throw new Error(`expected “${title}” so within 20 s, got none`)
    await pause(50)
  }
}
const feed = async (query = '') => (await fetch(`${chair.url}/feed.atom${query}`)).text()

describe('an advisory is for somebody', () => {
  const written: Partial<Record<Audience, string>> = {}
  beforeAll(async () => {
    for (const audience of ['technicians', 'decision-makers', 'citizens', 'everybody'] as const)
      written[audience] = await publish(alder, advisory(audience))
    await publish(alder, {
      ...advisory('citizens'),
      text: textFor('ciudadanos', 'es'),
      with: written.citizens,
    })
    await shown('Los módems no arrancan: ciudadanos', () => true)
  })

  test.each([
    ['technicians', 1],
    ['decision-makers', 1],
    ['citizens', 2],
  ] as const)(
    'a list for %s has what is for them, and what is for everybody',
    async (audience, own) => {
      const { publications } = await list(`?audience=${audience}`)
      expect(publications.filter((one) => one.audience === audience)).toHaveLength(own)
      expect(publications.filter((one) => one.audience === 'everybody')).toHaveLength(1)
      expect(publications).toHaveLength(own + 1)
    },
  )

  test('a list for everybody has nothing that is for some, and languages narrow each', async () => {
    expect(await titles('?audience=everybody')).toEqual(['Modems do not start: for everybody'])
    expect(await titles('?audience=citizens&lang=es')).toEqual([
      'Los módems no arrancan: ciudadanos',
    ])
  })

  test('so has the feed, each choice a feed of its own with its sections under their headings', async () => {
    const technicians = await feed('?audience=technicians')
    expect(technicians).toContain('Modems do not start: for technicians')
    expect(technicians).toContain('Modems do not start: for everybody')
    expect(technicians).not.toContain('Modems do not start: for citizens')
    expect(technicians).toContain(`href="${chair.url}/feed.atom?audience=technicians"`)
    expect(technicians).toContain(
      '<h2 xml:lang="en">What to do now</h2><p>Ask for another modem.</p>',
    )
    expect(await feed('?audience=citizens&lang=es')).toContain(
      `href="${chair.url}/feed.atom?lang=es&amp;audience=citizens"`,
    )
    const ids = await Promise.all(
      ['', '?lang=en', '?audience=citizens', '?lang=en&audience=citizens'].map(
        async (query) => /<id>([^<]*)<\/id>/.exec(await feed(query))?.[1],
      ),
    )
    expect(new Set(ids).size).toBe(4)
  })

  test.each(['/public/index.json', '/feed.atom'])(
    'an audience that does not exist is refused at %s',
    async (path) => {
      const answer = await fetch(`${chair.url}${path}?audience=%3Cfriends%3E`)
      expect([answer.status, (await answer.json()) as unknown]).toEqual([
        400,
        expect.objectContaining({ code: 'request.malformed' }),
      ])
    },
  )

  test('what nobody could read is refused: too long, no title, an audience of friends', async () => {
    const text = textFor('citizens')
    const long = { ...text, clauses: [{ id: 'do/1', text: 'x'.repeat(8001) }] }
    const wrong = [
      { text: long },
      { text: { ...text, title: '' } },
      { text: { ...text, title: 'x'.repeat(301) } },
      { text: { ...text, clauses: [...text.clauses, ...text.clauses] } },
      { text: { ...text, lang: 'english' } },
      { audience: 'friends' },
    ]
    for (const more of wrong)
      await expect(draft(alder, { ...advisory('citizens'), ...more })).rejects.toThrow(
        'request.malformed',
      )
    const huge = Array.from({ length: 10 }, (_, at) => ({
      id: `do/${at}`,
      text: 'x'.repeat(8000),
    }))
    const drafted = await draft(alder, advisory('citizens', { text: { ...text, clauses: huge } }))
    await expect(sign(alder, drafted)).rejects.toThrow('request.malformed')
  })

  test('a nation does not say again what it stands behind already', async () => {
    const again = await draft(alder, advisory('technicians', { with: written.citizens }))
    await expect(sign(alder, again)).rejects.toThrow('publication.twice')
  })
})

describe('a nation that wants clearance', () => {
  const wanted = { ...advisory('technicians') }
  let cleared: DraftView

  test('has nothing published straight from its author', async () => {
    const drafted = await draft(birch, wanted)
    await expect(sign(birch, drafted)).rejects.toThrow('draft.needed')
    cleared = await birch.post<DraftView>('/api/v1/drafts', {
      case: drafted.case,
      payload: drafted.payload,
    })
    const exactly = { act: cleared.act }
    await expect(birch.post(`/api/v1/drafts/${cleared.id}/sign`, exactly)).rejects.toThrow(
      'draft.needed',
    )
    await expect(sign(adviser, drafted)).rejects.toThrow('person.not-competent')
    expect((await list('?audience=technicians')).publications[0]?.by).toHaveLength(1)
  })

  test('publishes what its adviser cleared, beside Alder, who said the same', async () => {
    const exactly = { act: cleared.act }
    await adviser.post(`/api/v1/drafts/${cleared.id}/clear`, exactly)
    await birch.post(`/api/v1/drafts/${cleared.id}/sign`, exactly)
    const one = await shown(wanted.text.title, ({ by }) => by.length === 2)
    expect(one.by.map(({ party }) => party)).toEqual(['XA', 'XB'])
  })
})

describe('what was published is taken back', () => {
  const title = textFor('technicians').title
  const reason = 'The factory reset does repair it.'

  test('by nobody else', async () => {
    const { by } = await shown(title, ({ by: all }) => all.length === 2)
    const others = await draft(chair, { what: 'recall', of: by[0]!.act, reason })
    await expect(sign(chair, others)).rejects.toThrow('publication.not-own')
  })

  test('from the command line: list, recall, and what anyone reads then', async () => {
    const session = join(data, 'alder-session.json')
    await outputOf('login', await alder.link(), '--session', session)
    const of = ['--audience', 'technicians', '--json', '--session', session]
    const { publications } = JSON.parse(await outputOf('publish', 'list', ...of)) as PublicationList
    expect(publications.map((one) => one.title)).toContain(title)
    expect(publications.every(({ audience }) => audience !== 'citizens')).toBe(true)
    const { by } = publications.find((one) => one.title === title)!
    const act = by.find(({ party }) => party === 'XA')!.act
    const recall = ['publish', 'recall', act, '--reason', reason, '--session', session]
    expect(await outputOf(...recall)).toContain('Nothing is signed')
    expect(await outputOf(...recall, '--draft')).toContain('put down as the draft')
    expect(await outputOf(...recall, '--sign')).toContain('is on record')
    const file = join(data, 'advisory.json')
    writeFileSync(file, JSON.stringify(textFor('nobody yet')))
    const shownOnly = ['publish', 'advisory', file, '--audience', 'technicians']
    expect(await outputOf(...shownOnly, '--session', session)).toContain('"technicians"')
  })

  test('then the list and the feed say when, by whom and why, and who still stands behind it', async () => {
    const one = await shown(title, ({ by }) => by.some(({ recalled }) => recalled !== undefined))
    expect(one.by.map(({ party, recalled }) => [party, recalled?.reason])).toEqual([
      ['XA', reason],
      ['XB', undefined],
    ])
    const said = await feed('?audience=technicians')
    expect(said).toMatch(
      /<p>Taken back by Alder, \d{4}-\d\d-\d\dT[\d:]{8}Z: The factory reset does repair it\.<\/p><p>Still behind it: Birch\.<\/p>/,
    )
    expect(said).not.toContain('<category term="recalled"/>')
  })

  test('not twice', async () => {
    const { by } = await shown(title, () => true)
    const again = await draft(alder, { what: 'recall', of: by[0]!.act, reason: 'Again.' })
    await expect(sign(alder, again)).rejects.toThrow('publication.recalled')
  })

  test('and once nobody stands behind it, it is kept and marked so', async () => {
    const { by } = await shown(title, () => true)
    const drafted = await draft(birch, { what: 'recall', of: by[1]!.act, reason })
    const put = await birch.post<DraftView>('/api/v1/drafts', drafted)
    await adviser.post(`/api/v1/drafts/${put.id}/clear`, { act: put.act })
    await birch.post(`/api/v1/drafts/${put.id}/sign`, { act: put.act })
    await shown(title, (one) => one.by.every(({ recalled }) => recalled !== undefined))
    const said = await feed('?audience=technicians')
    expect(said).toContain('<category term="recalled"/>')
    expect(said).toContain('Nobody stands behind this text any more.')
  })

  test('and may be published again by whoever took it back', async () => {
    await publish(alder, advisory('technicians'))
    const one = await shown(title, ({ by }) => by.some(({ recalled }) => recalled === undefined))
    expect(one.by.find(({ recalled }) => recalled === undefined)?.party).toBe('XA')
  })
})
