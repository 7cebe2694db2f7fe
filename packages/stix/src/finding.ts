import { got } from './error.ts'
import { step } from './examine.ts'

/** Something in an object that is not as STIX 2.1 has it. */
export type Finding = {
  /** `must`: the object does not conform. `should`: it does, and the standard advises otherwise. */
  readonly level: 'must' | 'should'
  /** From the object: `.labels[1]`; empty for the object itself. */
  readonly path: string
  /** The section of STIX 2.1 that says so. */
  readonly section: string
  /** `expected …, got …` */
  readonly reason: string
}

/** Where a walk through an object stands, and what it found so far. */
export type At = {
  readonly path: (string | number)[]
  readonly findings: Finding[]
  /** Whether what the standard only advises is looked for as well. */
  readonly advice: boolean
  /** The keys of the deprecated container that references are read in (section 2.13), with their types. */
  readonly container?: ReadonlyMap<string, string>
}

/** Looks at one value; what is wrong with it goes to the findings. */
export type Check = (value: unknown, at: At) => void

export type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One object may have endless faults; whoever sends it decides, so the list ends. */
export const MOST_FINDINGS = 100

export function must(at: At, section: string, expected: string, value: unknown): void {
  find(at, 'must', section, `expected ${expected}, got ${got(value)}`)
}

export function should(at: At, section: string, expected: string, value: unknown): void {
  if (at.advice) find(at, 'should', section, `expected ${expected}, got ${got(value)}`)
}

/** Adds a finding with a sentence of its own. */
export function find(
  { path, findings }: At,
  level: Finding['level'],
  section: string,
  reason: string,
): void {
  if (findings.length < MOST_FINDINGS)
    findings.push({ level, path: path.map(step).join(''), section, reason })
}

/** Looks at a member of what stands here. */
export function within(at: At, key: string | number, look: (at: At) => void): void {
  at.path.push(key)
  look(at)
  at.path.pop()
}
