import { z } from 'zod'

const areApart = (names: readonly string[]) => new Set(names).size === names.length

/** An instance of MISP, or a feed, and what goes to it or comes from it. */
const RemoteSetting = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,59}$/),
    /** Whose it is: what is pushed there is what that party may have. */
    party: z.string().regex(/^[A-Z]{2}$/),
    kind: z.enum(['instance', 'feed']),
    /** Where it answers: of a feed, the folder in which `manifest.json` is. */
    url: z.url({ protocol: /^https?$/ }),
    /** The file whose first line is the authentication key of this node's user there. */
    secretFile: z.string().min(1).exactOptional(),
    /** PEM files: who vouches for the server, and the node's own certificate and key. */
    ca: z.string().min(1).exactOptional(),
    certificate: z.string().min(1).exactOptional(),
    key: z.string().min(1).exactOptional(),
    /** `community:ID` or `case:ID`: as one of whom its party gets the reports of this node. */
    pushes: z
      .string()
      .regex(/^(?:case|community):[a-z0-9:-]{1,80}$/)
      .exactOptional(),
    pulls: z.boolean().default(true),
    /** Whether what was pushed is published there at once; else whoever is there decides. */
    publish: z.boolean().default(false),
    /** Seconds between two runs; without it only by hand. */
    every: z.int().min(5).max(86_400).exactOptional(),
  })
  .refine(({ kind, pushes }) => kind === 'instance' || pushes === undefined, {
    error: 'expected nothing pushed to a feed: it is only read',
  })
export type RemoteSetting = z.infer<typeof RemoteSetting>

/** `misp` in `node.json`: the instances and feeds with which this node exchanges events. */
export const MispSetting = z.strictObject({
  remotes: z
    .array(RemoteSetting)
    .max(100)
    .default([])
    .refine((all) => areApart(all.map(({ id }) => id)), { error: 'expected every remote once' }),
})
export type MispSetting = z.infer<typeof MispSetting>
