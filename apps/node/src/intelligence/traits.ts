import { strictest, TLP, tlp, type Tlp } from '@entente/release'
import { isId, isTlpTag, PAP_LEVELS, papOf, type Pap } from '@entente/stix'
import { plain } from './search.ts'
import { nameOf } from './words.ts'

type Json = Readonly<Record<string, unknown>>

/** What is true of an object beside its words; each is one bit, and bits are added. */
export const FLAG = {
  revoked: 1,
  deprecated: 2,
  /** Two contents of one version are held. */
  conflict: 4,
  /** Some of it, in some version that is held, is TLP:RED. */
  red: 8,
} as const

/** Three more bits say what may be done with it: the place of its word in `PAP_LEVELS`, counted from one; 0 where it says none. */
export const PAP = { mask: 0b111_0000, step: 0b1_0000 } as const

export const papBits = (pap: Pap | undefined): number =>
  pap === undefined ? 0 : (PAP_LEVELS.indexOf(pap) + 1) * PAP.step

export const papIn = (flags: number): Pap | undefined =>
  PAP_LEVELS[(flags & PAP.mask) / PAP.step - 1]

/** What an object can be filtered and sorted by, as its own bytes say it. */
export type Traits = {
  /** As it sorts: the beginning of its name, or its id, without case or marks. */
  readonly label: string
  /** The place of its label in `TLP`; the number of labels where it carries none. */
  readonly tlp: number
  /** The identity that made it; empty where it says none. */
  readonly creator: string
  readonly flags: number
}

const LABEL = 60
export const UNLABELLED = TLP.length

/**
 * Reads the traits of one content. The label is what the object itself carries: how far it may go is for
 * `release` to say, which looks at every definition that is held.
 */
export function traitsOf(object: Json): Traits {
  const whole = [...idsOf(object['object_marking_refs']), ...tagsOf(object)]
  const label = strictest(whole)
  const parts = listOf(object['granular_markings']).flatMap((one) =>
    idsOf([(one as Json | null)?.['marking_ref']]),
  )
  const creator = object['created_by_ref']
  return {
    label: plain(nameOf(object) ?? String(object['id']))
      .trim()
      .slice(0, LABEL),
    tlp: label === undefined ? UNLABELLED : TLP.indexOf(label),
    creator: typeof creator === 'string' && isId(creator) ? creator : '',
    flags:
      (object['revoked'] === true ? FLAG.revoked : 0) |
      (object['deprecated'] === true || object['x_mitre_deprecated'] === true
        ? FLAG.deprecated
        : 0) |
      ([...whole, ...parts].includes('TLP:RED') ? FLAG.red : 0) |
      papBits(papOf(object)),
  }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const textsOf = (value: unknown): readonly string[] =>
  listOf(value).filter((one) => typeof one === 'string')

/** By the fixed ids alone: no other object may stand for a label (STIX 2.1 section 7.2.1.4). */
const idsOf = (ids: unknown): readonly Tlp[] =>
  textsOf(ids)
    .filter((id) => id.startsWith('marking-definition--'))
    .flatMap((id) => tlp(id) ?? [])

const tagsOf = (object: Json): readonly Tlp[] =>
  textsOf(object['labels'])
    .filter(isTlpTag)
    .flatMap((tag) => tlp(tag) ?? [])
