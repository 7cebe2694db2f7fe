import { toBase64 } from '@entente/log'
import {
  beginStory,
  digestOf,
  entriesOf,
  ruledCharter,
  type Id,
  type Ruled,
} from './vectors-decision-world.ts'
import { entryNumbers } from './vectors-entry-numbers.ts'
import { agreementEffects } from './vectors-effect-agreement.ts'
import type { Acting, Change, EffectCase, EffectFile } from './vectors-effect-case.ts'
import { keyEffects } from './vectors-effect-keys.ts'
import { measureEffects } from './vectors-effect-measures-more.ts'
import { membershipEffects } from './vectors-effect-membership.ts'
import { recordEffects } from './vectors-effect-records.ts'

/** Files of signed records, each with one act that is left out and put back, and all that it changes in the state. */

export type EffectRecord = Pick<EffectCase, 'kind' | 'name' | 'why' | 'reference'> & {
  readonly strands: Readonly<Record<string, readonly number[]>>
  /** Where the act stands that is left out. */
  readonly act: { readonly party: Id; readonly index: number }
  readonly changes: readonly Change[]
  /** Of the state with the act. */
  readonly digest: string
}

export type EffectVectors = {
  /** base64 of the charter's bytes. */
  readonly charter: string
  readonly records: readonly EffectRecord[]
  /** base64 of entries. */
  readonly entries: readonly string[]
}

const FILES: readonly EffectFile[] = [
  keyEffects,
  membershipEffects,
  recordEffects,
  agreementEffects,
  measureEffects,
]

function recordOf(
  ruled: Ruled,
  { kind, name, why, reference, tell }: EffectCase,
  numbered: (strands: Readonly<Record<string, readonly string[]>>) => EffectRecord['strands'],
): EffectRecord {
  const story = beginStory(ruled)
  const places: EffectRecord['act'][] = []
  const acting: Acting = (party, said, by) => {
    places.push({ party, index: story.sizeOf(party) })
    return story.say(party, said, by)
  }
  const changes = tell(story, acting)
  const [act, ...others] = places
  if (!act || others.length > 0) throw new TypeError(`expected one act in ${name}`)
  const strands = numbered(entriesOf(story))
  const digest = digestOf(story)
  return { kind, name, why, ...(reference && { reference }), strands, act, changes, digest }
}

/** By the name of its file. */
export function effectVectors(): readonly (readonly [string, EffectVectors])[] {
  return FILES.map(({ name, next, cases }) => {
    const ruled = ruledCharter(next === undefined ? {} : { next })
    const { numbered, entries } = entryNumbers()
    const records = cases.map((one) => recordOf(ruled, one, numbered))
    return [name, { charter: toBase64(ruled.bytes), records, entries: entries() }]
  })
}
