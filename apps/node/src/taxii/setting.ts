import { z } from 'zod'

const Party = z.string().regex(/^[A-Z]{2}$/)
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** TAXII 2.1 section 2: an identifier is a UUID of version 4. */
const Identifier = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)

const areApart = (names: readonly string[]) => new Set(names).size === names.length

/** What is shared with one audience, in one list that grows. */
const CollectionSetting = z.strictObject({
  id: Identifier,
  /** Stands in the place of the id in a URL. */
  alias: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
    .exactOptional(),
  title: z.string().min(1).max(200),
  description: z.string().min(1).max(2_000).exactOptional(),
  /** `own`, `public`, `case:ID` or `community:ID`: before whom it is put. */
  audience: z.string().regex(/^(?:own|public|(?:case|community):[a-z0-9:-]{1,80})$/),
  /** `everything`: whatever comes in here and may go to the audience; `posted`: what clients add. */
  takes: z.enum(['everything', 'posted']).default('posted'),
  /** What holds for an object that a client adds and nobody marked; else as elsewhere at this node. */
  unmarked: z.enum(['TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN']).exactOptional(),
})
export type CollectionSetting = z.infer<typeof CollectionSetting>

/** A program that reads or adds, for the party that runs it. */
const ClientSetting = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,59}$/),
  name: z.string().min(1).max(120),
  /** For which party it reads: what that party may have, it may have. */
  party: Party,
  /** SHA-256 of its token, in hex. The token itself is kept nowhere here. */
  token: Sha256.exactOptional(),
  /** SHA-256 of its certificate (DER), in hex. */
  certificate: Sha256.exactOptional(),
  /** From this instant on it is nobody. */
  until: z.iso.datetime().exactOptional(),
  reads: z.array(Identifier).default([]),
  writes: z.array(Identifier).default([]),
})
export type ClientSetting = z.infer<typeof ClientSetting>

/** A port of its own for TAXII, reached from other machines: TLS 1.2 or 1.3 (section 8.2.2). */
const ListenSetting = z.strictObject({
  host: z.string().min(1).max(253).default('0.0.0.0'),
  port: z.int().min(0).max(65_535),
  /** PEM files. */
  certificate: z.string().min(1),
  key: z.string().min(1),
  /** Who vouches for clients' certificates; where it is given they are asked for. */
  clients: z.string().min(1).exactOptional(),
})

/** Another party's server, and what goes to it or comes from it. */
const RemoteSetting = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,59}$/),
  /** Whose it is: what is pushed there is what that party may have. */
  party: Party,
  /** The API root, `https://taxii.example/taxii2/api/`. */
  root: z.url({ protocol: /^https?$/ }),
  /** The id or alias of the collection there. */
  collection: z.string().regex(/^[A-Za-z0-9._~-]{1,120}$/),
  /** `match[…]` of what is pulled. */
  match: z
    .partialRecord(z.enum(['id', 'type', 'version', 'spec_version']), z.string().min(1).max(2_000))
    .exactOptional(),
  /** As whom this node comes: a name and the file whose first line is the password or token. */
  user: z.string().min(1).max(200).exactOptional(),
  secretFile: z.string().min(1).exactOptional(),
  /** PEM files: who vouches for the server, and the node's own certificate and key. */
  ca: z.string().min(1).exactOptional(),
  certificate: z.string().min(1).exactOptional(),
  key: z.string().min(1).exactOptional(),
  /** The collection here whose content is pushed there. */
  pushes: Identifier.exactOptional(),
  pulls: z.boolean().default(true),
  /** Seconds between two runs; without it only by hand. */
  every: z.int().min(5).max(86_400).exactOptional(),
})
export type RemoteSetting = z.infer<typeof RemoteSetting>

/** `taxii` in `node.json`: what programs of others may read here, and add. */
export const TaxiiSetting = z.strictObject({
  title: z.string().min(1).max(200).exactOptional(),
  description: z.string().min(1).max(2_000).exactOptional(),
  contact: z.string().min(1).max(200).exactOptional(),
  /** Octets of one request. */
  most: z
    .int()
    .min(1_024)
    .max(64 * 1024 * 1024)
    .default(16 * 1024 * 1024),
  /** How clients may say who they are. */
  logins: z
    .array(z.enum(['basic', 'bearer', 'certificate']))
    .default(['basic', 'bearer', 'certificate']),
  collections: z
    .array(CollectionSetting)
    .max(200)
    .default([])
    .refine((all) => areApart(all.map(({ id }) => id)), { error: 'expected every collection once' })
    .refine((all) => areApart(all.flatMap(({ alias }) => alias ?? [])), {
      error: 'expected every alias once',
    }),
  clients: z
    .array(ClientSetting)
    .max(1_000)
    .default([])
    .refine((all) => areApart(all.map(({ id }) => id)), { error: 'expected every client once' }),
  listen: ListenSetting.exactOptional(),
  remotes: z
    .array(RemoteSetting)
    .max(100)
    .default([])
    .refine((all) => areApart(all.map(({ id }) => id)), { error: 'expected every remote once' }),
})
export type TaxiiSetting = z.infer<typeof TaxiiSetting>
