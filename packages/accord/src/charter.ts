import { z } from 'zod'
import { Alg } from './alg.ts'
import { bounded, CharterId, KeyId, PartyId, Seconds, prose } from './id.ts'

/** The name of a decision rule; its cells stand in the decision table (`rule.ts`). */
export const RuleName = z.enum([
  'express-unanimity',
  'silence',
  'qualified-majority',
  'participants-only',
  'each-its-own',
])
export type RuleName = z.infer<typeof RuleName>

/** Whose silence procedure; what breaks it stands in `@entente/law`. */
const SilenceModelId = z.enum(['eu-coreu', 'osce', 'nato'])

export const StepKind = z.enum([
  'situation',
  'attribution',
  'position',
  'measure',
  'termination',
  'lessons',
  'charter',
  'term',
  'advisory',
])
export type StepKind = z.infer<typeof StepKind>

export const Base64 = z.base64()

const RootKey = z.strictObject({ keyid: KeyId, alg: Alg, pub: Base64 })
export const RootKeys = z.array(RootKey).min(1).max(16)

/** How many of these make the first of two signatures: a threshold is met by them alone. */
export const firstsAmong = (root: z.infer<typeof RootKeys>): number =>
  root.filter(({ alg }) => alg === 'ed25519').length

/** A signed-note verifier key: its name has 200 characters at most, and a key of ML-DSA-44 1,752 in base64. */
const VerifierKey = bounded(2_100)
/** Where the private half of an authority's key is, from the weakest on: who holds the node, holds a `node-held` one. */
export const Custody = z.enum(['node-held', 'browser-held', 'token'])
export type Custody = z.infer<typeof Custody>

/** How many distinct root keys of Ed25519 sign a key act; and as many of ML-DSA-44, where second signatures are asked for. */
export const Threshold = z.int().positive().max(16)
/** Hash of the next root set (`rootSetHash`), made before it is needed and shown to nobody. */
export const RootCommitment = z.string().regex(/^sha256:[0-9a-f]{64}$/)

export const Party = z.strictObject({
  id: PartyId,
  name: prose(120),
  /** Only a member has voices; an organisation chairs, drafts, publishes or witnesses. */
  role: z.enum(['member', 'organisation', 'community', 'operator']),
  /** Members only: a positive safe integer, the weight in the population limbs of the rules. */
  population: z.int().positive().max(Number.MAX_SAFE_INTEGER).exactOptional(),
  /** The strand's name: the origin line of its checkpoints. Fixed here, never read from a peer. */
  origin: z.string().regex(/^[a-z0-9][a-z0-9./-]{0,199}$/),
  /** signed-note verifier key of the strand's log; its name is the origin. */
  log: VerifierKey,
  root: RootKeys,
  threshold: Threshold,
  /** The only root keys that may take the place of these; absent where they cannot be replaced. */
  next: RootCommitment.exactOptional(),
})
export type Party = z.infer<typeof Party>

/** A place in a strand: how many acts, and the RFC 6962 root over them in base64. */
export const Head = z.strictObject({ size: z.int().nonnegative(), root: Base64 })
export type Head = z.infer<typeof Head>

/** The case from which a charter takes key acts over, at which cut, and whose root keys it thereby trusts. */
const TakenOver = z.strictObject({
  case: CharterId,
  cut: z.record(PartyId, Head),
  /** The charters that that case's charter amended, the latest first: its key acts may name these cases too. */
  older: z.array(CharterId).min(1).max(64).exactOptional(),
})

const StepRule = z.strictObject({
  rule: RuleName,
  /** Who files the versions of this step; the chair unless said otherwise. */
  by: PartyId.exactOptional(),
  /** By silence: whose procedure says what breaks it; the Union's unless said otherwise. */
  model: SilenceModelId.exactOptional(),
})

/** The version of the rules that this program decides by. */
export const RULES = 'entente-rules/1'

/** A goal of the coalition: the number that says how far it has come, where one of the milestones counts it. */
const Goal = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  title: prose(300),
  dueOn: z.iso.date(),
  /** The id of a milestone's count; what no count says, parties report by an `objective` of the goal's name. */
  count: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
    .exactOptional(),
})

/** The coalition's rules for one case file. Its canonical bytes are hashed into the case's id. */
export const Charter = z.strictObject({
  v: z.literal(1),
  rules: z.literal(RULES),
  title: prose(300),
  /** True where everything in the case is an exercise: shown above every page. */
  exercise: z.boolean(),
  /** True where anyone may read the case; only acts that are public by their kind count in it. */
  public: z.literal(true).exactOptional(),
  tlp: z.enum(['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR']),
  parent: TakenOver.exactOptional(),
  /** Root-signed key acts in force at `parent.cut` or `amends.cut`, byte for byte (base64 of log entries). */
  keys: z.record(PartyId, z.array(Base64).max(64)).exactOptional(),
  /** The charter that this one takes the place of, and the cut of its case at which its key acts are taken over. */
  amends: TakenOver.exactOptional(),
  chair: PartyId,
  parties: z.array(Party).min(2).max(64),
  /** signed-note verifier keys (type 4, or 6: ML-DSA-44) of the witnesses; `party` where a party holds it. */
  witnesses: z
    .array(z.strictObject({ party: PartyId.exactOptional(), vkey: VerifierKey }))
    .min(1)
    .max(64),
  /** How many witnesses make a tree count: ceil((n + f + 1) / 2), f = floor((n - 1) / 3). */
  quorum: z.int().positive(),
  grace: Seconds,
  notice: Seconds,
  cure: Seconds,
  period: Seconds.exactOptional(),
  minimum: z.int().positive().exactOptional(),
  blocking: z.int().positive().exactOptional(),
  doubleThirdUnderMajority: z.boolean().exactOptional(),
  steps: z.partialRecord(StepKind, StepRule),
  /** Per verb (a kind of act that authorities sign) the least custody of a key whose acts count; any where it is not named. */
  custody: z.record(bounded(64), Custody.exclude(['node-held'])).exactOptional(),
  /** Every act in a strand of this case needs a second signature of this kind beside the first; where it is absent, none does. */
  second: Alg.extract(['ml-dsa-44']).exactOptional(),
  /** What the coalition wants to have reached by when; nothing is decided by them. */
  goals: z.array(Goal).min(1).max(32).exactOptional(),
})
export type Charter = z.infer<typeof Charter> & {
  /** Added by `parseCharter`: SHA-256 of the canonical bytes. */
  readonly id: CharterId
}

/** The case from which a charter takes key acts over: the one above, or the one whose charter it amends. */
export const keysFrom = ({ parent, amends }: Pick<Charter, 'parent' | 'amends'>) => parent ?? amends

/** The cases in which a party's key acts speak for it here as well: what its strand here copies or begins with. */
export function casesAbove(charter: Pick<Charter, 'parent' | 'amends'>): readonly CharterId[] {
  const from = keysFrom(charter)
  return from ? [from.case, ...(from.older ?? [])] : []
}

/** What a case that takes key acts over from this one says of the charters before it. */
export const olderThan = ({ amends }: Pick<Charter, 'amends'>): readonly CharterId[] =>
  amends ? casesAbove({ amends }) : []
