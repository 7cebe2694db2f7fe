import { expect, it } from 'vitest'
import { fromHex } from '../src/base64.ts'
import { emptyRoot } from '../src/merkle.ts'
import { formatVkey, openNote, parseVkey, type Vkey } from '../src/note.ts'
import { addCheckpoint, type WitnessedHead } from '../src/witness.ts'
import { crypto, seeded, sha256 } from './crypto.ts'
import { describeVectors, readJson } from './vectors.ts'

type Sequences = {
  readonly logs: Readonly<
    Record<string, { readonly origin: string; readonly ed25519?: string; readonly vkey?: string }>
  >
  readonly cases: readonly {
    readonly sequence: string
    readonly step: number
    readonly request: string
    readonly status: number
    readonly asserts: string
  }[]
}

/** The one step that follows an older text, where tlog-witness now demands another answer. */
const OLDER = { sequence: 'litewitness.txt', step: 3, said: 403, demanded: 404 }

describeVectors('torchwood litewitness', 'extracted/witness-add-checkpoint.json', (path) => {
  const { logs, cases } = readJson<Sequences>(path)
  const witness = seeded('example.com/witness', 7)
  const vkey = parseVkey(formatVkey(witness.name, 4, witness.publicKey, sha256), sha256)

  const keyOf = ({ origin, ed25519, vkey: text }: Sequences['logs'][string]): Vkey =>
    parseVkey(text ?? formatVkey(origin, 1, fromHex(ed25519!), sha256), sha256)
  const heads = new Map<string, WitnessedHead>()
  for (const log of Object.values(logs))
    heads.set(log.origin, { vkeys: [keyOf(log)], size: 0, root: emptyRoot(sha256), time: 0 })

  /** Asks the witness and lets it remember, as its node must before it answers. */
  function ask(request: string, now: number) {
    const find = (origin: string) => heads.get(origin)
    const answer = addCheckpoint(request, { find, now, signer: witness, crypto })
    if (answer.next) {
      const { origin, ...head } = answer.next
      heads.set(origin, { ...heads.get(origin)!, ...head })
    }
    return answer
  }

  /** What upstream says of the body: `body contains "…"` or `body == "…"`. */
  function satisfies(body: string, asserts: string): boolean {
    const [, verb, quoted] = /^body (contains|==) (".*")$/.exec(asserts)!
    const words = JSON.parse(quoted!) as string
    return verb === '==' ? body === words : body.includes(words)
  }

  it('has two logs and 10 steps', () => {
    expect([...heads.keys()]).toHaveLength(2)
    expect(cases).toHaveLength(10)
  })

  it.each(cases.map((one, at) => [one.sequence, one.step, one, at] as const))(
    '%s step %i is answered as it says',
    (sequence, step, { request, status, asserts }, at) => {
      const now = 1_700_000_000 + at
      const { status: answered, body, contentType, next } = ask(request, now)
      expect(satisfies(body, asserts)).toBe(true)
      if (sequence === OLDER.sequence && step === OLDER.step) {
        expect([status, answered]).toEqual([OLDER.said, OLDER.demanded])
        return
      }
      expect(answered).toBe(status)
      expect(contentType).toBe(status === 409 ? 'text/x.tlog.size' : 'text/plain; charset=utf-8')
      expect(next !== undefined).toBe(status === 200)
      if (!next) return
      const { verified } = openNote(next.note, [vkey, ...heads.get(next.origin)!.vkeys], crypto)
      expect(verified.map(({ vkey: { name }, time }) => [name, time])).toEqual([
        [next.origin === 'go.sum database tree' ? 'sum.golang.org' : next.origin, undefined],
        [witness.name, now],
      ])
    },
  )

  it('ends with what was cosigned last', () => {
    expect([...heads.values()].map(({ size }) => size)).toEqual([5, 35_225_469])
  })
})
