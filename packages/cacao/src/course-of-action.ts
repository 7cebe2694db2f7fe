import { instantKey, isId } from '@entente/stix'
import { CacaoError } from './error.ts'
import { got, isObject, itemsOf, type Json } from './finding.ts'
import { markingOf, TLP_IDS } from './marking.ts'
import { readPlaybook, type Playbook } from './read.ts'

/**
 * The extension by which STIX 2.1 carries a playbook in a course of action (oasis-open/cti-stix-common-objects); CACAO
 * Roaster writes the same.
 */
export const PLAYBOOK_EXTENSION = 'extension-definition--1e1c1bd7-c527-4215-8e18-e199e74da57c'

/**
 * The STIX course of action that carries a playbook byte for byte. The same playbook gives the same object; signed once more
 * it is a later version of it. Its markings are the playbook's: those of TLP by the ids that STIX has for them, any other by
 * an id that no reader knows, so that it binds until somebody has read it.
 */
export function toCourseOfAction(playbook: Playbook, bytes: Uint8Array): Json {
  const { id, modified, name, value } = playbook
  const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.exec(id)?.[0]
  if (uuid === undefined)
    throw new CacaoError('playbook.not-cacao', `expected an id playbook--UUID, got ${got(id)}`)
  const latest = latestOf([modified, ...signedAt(value)])
  if (latest === undefined)
    throw new CacaoError('playbook.not-cacao', `expected an instant modified, got ${got(modified)}`)
  const { description, labels, created_by: author, created } = value
  const first = earliestOf([created, latest]) ?? latest
  const markings = stixMarkings(playbook)
  return {
    type: 'course-of-action',
    spec_version: '2.1',
    id: `course-of-action--${uuid.toLowerCase()}`,
    ...(isId(author) && author.startsWith('identity--') ? { created_by_ref: author } : {}),
    created: first,
    modified: latest,
    name,
    ...(typeof description === 'string' ? { description } : {}),
    ...(markings.length === 0 ? {} : { object_marking_refs: markings }),
    extensions: {
      [PLAYBOOK_EXTENSION]: {
        extension_type: 'property-extension',
        playbook_id: id,
        created: first,
        modified,
        ...(typeof author === 'string' ? { playbook_creator: author } : {}),
        ...(labelled(labels) ? { labels } : {}),
        playbook_standard: 'cacao',
        playbook_base64: toBase64(bytes),
      },
    },
  }
}

/** The playbook in a course of action, and its bytes; undefined where it carries none of CACAO 2.0. Throws as `readPlaybook`. */
export function fromCourseOfAction(
  object: Json,
): { readonly playbook: Playbook; readonly bytes: Uint8Array } | undefined {
  const extensions = object['extensions']
  const carried = isObject(extensions) ? extensions[PLAYBOOK_EXTENSION] : undefined
  const coded = isObject(carried) ? carried['playbook_base64'] : undefined
  if (typeof coded !== 'string') return undefined
  const bytes = bytesOf(coded)
  return { playbook: readPlaybook(bytes), bytes }
}

function bytesOf(coded: string): Uint8Array {
  try {
    return Uint8Array.from(atob(coded), (one) => one.codePointAt(0)!)
  } catch (error) {
    throw new CacaoError(
      'playbook.malformed',
      'expected base64 in playbook_base64, got other text',
      {
        cause: error,
      },
    )
  }
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  // As many at once as any engine takes for arguments.
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCodePoint(...bytes.subarray(at, at + 8_192))
  return btoa(text)
}

const labelled = (labels: unknown): boolean =>
  Array.isArray(labels) && labels.length > 0 && labels.every((one) => typeof one === 'string')

const signedAt = (value: Json): readonly unknown[] =>
  itemsOf(value['signatures']).flatMap((one) =>
    isObject(one) ? [one['modified'], one['created']] : [],
  )

const inOrder = (instants: readonly unknown[]): readonly string[] =>
  instants
    .flatMap((one) => (typeof one === 'string' ? [one] : []))
    .flatMap((text) => {
      const key = instantKey(text)
      return key === undefined ? [] : [{ text, key }]
    })
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ text }) => text)

const earliestOf = (instants: readonly unknown[]) => inOrder(instants)[0]
const latestOf = (instants: readonly unknown[]) => inOrder(instants).at(-1)

/**
 * CACAO's own definitions and those of STIX have the same UUIDs; only the type before them differs. A marking without an
 * identifier is kept as one that nobody knows.
 */
function stixMarkings(playbook: Playbook): readonly string[] {
  const { tlp, other } = markingOf(playbook)
  const ids = [...(tlp === undefined ? [] : [TLP_IDS[tlp]]), ...other]
  const named = ids.map((id) => id.replace(/^[a-z-]*--/, 'marking-definition--'))
  return [...new Set(named.map((id) => (isId(id) ? id : NOT_UNDERSTOOD)))]
}

/** No definition has this id, so `release` holds what it marks. */
const NOT_UNDERSTOOD = 'marking-definition--00000000-0000-4000-8000-000000000000'
