import { kindOf } from './act.ts'
import type { Charter } from './charter.ts'
import type { Cut, Logged } from './cut.ts'
import type { ActId, PartyId } from './id.ts'
import type { Effect, Needed } from './kind.ts'
import { filerOf } from './version.ts'

/** What an act says nothing without, as long as it is not in the cut; and who owes it. */
export type Waiting =
  /** An act that it is about: of whom it is, where that is known, or who may file such a one. */
  | { readonly for: 'act'; readonly of: ActId; readonly from: readonly PartyId[] }
  /** A certificate: so many acts of that strand. */
  | { readonly for: 'strand'; readonly from: PartyId; readonly size: number }

/** Acts that are held in a case; those in its cut are final. */
export type HeldActs = { readonly cut: Cut; readonly logged: (party: PartyId) => readonly Logged[] }

/** What an act of a case waits for that is not in the cut; nothing of one that counts for nothing. */
export function createWaiting(charter: Charter, { cut, logged }: HeldActs) {
  const parties = charter.parties.map(({ id }) => id)
  const isFinal = new Set(parties.flatMap((id) => (cut[id]?.acts ?? []).map((act) => act.id)))
  const held = new Map(parties.flatMap((id) => logged(id).map((act) => [act.id, id] as const)))
  const filers = new Set([charter.chair, ...kindsOf(charter).map((kind) => filerOf(charter, kind))])
  return ({ act, party, void: voided }: Logged): readonly Waiting[] => {
    const effect = act && !voided ? kindOf(act).effect?.(act) : undefined
    if (!effect) return []
    const about = aboutIn(effect).filter(({ id }) => !isFinal.has(id))
    return [
      ...about.map(({ id, owes }): Waiting => {
        const of = held.get(id)
        const others = parties.filter((one) => one !== party)
        const from = { author: [party], filer: [...filers], other: others }[owes]
        return { for: 'act', of: id, from: of === undefined ? from : [of] }
      }),
      ...shortOf(effect, cut),
    ]
  }
}

const kindsOf = ({ steps }: Charter) => Object.keys(steps) as (keyof Charter['steps'])[]

/** Strands that a certificate cites further than they are in the cut. */
const shortOf = (effect: Effect, cut: Cut): readonly Waiting[] =>
  effect.does !== 'certifies'
    ? []
    : (Object.keys(effect.cut) as PartyId[]).flatMap((from) => {
        const { size } = effect.cut[from]!
        return size > (cut[from]?.acts.length ?? 0) ? [{ for: 'strand' as const, from, size }] : []
      })

type About = { readonly id: ActId; readonly owes: Needed['owes'] | 'filer' }

/** The acts without which an effect is none. */
function aboutIn(effect: Effect): readonly About[] {
  switch (effect.does) {
    case 'speaks':
    case 'certifies':
    case 'reaffirms':
    case 'amends':
      return [{ id: effect.on, owes: 'filer' }]
    case 'extends':
      return [{ id: effect.on, owes: 'author' }]
    case 'acknowledges':
      return [{ id: effect.of, owes: 'other' }]
    case 'retracts':
      return [{ id: effect.of, owes: 'author' }]
    case 'measures': {
      const { about, certificate } = effect
      return [
        ...('on' in about ? [{ id: about.on, owes: 'filer' as const }] : []),
        ...(certificate === undefined ? [] : [{ id: certificate, owes: 'other' as const }]),
      ]
    }
    case 'files':
    case 'disavows':
    case 'accuses':
    case 'leaves':
      return []
    case 'records':
      return effect.needs ? [effect.needs] : []
  }
}
