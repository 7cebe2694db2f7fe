import { papOf, type Pap } from '@entente/stix'

/** What the page says of an object above its bytes. Everything else is read in the bytes themselves. */
export type Facts = {
  readonly name?: string
  readonly description?: string
  /** In STIX's own language. */
  readonly pattern?: string
  readonly markings: readonly string[]
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
  if (typeof object !== 'object' || object === null) return { markings: [], said: [] }
  const read = (key: string): unknown => (object as Record<string, unknown>)[key]
  const name = [read('name'), read('value'), read('path'), read('user_id')].find(
    (one) => typeof one === 'string' && one !== '',
  )
  const description = read('description')
  const [pattern, language] = [read('pattern'), read('pattern_type')]
  const markings = read('object_marking_refs')
  const pap = papOf(object as Record<string, unknown>)
  return {
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof description === 'string' && description !== '' ? { description } : {}),
    ...(language === 'stix' && typeof pattern === 'string' ? { pattern } : {}),
    ...(pap ? { pap } : {}),
    markings: Array.isArray(markings)
      ? markings.filter((one): one is string => typeof one === 'string')
      : [],
    said: SAID.flatMap((key) => {
      const value = read(key)
      return ['string', 'number', 'boolean'].includes(typeof value) ? [[key, String(value)]] : []
    }),
  }
}
