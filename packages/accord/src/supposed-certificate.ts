import type { Act } from './act.ts'
import type { Charter } from './charter.ts'
import type { Attested, Cut, Logged } from './cut.ts'
import type { PartyId } from './id.ts'
import { supposedId } from './what-if.ts'

/** A tree of one strand, and the second by which the quorum had cosigned it. */
type SeenTree = { readonly size: number; readonly by: number }
export type SeenTrees = Readonly<Record<PartyId, SeenTree>>

type Declare = Extract<Act, { kind: 'declare' }>

/** What a certificate that nobody signed would say, and the smaller trees that it would carry. */
export type SupposedCertificate = Pick<Declare, 'on' | 'result' | 'of'> & {
  readonly early?: SeenTrees
  readonly breaks?: SeenTrees
  /** How many acts of a strand it cites, where these are fewer than the cut holds. */
  readonly cites?: Readonly<Record<PartyId, number>>
}

/**
 * The cut with certificates after it, whose ids are `supposedId` of their places. Every strand is taken
 * as closed as they cite it: as it stands, witnesses can be asked for that at any time.
 */
export function withCertificates(
  charter: Charter,
  cut: Cut,
  certificates: readonly SupposedCertificate[],
): Cut {
  const party = charter.chair
  const { acts = [] } = cut[party] ?? {}
  const headsOf = (cites: SupposedCertificate['cites'] = {}) =>
    charter.parties.map(({ id }) => {
      const { acts: held = [], root = '' } = cut[id] ?? {}
      return [id, { size: cites[id] ?? held.length, root }] as const
    })
  const attested = ({ size, by }: SeenTree): Attested => ({
    size,
    times: Array.from({ length: charter.quorum }, (_, place) => [`${place}`, by] as const),
  })
  const each = (seen: SeenTrees = {}) =>
    Object.fromEntries(Object.entries(seen).map(([id, tree]) => [id, attested(tree)]))
  const more = certificates.map(({ early, breaks, cites, ...said }, place): Logged => {
    const heads = headsOf(cites)
    const closings = heads.map(([id, { size }]) => [id, { size, by: Infinity }] as const)
    const act: Declare = {
      v: 1,
      charter: charter.id,
      party,
      kind: 'declare',
      claimedAt: '1970-01-01T00:00:00Z',
      ...said,
      cut: Object.fromEntries(heads),
      closings: {},
    }
    return {
      id: supposedId(place),
      party,
      index: acts.length + place,
      act,
      keyids: [],
      trees: {
        closings: each(Object.fromEntries(closings)),
        early: each(early),
        breaks: each(breaks),
        since: {},
      },
    }
  })
  return { ...cut, [party]: { party, root: '', acts: [...acts, ...more] } }
}
