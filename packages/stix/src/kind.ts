import type { Shape } from './check.ts'

/** What a type of STIX object is: domain object, relationship, observable or meta object. */
export type Family = 'sdo' | 'sro' | 'sco' | 'meta'

/** A type of object that the standard has. */
export type Kind = {
  readonly family: Family
  readonly shape: Shape
  /** Common properties that it must have beyond those of its family, and those it has no use for. */
  readonly commonRequired?: readonly string[]
  readonly unused?: readonly string[]
  /** The parts under `extensions` that the standard itself defines for it. */
  readonly extensions?: ReadonlyMap<string, Shape>
  /** Observables: the properties that its id is made of (section 3.4). */
  readonly contributing?: readonly string[]
}
