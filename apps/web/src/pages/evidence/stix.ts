/** What the page says of an object above its bytes. Everything else is read in the bytes themselves. */
export type Facts = {
  readonly name?: string
  readonly description?: string
  readonly markings: readonly string[]
}

/** Reads the few properties that the page repeats; anything of another form is left to the bytes. */
export function factsOf(text: string): Facts {
  const object: unknown = JSON.parse(text)
  if (typeof object !== 'object' || object === null) return { markings: [] }
  const read = (key: string): unknown => (object as Record<string, unknown>)[key]
  const name = [read('name'), read('value'), read('path'), read('user_id')].find(
    (one) => typeof one === 'string' && one !== '',
  )
  const description = read('description')
  const markings = read('object_marking_refs')
  return {
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof description === 'string' && description !== '' ? { description } : {}),
    markings: Array.isArray(markings)
      ? markings.filter((one): one is string => typeof one === 'string')
      : [],
  }
}
