import { cosign, parseCheckpoint, parseNote, signNote, toBase64 } from '@entente/log'
import { readConfig } from '../../src/config.ts'
import { crypto } from '../../src/platform/crypto.ts'
import { signRequest } from '../../src/platform/http/signature.ts'
import { openKeys } from '../../src/platform/keys/index.ts'
import { me } from './party.ts'

/** What a certificate cites of one strand: its head, and a note over it. */
type Cited = { readonly size: number; readonly root: string; readonly note: string }

function read(note: string): Cited {
  const { size, root } = parseCheckpoint(parseNote(note).text)
  return { size, root: toBase64(root), note }
}

/** The text of a note with the log's signature and no other. */
function withLogOnly(note: string): string {
  const { text, signatures } = parseNote(note)
  return `${text}\n${signatures[0]!.line}\n`
}

export const certifier = {
  /** The strands of all parties as their own nodes show them now, asked for as a party of the case. */
  takesCut: async (): Promise<Readonly<Record<string, Cited>>> => {
    const { charter, urls, keys, party, shownNote } = me()
    const originOf = (id: string) => charter.parties.find((one) => one.id === id)!.origin
    const signer = { keyid: originOf(party), sign: keys.load('log').sign }
    const taken: Record<string, Cited> = {}
    for (const { id } of charter.parties) {
      if (id === party) {
        taken[id] = read(shownNote)
        continue
      }
      const url = `${urls[id]}/log/${charter.id.slice(7)}/${id}/checkpoint`
      const now = Math.floor(Date.now() / 1000)
      const headers = signRequest({ method: 'GET', url, to: originOf(id) }, signer, now)
      const answer = await fetch(url, { headers: { ...headers } })
      if (answer.status !== 200) throw new Error(`expected ${id}'s checkpoint: ${answer.status}`)
      taken[id] = read(await answer.text())
    }
    return taken
  },
  /** Brings a note over a tree to all witnesses anew, as anyone may: their answers, and what they gave. */
  recosigns: async ({ size, note }: Cited) => {
    const signed = withLogOnly(note)
    const given = await Promise.all(
      Object.entries(me().urls).map(async ([witness, url]) => {
        const body = `old ${size}\n\n${signed}`
        const answer = await fetch(`${url}/witness/add-checkpoint`, { method: 'POST', body })
        return { witness, status: answer.status, body: await answer.text() }
      }),
    )
    const lines = given.flatMap(({ status, body }) => (status === 200 ? [body] : []))
    return {
      note: `${signed}${lines.join('')}`,
      statuses: given.map(({ status }) => status),
    }
  },
  /** The note with a cosignature of this party's own witness at that second, whatever the others gave. */
  addsOwnWitness: (note: string, time: number): string => {
    const { directory } = me()
    const key = openKeys(directory).load('witness')
    const signer = { ...key, name: readConfig(directory).witness }
    const { text } = parseNote(note)
    const others = note.split('\n').filter((line) => !line.startsWith(`— ${signer.name} `))
    return `${others.join('\n')}${cosign(text, signer, time, crypto.sha256)}`
  },
  /** The note with every cosignature's time moved by so many seconds, and no signature made anew. */
  retimes: (note: string, seconds: number): string => {
    const { text, signatures } = parseNote(note)
    const lines = signatures.map(({ name, id, signature, line }) => {
      if (signature.length !== 72) return `${line}\n`
      const moved = Buffer.concat([Buffer.from(id, 'hex'), signature])
      moved.writeBigUInt64BE(moved.readBigUInt64BE(4) + BigInt(seconds), 4)
      return `— ${name} ${moved.toString('base64')}\n`
    })
    return `${text}\n${lines.join('')}`
  },
  /** A note over another party's tree under a log key that is not that party's. */
  signsFor: (of: string, { note }: Cited): string => {
    const { charter, keys } = me()
    const name = charter.parties.find(({ id }) => id === of)!.origin
    return signNote(parseNote(note).text, { ...keys.load('log'), name }, crypto.sha256)
  },
}
