import type { VersionRange } from './version.ts'

/**
 * A range of versions as a bill of materials has it (`vers:npm/>=1.2|<1.4`, https://github.com/package-url/vers-spec), as
 * those of CVE records: bounds from below and above, and single versions. What is more than that keeps its text, with which
 * no version can be compared.
 */
export function rangesOf(vers: string, status: string): readonly VersionRange[] {
  const open = [{ version: vers, lessThan: vers, status }]
  const [, scheme = '', text = ''] = /^vers:([a-z0-9.+-]{1,40})\/(.{1,4000})$/i.exec(vers) ?? []
  if (text === '') return open
  const versionType = SEMANTIC.has(scheme.toLowerCase()) ? 'semver' : 'custom'
  if (text === '*') return [{ version: '0', lessThanOrEqual: '*', status, versionType }]
  const ranges: VersionRange[] = []
  let from: string | undefined
  for (const constraint of text.split('|')) {
    const [, sign = '', written = ''] = /^(>=|<=|<|=)?([^<>=!*\s]+)$/.exec(constraint.trim()) ?? []
    const version = decoded(written)
    if (version === undefined) return open
    if (sign === '>=') {
      if (from !== undefined) return open
      from = version
    } else if (sign === '<' || sign === '<=') {
      const start = startOf(from, ranges)
      if (start === undefined) return open
      ranges.push({ version: start, ...boundOf(sign, version), status, versionType })
      from = undefined
    } else if (from === undefined) ranges.push({ version, status, versionType })
    else return open
  }
  return from === undefined
    ? ranges
    : [...ranges, { version: from, lessThanOrEqual: '*', status, versionType }]
}

/** What is bounded from above alone begins at the first version of all, and so before every other range. */
const startOf = (from: string | undefined, before: readonly VersionRange[]) =>
  from ?? (before.length === 0 ? '0' : undefined)

const boundOf = (sign: '<' | '<=', version: string) =>
  sign === '<' ? { lessThan: version } : { lessThanOrEqual: version }

const SEMANTIC = new Set(['semver', 'npm', 'cargo', 'golang', 'hex', 'pub'])

function decoded(text: string): string | undefined {
  if (text === '') return undefined
  try {
    return decodeURIComponent(text)
  } catch {
    // A percent sign that stands for nothing: no version.
    return undefined
  }
}
