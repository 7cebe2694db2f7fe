import { CASES, DEFINITIONS, OURS, reaches, TLP1, TLP2, type Reach } from '../markings.ts'
import { bundle } from '../bundles.ts'

/** What a row of markings looks like as something that every format has: an indicator of a domain that stands nowhere else. */
export type Row = {
  readonly id: string
  readonly reach: Reach
  /** In its name, its description and its pattern, and in nothing else. */
  readonly canary: string
  readonly object: Readonly<Record<string, unknown>>
  /** TLP:RED in whole or in part, as `spec/sharing.md` says it of a person of the node. */
  readonly isRed: boolean
}

const RED = [TLP1.red, TLP2.red, 'TLP:RED']

/** Every way of marking that is decided by hand in `markings.ts`, each with a canary of its own. */
export const ROWS: readonly Row[] = CASES.map(({ object, reach }, at) => {
  const canary = `canary${String(at).padStart(3, '0')}`
  const id = `indicator--5a3c2fcd-8328-42bb-a95e-${String(at + 1).padStart(12, '0')}`
  const marked = JSON.stringify(object)
  return {
    id,
    reach,
    canary,
    isRed: RED.some((word) => marked.includes(`"${word}"`)),
    object: {
      ...object,
      type: 'indicator',
      id,
      name: `Seen at ${canary}`,
      description: `Told of ${canary}.`,
      pattern: `[domain-name:value = '${canary}.example']`,
      pattern_type: 'stix',
      valid_from: '2026-11-02T09:00:00Z',
    },
  }
})

export const FILE = bundle(...DEFINITIONS, ...ROWS.map(({ object }) => object))

/** Before whom something is put, and which rows reach so far. */
export const AUDIENCES = [
  { name: 'community:csirts', ceiling: 'TLP:AMBER', reach: 'amber' },
  { name: 'community:partners', ceiling: 'TLP:GREEN', reach: 'green' },
  { name: 'public', ceiling: undefined, reach: 'public' },
] as const

export const visibleTo = (reach: Exclude<Reach, 'none'>) =>
  ROWS.filter((row) => reaches(row.reach, reach))
export const hiddenFrom = (reach: Exclude<Reach, 'none'>) =>
  ROWS.filter((row) => !reaches(row.reach, reach))

export const SHARING = {
  identities: [OURS],
  communities: [
    { id: 'csirts', name: 'CSIRTs', parties: ['XB'], ceiling: 'TLP:AMBER' },
    { id: 'partners', name: 'Partners', parties: ['XB'], ceiling: 'TLP:GREEN' },
  ],
} as const
