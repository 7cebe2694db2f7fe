// JSON in any layout whose fields stand once: spec/bundle.md section 1, spec/certificate.md section 2.

/** Whether an object has exactly these fields. */
export const hasOnly = (value, ...fields) =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === fields.length &&
  fields.every((name) => Object.hasOwn(value, name))

/** The value of a JSON text; refused where it is none, or a field stands twice. */
export function readJson(text, refuse) {
  let value
  try {
    value = JSON.parse(text)
  } catch {
    throw refuse()
  }
  if (countOf(value) !== (text.match(FIELDS) ?? []).length) throw refuse()
  return value
}

/** A string followed by a colon, outside of other strings; strings without one are stepped over. */
const FIELDS = /"(?:[^"\\]|\\.)*"(?=\s*:)/g
const countOf = (value) => {
  if (typeof value !== 'object' || value === null) return 0
  const own = Array.isArray(value) ? 0 : Object.keys(value).length
  return Object.values(value).reduce((sum, one) => sum + countOf(one), own)
}
