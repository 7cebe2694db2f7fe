import { isPapTag, isTlpTag, type Received } from '@entente/stix'
import { readPosted } from '../taxii/index.ts'

type Json = Readonly<Record<string, unknown>>

/** What a version that says that an object is revoked keeps, whatever else the type demands. */
const KEPT: ReadonlySet<string> = new Set([
  'type',
  'spec_version',
  'id',
  'created',
  'modified',
  'created_by_ref',
  'revoked',
  'object_marking_refs',
])

/** Tags that call themselves TLP or PAP: one that is no word of them is not understood, and forbids. */
const markingTags = (labels: unknown): readonly unknown[] =>
  Array.isArray(labels)
    ? labels.filter((tag) => typeof tag === 'string' && (isTlpTag(tag) || isPapTag(tag)))
    : []

const bytesOf = (object: Json) => new TextEncoder().encode(JSON.stringify(object))

function conforming(object: Json, now: string): Received | undefined {
  const [read] = readPosted([bytesOf(object)], now)
  return read && !('fault' in read) ? read : undefined
}

/**
 * The last version of an object of one's own (STIX 2.1 section 3.6: only its creator makes versions, and one that is revoked
 * is the last): it says that it is revoked, keeps every marking, and of the rest only what its type demands. Where fields
 * are marked apart it stays whole, so that no field loses its marking. Undefined where what is held has no versions.
 */
export function tombstoneOf(
  object: Json,
  { identities, now }: { readonly identities: readonly string[]; readonly now: number },
): Received | undefined {
  const { created_by_ref: creator, modified, revoked, labels, ...rest } = object
  const before = typeof modified === 'string' ? Date.parse(modified) : Number.NaN
  if (
    typeof creator !== 'string' ||
    !identities.includes(creator) ||
    Number.isNaN(before) ||
    revoked === true
  )
    return undefined
  const at = new Date(Math.max(now, before + 1)).toISOString()
  const tags = markingTags(labels)
  const whole: Json = {
    ...rest,
    created_by_ref: creator,
    modified: at,
    revoked: true,
    ...(tags.length > 0 ? { labels: tags } : {}),
  }
  let kept = conforming(whole, at)
  if (!kept || 'granular_markings' in object) return kept
  let least = whole
  for (const key of Object.keys(whole)) {
    if (KEPT.has(key) || key === 'labels') continue
    const { [key]: _left, ...less } = least
    const read = conforming(less, at)
    if (read) [least, kept] = [less, read]
  }
  return kept
}
