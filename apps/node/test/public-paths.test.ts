import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PublicationDraft, PublicationList } from '../src/api.ts'
import { freePort } from '../src/demo/constellation.ts'
import { logIn } from '../src/demo/person.ts'
import { advisoryEn } from '../src/demo/public-texts.ts'
import { situation } from '../src/demo/texts.ts'
import { found } from '../src/parties/found.ts'
import { writeFounded } from '../src/parties/founded.ts'
import { serve, type Serving } from '../src/serve.ts'
import { withFirstCase } from './first-case.ts'

const data = mkdtempSync(join(tmpdir(), 'entente-public-'))
const directoryOf = (party: string) => join(data, party)
const founded = found(withFirstCase, directoryOf, new Date('2026-11-24T12:00:00Z'))
const NAMES = ['XA', 'XB', 'CO'] as const
let nodes: Serving[] = []
let advisory = ''

beforeAll(async () => {
  const urls: Record<string, string> = {}
  for (const party of NAMES) {
    writeFounded(directoryOf(party), founded.charters, founded.keyActs[party]!)
    urls[party] = `http://127.0.0.1:${await freePort(0)}`
  }
  nodes = await Promise.all(
    NAMES.map((party) =>
      serve({ data: directoryOf(party), port: Number(new URL(urls[party]!).port), peers: urls }),
    ),
  )
  const chair = await logIn((await nodes[2]!.links())[0]!.url)
  await chair.file(founded.case, 'propose', {
    step: { id: 'situation', kind: 'situation' },
    text: situation,
  })
  const wanted = { what: 'advisory', audience: 'citizens', text: advisoryEn }
  const hostile = { lang: 'en', title: HOSTILE, clauses: [{ id: '1', text: HOSTILE }] }
  for (const one of [{ ...wanted, text: hostile }, wanted]) {
    const draft = await chair.post<PublicationDraft>('/api/v1/publications', one)
    await chair.post(`/api/v1/cases/${draft.case}/acts`, { payload: draft.payload })
  }
  for (let at = 0; advisory === '' && at < 200; at++) {
    const list = await fetch(`${nodes[2]!.url}/public/index.json`)
    const { publications } = (await list.json()) as PublicationList
    advisory = publications.find(({ title }) => title === advisoryEn.title)?.id ?? ''
    await pause(50)
  }
  expect(advisory).not.toBe('')
})

afterAll(async () => {
  await Promise.all(nodes.map((node) => node[Symbol.asyncDispose]()))
  rmSync(data, { recursive: true, force: true })
})

/** Text that would break a feed, if anything could: mark-up, entities, and what XML 1.0 cannot carry. */
const HOSTILE = '<script>alert("&amp;")</script> ]]> \uFFFF \uFFFE &#0; \' —'

/** Whether every tag is closed in order and no character stands there raw that may not. */
function isWellFormed(xml: string): boolean {
  const open: string[] = []
  const rest = xml.replaceAll(
    /<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>/g,
    (_whole, closes: string, name: string, isEmpty: string) => {
      if (closes !== '' && open.pop() !== name) open.push('never closed')
      else if (closes === '' && isEmpty === '') open.push(name)
      return ''
    },
  )
  return (
    open.length === 0 &&
    !/[<>\uFFFE\uFFFF]/.test(rest.replace(/^<\?xml [^>]*\?>/, '')) &&
    !/&(?!(?:amp|lt|gt|quot);)/.test(xml)
  )
}

const hex = (id: string) => id.slice('sha256:'.length)

/** What stands for a parameter: every id that a stranger could know, and one that is nobody's. */
function valuesOf(name: string): readonly string[] {
  const ids = [founded.public, founded.case, founded.root, advisory, `sha256:${'0'.repeat(64)}`]
  switch (name) {
    case 'party':
      return ['CO', 'XA']
    case 'what':
      return ['charter', 'opening']
    case 'file':
      return ids.map((id) => `${hex(id)}.json`)
    case 'collection':
    case 'object':
    case 'status':
      return ['00000000-0000-4000-8000-000000000001']
    case '*':
      return ['0/000.p/1', 'entries/000.p/1']
    default:
      return [...ids.map(hex), ...ids]
  }
}

/** Every path that a pattern of the router stands for, with those values. */
function pathsOf(pattern: string): readonly string[] {
  const [, before = '', name = '', after = ''] =
    /^(.*?)(?::(\w+)(?:\{(?:[^{}]|\{[^{}]*\})*\})?\??|(?<=\/)\*$)(.*)$/.exec(pattern) ?? []
  if (before === '' && name === '' && after === '') return [pattern]
  const rest = pathsOf(after)
  return valuesOf(name === '' ? '*' : name).flatMap((value) =>
    rest.map((end) => `${before}${value}${end}`),
  )
}

/** What a stranger may read, by the pattern of its route; of strands those of the public case alone. */
const FOR_ANYONE = new Set([
  '/.well-known/entente',
  '/api/v1/me',
  '/api/v1/logout',
  '/public/index.json',
  '/public/:file{[0-9a-f]{64}\\.json}',
  '/public/:id{[0-9a-f]{64}}/certificate.json',
  '/feed.atom',
])
const isStrand = (pattern: string) => pattern.startsWith('/log/:case')

describe('the feed', () => {
  test('stays well-formed whatever a text says, and says it', async () => {
    const feed = await (await fetch(`${nodes[2]!.url}/feed.atom`)).text()
    expect(isWellFormed('<a b="c"><d/>&amp;</a>')).toBe(true)
    for (const bad of ['<a>', '<a></b>', '<a>&</a>', '<a>></a>', '<a b="<"/>'])
      expect([bad, isWellFormed(bad)]).toEqual([bad, false])
    expect(isWellFormed(feed)).toBe(true)
    expect(feed).toContain(
      '&lt;script&gt;alert(&quot;&amp;amp;&quot;)&lt;/script&gt; ]]&gt; \uFFFD',
    )
  })

  test('is empty, and still a feed, in a language in which nothing is published', async () => {
    const feed = await (await fetch(`${nodes[2]!.url}/feed.atom?lang=fr`)).text()
    expect(isWellFormed(feed)).toBe(true)
    expect(feed).toContain('<updated>1970-01-01T00:00:00Z</updated>')
    expect(feed).not.toContain('<entry')
  })
})

describe('what a person asks to publish', () => {
  test.each([
    ['nothing', {}],
    ['another kind of thing', { what: 'decree' }],
    ['a position without its version', { what: 'position', case: founded.case }],
    ['an advisory for nobody', { what: 'advisory', audience: 'friends', text: advisoryEn }],
    [
      'an advisory without clauses',
      { what: 'advisory', audience: 'citizens', text: { ...advisoryEn, clauses: [] } },
    ],
    [
      'a field that nobody asked for',
      { what: 'recall', of: `sha256:${'0'.repeat(64)}`, reason: 'x', by: 'XA' },
    ],
  ])('is refused where it is %s', async (_what, wanted) => {
    const chair = await logIn((await nodes[2]!.links())[0]!.url)
    await expect(chair.post('/api/v1/publications', wanted)).rejects.toThrow('request.malformed')
  })

  test('is refused where the case, the version or the public case is not known here', async () => {
    const chair = await logIn((await nodes[2]!.links())[0]!.url)
    const nobody = `sha256:${'0'.repeat(64)}`
    const post = (wanted: object) => chair.post<PublicationDraft>('/api/v1/publications', wanted)
    await expect(post({ what: 'position', case: nobody, version: nobody })).rejects.toThrow(
      'case.unknown',
    )
    await expect(post({ what: 'position', case: founded.case, version: nobody })).rejects.toThrow(
      'version.unknown',
    )
    const advisoryIn = { what: 'advisory', audience: 'citizens', text: advisoryEn }
    await expect(post({ ...advisoryIn, in: founded.case })).rejects.toThrow('publication.no-case')
    const lost = await post({ ...advisoryIn, with: nobody })
    await expect(
      chair.post(`/api/v1/cases/${lost.case}/acts`, { payload: lost.payload }),
    ).rejects.toThrow('publication.unknown')
    const recall = await post({ what: 'recall', of: nobody, reason: 'It never was.' })
    await expect(
      chair.post(`/api/v1/cases/${recall.case}/acts`, { payload: recall.payload }),
    ).rejects.toThrow('publication.unknown')
  })
})

describe('who has no account', () => {
  test('reads the publications, their certificates, the feed and the public strands: nothing else', async () => {
    const { url, routes } = nodes[2]!
    const asked = routes
      .filter(({ method, path }) => method !== 'ALL' && path !== '/*')
      .flatMap(({ method, path }) => pathsOf(path).map((at) => ({ method, pattern: path, at })))
    expect(asked.length).toBeGreaterThan(200)
    const readable = new Map<string, number>()
    for (const { method, pattern, at } of asked) {
      const answer = await fetch(`${url}${at}`, {
        method,
        redirect: 'manual',
        ...(method === 'POST'
          ? { body: '{}', headers: { 'content-type': 'application/json' } }
          : {}),
      })
      const body = Buffer.from(await answer.arrayBuffer()).toString('latin1')
      const isForAnyone =
        FOR_ANYONE.has(pattern) || (isStrand(pattern) && at.includes(`/${hex(founded.public)}/`))
      if (answer.ok) {
        expect(isForAnyone, `${method} ${at} answered ${answer.status}`).toBe(true)
        readable.set(pattern, (readable.get(pattern) ?? 0) + 1)
      } else expect([400, 401, 403, 404, 405, 409, 413, 415, 422], at).toContain(answer.status)
      for (const secret of [withFirstCase.title, situation.title, situation.clauses[0]!.text])
        expect(body.includes(secret), `${method} ${at} tells “${secret}”`).toBe(false)
      if (answer.ok) expect(body.includes(hex(founded.case)), `${method} ${at}`).toBe(false)
    }
    for (const pattern of FOR_ANYONE)
      expect([pattern, readable.get(pattern)]).not.toContain(undefined)
  })

  test('reads the public strands at every node, and they are the same', async () => {
    const path = `/log/${hex(founded.public)}/CO/tile/entries/000.p/1`
    const bytes = await Promise.all(
      nodes.map(async ({ url }) => {
        for (let at = 0; at < 200; at++) {
          const answer = await fetch(`${url}${path}`)
          if (answer.ok) return Buffer.from(await answer.arrayBuffer()).toString('hex')
          await pause(50)
        }
        return `nothing at ${url}`
      }),
    )
    expect(new Set(bytes).size).toBe(1)
    expect(bytes[0]).not.toContain('nothing')
  })
})
