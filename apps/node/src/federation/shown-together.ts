import { cutText, type PartyId, type Times } from '@entente/accord'
import { toBase64 } from '@entente/log'
import { seconds } from '../platform/clock.ts'
import type { Cosignature } from './carried.ts'
import type { Closings, ClosingsOptions } from './closings.ts'
import { doubt, submit, validLine, type Given } from './cosign.ts'
import { isPlausible, type CharterWitness, type StrandNote } from './note.ts'
import { quietly } from './quietly.ts'
import { shownAt } from './shown-at.ts'
import type { HeldStrand } from './strand.ts'
import { Vouched, vouchFor } from './vouch.ts'
import type { Witness } from './witness.ts'

/** What came for a cut in earlier attempts, by the text of its note: the first round, and from when the second counts. */
export type Vouching = Map<string, { readonly first: Given; readonly at: number }>

type Options = ClosingsOptions & { readonly vouched: Vouching }

/** The trees of these notes; that of a strand of which there is none holds no act. */
export function cutOf(
  strands: ReadonlyMap<PartyId, HeldStrand>,
  noteOf: (party: PartyId) => StrandNote | undefined,
): Closings['cut'] {
  const heads = [...strands].map(([party, strand]) => {
    const note = noteOf(party)
    const root = toBase64(note?.root ?? strand.tree().root(0))
    return [party, { size: note?.size ?? 0, root }] as const
  })
  return Object.fromEntries(heads) as Closings['cut']
}

/** A cut, as its witnesses are asked for it. */
type Asked = {
  readonly text: string
  readonly cut: Closings['cut']
  readonly notes: ReadonlyMap<PartyId, StrandNote>
}

/**
 * Notes over the whole of the present cut that show it current at one instant: two requests to each witness, whatever
 * the number of strands. Undefined where no quorum vouches for it, or not yet from one instant on.
 */
export async function showTogether(options: Options): Promise<Closings | undefined> {
  const { charter, crypto, strands, notes, clock, notBefore, vouched } = options
  const held = new Map(
    [...strands].flatMap(([party, strand]) => {
      const tree = strand.witnessed()
      return tree ? [[party, notes.read(party, tree.note)] as const] : []
    }),
  )
  if (held.size === 0) return undefined
  const cut = cutOf(strands, (party) => held.get(party))
  const asked = { text: cutText(charter, cut, crypto), cut, notes: held }
  const isPossible = ({ time }: Cosignature) => isPlausible(time, clock)
  const round =
    vouched.get(asked.text) ?? (await firstRound(asked, { ...options, isGood: isPossible }))
  if (!round) return undefined
  vouched.set(asked.text, round)
  const at = Math.max(notBefore, round.at)
  const alone = shownAt(timesOf(round.first), at, notes.quorum)
  if (alone) return { cut, at, notes: { together: [noteOf(asked, round.first, alone)] } }
  const isFrom = ({ time }: Cosignature) => time >= at
  const second = await vouchedBy(asked, { ...options, isGood: isFrom })
  const late = named([...second].filter(([, one]) => isFrom(one)))
  if (late.length < notes.quorum) return undefined
  const early = named(
    [...round.first]
      .filter(([, { time }]) => time <= at)
      .toSorted(([, a], [, b]) => a.time - b.time),
  )
  const most = (names: readonly string[]) => new Set(names.slice(0, notes.quorum))
  const together = [noteOf(asked, round.first, most(early)), noteOf(asked, second, most(late))]
  return { cut, at, notes: { together } }
}

const named = (lines: readonly (readonly [string, Cosignature])[]) => lines.map(([name]) => name)

const timesOf = (lines: Given): Times => [...lines].map(([name, { time }]) => [name, time])

/** The note with the cosignatures of these witnesses alone. */
const noteOf = ({ text }: Asked, lines: Given, kept: ReadonlySet<string>): string =>
  `${text}\n${[...lines].map(([name, { line }]) => (kept.has(name) ? line : '')).join('')}`

type Round = Options & {
  /** Which cosignatures count; a quorum of them is waited for. */
  readonly isGood: (given: Cosignature) => boolean
}

async function firstRound(asked: Asked, options: Round) {
  const first = new Map(
    [...(await vouchedBy(asked, options))].filter(([, given]) => options.isGood(given)),
  )
  const at = options.notes.by(timesOf(first))
  return at === undefined ? undefined : { first, at }
}

/** One witness of the charter, beside this node's own, which is asked without a network. */
type One = Omit<Options, 'witness'> & { readonly own: Witness; readonly witness: CharterWitness }

/** Asks every witness at once; returns as soon as a quorum gave what counts, or when all answered. */
async function vouchedBy(asked: Asked, options: Round): Promise<Given> {
  const { notes, isGood } = options
  const lines: Given = new Map()
  let enough = () => {}
  const quorum = new Promise<void>((resolve) => {
    enough = resolve
  })
  const all = notes.witnesses.map(async (witness) => {
    const given = await vouchedByOne(asked, { ...options, own: options.witness, witness })
    if (!given) return
    lines.set(witness.vkey.name, given)
    if ([...lines.values()].filter(isGood).length >= notes.quorum) enough()
  })
  await Promise.race([Promise.allSettled(all), quorum])
  return new Map(lines)
}

/** One cosignature over the cut; a witness that had not seen all of it is shown what it lacks, once. */
async function vouchedByOne(asked: Asked, options: One): Promise<Cosignature | undefined> {
  const { witness, crypto } = options
  for (const isLast of [false, true]) {
    const answer = await ask(asked, options)
    if (answer === undefined) return undefined
    if ('line' in answer) {
      const given = validLine(asked.text, answer.line, { witness, crypto })
      await doubt({ given, body: answer.line }, { ...options, of: 'a cut' })
      return given
    }
    if (isLast || !(await caughtUp(answer.others, asked, options))) return undefined
  }
  return undefined
}

/** Whether this witness saw what it lacked; one that knows a longer tree of a strand lacks nothing. */
async function caughtUp(
  others: readonly { readonly party: PartyId; readonly size: number }[],
  { notes }: Asked,
  options: One,
): Promise<boolean> {
  const { strands, seenOf, witness } = options
  const seen = await Promise.all(
    others.map(async ({ party, size }) => {
      const note = notes.get(party)
      const strand = strands.get(party)
      if (!note || !strand || size >= note.size) return false
      seenOf(party).set(witness.vkey.name, size)
      const answer = await submit(note, strand.tree(), {
        ...options,
        party,
        reader: options.notes,
        seen: seenOf(party),
        self: { party: options.party, witness: options.own },
      })
      return answer !== undefined && 'line' in answer
    }),
  )
  return seen.every(Boolean)
}

const ANSWER_LIMIT = 16_384

async function ask({ cut }: Asked, options: One): Promise<Vouched | undefined> {
  const { party, charter, urlOf, outside, signer, notes, clock } = options
  const { party: of } = options.witness
  if (of === undefined) return undefined
  if (of === party) return vouchFor(charter, cut, options.own)
  const url = urlOf(of)
  if (!url) return undefined
  return quietly(async () => {
    const answer = await outside.network.ask(
      `${url}/log/${charter.id.slice('sha256:'.length)}/vouch`,
      {
        method: 'POST',
        body: JSON.stringify(charter.parties.map(({ id }) => cut[id])),
        limit: ANSWER_LIMIT,
        signer: { keyid: signer.name, sign: signer.sign },
        to: notes.origin(of),
        now: seconds(clock),
      },
    )
    return answer.status === 200 ? Vouched.safeParse(JSON.parse(answer.text())).data : undefined
  })
}
