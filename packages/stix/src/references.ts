import { isId } from './identifier.ts'

/** The ids an object refers to, each once, and how many members it and all within it have. */
export type Walked = { readonly references: readonly string[]; readonly members: number }

/**
 * Reads every property whose name ends in `_ref` or `_refs` (section 3.1), at any depth. Counts the
 * members on the way: fewer than its text has colons means that a key stands there twice.
 */
export function walk(object: Readonly<Record<string, unknown>>): Walked {
  const found: string[] = []
  const members = visit(object, found)
  return { members, references: found.length > 1 ? [...new Set(found)] : found }
}

function visit(object: Readonly<Record<string, unknown>>, references: string[]): number {
  let members = 0
  for (const key of Object.keys(object)) {
    members += 1
    const value = object[key]
    if (typeof value === 'string') {
      if (key.endsWith('_ref')) refer(value, references)
    } else if (Array.isArray(value)) {
      members += visitList(value, references, key.endsWith('_refs'))
    } else if (typeof value === 'object' && value !== null) {
      members += visit(value as Readonly<Record<string, unknown>>, references)
    }
  }
  return members
}

function visitList(list: readonly unknown[], references: string[], areIds: boolean): number {
  let members = 0
  for (const value of list) {
    if (typeof value === 'string') {
      if (areIds) refer(value, references)
    } else if (Array.isArray(value)) members += visitList(value, references, areIds)
    else if (typeof value === 'object' && value !== null)
      members += visit(value as Readonly<Record<string, unknown>>, references)
  }
  return members
}

function refer(value: string, references: string[]) {
  if (isId(value)) references.push(value)
}

/** The ids an object refers to, each once. */
export const referencesOf = (object: object): readonly string[] =>
  walk(object as Readonly<Record<string, unknown>>).references
