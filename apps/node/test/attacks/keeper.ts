import { Hono, type Context } from 'hono'
import { actId } from '@entente/accord'
import { createTree, formatProof, leafHash, toBase64, toUtf8 } from '@entente/log'
import { crypto } from '../../src/platform/crypto.ts'
import { startServer } from '../../src/platform/http/server.ts'
import { me, party } from './party.ts'

/** Whoever runs a party's node stands before its person: keeps back what it likes and says that it was filed. */

/** What it shows as the proof of an act that it kept to itself. */
export type Pretence = 'nothing' | 'another act' | 'its log alone' | 'its log and its own witness'

/** Acts whose payload holds this text are kept back. */
const KEPT = 'KEPT-BACK'
const kept = new Map<string, string>()
let pretence: Pretence = 'nothing'
/** The last act that it let through. */
let passed = ''

const idOf = (payload: string) => actId(toUtf8(payload), crypto.sha256)

export const keeper = {
  /** Stands before the node at that address, for its people; returns where. */
  keepsBack: async (node: string): Promise<string> => (await startServer(before(node).fetch)).url,
  pretends: (next: Pretence) => {
    pretence = next
  },
}

function before(node: string): Hono {
  const app = new Hono()
  app.post('/api/v1/cases/:id/acts', async (c) => {
    const { payload } = await c.req.json<{ payload: string }>()
    const id = idOf(payload)
    if (!payload.includes(KEPT)) {
      passed = id
      return through(c, node)
    }
    kept.set(id, payload)
    return c.json({ id, index: kept.size, final: true }, 201)
  })
  app.get('/api/v1/cases/:id/acts/:act/proof', (c) => {
    const payload = kept.get(c.req.param('act'))
    if (payload === undefined) return through(c, node)
    if (pretence === 'nothing') return c.notFound()
    if (pretence === 'another act')
      return through(c, node, c.req.path.replace(/sha256:[0-9a-f]{64}\/proof/, `${passed}/proof`))
    return c.json(invented(payload))
  })
  app.all('*', (c) => through(c, node))
  return app
}

/** The act as its ministry's key signs it, in a history that nobody else is shown. */
function invented(payload: string) {
  const { directory, charterBytes } = me()
  const { entry } = party.sealsBytes(toUtf8(payload), [{ keyid: 'XB-mfa-1' }])
  const tree = createTree(crypto.sha256)
  tree.append(leafHash(crypto.sha256, entry))
  const own =
    pretence === 'its log alone' ? [] : [{ directory, time: Math.floor(Date.now() / 1000) }]
  const checkpoint = party.cosignsWith([entry], own)
  return {
    charter: toBase64(charterBytes),
    entry: toBase64(entry),
    proof: formatProof({ index: 0, proof: tree.inclusion(0), checkpoint }),
  }
}

async function through(c: Context, node: string, path = c.req.path): Promise<Response> {
  const { search } = new URL(c.req.url)
  const body = c.req.method === 'GET' ? undefined : await c.req.text()
  const headers = new Headers(c.req.raw.headers)
  for (const name of ['host', 'connection', 'content-length']) headers.delete(name)
  const init = { method: c.req.method, headers, redirect: 'manual' as const }
  const answer = await fetch(
    `${node}${path}${search}`,
    body === undefined ? init : { ...init, body },
  )
  return new Response(await answer.arrayBuffer(), {
    status: answer.status,
    headers: [...answer.headers].filter(
      ([name]) =>
        !['content-encoding', 'content-length', 'transfer-encoding', 'connection'].includes(name),
    ),
  })
}
