import { contentOf, publishedMarking, textOf } from '@entente/stix'

type Json = Readonly<Record<string, unknown>>

/**
 * Whether an object is one of the nine definitions of TLP as it was published, in any layout: that one
 * is everybody's. Under the same id anything else could be hidden.
 */
export function isPublished(object: Json): boolean {
  const published = publishedMarking(textOf(object['id']))
  return published !== undefined && contentOf(object) === contentOf(published)
}
