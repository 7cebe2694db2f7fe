import {
  ifSaid,
  type Act,
  type ActId,
  type SpokenVoice,
  type Text,
  type VersionState,
} from '@entente/accord'
import { minimumOf, type CaseFile } from './case-file.ts'

/**
 * What a version would be with these voices more, by the same library as on every node: after its adoption no brake stops it and no
 * silence is broken any more, and a voice that is certified to have run out stays so.
 */
export function whatIf(file: CaseFile, version: VersionState, extra: readonly Act[]): VersionState {
  const { charter, state } = file.view
  const kind = state.steps.find(({ versions }) =>
    versions.some(({ id }) => id === version.id),
  )?.kind
  return kind ? ifSaid(charter, { kind, version }, extra, minimumOf(file, version.id)) : version
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
