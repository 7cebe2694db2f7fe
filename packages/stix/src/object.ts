import type { Json } from './finding.ts'
import { instantKey } from './instant.ts'

/** What every STIX object says of itself, read from its common properties. */
export type Common = {
  readonly type: string
  readonly id: string
  /** As written; absent where the object has none (cyber observables, marking definitions). */
  readonly modified?: string
  /** Sorts as the version does: `modified`, else `created`, as an instant; empty where it has neither. */
  readonly version: string
}

/** Reads the common properties of an object that conforms (section 3.6: a version is its `modified`). */
export function readCommon(object: Json): Common {
  const { type, id, created, modified } = object as Readonly<Record<string, string | undefined>>
  const date = modified ?? created
  const version = date === undefined ? '' : instantKey(date)!
  return modified === undefined
    ? { type: type!, id: id!, version }
    : { type: type!, id: id!, version, modified }
}
