import { Hono, type Context } from 'hono'
import { actId, canonical, openEntry, parseCharter, seal, type Charter } from '@entente/accord'
import {
  cosign,
  createTree,
  encodeEntries,
  formatCheckpoint,
  leafHash,
  parseTilePath,
  signNote,
  toBase64,
  toUtf8,
  type Tree,
} from '@entente/log'
import { readConfig } from '../../src/config.ts'
import { encryptTo } from '../../src/disclosures/age-file.ts'
import { crypto } from '../../src/platform/crypto.ts'
import { startServer } from '../../src/platform/http/server.ts'
import { openKeys, type Keys } from '../../src/platform/keys/index.ts'

/** A party whose node does what its operator likes: it has the keys of that party and of whoever is with it. */

type Shown = { readonly note: string; readonly entries: readonly Uint8Array[] }
/** A key by its name in a data directory; the directory is the party's own unless told. */
type Hand = { readonly keyid: string; readonly key?: string; readonly directory?: string }
type Answer = { readonly status: number; readonly body: string | Uint8Array }

type Self = {
  readonly party: string
  readonly directory: string
  readonly charter: Charter
  readonly charterBytes: Uint8Array
  readonly keys: Keys
  readonly urls: Readonly<Record<string, string>>
}
let self: Self
/** What each party is shown of this one's strand; `*` is everyone else. */
const shown = new Map<string, Shown>()
/** What is answered to paths that hold this text, before anything else. */
const answers = new Map<string, Answer>()
/** Words that are sent in the place of those behind a digest. */
const falseWords = new Map<string, string>()
const asked: { readonly by: string; readonly path: string }[] = []
let history: readonly Uint8Array[] = []
/** What witnesses read while they are asked to cosign it. */
const brought = new Map<string, readonly Uint8Array[]>()
/** The clock of its witness, where it cosigns whatever it is asked: seconds now. */
let witnessTime: number | undefined

/** Who this process is, for whatever else it does as that party. */
export const me = () => ({ ...self, shownNote: shown.get('*')?.note ?? '' })

const originOf = (id: string) => self.charter.parties.find((one) => one.id === id)!.origin
const signerOf = ({ keyid, key = keyid, directory }: Hand) => ({
  keyid,
  sign: (directory === undefined ? self.keys : openKeys(directory)).load(key).sign,
})

function treeOf(entries: readonly Uint8Array[]): Tree {
  const tree = createTree(crypto.sha256)
  for (const entry of entries) tree.append(leafHash(crypto.sha256, entry))
  return tree
}

/** A checkpoint that this party's log truly signs over these entries. */
function signed(entries: readonly Uint8Array[]): string {
  const tree = treeOf(entries)
  const origin = originOf(self.party)
  const log = { ...self.keys.load('log'), name: origin }
  const checkpoint = formatCheckpoint({ origin, size: tree.size, root: tree.root() })
  return signNote(checkpoint, log, crypto.sha256)
}

export const party = {
  /** Answers in the place of this party's node; returns where. */
  becomes: async (given: {
    readonly party: string
    readonly directory: string
    readonly charter: Uint8Array
    readonly urls: Self['urls']
  }): Promise<string> => {
    const keys = openKeys(given.directory)
    self = {
      ...given,
      keys,
      charterBytes: given.charter,
      charter: parseCharter(given.charter, crypto),
    }
    return (await startServer(hostileNode().fetch)).url
  },
  /** Learns where a party answers now. */
  learns: (of: string, url: string) => {
    self = { ...self, urls: { ...self.urls, [of]: url } }
  },
  /** An entry with this act, signed by these keys whatever they may sign. */
  seals: (said: object, hands: readonly Hand[]) => {
    const payload = canonical({
      v: 1,
      charter: self.charter.id,
      party: self.party,
      claimedAt: '2026-11-25T12:00:00Z',
      ...said,
    })
    return sealed(toUtf8(payload), hands)
  },
  /** As `seals`, with S + L in the place of S: the same signature to whoever does not look at its form. */
  sealsStretched: (said: object, hands: readonly Hand[]) => {
    const { id, entry } = party.seals(said, hands)
    const envelope = JSON.parse(new TextDecoder().decode(entry)) as {
      signatures: { keyid: string; sig: string }[]
    }
    for (const one of envelope.signatures) one.sig = stretched(one.sig)
    return { id, entry: toUtf8(canonical(envelope)) }
  },
  /** A signature line under that key's name, with as many bytes as ML-DSA-44 has, that the key did not make. */
  cosignedLater: (vkey: string) => {
    const [name, id] = vkey.split('+') as [string, string]
    const bytes = Buffer.concat([Buffer.from(id, 'hex'), Buffer.alloc(8 + 2420, 5)])
    return `— ${name} ${bytes.toString('base64')}\n`
  },
  /** An entry with exactly these bytes as its payload. */
  sealsBytes: (payload: Uint8Array, hands: readonly Hand[]) => sealed(payload, hands),
  /** Appends to its strand, asks the witnesses for their cosignatures and shows it to everyone. */
  logs: async (entries: readonly Uint8Array[]) => {
    const before = history.length
    history = [...history, ...entries]
    const { note, answers: given } = await asksToCosign(history, before)
    shown.set('*', { note, entries: history })
    return given
  },
  /** Signs another tree and brings it to these witnesses: what they answer, and the note with what they gave. */
  asksToCosign: (entries: readonly Uint8Array[], old: number, witnesses?: readonly string[]) =>
    asksToCosign(entries, old, witnesses),
  /** A note over these entries with the log's signature and the cosignatures of whoever is with it. */
  cosignsWith: (
    entries: readonly Uint8Array[],
    colluding: readonly { readonly directory: string; readonly time: number }[],
  ) => {
    const note = signed(entries)
    const text = note.slice(0, note.lastIndexOf('\n\n') + 1)
    const lines = colluding.map(({ directory, time }) => {
      const key = openKeys(directory).load('witness')
      const signer = { ...key, name: readConfig(directory).witness }
      return cosign(text, signer, time, crypto.sha256)
    })
    return `${note}${lines.join('')}`
  },
  shows: (to: string, entries: readonly Uint8Array[], note: string) => {
    shown.set(to, { entries, note })
  },
  /** Answers paths that hold this text with that. */
  answersTo: (path: string, answer: Answer | undefined) => {
    if (answer) answers.set(path, answer)
    else answers.delete(path)
  },
  /** Sends this disclosure, in an age file for whoever asks, in the place of the one behind the digest. */
  deliversFalsely: (digest: string, disclosure: string) => {
    falseWords.set(digest, disclosure)
  },
  /** From now on its witness cosigns whatever it is asked, at this second. */
  witnessesAt: (time: number | undefined) => {
    witnessTime = time
  },
  asked: () => asked,
  /** Every entry of its strand, as it first showed them to everyone. */
  history: () => history,
}

const L = 2n ** 252n + 27742317777372353535851937790883648493n

function stretched(signature: string): string {
  const bytes = Buffer.from(signature, 'base64')
  const s = BigInt(`0x${Buffer.from(bytes.subarray(32)).reverse().toString('hex')}`) + L
  const hex = s.toString(16).padStart(64, '0')
  return Buffer.concat([bytes.subarray(0, 32), Buffer.from(hex, 'hex').reverse()]).toString(
    'base64',
  )
}

function sealed(payload: Uint8Array, hands: readonly Hand[]) {
  const entry = seal(payload, hands.map(signerOf))
  return { id: actId(openEntry(entry).payload, crypto.sha256), entry }
}

async function asksToCosign(
  entries: readonly Uint8Array[],
  old: number,
  witnesses: readonly string[] = Object.keys(self.urls),
) {
  const note = signed(entries)
  const tree = treeOf(entries)
  const isPart = old > 0 && old < tree.size
  const proof = isPart ? tree.consistency(old, tree.size).map((hash) => `${toBase64(hash)}\n`) : []
  const body = `old ${old}\n${proof.join('')}\n${note}`
  for (const witness of witnesses) brought.set(witness, entries)
  const given = await Promise.all(
    witnesses.map(async (witness) => {
      const answer = await fetch(`${self.urls[witness]}/witness/add-checkpoint`, {
        method: 'POST',
        body,
      })
      brought.delete(witness)
      return { witness, status: answer.status, body: await answer.text() }
    }),
  )
  const lines = given.flatMap((one) => (one.status === 200 ? [one.body] : []))
  return { note: `${note}${lines.join('')}`, answers: given }
}

function hostileNode(): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    const by = /keyid="([^"]+)"/.exec(c.req.header('signature-input') ?? '')?.[1]
    const id = self.charter.parties.find(({ origin }) => origin === by)?.id ?? 'nobody'
    asked.push({ by: id, path: c.req.path })
    const [, answer] = [...answers].find(([path]) => c.req.path.includes(path)) ?? []
    if (!answer) return next()
    return c.body(answer.body as string, answer.status as 200)
  })
  const asking = (c: Context) => {
    const by = /keyid="([^"]+)"/.exec(c.req.header('signature-input') ?? '')?.[1]
    return self.charter.parties.find(({ origin }) => origin === by)?.id ?? '*'
  }
  const toWhom = (c: Context) => shown.get(asking(c)) ?? shown.get('*')
  const isOurs = (c: Context) =>
    c.req.param('case') === self.charter.id.slice(7) && c.req.param('party') === self.party
  app.get('/log/:case/:party/checkpoint', (c) => {
    const one = isOurs(c) ? toWhom(c) : undefined
    return one ? c.text(one.note) : c.notFound()
  })
  app.get('/log/:case/:party/tile/entries/*', (c) => {
    const entries = isOurs(c) ? (brought.get(asking(c)) ?? toWhom(c)?.entries) : undefined
    const path = c.req.path.slice(c.req.path.indexOf('/tile/') + 1)
    const { index, width } = parseTilePath(path)
    const from = index * 256
    return entries
      ? c.body(new Uint8Array(encodeEntries(entries.slice(from, from + width))))
      : c.notFound()
  })
  app.get('/log/:case/sealed/:digest/:recipient', async (c) => {
    const words = falseWords.get(c.req.param('digest'))
    if (words === undefined) return c.notFound()
    return c.body(new Uint8Array(await encryptTo([c.req.param('recipient')], words)))
  })
  app.post('/witness/add-checkpoint', async (c) => {
    if (witnessTime === undefined) return c.notFound()
    const body = await c.req.text()
    const note = body.slice(body.indexOf('\n\n') + 2)
    const text = note.slice(0, note.lastIndexOf('\n\n') + 1)
    const signer = { ...self.keys.load('witness'), name: readConfig(self.directory).witness }
    return c.text(cosign(text, signer, witnessTime, crypto.sha256))
  })
  return app
}
