import { instantOf } from '@entente/stix'
import {
  described,
  idIn,
  listIn,
  marked,
  markingsIn,
  noteFields,
  properties,
  REPORT,
  type Context,
  type Fields,
} from './common.ts'
import type { Json, MispObject, Reference } from './event.ts'
import { carrying } from './extension.ts'
import { attributePart, type Part } from './from-attribute.ts'

/** A grouping, what is in it, and what leads from it. */
export type Group = Part & {
  readonly parts: readonly Part[]
  readonly references: readonly (Reference & { readonly from: Json })[]
}

/** One object as a grouping of its attributes. */
export function objectPart(one: MispObject, raw: Json, context: Context): Group {
  const rawAttributes = listIn(raw, 'Attribute')
  const inherits = one.distribution === undefined || one.distribution === '5'
  const under = inherits ? context.under : one
  const parts = one.Attribute.map((attribute, at) =>
    attributePart(attribute, rawAttributes[at]!, { ...context, under }),
  )
  const { Attribute: _, ...carried } = raw
  noteFields(carried, 'Object', OBJECT_FIELDS, context.loss)
  const grouping: Json = {
    ...properties(['grouping', one.uuid], one, {
      ...context,
      labels: [`misp:name="${one.name}"`],
    }),
    name: one.name,
    ...described(one),
    context: 'unspecified',
    object_refs: parts.length > 0 ? parts.map(({ stands }) => idIn(stands)) : [REPORT],
    extensions: carrying('object', carried),
  }
  return {
    uuid: one.uuid,
    stands: grouping,
    parts,
    objects: [...parts.flatMap(({ objects }) => objects), grouping],
    references: one.ObjectReference.map((reference) => ({ ...reference, from: grouping })),
  }
}

/**
 * A relationship between what stands for two elements of this event, of which it tells: it is marked as both are. One that
 * leads out of the event is carried.
 */
export function relationship(
  one: Reference & { readonly from: Json },
  {
    common,
    standing,
    loss,
  }: Pick<Context, 'common' | 'loss'> & { readonly standing: ReadonlyMap<string, Json> },
): readonly Json[] {
  const target = standing.get(one.referenced_uuid)
  const type = one.relationship_type
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  if (target === undefined || type === '') {
    loss.note('ObjectReference', 'carried', 'extension')
    return []
  }
  loss.note('ObjectReference', 'mapped', 'relationship')
  const at = instantOf(one.timestamp ?? 0)
  return [
    {
      type: 'relationship',
      spec_version: '2.1',
      id: `relationship--${one.uuid}`,
      ...common.createdBy,
      created: at,
      modified: at,
      relationship_type: type,
      ...described(one),
      source_ref: idIn(one.from),
      target_ref: idIn(target),
      ...(one.deleted ? { revoked: true } : {}),
      ...marked([...markingsIn(one.from), ...markingsIn(target)]),
    },
  ]
}

const OBJECT_FIELDS: Fields = {
  uuid: 'grouping.id',
  name: 'grouping.name',
  comment: 'grouping.description',
  timestamp: 'grouping.modified',
  deleted: 'grouping.revoked',
  distribution: 'object_marking_refs',
  SharingGroup: 'marking-definition',
  ObjectReference: 'relationships',
}
