import { generateKeyPairSync, sign, verify, createPublicKey } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import {
  canonical,
  createStrandReader,
  evaluate,
  pae,
  parseCharter,
  readCut,
  seal,
  ACT_TYPE,
  type PartyId,
} from '@entente/accord'
import { formatVkey, fromBase64, quorum, toBase64 } from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import { exponentOf, median, type Figure } from './figure.ts'

const SIZES = [1_000, 10_000, 100_000]
const PARTIES = ['XA', 'XB', 'XC', 'CO']
const SELF = fileURLToPath(import.meta.url)

type Story = {
  readonly charter: string
  /** Log entries of XA's strand, base64. */
  readonly entries: readonly string[]
}

/** P6: signature, log proof, mandate and fold of acts, against node:crypto verifying the same bytes. */
export async function verifyActs(): Promise<Figure[]> {
  const story = tell(SIZES.at(-1)!)
  const bare = story.entries.length / ((await median(5, () => bareVerify(story))) / 1000)
  const sizes: { n: number; figure: number; milliseconds: number }[] = []
  for (const n of SIZES) {
    const part = { ...story, entries: story.entries.slice(0, n) }
    const milliseconds = await median(5, () => readAll(part))
    sizes.push({ n, figure: n / (milliseconds / 1000), milliseconds })
  }
  const one = sizes.at(-1)!.figure
  const cores = Math.min(2, availableParallelism())
  const many = await onCores(story, cores)
  const row = (
    what: string,
    figure: number,
    limit: number,
    more: Partial<Figure> = {},
  ): Figure => ({
    id: 'P6',
    what,
    figure,
    unit: 'acts/s',
    limit,
    ratio: figure / limit,
    budget: `≥ ${AT_LEAST * 100} % of the limit`,
    met: figure / limit >= AT_LEAST,
    sizes: [],
    ...more,
  })
  return [
    row('acts verified on one core', one, bare, {
      sizes: sizes.map(({ n, figure }) => ({ n, figure })),
      exponent: exponentOf(sizes),
    }),
    row(`acts verified on ${cores} cores, limit: ${cores} bare verifiers`, many.acts, many.bare),
  ]
}

/** Of the bare verification: signature, proof, mandate and fold may cost the rest. */
const AT_LEAST = 0.7

/** Milliseconds for which this thread had a core: what neighbours on a shared machine take is left out. */
function coreTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

type Key = { readonly pub: Uint8Array; readonly sign: (message: Uint8Array) => Uint8Array }
type Keys = Readonly<Record<'log' | 'root' | 'witness' | 'authority', Key>>

/** The charter of four parties that witness one another. */
function charterOf(keys: Readonly<Record<string, Keys>>) {
  return {
    v: 1,
    rules: 'entente-rules/1',
    title: 'Bench',
    exercise: true,
    tlp: 'TLP:CLEAR',
    chair: 'CO',
    parties: PARTIES.map((id) => ({
      id,
      name: id,
      ...(id === 'CO' ? { role: 'organisation' } : { role: 'member', population: 1 }),
      origin: `bench.example/${id.toLowerCase()}`,
      log: formatVkey(`bench.example/${id.toLowerCase()}`, 1, keys[id]!.log.pub, crypto.sha256),
      root: [{ keyid: `${id}-root-1`, alg: 'ed25519', pub: toBase64(keys[id]!.root.pub) }],
      threshold: 1,
    })),
    witnesses: PARTIES.map((party) => ({
      party,
      vkey: formatVkey(
        `${party.toLowerCase()}.example/witness`,
        4,
        keys[party]!.witness.pub,
        crypto.sha256,
      ),
    })),
    quorum: quorum(PARTIES.length),
    grace: 1,
    notice: 1,
    cure: 1,
    steps: {},
  }
}

/** A strand of evidence acts with its charter: real keys, real signatures. */
function tell(size: number): Story {
  const raw = (key: ReturnType<typeof generateKeyPairSync>['publicKey']) =>
    new Uint8Array(key.export({ format: 'der', type: 'spki' }).subarray(-32))
  const key = () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    return {
      pub: raw(publicKey),
      sign: (message: Uint8Array) => new Uint8Array(sign(null, message, privateKey)),
    }
  }
  const keys = Object.fromEntries(
    PARTIES.map((party) => [party, { log: key(), root: key(), witness: key(), authority: key() }]),
  )
  const charter = charterOf(keys)
  const bytes = new TextEncoder().encode(canonical(charter))
  const { id } = parseCharter(bytes, crypto)
  const act = (said: object) =>
    new TextEncoder().encode(
      canonical({ v: 1, charter: id, party: 'XA', claimedAt: '2026-11-24T00:00:00Z', ...said }),
    )
  const { root, authority } = keys['XA']!
  const keysAdd = seal(
    act({
      kind: 'keys-add',
      authority: { id: 'XA-mfa', name: 'MFA' },
      key: {
        keyid: 'XA-mfa-1',
        alg: 'ed25519',
        pub: toBase64(authority.pub),
        custody: 'node-held',
      },
      mandate: { verbs: ['evidence'] },
    }),
    [{ keyid: 'XA-root-1', sign: root.sign }],
  )
  const entries = [keysAdd]
  for (let n = 1; n < size; n++) {
    const payload = act({
      kind: 'evidence',
      title: `Evidence number ${n}, with as many words as a desk officer gives a title of a report about an incident in a network.`,
      objects: Array.from({ length: 3 }, (_, k) => ({
        id: `indicator--00000000-0000-4000-8000-${String(n * 4 + k).padStart(12, '0')}`,
        modified: '2026-11-24T00:00:00.000Z',
        sha256: toHex(n * 4 + k),
      })),
      grade: { scale: 'admiralty', version: '1', value: 'B2' },
      custodian: 'XA',
    })
    entries.push(seal(payload, [{ keyid: 'XA-mfa-1', sign: authority.sign }]))
  }
  return { charter: toBase64(bytes), entries: entries.map(toBase64) }
}

const toHex = (n: number) => n.toString(16).padStart(64, '0')

/** Everything a reader of a strand does: leaf, root, envelope, signature, mandate, act, state. */
function readAll({ charter: text, entries }: Story): number {
  const charter = parseCharter(fromBase64(text), crypto)
  const bytes = entries.map(fromBase64)
  const startedAt = coreTime()
  const readers = Object.fromEntries(
    charter.parties.map(({ id }) => [id, createStrandReader(charter, id, crypto)]),
  )
  const reader = readers['XA' as PartyId]!
  for (const entry of bytes) {
    const logged = reader.append(entry)
    if (logged.void) throw new Error(`expected an act that counts, got ${logged.void.message}`)
  }
  reader.tree.root()
  const sizes = Object.fromEntries(
    charter.parties.map(({ id }) => [id, id === 'XA' ? bytes.length : 0]),
  )
  evaluate(charter, readCut(charter, readers, sizes, { crypto }))
  return coreTime() - startedAt
}

/** The limit: the bare signature check of node:crypto over the same bytes, key imported once. */
function bareVerify({ entries }: Story): number {
  const envelopes = entries.slice(1).map(
    (entry) =>
      JSON.parse(new TextDecoder().decode(fromBase64(entry))) as {
        payload: string
        signatures: { sig: string }[]
      },
  )
  const keysAdd = JSON.parse(
    new TextDecoder().decode(
      fromBase64(
        (JSON.parse(new TextDecoder().decode(fromBase64(entries[0]!))) as { payload: string })
          .payload,
      ),
    ),
  ) as { key: { pub: string } }
  const spki = Buffer.concat([
    Buffer.from('302a300506032b6570032100', 'hex'),
    fromBase64(keysAdd.key.pub),
  ])
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  const work = envelopes.map(({ payload, signatures }) => ({
    message: pae(ACT_TYPE, fromBase64(payload)),
    signature: fromBase64(signatures[0]!.sig),
  }))
  const startedAt = coreTime()
  for (const { message, signature } of work)
    if (!verify(null, message, key, signature)) throw new Error('expected a true signature')
  return coreTime() - startedAt
}

/** The same work in as many threads at once, each with the whole strand. */
async function onCores(story: Story, cores: number): Promise<{ acts: number; bare: number }> {
  const rate = async (task: 'read' | 'bare') => {
    const answers = await Promise.all(
      Array.from(
        { length: cores },
        () =>
          new Promise<number>((resolve, reject) => {
            const worker = new Worker(SELF, {
              workerData: { story, task },
              execArgv: ['--conditions=entente-source'],
            })
            worker.once('message', resolve)
            worker.once('error', reject)
          }),
      ),
    )
    return answers.reduce(
      (sum, milliseconds) => sum + story.entries.length / (milliseconds / 1000),
      0,
    )
  }
  return { acts: await rate('read'), bare: await rate('bare') }
}

if (!isMainThread) {
  const { story, task } = workerData as { story: Story; task: 'read' | 'bare' }
  // As on one core: the first rounds also compile the code.
  const work = task === 'read' ? readAll : bareVerify
  parentPort?.postMessage(await median(5, () => work(story)))
}
