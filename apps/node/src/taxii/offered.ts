import { explain, type Audience, type Marking } from '@entente/release'
import type { Collection } from '@entente/taxii'
import { readAudience, SharingError, type Directory } from '../sharing/index.ts'
import { isRed } from './marking.ts'
import type { ClientSetting, CollectionSetting, TaxiiSetting } from './setting.ts'

/** A collection as one client has it, and before whom its content is put there. */
export type Offered = {
  readonly collection: Collection
  readonly setting: CollectionSetting
  readonly audience: Audience
}

export type Offering = {
  readonly taxii: TaxiiSetting
  /** Undefined: anyone. */
  readonly client: ClientSetting | undefined
  readonly party: string
  readonly directory: Directory
}

/** The collections that a client reads or adds to, by their ids: the same order at every time. */
export function offeredTo({ taxii, client, party, directory }: Offering): readonly Offered[] {
  return taxii.collections
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((one) => {
      const isPublic = one.audience === 'public'
      const reads = isPublic || client?.reads.includes(one.id) === true
      const writes = client?.writes.includes(one.id) === true
      if (!reads && !writes) return []
      const audience = audienceFor(one, client?.party, { party, directory })
      if (!audience) return []
      const collection: Collection = {
        id: one.id,
        title: one.title,
        ...(one.description === undefined ? {} : { description: one.description }),
        ...(one.alias === undefined ? {} : { alias: one.alias }),
        can_read: reads,
        can_write: writes,
        media_types: ['application/stix+json;version=2.1'],
      }
      return [{ collection, setting: one, audience }]
    })
}

/** Before whom a collection is put where this party reads it; undefined where it is not put before it. */
export function audienceFor(
  { audience: text }: CollectionSetting,
  reader: string | undefined,
  { party, directory }: Pick<Offering, 'party' | 'directory'>,
): Audience | undefined {
  if (text === 'public') return { kind: 'public' }
  if (reader === undefined) return undefined
  if (reader === party) return { kind: 'own-node' }
  if (text === 'own') return undefined
  const circle = circleNamed(text, directory)
  if (circle?.kind !== 'circle') return undefined
  const isMember = circle.circle.members.some((member) => member.party === reader)
  return isMember ? { kind: 'party', party: reader, within: circle.circle } : undefined
}

/** Undefined where the case or community is not there any more: then the collection is not either. */
export function circleNamed(text: string, directory: Directory): Audience | undefined {
  try {
    return readAudience(text, directory)
  } catch (error) {
    if (error instanceof SharingError) return undefined
    throw error
  }
}

/** Whether a program of this audience gets a thing: what `release` allows, and nothing that is for persons. */
export const isFor = (marking: Marking, audience: Audience): boolean =>
  !isRed(marking) && explain(marking, audience).leaves

/** Whether anybody before whom a collection is put may have a thing: else it need not be in it. */
export function isForAny(marking: Marking, audience: Audience): boolean {
  if (audience.kind !== 'circle') return isFor(marking, audience)
  return audience.circle.members.some(({ party }) =>
    isFor(marking, { kind: 'party', party, within: audience.circle }),
  )
}
