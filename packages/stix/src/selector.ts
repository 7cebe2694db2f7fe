import { isObject, type Json } from './finding.ts'

/**
 * What a selector of a granular marking selects (section 7.2.3): names and `[0]`, with dots between.
 * Undefined where it selects nothing or is no selector.
 */
export function resolveSelector(object: Json, selector: string): unknown {
  return walk(object, selector.split('.'), 0)
}

function walk(value: unknown, parts: readonly string[], from: number): unknown {
  if (from === parts.length) return value
  const index = /^\[(0|[1-9]\d{0,8})\]$/.exec(parts[from]!)
  if (index)
    return Array.isArray(value) ? walk(value[Number(index[1])], parts, from + 1) : undefined
  if (!isObject(value)) return undefined
  const key = parts[from]!
  return Object.hasOwn(value, key) ? walk(value[key], parts, from + 1) : undefined
}
