import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '../../src/demo/person.ts'
import { outcomeOf } from '../people.ts'
import { agree, alarmed, looks, openField, says, sees, type Field } from './field.ts'

/** Three honest nodes, and a process that sends and serves what no node would. */
let field: Field
const honest = ['XA', 'XC', 'CO'] as const
const ministry = [{ keyid: 'XB-mfa-1' }]
const utf8 = (text: string) => new TextEncoder().encode(text)
beforeAll(async () => {
  field = await openField({ hostile: 'XB' })
}, 60_000)
afterAll(() => field.close())

const refused = /^4\d\d$/
const codeOf = (text: string) => /"code":"([^"]+)"/.exec(text)?.[1] ?? text.slice(0, 40)
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
const line = `— x ${Buffer.alloc(68).toString('base64')}\n`
const checkpoint = (origin: string) => `${origin}\n1\n${Buffer.alloc(32).toString('base64')}\n`

describe('row 17: input that no node would send', () => {
  /** Nothing is believed, nothing falls over, and what is held is what it was. */
  const memory = () => process.memoryUsage().rss

  test('to the witness, and to every path that others ask: a clear refusal each', async () => {
    const { attacker, urlOf, charter } = field
    const origin = charter.parties[0]!.origin
    const hashes = (count: number) => `${randomBytes(32).toString('base64')}\n`.repeat(count)
    const bodies: readonly (string | Uint8Array)[] = [
      '',
      '\n',
      'old',
      `old 01\n\n${checkpoint(origin)}\n${line}`,
      `old -1\n\n${checkpoint(origin)}\n${line}`,
      `old 99999999999999999999\n\n${checkpoint(origin)}\n${line}`,
      `old 0\n${hashes(64)}\n${checkpoint(origin)}\n${line}`,
      `old 0\nAAAA\n\n${checkpoint(origin)}\n${line}`,
      `old 0\n\n${checkpoint(origin)}\n${line.repeat(101)}`,
      `old 0\n\n${checkpoint(origin)}\n${line}`,
      `old 0\n\n${checkpoint(`${origin}\u0000`)}\n${line}`,
      Uint8Array.of(0xff, 0xfe, 0xed, 0xa0, 0x80),
      randomBytes(60_000),
    ]
    for (const body of bodies) {
      const { status } = await attacker.does('sends', `${urlOf('XA')}/witness/add-checkpoint`, {
        method: 'POST',
        body,
      })
      expect(String(status)).toMatch(refused)
    }
    const path = '/witness/add-checkpoint'
    expect(
      await alarmed(field.people.XA, { kind: 'malformed-request', evidence: { path } }),
    ).toMatchObject({ code: 'request.malformed', severity: 'notice' })
    const id = field.case.slice(7)
    const paths = [
      `/log/${id}/state?x=1`,
      `/log/${'0'.repeat(64)}/state`,
      `/log/${id}/XA/tile/0/999999999999999999999`,
      `/log/${id}/XA/tile/entries/..%2f..%2fnode.key`,
      `/log/${id}/XA/tile/64/000`,
      `/log/${id}/ZZ/checkpoint`,
      `/log/${id}/sealed/${'A'.repeat(43)}/age1${'q'.repeat(2400)}`,
      `/witness/${'f'.repeat(64)}/checkpoint`,
      `/log/${id}/attachment/${'0'.repeat(64)}`,
      `/public/${'0'.repeat(64)}.json`,
      '/log/%00/%ff',
    ]
    const signatures = [
      undefined,
      { 'signature-input': 'entente=()', signature: 'entente=:AA==:' },
      { 'signature-input': `entente=("@method");keyid="${origin}"`, signature: 'x'.repeat(8_000) },
    ]
    for (const path of paths)
      for (const headers of signatures) {
        const sent = { method: 'GET', ...(headers ? { headers } : {}) }
        const { status } = await attacker.does('sends', `${urlOf('XA')}${path}`, sent)
        expect([path, String(status)]).toEqual([path, expect.stringMatching(refused)])
      }
    // Who asks for a case is asked for a signature, and what came in its place is told.
    const { people } = field
    await alarmed(people.XA, { kind: 'refused-request', evidence: { why: 'unsigned' } })
    await alarmed(people.XA, { kind: 'refused-request', evidence: { why: 'not-true' } })
  })

  test.each([
    ['a field twice', '{"payload":"{}","payload":"{}"}', 'act.malformed'],
    ['half of a character', '{"payload":"{\\"a\\":\\"\\\\ud800\\"}"}', 'json.malformed'],
    ['a payload that is nested too deep', JSON.stringify({ payload: deep(33) }), 'json.too-deep'],
    ['a payload nested 20,000 times', JSON.stringify({ payload: deep(20_000) }), 'json.too-deep'],
    ['a payload that is not canonical', '{"payload":"{ }"}', 'json.not-canonical'],
    ['a field twice inside', '{"payload":"{\\"a\\":1,\\"a\\":2}"}', 'json.not-canonical'],
    ['no JSON', '\u0000', 'request.malformed'],
  ])('from a person of the node: %s', async (_what, body, code) => {
    const { people } = field
    const answer = await people.XA.ask(`/api/v1/cases/${field.case}/acts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    }).then(
      () => 'filed',
      (error: Error) => codeOf(error.message),
    )
    expect(answer).toBe(code)
    const evidence = { path: '/api/v1/cases/sha256:…/acts' }
    const alarm = await until('it to be told', async () => {
      const found = await alarmed(people.XA, { kind: 'malformed-request', evidence })
      return found.message.startsWith(`${code}: `) ? found : undefined
    })
    expect(alarm.next.en).toContain('A faulty program of your own can cause it')
  })

  test.each([
    ['a field twice', '{"v":1,"v":1}'],
    ['half of a character', '{"a":"\\ud800"}'],
    ['objects in objects', `{"a":${deep(5_000)}}`],
    ['bytes that are no text', '\u00ff\u0000'],
  ])('as an act that is cosigned: %s, void everywhere', async (_what, payload) => {
    const { attacker, people } = field
    const { id, entry } = await attacker.does('sealsBytes', utf8(payload), ministry)
    await attacker.does('logs', [entry])
    for (const one of honest)
      expect((await sees(field, people[one], id)).void?.code).toBe('act.malformed')
    await alarmed(people.XA, { kind: 'void-act', party: 'XB', evidence: { act: id } })
    await agree(field, honest)
  })

  test('as answers to whoever pulls: each is refused, told, and harms nobody', async () => {
    const { attacker, people } = field
    const digest = await agree(field, honest)
    const before = memory()
    const large = new Uint8Array(2_000_000)
    const answers: readonly (readonly [string, string | Uint8Array])[] = [
      ['/state', deep(20_000)],
      ['/state', large],
      ['/checkpoint', ''],
      ['/checkpoint', `${checkpoint('x')}\n${line.repeat(200)}`],
      ['/checkpoint', large],
      ['/checkpoint', Uint8Array.of(0xff, 0xff)],
      ['/cases', '{"cases":[[[['],
      ['/log/feed', `data: ${'x'.repeat(5_000)}\n\n`],
      ['/.well-known/entente', 'x'],
    ]
    for (const [at, [path, body]] of answers.entries()) {
      await attacker.does('answersTo', path, { status: 200, body })
      const { id } = await says(field, 'XC', `beside answer ${at}`)
      await sees(field, people.XA, id)
      if (path === '/state' || path === '/checkpoint')
        await looks(field, 'XA', { end: path, times: 1 })
      await attacker.does('answersTo', path, undefined)
    }
    await alarmed(people.XA, { kind: 'unproved-bytes', party: 'XB' })
    const after = await agree(field, honest)
    expect(after).not.toBe(digest)
    // What was sent would fill more, were it kept.
    expect(memory() - before).toBeLessThan(300 * 1024 * 1024)
  })

  // The last one: a node closes the connection on which too much came.
  test('from a person of the node: more than is read', async () => {
    const sent = field.people.XA.post(`/api/v1/cases/${field.case}/acts`, {
      payload: 'x'.repeat(2_000_000),
    })
    expect(['request.too-large', 'closed']).toContain(await outcomeOf(sent).catch(() => 'closed'))
    await alarmed(field.people.XA, { kind: 'flood', code: 'request.too-large' })
  })
})
