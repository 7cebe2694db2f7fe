import { instantIn, instantOf, parsePattern, StixError, validateObject } from '@entente/stix'
import {
  described,
  idIn,
  isEmpty,
  marked,
  markingsIn,
  noteFields,
  properties,
  REPORT,
  type Context,
  type Fields,
} from './common.ts'
import type { Attribute, Json, Sighting } from './event.ts'
import { carrying } from './extension.ts'
import { PATTERN_TYPES, saidBy, type Observable } from './values.ts'

/** What became of one attribute: its objects, and the one of them that stands for it. */
export type Part = {
  readonly uuid: string
  readonly stands: Json
  readonly objects: readonly Json[]
}
/** One attribute as what it says: an indicator, observed data, a vulnerability or a note. */
export function attributePart(one: Attribute, raw: Json, context: Context): Part {
  const { loss } = context
  const { data, ...carried } = raw
  const labels = [
    `misp:type="${one.type}"`,
    ...(one.category === '' ? [] : [`misp:category="${one.category}"`]),
    `misp:to_ids="${one.to_ids ? 'True' : 'False'}"`,
  ]
  const base = (type: string): Json => properties([type, one.uuid], one, { ...context, labels })
  const file = fileIn(one, { base, extensions: carrying('attribute', carried) })
  const [main, more] = file ?? meant(one, { base, extensions: carrying('attribute', raw) })
  const sightings = one.Sighting.flatMap((sighting) => sightingOf(sighting, main, context))
  noteFields(raw, 'Attribute', fieldsFor(main), loss)
  if (file) loss.note('Attribute.data', 'mapped', 'artifact.payload_bin')
  else if (!isEmpty(data ?? '')) loss.note('Attribute.data', 'carried', 'extension')
  return { uuid: one.uuid, stands: main, objects: [main, ...more, ...sightings] }
}

type Making = { readonly base: (type: string) => Json; readonly extensions: Json }

/** The object that stands for an attribute, and the others that it refers to. */
function meant(one: Attribute, making: Making): readonly [Json, readonly Json[]] {
  const language = Object.hasOwn(PATTERN_TYPES, one.type) ? PATTERN_TYPES[one.type] : undefined
  if (language && isPattern(language, one.value))
    return [indicator(one, making, { pattern: one.value, pattern_type: language }), []]
  if (one.type === 'vulnerability') return [vulnerability(one, making), []]
  const { observables, comparisons } = saidBy(one.type, one.value)
  if (one.to_ids && comparisons.length > 0) {
    const pattern = `[${comparisons.join(' AND ')}]`
    return [indicator(one, making, { pattern, pattern_type: 'stix', pattern_version: '2.1' }), []]
  }
  return observed(one, observables, making) ?? [note(one, making), []]
}

function isPattern(language: string, text: string): boolean {
  if (language !== 'stix') return text.trim() !== ''
  try {
    parsePattern(text)
    return true
  } catch (error) {
    if (error instanceof StixError) return false
    throw error
  }
}

const indicator = (one: Attribute, { base, extensions }: Making, pattern: Json): Json => ({
  ...base('indicator'),
  name: one.value.slice(0, 250),
  ...described(one),
  ...pattern,
  valid_from: instantIn(one.first_seen) ?? instantOf(one.timestamp),
  extensions,
})

const vulnerability = (one: Attribute, { base, extensions }: Making): Json => ({
  ...base('vulnerability'),
  name: one.value,
  ...described(one),
  ...(/^CVE-\d{4}-\d{4,19}$/i.test(one.value)
    ? { external_references: [{ source_name: 'cve', external_id: one.value.toUpperCase() }] }
    : {}),
  extensions,
})

const note = (one: Attribute, { base, extensions }: Making): Json => ({
  ...base('note'),
  abstract: `${one.type}${one.category === '' ? '' : `, ${one.category}`}`,
  content: one.value,
  object_refs: [REPORT],
  extensions,
})
/** Undefined where nothing was seen that STIX takes for what its type says. */
function observed(
  one: Attribute,
  observables: readonly Observable[],
  { base, extensions }: Making,
): readonly [Json, readonly Json[]] | undefined {
  const objects = observables.map((observable) => scoOf(one, observable, { base, observables }))
  if (objects.length === 0 || objects.some((object) => !isSound(object))) return undefined
  const first = instantIn(one.first_seen) ?? instantOf(one.timestamp)
  const last = instantIn(one.last_seen) ?? first
  return [
    {
      ...base('observed-data'),
      first_observed: first,
      last_observed: last < first ? first : last,
      number_observed: 1,
      object_refs: objects.map(idIn),
      extensions,
    },
    objects,
  ]
}

const isSound = (object: Json): boolean => validateObject(object, { advice: false }).length === 0

function scoOf(
  { uuid }: Attribute,
  { type, properties: own, refs = {} }: Observable,
  { base, observables }: Pick<Making, 'base'> & { readonly observables: readonly Observable[] },
): Json {
  const { object_marking_refs } = base(type)
  const linked = Object.entries(refs).map(
    ([name, places]) => [name, places.map((at) => `${observables[at]!.type}--${uuid}`)] as const,
  )
  return {
    type,
    spec_version: '2.1',
    id: `${type}--${uuid}`,
    ...(object_marking_refs ? { object_marking_refs } : {}),
    ...own,
    ...Object.fromEntries(linked),
  }
}

/** A file and its bytes, where it comes with them; MISP packs samples into a zip with the password `infected`. */
function fileIn(one: Attribute, making: Making) {
  const { data, type } = one
  const isSample = type === 'malware-sample'
  if (!data || !(isSample || type === 'attachment')) return undefined
  const said = isSample ? saidBy('filename|md5', one.value).observables[0] : undefined
  const file = said?.properties ?? { name: one.value }
  const artifact = {
    payload_bin: data,
    ...(isSample
      ? {
          mime_type: 'application/zip',
          encryption_algorithm: 'mime-type-indicated',
          decryption_key: 'infected',
        }
      : {}),
  }
  const observables: readonly Observable[] = [
    { type: 'file', properties: { ...file, content_ref: `artifact--${one.uuid}` } },
    { type: 'artifact', properties: artifact },
  ]
  return observed(one, observables, making)
}

/** Somebody saw it: that goes no further than what was seen. False positives and expiries have no object in STIX: they are carried. */
function sightingOf(one: Sighting, of: Json, { common, loss }: Context): readonly Json[] {
  if (one.type !== '0' || one.uuid === undefined || of['type'] === 'note') {
    loss.note('Sighting', 'carried', 'extension')
    return []
  }
  loss.note('Sighting', 'mapped', 'sighting')
  const at = instantOf(one.date_sighting)
  return [
    {
      type: 'sighting',
      spec_version: '2.1',
      id: `sighting--${one.uuid}`,
      ...common.createdBy,
      created: at,
      modified: at,
      first_seen: at,
      last_seen: at,
      count: 1,
      sighting_of_ref: idIn(of),
      ...marked(markingsIn(of)),
    },
  ]
}

function fieldsFor(main: Json): Fields {
  const type = main['type'] as string
  const value =
    { indicator: 'pattern', vulnerability: 'name', note: 'content' }[type] ?? 'object_refs'
  return {
    uuid: `${type}.id`,
    type: `${type}.labels`,
    category: `${type}.labels`,
    to_ids: `${type}.labels`,
    value: `${type}.${value}`,
    timestamp: `${type}.modified`,
    deleted: `${type}.revoked`,
    Tag: `${type}.labels, object_marking_refs`,
    Galaxy: 'their own objects',
    Sighting: 'sightings',
    distribution: 'object_marking_refs',
    SharingGroup: 'marking-definition',
    ...(type === 'indicator' || type === 'vulnerability' ? { comment: `${type}.description` } : {}),
    ...(type === 'indicator' ? { first_seen: 'indicator.valid_from' } : {}),
    ...(type === 'observed-data'
      ? { first_seen: 'observed-data.first_observed', last_seen: 'observed-data.last_observed' }
      : {}),
  }
}
