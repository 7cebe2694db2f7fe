type Json = Readonly<Record<string, unknown>>

/** Values that say the same as leaving the property out (sections 3.2 and 3.6). */
const DEFAULTS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['revoked', false],
  ['defanged', false],
])

/**
 * Whether two objects say the same: the same members in any order and layout, where a common
 * property at its default may be left out. In doubt the answer is no, so that both are kept.
 */
export function isSameContent(left: Json, right: Json): boolean {
  return isSame(withoutDefaults(left), withoutDefaults(right))
}

function withoutDefaults(object: Json): Json {
  return Object.fromEntries(
    Object.entries(object).filter(([key, value]) => DEFAULTS.get(key) !== value),
  )
}

function isSame(left: unknown, right: unknown): boolean {
  if (typeof left === 'number') {
    // Beyond 2^53 and beyond all numbers two texts may read as one number and yet differ.
    return left === right && (Number.isSafeInteger(left) || Math.abs(left) < 2 ** 53)
  }
  if (typeof left !== 'object' || left === null) return left === right
  if (typeof right !== 'object' || right === null) return false
  if (Array.isArray(left) || Array.isArray(right))
    return (
      Array.isArray(left) &&
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((one, index) => isSame(one, right[index]))
    )
  const [some, others] = [left as Json, right as Json]
  const keys = Object.keys(some)
  return (
    keys.length === Object.keys(others).length &&
    keys.every((key) => Object.hasOwn(others, key) && isSame(some[key], others[key]))
  )
}
