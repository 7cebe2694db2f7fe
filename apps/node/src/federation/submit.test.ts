import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatCheckpoint, leafHash, openNote, signNote, toUtf8, type Signer } from '@entente/log'
import { signerNamed, vkeyOf } from '../../test/note-signer.ts'
import { startWitness } from '../../test/witness-node.ts'
import { crypto } from '../platform/crypto.ts'
import { startServer } from '../platform/http/server.ts'
import { ask } from './client.ts'
import { outside } from './outside.ts'
import { createSubmit, MOST_TOGETHER } from './submit.ts'

const NOW = 1_795_694_400

const office = signerNamed('example.com/witness')
const logs = Array.from({ length: 5 }, (_, at) => signerNamed(`example.com/log/${at}`))

/** A first tree of one entry, as its log brings it to a witness. */
const requestOf = (log: Signer) => {
  const root = leafHash(crypto.sha256, toUtf8(log.name))
  const text = formatCheckpoint({ origin: log.name, size: 1, root })
  return { text, request: `old 0\n\n${signNote(text, log, crypto.sha256)}` }
}

/** A node whose witness knows the logs above. */
const startNode = () =>
  startWitness(
    office,
    (origin) => logs.filter(({ name }) => name === origin).map((log) => vkeyOf(log, 1)),
    NOW,
  )

/** The wires of this machine, and what was asked over them. */
function recorded() {
  const paths: string[] = []
  const network: typeof outside.network = {
    ...outside.network,
    ask: (url, asked) => {
      paths.push(new URL(url).pathname)
      return ask(url, asked)
    },
  }
  return { paths, submitTo: createSubmit({ network }) }
}

describe('checkpoints that are brought to one witness', () => {
  let node: Awaited<ReturnType<typeof startWitness>>
  beforeAll(async () => {
    node = await startNode()
  })
  afterAll(() => node.close())

  it('go together, and each comes back with a cosignature of its own', async () => {
    const { paths, submitTo } = recorded()
    const asked = logs.map(requestOf)
    const answers = await Promise.all(asked.map(({ request }) => submitTo(node.url, request)))
    expect(paths).toEqual(['/witness/add-checkpoints'])
    for (const [at, answer] of answers.entries()) {
      expect(answer?.status).toBe(200)
      const { verified } = openNote(
        `${asked[at]!.text}\n${answer!.body}`,
        [vkeyOf(office, 4)],
        crypto,
      )
      expect(verified.map(({ time }) => time)).toEqual([NOW])
    }
  })

  it('are answered one by one as the witness protocol says: what is stale is 409 with the size', async () => {
    const { submitTo } = recorded()
    const stranger = requestOf(signerNamed('example.com/stranger')).request
    const stale = requestOf(logs[0]!).request
    const answers = await Promise.all([stale, stranger].map((one) => submitTo(node.url, one)))
    expect(answers.map((answer) => answer?.status)).toEqual([409, 404])
    expect(answers[0]?.body).toBe('1\n')
  })

  it('go by the standard path where there is but one', async () => {
    const { paths, submitTo } = recorded()
    await submitTo(node.url, requestOf(logs[0]!).request)
    expect(paths).toEqual(['/witness/add-checkpoint'])
  })

  it('go by the standard path where the witness knows no other, which is found out once', async () => {
    const app = new Hono()
    app.post('/witness/add-checkpoint', async (c) => {
      const { status, body } = await node.witness.addCheckpoint(await c.req.text())
      return c.body(body, status as 200)
    })
    const { url, stop } = await startServer(app.fetch)
    const { paths, submitTo } = recorded()
    const both = () =>
      Promise.all(logs.slice(0, 2).map((log) => submitTo(url, requestOf(log).request)))
    expect((await both()).map((answer) => answer?.status)).toEqual([409, 409])
    await both()
    const alone = '/witness/add-checkpoint'
    expect(paths).toEqual(['/witness/add-checkpoints', alone, alone, alone, alone])
    await stop()
  })

  it.each([
    ['fewer answers than requests', '[{"status":200,"body":""}]'],
    ['no JSON', 'yes'],
    ['another shape', '{"status":200}'],
  ])('have no answer where the witness gives %s', async (_, said) => {
    const app = new Hono()
    app.post('/witness/add-checkpoints', (c) => c.body(said))
    const { url, stop } = await startServer(app.fetch)
    const { submitTo } = recorded()
    const answers = await Promise.all(
      logs.slice(0, 2).map((log) => submitTo(url, requestOf(log).request)),
    )
    expect(answers).toEqual([undefined, undefined])
    await stop()
  })

  it('have no answer where nobody is', async () => {
    const { submitTo } = recorded()
    expect(await submitTo('http://127.0.0.1:1', 'old 0')).toBeUndefined()
  })

  it.each([
    ['none', '[]', 400],
    ['too many', JSON.stringify(Array.from({ length: MOST_TOGETHER + 1 }, () => '')), 400],
    ['no array', '{}', 400],
    ['no text', '[1]', 400],
    ['no JSON', 'old 0', 400],
    ['more bytes than any witness reads', `["${'x'.repeat(600 * 1024)}"]`, 413],
  ])('are refused where there are %s', async (_, body, status) => {
    const answer = await fetch(`${node.url}/witness/add-checkpoints`, { method: 'POST', body })
    expect(answer.status).toBe(status)
  })
})
