import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { release } from '@entente/release'
import { sendBytes, sendFrom, sendJson } from '../platform/http/send.ts'

const SOURCES = fileURLToPath(new URL('..', import.meta.url))
const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .toSorted()

/** Whatever makes an answer, or sends something to another machine. */
const SENDS =
  /\b(?:c|context)\.(?:json|body|text|html|newResponse)\(|\bnew Response\(|\bResponse\.json\(|\bstreamSSE\(|\bawait fetch\((?!\))|\bhttps?\.request\(|\.sendMail\(/g

/**
 * Every file that sends anything, and why that may be. Whoever adds one sends through
 * `platform/http/send.ts`, which takes only what was released, or says here why it need not.
 */
const EXITS: Readonly<Record<string, string>> = {
  'platform/http/send.ts': 'takes nothing but a Releasable',
  'platform/http/problem.ts': 'refusals: a code and a sentence',
  'platform/mail.ts': 'takes nothing but a Releasable',
  'platform/http/page.ts': 'the page’s own files',
  'federation/routes.ts': 'counted below',
  'advisories/routes.ts': 'counted below',
  'addresses/routes.ts': 'counted below',
  'federation/client.ts': 'asks peers: paths and the witness’s notes, no content of a case',
  'taxii/routes.ts': 'counted below',
  'platform/http/ask.ts':
    'asks servers of others; a body goes only where it is the one that was released',
  'timestamps/ask.ts': 'asks timestamp authorities: the hash of a cut and a nonce',
  'demo/person.ts': 'a person’s browser in the exercise',
  'cli/session.ts': 'a person’s command line at the person’s own node',
}

/** Behind `requirePerson`: own persons. That nobody else gets in is shown by asking every path. */
const OWN_PERSONS = /^[a-z]+\/(?:[a-z]+-)?routes\.ts$/

describe('whatever leaves this node', () => {
  test('is sent by a file that is known to send', () => {
    const sending = files.filter((file) => readFileSync(join(SOURCES, file), 'utf8').match(SENDS))
    const unknown = sending.filter((file) => !(file in EXITS) && !OWN_PERSONS.test(file))
    expect(unknown).toEqual([])
    for (const file of Object.keys(EXITS)) expect(sending).toContain(file)
  })

  test.each([
    [
      'federation/routes.ts',
      [
        // The card, which is open to all.
        'c.json({',
        // What this node's witness says, to whoever asks.
        "return c.body(answer.body, answer.status as 200, { 'content-type': answer.contentType })",
        'return c.json(answers.map(({ status, body: said }) => ({ status, body: said })))',
        'if (note !== undefined) return c.body(note, 200, TEXT)',
      ],
    ],
    [
      'taxii/routes.ts',
      [
        // What this server is and has for a client, and that nothing is said.
        '? context.body(body.said, status as 200, headers)',
        ': context.body(null, status as 200, headers)',
        // Refusals: a code and a sentence.
        'context.body(errorMessage(status, code, detail), status as 400, {',
        'return new Response(errorMessage(status, code, detail), {',
      ],
    ],
    [
      'advisories/routes.ts',
      // To a person of this node, who drafts a publication.
      ['return c.json(draftPublication(caseFiles, wanted, { party, claimedAt }))'],
    ],
    [
      'addresses/routes.ts',
      // That a note was taken in; and the coalition, to an administrator of this node.
      ['return c.body(null, 204)', 'return context.json(view())'],
    ],
  ])('to others by %s is released, but for what is theirs to read', (file, known) => {
    const lines = readFileSync(join(SOURCES, file), 'utf8').split('\n')
    const raw = lines.filter((line) => line.match(SENDS)).map((line) => line.trim())
    expect(raw).toEqual(known)
  })

  test('is cleared by release and by nothing else', () => {
    const forged = files.filter((file) =>
      /\bas (?:unknown as )?Releasable\b/.test(readFileSync(join(SOURCES, file), 'utf8')),
    )
    expect(forged).toEqual([])
  })

  test('is refused by the compiler where it was not released', async () => {
    const cleared = release(
      { value: new Uint8Array([65]), marking: { tlp: 'TLP:CLEAR' } },
      { kind: 'party', party: 'XB' },
    )
    const app = new Hono()
    app.get('/released', (c) => sendBytes(c, cleared, {}))
    const { value, audience } = cleared
    // @ts-expect-error -- a thing and an audience are not yet a release
    app.get('/forged', (c) => sendBytes(c, { value, audience }, {}))
    // @ts-expect-error -- nor may a part of it go
    app.get('/part', (c) => sendFrom(c, { value, audience }, {}))
    // @ts-expect-error -- nor is a thing alone
    app.get('/raw', (c) => sendJson(c, { value: {} }))
    expect(await (await app.request('/released')).text()).toBe('A')
  })
})
