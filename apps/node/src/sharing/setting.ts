import { z } from 'zod'

const Party = z.string().regex(/^[A-Z]{2}$/)
const idOf = (type: string) =>
  z.string().regex(new RegExp(`^${type}--[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$`))

/** A trusted group with which this party shares, as it is agreed with it. */
const Community = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  name: z.string().min(1).max(120),
  parties: z.array(Party).max(200),
  /** The strictest label under which anything is sent to its members. */
  ceiling: z.enum(['TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR']),
  /** The party as which the community itself takes part in cases, where it has a node. */
  party: Party.exactOptional(),
})
export type Community = z.infer<typeof Community>

/** What a party settles about sharing: `sharing` in its `node.json`. */
export const SharingSetting = z.strictObject({
  /** What holds for an object that nobody marked. Never TLP:CLEAR: unmarked is not for everybody. */
  unmarked: z
    .enum(['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN'])
    .default('TLP:AMBER+STRICT'),
  /** The STIX identities under which this party publishes: what they created it may name an audience for. */
  identities: z.array(idOf('identity')).default([]),
  /** Marking definitions of others that somebody here has read and found to restrict nothing. */
  accepted: z.array(idOf('marking-definition')).default([]),
  /** Marking definitions that stand for a group of others (a MISP sharing group), and the community here that it is. */
  groups: z
    .array(
      z.strictObject({
        marking: idOf('marking-definition'),
        community: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
      }),
    )
    .default([]),
  communities: z
    .array(Community)
    .default([])
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
      error: 'expected every community once',
    }),
})
export type SharingSetting = z.infer<typeof SharingSetting>

/** Of a party that has settled nothing. */
export const noSetting: SharingSetting = SharingSetting.parse({})
