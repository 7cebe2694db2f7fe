import { randomBytes } from 'node:crypto'
import { makeDisclosure, type Act, type ActId, type PartyId } from '@entente/accord'
import type { DraftView } from '../../src/api.ts'
import { until, type PersonClient, type Said } from '../../src/demo/person.ts'
import { crypto } from '../../src/platform/crypto.ts'
import { payloadOf } from '../../src/positions/payload.ts'
import type { World } from './constellation.ts'
import type { Aviary } from './words.ts'

/** How one party speaks in the constellation, a word of its own in every field. */
export type Speaking = {
  readonly world: World
  readonly words: Aviary
  readonly desk: PersonClient
  /** Kinds that were filed: the test asks for all. */
  readonly filed: Map<Act['kind'], ActId>
  /** Digests of what was sealed. */
  readonly digests: string[]
  /** STIX ids and hashes of objects that were taken in. */
  readonly objects: { readonly id: string; readonly sha256: string }[]
  /** Hashes of what was attached. */
  readonly hashes: string[]
  /** Ids of drafts, of acts and of reports. */
  readonly drafts: string[]
}

type Where = keyof World['cases']

/** Files an act of Alder's; `two` has a drafter write it, as kinds of two persons ask. */
export async function say<K extends Act['kind']>(
  speaking: Speaking,
  kind: K,
  said: Said<K>,
  { at = 'shared', two = false }: { readonly at?: Where; readonly two?: boolean } = {},
): Promise<ActId> {
  const { world, desk, filed } = speaking
  const id = two
    ? await sayWithAnother(speaking, { kind, claimedAt: claimedNow(), ...said }, at)
    : (await desk.file(world.cases[at], kind, said)).id
  filed.set(kind, id)
  return id
}

async function sayWithAnother(
  { world, desk, drafts }: Speaking,
  said: { readonly kind: Act['kind']; readonly claimedAt: string },
  at: Where,
): Promise<ActId> {
  const of = world.cases[at]
  const payload = payloadOf(await desk.view(of), desk.party, said)
  const drafter = world.seat('XA', 'drafter').client
  const draft = await drafter.post<DraftView>('/api/v1/drafts', { case: of, payload })
  drafts.push(draft.id)
  await desk.post(`/api/v1/drafts/${draft.id}/sign`, { act: draft.act })
  return draft.act
}

export const claimedNow = () => `${new Date().toISOString().slice(0, 19)}Z`

/** A part as an act has it. */
type Part<N extends string> = { readonly name: N; readonly digest: string; to?: PartyId[] }

/** Keeps the words of a part at Alder's node and gives what the act has in their place. */
export async function sealing<N extends string>(
  { world, words, desk, digests }: Speaking,
  { kind, name, how }: { readonly kind: string; readonly name: N; readonly how: How },
): Promise<{ readonly part: Part<N>; readonly disclosure: string }> {
  const { disclosure, digest } = makeDisclosure(
    { name, value: words.in(kind, `${name} ${how}`), salt: randomBytes(16) },
    crypto.sha256,
  )
  await desk.post(`/api/v1/cases/${world.cases.shared}/disclosures`, { disclosures: [disclosure] })
  digests.push(digest)
  const to = how === 'to nobody' ? {} : { to: ['XB' as PartyId] }
  return { part: { name, digest, ...to }, disclosure }
}

/** What becomes of a part that stays at home, by the columns of the table. */
export const HOWS = ['handed to readers', 'to nobody', 'opened by a release'] as const
export type How = (typeof HOWS)[number]

/** Waits until every act of the case, as Alder has it, is final at another party's node. */
export async function reaching(
  { world, desk }: Speaking,
  at: Where,
  parties: readonly ('XB' | 'XC' | 'XD' | 'XO')[],
): Promise<void> {
  const said = (await desk.view(world.cases[at])).acts
  for (const party of parties)
    await until(`${at} to be known to ${party}`, async () => {
      const { acts } = await world.seat(party, 'desk').client.view(world.cases[at])
      const known = new Set(acts.flatMap(({ id, final }) => (final ? [id] : [])))
      return said.every(({ id }) => known.has(id)) ? true : undefined
    })
}
