import type { PartyId } from '@entente/accord'
import { openNote, toBase64, type Crypto, type Tree } from '@entente/log'
import { seconds, type Clock } from '../platform/clock.ts'
import type { Carried, Cosignature } from './carried.ts'
import type { CharterWitness, NoteReader, StrandNote } from './note.ts'
import { pause, type Outside } from './outside.ts'
import type { Answer, Submit } from './submit.ts'
import type { Tell } from './tell.ts'
import type { Witness } from './witness.ts'

/** A witness that says it has seen a longer tree of the strand than was shown to it, or another. */
type Ahead = { readonly witness: string; readonly size: number }

export type Cosigned = {
  /** The note with every cosignature that was collected. */
  readonly note: StrandNote
  readonly ahead: readonly Ahead[]
  /** Who else turns out to be ahead, once all have answered: some may after there are enough. */
  readonly aheadLater: Promise<readonly Ahead[]>
}

export type CosignOptions = {
  readonly reader: NoteReader
  readonly party: PartyId
  readonly crypto: Crypto
  readonly clock: Clock
  readonly tell: Tell
  /** Own witness, asked without a network. */
  readonly self: { readonly party: PartyId; readonly witness: Witness }
  readonly outside: Outside
  readonly submitTo: Submit
  readonly urlOf: (party: PartyId) => string | undefined
  /** What each witness is known to have seen of this strand, by witness name; kept up to date. */
  readonly seen: Map<string, number>
  /** Cosignatures of this very tree that came before, by witness name; kept up to date. */
  readonly given?: Given
  /** What came in pouches from witnesses to which no wire leads. */
  readonly carried?: Carried
  /** Whether cosignatures at these seconds do. */
  readonly isEnough: (times: readonly number[]) => boolean
  /** Whether no further one is worth waiting for, where these do; else a short while is waited for more. */
  readonly isBest?: (times: readonly number[]) => boolean
  /** Milliseconds of that while. */
  readonly linger?: number
}

/** A cosignature line, and the second that its witness put into it. */
export type Given = Map<string, Cosignature>

/**
 * Asks every witness of the charter for a cosignature of one tree, all at once; returns shortly
 * after there are enough, or when all answered. Some witnesses may put into theirs what second they like.
 */
export async function cosign(
  signed: StrandNote,
  tree: Tree,
  options: CosignOptions,
): Promise<Cosigned> {
  const { reader, party, outside, given = new Map() as Given, linger = 150 } = options
  const ahead: Ahead[] = []
  let enough = () => {}
  const quorum = new Promise<void>((resolve) => {
    enough = resolve
  })
  const times = () => [...given.values()].map(({ time }) => time)
  const isEnough = () => options.isEnough(times())
  // Who cosigned this tree already is not asked for it again.
  const asked = reader.witnesses.filter(({ vkey }) => !given.has(vkey.name))
  const all = asked.map(async (witness) => {
    const answer = await submit(signed, tree, { ...options, witness })
    if (answer === undefined) return
    if ('size' in answer) return void ahead.push(answer)
    given.set(witness.vkey.name, answer)
    if (isEnough()) enough()
  })
  const everyone = Promise.allSettled(all)
  await Promise.race([everyone, quorum])
  if (!options.isBest?.(times())) await Promise.race([everyone, pause(outside.timers, linger)])
  for (const [name, line] of options.carried?.lines(signed.text) ?? [])
    if (!given.has(name)) given.set(name, line)
  const inTime = [...ahead]
  return {
    ahead: inTime,
    aheadLater: everyone.then(() => ahead.slice(inTime.length)),
    note: reader.read(
      party,
      `${signed.signed}${[...given.values()].map(({ line }) => line).join('')}`,
    ),
  }
}

/** What a witness answers to a true checkpoint that does not go on from what it saw (C2SP tlog-witness). */
const REFUSED: ReadonlySet<number> = new Set([409, 422])

/** One cosignature of one witness; where the witness is ahead, by how much; undefined where it gave nothing. */
export async function submit(
  signed: StrandNote,
  tree: Tree,
  options: Omit<CosignOptions, 'isEnough'> & { readonly witness: CharterWitness },
): Promise<Cosignature | Ahead | undefined> {
  const { witness, seen, crypto } = options
  const name = witness.vkey.name
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const old = seen.get(name) ?? 0
    if (old > signed.size) {
      // Only its word, so far: next time it is asked anew.
      seen.delete(name)
      return { witness: name, size: old }
    }
    const answer = await send(requestFor(signed, tree, old), options)
    if (answer?.status === 200) {
      const valid = validLine(signed.text, answer.body, { witness, crypto })
      await doubt(
        { given: valid, body: answer.body },
        { ...options, of: `${options.party}'s checkpoint` },
      )
      if (valid) seen.set(name, signed.size)
      return valid
    }
    const size = answer?.status === 409 ? Number.parseInt(answer.body, 10) : Number.NaN
    // It says that it saw another tree of this size, or one that this does not continue: it is asked which.
    if (answer && REFUSED.has(answer.status) && Number.isNaN(size))
      return { witness: name, size: signed.size }
    if (!Number.isSafeInteger(size) || size === old) return undefined
    seen.set(name, size)
  }
  return undefined
}

/** A request to cosign a tree, for a witness that saw it at size `old` (C2SP tlog-witness). */
export function requestFor({ signed, size }: StrandNote, tree: Tree, old: number): string {
  const proof = old === 0 || old === size ? [] : tree.consistency(old, size)
  return `old ${old}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${signed}`
}

async function send(
  request: string,
  {
    witness,
    self,
    submitTo,
    urlOf,
  }: Omit<CosignOptions, 'isEnough'> & { readonly witness: CharterWitness },
): Promise<Answer | undefined> {
  if (witness.party === self.party) return self.witness.addCheckpoint(request)
  const url = witness.party && urlOf(witness.party)
  return url ? submitTo(url, request) : undefined
}

/** Seconds by which a fresh cosignature may be dated otherwise than by this node's clock before people are told. */
const CLOCKS_APART = 300

/** Tells what is out of rule in a witness's answer; what becomes of it is decided elsewhere. */
export async function doubt(
  { given, body }: { readonly given: Cosignature | undefined; readonly body: string },
  {
    witness,
    of,
    clock,
    tell,
  }: {
    readonly witness: CharterWitness
    /** Whose checkpoint it was asked to cosign. */
    readonly of: string
    readonly clock: Clock
    readonly tell: Tell
  },
): Promise<void> {
  const about = witness.party === undefined ? {} : { party: witness.party }
  const { name } = witness.vkey
  if (!given)
    return tell({
      code: 'witness.false',
      ...about,
      message: `expected a cosignature of ${name} over ${of}, got what its key did not make`,
      evidence: { witness: name, got: body },
    })
  const apart = given.time - seconds(clock)
  return tell({
    code: 'witness.clock',
    ...about,
    ...(Math.abs(apart) <= CLOCKS_APART ? { isOver: true } : {}),
    message: `expected ${name} to date its cosignature within ${CLOCKS_APART} seconds of this node's clock, got ${Math.abs(apart)} seconds ${apart > 0 ? 'ahead' : 'behind'}`,
    evidence: { witness: name, seconds: String(apart), got: given.line },
  })
}

/** The line that this witness's key truly made over this text, and nothing else it may have sent. */
export function validLine(
  text: string,
  body: string,
  { witness, crypto }: { witness: CharterWitness; crypto: Crypto },
): Cosignature | undefined {
  const line = body.split('\n').find((one) => one.startsWith(`— ${witness.vkey.name} `))
  if (line === undefined) return undefined
  try {
    const { verified } = openNote(`${text}\n${line}\n`, [witness.vkey], crypto)
    const time = verified.find((one) => one.time !== undefined)?.time
    return time === undefined ? undefined : { line: `${line}\n`, time }
  } catch {
    // One bad cosignature would void the whole note: it is left out as if it had not come.
    return undefined
  }
}
