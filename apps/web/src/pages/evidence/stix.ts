import { strictest, tlp, type Tlp } from '@entente/release'
import { isTlpTag, papOf, type Pap } from '@entente/stix'

/** What the page says of an object above its bytes. Everything else is read in the bytes themselves. */
export type Facts = {
  readonly name?: string
  readonly description?: string
  /** In STIX's own language. */
  readonly pattern?: string
  readonly markings: readonly string[]
  /** Labels of TLP as MISP writes them: the release reads them as it does markings. */
  readonly tags: readonly string[]
  /** What may be done with it, however it says so. */
  readonly pap?: Pap
  /** Other properties that tell one object from the next, as they are spelled in STIX. */
  readonly said: readonly (readonly [key: string, value: string])[]
}

const SAID = [
  'pattern',
  'valid_from',
  'valid_until',
  'first_seen',
  'last_seen',
  'count',
  'relationship_type',
  'confidence',
  'cpe',
  'vendor',
  'version',
  'swid',
  'revoked',
] as const

/** Reads the few properties that the page repeats; anything of another form is left to the bytes. */
export function factsOf(text: string): Facts {
  const object: unknown = JSON.parse(text)
  if (typeof object !== 'object' || object === null) return { markings: [], tags: [], said: [] }
  const read = (key: string): unknown => (object as Record<string, unknown>)[key]
  const name = [read('name'), read('value'), read('path'), read('user_id')].find(
    (one) => typeof one === 'string' && one !== '',
  )
  const description = read('description')
  const [pattern, language] = [read('pattern'), read('pattern_type')]
  const pap = papOf(object as Record<string, unknown>)
  return {
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof description === 'string' && description !== '' ? { description } : {}),
    ...(language === 'stix' && typeof pattern === 'string' ? { pattern } : {}),
    ...(pap ? { pap } : {}),
    markings: textsIn(read('object_marking_refs')),
    tags: textsIn(read('labels')).filter(isTlpTag),
    said: SAID.flatMap((key) => {
      const value = read(key)
      return ['string', 'number', 'boolean'].includes(typeof value) ? [[key, String(value)]] : []
    }),
  }
}

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

/** The label that holds for the whole object; the tags by which it does, where no marking says it; and tags that are no label, which forbid. */
export function labelOf({ markings, tags }: Pick<Facts, 'markings' | 'tags'>): {
  readonly label?: Tlp
  readonly by: readonly string[]
  readonly unread: readonly string[]
} {
  const label = strictest([...markings, ...tags].flatMap((one) => tlp(one) ?? []))
  const isByMarking = markings.some((id) => tlp(id) === label)
  return {
    ...(label ? { label } : {}),
    by: label === undefined || isByMarking ? [] : tags.filter((tag) => tlp(tag) === label),
    unread: tags.filter((tag) => tlp(tag) === undefined),
  }
}
