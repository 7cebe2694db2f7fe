import { generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatVkey, fromHex, openNote, parseVkey, type Signer } from '@entente/log'
import { sharedPath } from '../../../../tools/shared.ts'
import { startWitness } from '../../test/witness-node.ts'
import { crypto } from '../platform/crypto.ts'
import { originHash } from './origin-hash.ts'

type Sequences = {
  readonly logs: Readonly<
    Record<string, { readonly origin: string; readonly ed25519?: string; readonly vkey?: string }>
  >
  readonly cases: readonly {
    readonly sequence: string
    readonly step: number
    readonly request: string
    readonly status: number
  }[]
}

const NOW = 1_795_694_400

/** A node whose witness knows the logs of the vectors, as if charters named them. */
async function startNode({ logs }: Pick<Sequences, 'logs'>) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const witnessSigner: Signer = {
    name: 'example.com/witness',
    publicKey: new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)),
    sign: (message) => new Uint8Array(sign(null, message, privateKey)),
  }
  const keys = Object.values(logs).map(({ origin, ed25519, vkey }) => {
    const text = vkey ?? formatVkey(origin, 1, fromHex(ed25519!), crypto.sha256)
    return [origin, parseVkey(text, crypto.sha256)] as const
  })
  const logKeys = (origin: string) =>
    keys.filter(([known]) => known === origin).map(([, key]) => key)
  const { url, close } = await startWitness(witnessSigner, logKeys, NOW)
  const { name, publicKey: raw } = witnessSigner
  const vkey = parseVkey(formatVkey(name, 4, raw, crypto.sha256), crypto.sha256)
  return { url, vkey, close }
}

const vectors = sharedPath('vectors/extracted/witness-add-checkpoint.json')

describe.skipIf(!vectors)(
  vectors
    ? "a node's witness, asked over HTTP"
    : 'torchwood litewitness, left out: ../shared is not here',
  () => {
    const read = () => JSON.parse(readFileSync(vectors!, 'utf8')) as Sequences
    let node: Awaited<ReturnType<typeof startNode>>
    beforeAll(async () => {
      node = await startNode(read())
    })
    afterAll(() => node?.close())

    it('answers the 10 steps of litewitness, and keeps what it cosigned', async () => {
      const { cases, logs } = read()
      const answers: string[] = []
      for (const { sequence, step, request } of cases) {
        const answer = await fetch(`${node.url}/witness/add-checkpoint`, {
          method: 'POST',
          body: request,
        })
        const body = await answer.text()
        answers.push(`${sequence} ${step}: ${answer.status}`)
        if (answer.status === 409)
          expect(answer.headers.get('content-type')).toBe('text/x.tlog.size')
        if (answer.status !== 200) continue
        const { origin } = logs[sequence]!
        const kept = await fetch(`${node.url}/witness/${originHash(origin)}/checkpoint`)
        const note = await kept.text()
        expect(note.endsWith(body)).toBe(true)
        const { verified } = openNote(note, [node.vkey], crypto)
        expect(verified.map(({ time }) => time)).toEqual([NOW])
      }
      // Step 3 follows an older text: upstream says 403, tlog-witness says 404.
      const demanded = (sequence: string, step: number, status: number) =>
        sequence === 'litewitness.txt' && step === 3 ? 404 : status
      expect(answers).toHaveLength(10)
      expect(answers).toEqual(
        cases.map(
          ({ sequence, step, status }) =>
            `${sequence} ${step}: ${demanded(sequence, step, status)}`,
        ),
      )
    })

    it('cosigns once, where the same step is sent five times at the same time', async () => {
      const { cases, logs } = read()
      const other = await startNode({ logs })
      const post = (body: string) =>
        fetch(`${other.url}/witness/add-checkpoint`, { method: 'POST', body })
      const [first, , , , , second] = cases
      expect((await post(first!.request)).status).toBe(200)
      const answers = await Promise.all(Array.from({ length: 5 }, () => post(second!.request)))
      const said = answers.map(({ status }) => status).toSorted((a, b) => a - b)
      expect(said).toEqual([200, 409, 409, 409, 409])
      await other.close()
    })
  },
)
