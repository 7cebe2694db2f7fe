/**
 * A TAXII 2.1 envelope (section 3.7) around objects as they were received: their text is joined and
 * never parsed or written anew. Without objects `objects` is left out, as the standard has it.
 */
export function envelope(
  objects: readonly string[],
  page: { readonly next?: string } = {},
): string {
  const parts = [
    ...(page.next === undefined ? [] : ['"more":true', `"next":${JSON.stringify(page.next)}`]),
    ...(objects.length === 0 ? [] : [`"objects":[${objects.join(',')}]`]),
  ]
  return `{${parts.join(',')}}`
}
