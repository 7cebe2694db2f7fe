import { secondsOf, textOf, type Loss } from '@entente/stix'
import { listIn } from './common.ts'
import type { Json } from './event.ts'
import type { SharingGroup } from './spread.ts'

export type ToOptions = {
  /** A UUID that follows from this text: the same text gives the same one. */
  readonly uuidOf: (text: string) => string
  /** Who hands the event on; the author of what has none. */
  readonly org: { readonly name: string; readonly uuid: string }
  /** MISP's level of distribution for what says nothing of it: 0 unless told. */
  readonly distribution?: '0' | '1' | '2' | '3'
  /** The sharing groups for which marking definitions stand, by the id of the definition; none unless told. */
  readonly groups?: ReadonlyMap<string, SharingGroup>
}

/** What writing an event needs: where it tells what it leaves out, and what it is told. */
export type Writing = { readonly loss: Loss; readonly options: ToOptions }

export const isText = (value: unknown): value is string => typeof value === 'string'
export const uuidIn = ({ id }: Json): string => textOf(id).slice(-36).toLowerCase()
export const secondsIn = (instant: unknown): number => secondsOf(instant) ?? 0
/** The texts of a list, as far as it is one. */
export const textsIn = (list: unknown): readonly string[] =>
  Array.isArray(list) ? list.filter(isText) : []

const KNOWN = new Set(['type', 'id', 'spec_version', 'created'])

/** Tells of every property of an object where it is now, or that it is nowhere. */
export function noteProperties(
  object: Json,
  mapped: Readonly<Record<string, string>>,
  loss: Loss,
): void {
  for (const name of Object.keys(object)) {
    if (KNOWN.has(name)) continue
    const as = Object.hasOwn(mapped, name) ? mapped[name] : undefined
    const field = `${textOf(object['type'])}.${name}`
    loss.note(field, as ? 'mapped' : 'lost', as ?? 'MISP has no field for it')
  }
}

/** An event with each of its attributes changed, those of its objects included. */
export const withAttributes = (Event: Json, change: (attribute: Json) => Json): Json => ({
  ...Event,
  Attribute: listIn(Event, 'Attribute').map(change),
  Object: listIn(Event, 'Object').map((one) => ({
    ...one,
    Attribute: listIn(one, 'Attribute').map(change),
  })),
})

/** All attributes of an event, those of its objects included. */
export const attributesIn = (Event: Json): readonly Json[] => [
  ...listIn(Event, 'Attribute'),
  ...listIn(Event, 'Object').flatMap((one) => listIn(one, 'Attribute')),
]
