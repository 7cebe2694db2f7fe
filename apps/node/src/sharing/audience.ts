import type { Charter } from '@entente/accord'
import type { Audience, Circle, Member } from '@entente/release'
import { reportingLine } from '../parties/reporting-line.ts'
import { SharingError } from './error.ts'
import type { Community, SharingSetting } from './setting.ts'

type CaseCharter = Pick<Charter, 'id' | 'title' | 'parent' | 'parties' | 'witnesses' | 'quorum'>

/** Where an audience's names are looked up. */
export type Directory = {
  readonly charters: () => readonly CaseCharter[]
  readonly setting: () => SharingSetting
}

/**
 * A community that takes part in a case hands on what it gets: so, unless its ceiling is settled,
 * nothing goes to it that must stay within one organisation.
 */
const COMMUNITY_CEILING = 'TLP:GREEN'

/**
 * The parties of a case, as those before whom something is put. An operator is a client of the
 * authority at the other end of its reporting line, which alone holds anything to hand on to it.
 */
export function circleOfCase(charter: CaseCharter, setting: SharingSetting): Circle {
  const { title, parties } = charter
  const client = reportingLine(charter)?.operator.id
  const member = ({ id: party, role }: Charter['parties'][number]): Member => {
    if (party === client) return { party, client: true }
    if (role !== 'community') return { party }
    const settled = setting.communities.find((community) => community.party === party)
    return { party, ceiling: settled?.ceiling ?? COMMUNITY_CEILING }
  }
  return { name: `case ${title}`, members: parties.map(member) }
}

const circleOfCommunity = ({ name, parties, ceiling }: Community): Circle => ({
  name: `community ${name}`,
  members: parties.map((party) => ({ party, ceiling })),
})

const FORM = /^(?:(own|public)|(case|community):([a-z0-9:-]{1,80})(?:\/([A-Z]{2}))?)$/

/** Reads `own`, `public`, `case:{id}[/{party}]` and `community:{id}[/{party}]`. */
export function readAudience(text: string, directory: Directory): Audience {
  const [, alone, kind, name, party] = FORM.exec(text) ?? []
  if (alone === 'own') return { kind: 'own-node' }
  if (alone === 'public') return { kind: 'public' }
  if (kind === undefined || name === undefined)
    throw new SharingError(
      'audience.malformed',
      `expected own, public, case:ID, case:ID/PARTY, community:ID or community:ID/PARTY, got ${text.slice(0, 100)}`,
    )
  const circle = kind === 'case' ? caseNamed(name, directory) : communityNamed(name, directory)
  return party === undefined ? { kind: 'circle', circle } : { kind: 'party', party, within: circle }
}

/** By its id or, as people type, by the first digits of it where they fit one case. */
function caseNamed(name: string, { charters, setting }: Directory): Circle {
  const hex = name.replace(/^sha256:/, '')
  const fitting = charters().filter(({ id }) => id.slice('sha256:'.length).startsWith(hex))
  const [charter] = fitting
  if (charter && fitting.length === 1 && hex.length >= 6) return circleOfCase(charter, setting())
  throw new SharingError(
    'audience.unknown',
    `expected the id of a case held here, or its first six digits or more, got ${name}`,
  )
}

function communityNamed(name: string, { setting }: Directory): Circle {
  const community = setting().communities.find(({ id }) => id === name)
  if (community) return circleOfCommunity(community)
  throw new SharingError(
    'audience.unknown',
    `expected a community of this node's setting, got ${name}`,
  )
}
