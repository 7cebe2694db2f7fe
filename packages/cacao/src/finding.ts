/** Something in a playbook that is not as CACAO 2.0 has it. */
export type Finding = {
  /** `must`: the playbook does not conform. `should`: it does, and the standard or good sense advises otherwise. */
  readonly level: 'must' | 'should'
  /** From the playbook: `.workflow.action--….on_completion`; empty for the playbook itself. */
  readonly path: string
  /** The section of CACAO Security Playbooks 2.0 (CS01, 27 November 2023) that says so. */
  readonly section: string
  /** `expected …, got …` */
  readonly reason: string
}

export type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The members of a dictionary; none where it is something else, which another check says. */
export const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  isObject(value) ? Object.entries(value) : []

/** The items of a list; none where it is something else. */
export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Where a walk through a playbook stands, and what it found so far. */
export type At = {
  readonly path: readonly (string | number)[]
  readonly findings: Finding[]
  readonly section: string
}

/** One playbook may have endless faults; whoever sends it decides, so the list ends. */
const MOST_FINDINGS = 200

export const under = (at: At, ...keys: readonly (string | number)[]): At => ({
  ...at,
  path: [...at.path, ...keys],
})

export function say(at: At, level: Finding['level'], reason: string): void {
  if (at.findings.length >= MOST_FINDINGS) return
  const path = at.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')
  at.findings.push({ level, path, section: at.section, reason })
}

export const must = (at: At, expected: string, value: unknown): void =>
  say(at, 'must', `expected ${expected}, got ${got(value)}`)

export const should = (at: At, expected: string, value: unknown): void =>
  say(at, 'should', `expected ${expected}, got ${got(value)}`)

/** What came, short enough for a sentence. */
export function got(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
