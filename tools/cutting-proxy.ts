import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readEnvelope } from '@entente/taxii'
import { chanceOf } from '../apps/node/test/simulation/chance.ts'

/** Of a hundred requests: closed unanswered, answered with 503, cut within the answer. */
const UNANSWERED = 4
const BUSY = 3
const CUT = 4

export type CuttingProxy = {
  readonly url: string
  /** Objects and pages that were delivered whole, how many of those objects were posted, and what was done to the others. */
  readonly counts: { objects: number; posted: number; pages: number; refused: number; cut: number }
  readonly close: () => Promise<void>
}

/** Stands before a TAXII server as a bad line does: some of what is asked of it, it drops. */
export async function cuttingProxy(target: string, seed: number): Promise<CuttingProxy> {
  const chance = chanceOf(seed)
  const counts = { objects: 0, posted: 0, pages: 0, refused: 0, cut: 0 }
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const drawn = chance.whole(1, 100)
    if (drawn <= UNANSWERED) {
      counts.refused += 1
      return response.destroy()
    }
    if (drawn <= UNANSWERED + BUSY) {
      counts.refused += 1
      response.writeHead(503, { 'retry-after': '1' }).end()
      return response
    }
    const { accept = '', authorization = '', 'content-type': type } = request.headers
    const asked: Buffer[] = []
    for await (const chunk of request) asked.push(chunk as Buffer)
    const posted = request.method === 'POST' ? new Uint8Array(Buffer.concat(asked)) : undefined
    const reached = await fetch(`${target}${request.url}`, {
      headers: { accept, authorization, ...(type === undefined ? {} : { 'content-type': type }) },
      ...(posted ? { method: 'POST', body: posted } : {}),
    })
    const bytes = new Uint8Array(await reached.arrayBuffer())
    const { 'content-encoding': _, ...headers } = Object.fromEntries(reached.headers)
    response.writeHead(reached.status, { ...headers, 'content-length': bytes.length })
    if (drawn <= UNANSWERED + BUSY + CUT) {
      counts.cut += 1
      return response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy())
    }
    response.end(bytes, () => {
      if (!reached.ok || !request.url?.includes('/objects/')) return
      counts.pages += 1
      const { length } = readEnvelope(posted ?? bytes).objects
      counts.objects += length
      if (posted) counts.posted += length
    })
    return response
  }
  const server = createServer((request, response) => {
    // A node that was killed answers nobody.
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
