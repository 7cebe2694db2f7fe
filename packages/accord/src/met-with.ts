import type { Charter } from './charter.ts'
import { deemedOn } from './deemed.ts'
import { whyShut, type Heard } from './gate.ts'
import type { PartyId } from './id.ts'
import { columnOf } from './rule.ts'
import type { VersionState } from './state.ts'
import { SILENT, type MemberVoice } from './voice.ts'

/** What is supposed of voices on a version; all others are what they are. */
export type SupposedVoices = {
  readonly complying?: readonly PartyId[]
  /** Their silence is no consent. */
  readonly silent?: readonly PartyId[]
  /** Participants only: how many the document names at the least. */
  readonly minimum?: number | undefined
}

/** Whether the rule of a version would be met with these voices. What broke a silence is not undone by any. */
export function isMetWith(
  charter: Pick<Charter, 'parties' | 'minimum' | 'blocking' | 'doubleThirdUnderMajority'>,
  version: VersionState,
  { complying = [], silent = [], minimum }: SupposedVoices,
): boolean {
  const rule = columnOf(version.rule)
  if (!rule) return false
  const isAdopted = version.adopted.length > 0
  const consenting = isAdopted ? deemedOn(version, {}) : (version.acknowledged ?? [])
  const electors = charter.parties.filter(({ id }) => version.voices[id] !== undefined)
  const heard = electors.map(({ id }): Heard => {
    if (silent.includes(id)) return { voice: SILENT }
    const voice = complying.includes(id) ? COMPLIES : version.voices[id]!
    return { voice, deemed: consenting.includes(id), ...(isAdopted && { late: true }) }
  })
  const about = { id: version.id, rule: version.rule, document: { minimum } }
  return whyShut({ version: about, rule, electors, terms: charter }, heard).length === 0
}

const COMPLIES: MemberVoice = { effective: 'complies', union: 'complies', national: 'complies' }
