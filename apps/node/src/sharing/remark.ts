import { type Tlp, tlp } from '@entente/release'
import { isTlpTag, tlpMarking } from '@entente/stix'
import { SharingError } from './error.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * An object as its creator would write it again under another label of TLP: a new version, dated now. Whatever else marks
 * it stays, parts of it too. Only who created an object makes new versions of it (STIX 2.1 section 3.6), and what has no
 * date of its own has none.
 */
export function remarked(
  object: Json,
  {
    to,
    now,
    identities,
  }: { readonly to: Tlp; readonly now: number; readonly identities: readonly string[] },
): Json {
  const { created_by_ref: creator, modified } = object
  if (typeof creator !== 'string' || !identities.includes(creator))
    throw new SharingError(
      'remark.not-own',
      `expected an object that an identity of this party created (sharing.identities in node.json), got one by ${typeof creator === 'string' ? creator : 'nobody'}`,
    )
  const before = typeof modified === 'string' ? Date.parse(modified) : Number.NaN
  if (Number.isNaN(before))
    throw new SharingError(
      'remark.unversioned',
      `expected an object with versions, got ${String(object['type'])} without modified: create another one under the label that is meant`,
    )
  const others = textsIn(object['object_marking_refs']).filter((id) => tlp(id) === undefined)
  const labels = textsIn(object['labels']).filter((tag) => !isTlpTag(tag))
  const { labels: _labels, ...rest } = object
  return {
    ...rest,
    // Later than what it replaces, whatever that one says.
    modified: new Date(Math.max(now, before + 1)).toISOString(),
    ...(labels.length > 0 ? { labels } : {}),
    object_marking_refs: [tlpMarking(to)!, ...others],
  }
}

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

/** The bundle in which it waits to be looked at. */
export const bundleWith = (object: Json, id: string): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({ type: 'bundle', id: `bundle--${id}`, objects: [object] }),
  )

/** What is newest of an object, as its bytes say. */
export const readObject = (bytes: Uint8Array): Json =>
  JSON.parse(new TextDecoder().decode(bytes)) as Json
