import { markingIdsOf, markingOf, type HeldObject, type Marked } from '@entente/release'
import {
  recallSaid,
  type HeldVersion,
  type IntelligenceStore,
  type Recalled,
} from '../intelligence/index.ts'
import type { SharingSetting } from './setting.ts'

type Objects = Pick<IntelligenceStore, 'contents'>

/** One content of an object, with the bytes as received. */
export type Content = HeldVersion & { readonly bytes: Uint8Array }

const decoder = new TextDecoder()

export const read = (bytes: Uint8Array): Readonly<Record<string, unknown>> =>
  JSON.parse(decoder.decode(bytes)) as Readonly<Record<string, unknown>>

const heldObject = ({ bytes, from, outside }: Content): HeldObject => ({
  object: read(bytes),
  received: from !== undefined || outside === true,
})

/** A held content and how far it may go, by every marking definition that is held, and unless it was called back. */
export async function marked(
  objects: Objects,
  content: Content,
  { setting, recalled }: { readonly setting: SharingSetting; readonly recalled: Recalled },
): Promise<Marked<Content>> {
  const held = heldObject(content)
  const definitions = new Map<string, readonly HeldObject[]>()
  for (const id of markingIdsOf(held.object))
    definitions.set(id, (await objects.contents(id)).map(heldObject))
  const marking = markingOf(held, (id) => definitions.get(id) ?? [], setting)
  const recall = recalled.of(content.id, content.bytes)
  return {
    value: content,
    marking: recall ? { ...marking, recalled: recallSaid(recall) } : marking,
  }
}
