import {
  evaluate,
  type Act,
  type ActId,
  type Cut,
  type Logged,
  type PartyId,
  type SpokenVoice,
  type State,
  type Text,
} from '@entente/accord'
import type { ActView, CaseView } from '../../../../node/src/api.ts'
import type { CaseFile } from './case-file.ts'

/**
 * What the case would be worth with these acts more, by the same library as on every node. Certificates
 * are left out: whether a gate would be open depends on voices alone.
 */
export function whatIf(view: CaseView, extra: readonly Act[]): State {
  const strands = view.charter.parties.map(({ id }) => {
    const strand = strandOf(view, id)
    const more = extra
      .filter(({ party }) => party === id)
      .map((act, at): Logged => ({
        id: UNSIGNED,
        party: id,
        index: strand.acts.length + at,
        act,
        keyids: [],
      }))
    return [id, { ...strand, acts: [...strand.acts, ...more] }] as const
  })
  return evaluate(view.charter, Object.fromEntries(strands) as Cut)
}

/** What a member is supposed to say in both voices, beside which clause. */
export type Word = { readonly voice: SpokenVoice; readonly clause?: string }

/** The act by which a member would say this in both voices, to be supposed and never signed. */
export const saying = (file: CaseFile, party: string, on: ActId, { voice, clause }: Word): Act => ({
  ...supposedBy(file, party),
  kind: 'comply',
  on,
  union: voice,
  national: voice,
  ...(voice === 'complies-with-reservation' && {
    reservations: (['union', 'national'] as const).map((axis) => ({
      axis,
      ...(clause !== undefined && { clause: clause as ClauseName }),
      text: '–',
    })),
  }),
  ...(voice === 'abstains-constructively' && { statement: '–' }),
})
type ClauseName = Text['clauses'][number]['id']

/** The act by which a member would comply in both voices, to be supposed and never signed. */
export const complies = (file: CaseFile, party: string, on: ActId): Act =>
  saying(file, party, on, { voice: 'complies' })

const supposedBy = ({ view, members }: CaseFile, party: string) => ({
  v: 1 as const,
  charter: view.id,
  party: members.find(({ id }) => id === party)?.id ?? view.charter.chair,
  claimedAt: '1970-01-01T00:00:00Z',
})

/** No act has this id: it stands for the one that is not signed yet. */
const UNSIGNED = `sha256:${'0'.repeat(64)}` as Logged['id']

function strandOf({ acts, state }: CaseView, party: PartyId) {
  return {
    party,
    root: state.cut[party]?.root ?? '',
    acts: acts
      .filter((one) => one.party === party && one.final)
      .toSorted((a, b) => a.index - b.index)
      .map(toLogged),
  }
}

const toLogged = ({ id, party, index, act, keyids, authority, void: voided }: ActView): Logged => ({
  id,
  party,
  index,
  keyids,
  ...(act && { act }),
  ...(authority && { authority: authority.id }),
  ...(voided && { void: voided }),
})
