import type { Head, RuleName, StepKind } from './charter.ts'
import type { ActId, CharterId, PartyId } from './id.ts'
import type { MeasureState } from './ledger.ts'
import type { MemberVoice } from './voice.ts'

export type { MemberVoice } from './voice.ts'

export type Standing =
  | 'open'
  | 'broken'
  | 'stands'
  | 'stands-with-reservations'
  | 'weakened'
  | 'suspended'
  | 'ended'
  | 'lapsed'
  | 'superseded'

/** Why a gate is shut or a standing is what it is. Pages turn the code into a sentence. */
export type ReasonCode =
  | 'silent'
  | 'unacknowledged'
  | 'ran-out'
  | 'objects'
  | 'awaits-instructions'
  | 'withdrawn'
  | 'brake'
  | 'broken'
  | 'nobody-for'
  | 'double-third'
  | 'below-members'
  | 'below-minimum'
  | 'below-population'
  | 'participants-missing'
  | 'reserves'
  | 'consent-lost'
  | 'not-reaffirmed'
  | 'later-version'
  | 'not-declared'

export type Reason = {
  readonly code: ReasonCode
  readonly version: ActId
  readonly rule: RuleName
  /** Id of the provision in `@entente/law` that this cell of the rule comes from, or `none`. */
  readonly source: string
  readonly member?: PartyId
  readonly act?: ActId
  /** Which of the two voices says so, where one does. */
  readonly axes?: readonly ('union' | 'national')[]
  readonly clauses?: readonly string[]
}

export type VersionState = {
  readonly id: ActId
  /** 1, 2, 3 … in the order of the filing strand. */
  readonly number: number
  readonly by: PartyId
  readonly current: boolean
  readonly rule: RuleName
  readonly voices: Readonly<Record<PartyId, MemberVoice>>
  readonly gate: {
    readonly open: boolean
    readonly reasons: readonly Reason[]
    /** Seconds: before then no certificate can prove it adopted, whatever is said. */
    readonly notBefore?: number
  }
  readonly standing: Standing
  readonly reasons: readonly Reason[]
  readonly inForce: boolean
  /** Certificates that prove true. */
  readonly adopted: readonly ActId[]
  readonly ended: readonly ActId[]
  readonly lapsed?: readonly ActId[]
  /** Certificates that a silence is broken, for good. */
  readonly broken?: readonly ActId[]
  /** Certificates that a voice on it ran out. */
  readonly ranOut?: readonly ActId[]
  /** Seconds: its own end, as far as its filer moved it. */
  readonly expiry?: number
  /** Steps of kind `charter`: the charter that it puts. */
  readonly successor?: string
  /** Under silence: who acknowledged the text, whose silence may be consent. */
  readonly acknowledged?: readonly PartyId[]
  /** Which windows of reaffirmation each member has answered; only where some did. */
  readonly reaffirmed?: Readonly<Record<PartyId, readonly number[]>>
  /** Members still silent on it: conclusion 6 asks that compliance be expressed. */
  readonly incomplete: readonly PartyId[]
}

export type StepState = {
  readonly id: string
  readonly kind: StepKind
  readonly versions: readonly VersionState[]
}

/** An act that its own party took back: it stays on record. */
export type Retracted = {
  readonly of: ActId
  readonly by: ActId
  readonly resting: readonly ActId[]
}

/** What a case is worth at a cut: same cut, same canonical bytes, on every node. */
export type State = {
  readonly charter: CharterId
  readonly cut: Readonly<Record<PartyId, Head>>
  readonly steps: readonly StepState[]
  readonly evidence: readonly ActId[]
  readonly attributions: readonly ActId[]
  /** Only where the case has measures. */
  readonly measures?: readonly MeasureState[]
  /** Only where there are such acts. */
  readonly incidents?: readonly ActId[]
  readonly receipts?: readonly ActId[]
  readonly publications?: readonly ActId[]
  readonly recalls?: readonly ActId[]
  readonly soundings?: readonly ActId[]
  readonly objectives?: readonly ActId[]
  readonly notes?: readonly ActId[]
  readonly releases?: readonly ActId[]
  readonly sightings?: readonly ActId[]
  readonly 'self-assessments'?: readonly ActId[]
  readonly comments?: readonly ActId[]
  readonly joined?: readonly ActId[]
  readonly left?: readonly ActId[]
  /** Under which charter the coalition goes on, by which act and which adopted version; only where it does. */
  readonly amended?: readonly {
    readonly by: ActId
    readonly on: ActId
    readonly to: CharterId
  }[]
  /** Acts that their own party's root keys disown, and the act that says so; only where there are. */
  readonly disavowed?: readonly {
    readonly party: PartyId
    readonly act: ActId
    readonly by: ActId
  }[]
  /** Mandates whose end is certified: which act gave the key, by which certificate, from which place on; only where there are. */
  readonly mandates?: readonly {
    readonly party: PartyId
    readonly of: ActId
    readonly by: ActId
    readonly from: number
  }[]
  /** Acts whose mandate is certified to have ended before; only where there are. */
  readonly unmandated?: readonly { readonly party: PartyId; readonly act: ActId }[]
  /** Whose log is proved to have signed two histories, by which acts; only where there are. */
  readonly forked?: readonly {
    readonly party: PartyId
    readonly size: number
    readonly by: ActId
  }[]
  /** What was taken back, by which act, and which acts rest on it. Only where something was. */
  readonly retracted?: readonly Retracted[]
  /** Entries that count for nothing, with the reason. */
  readonly void: readonly {
    readonly party: PartyId
    readonly index: number
    readonly act: ActId
    readonly code: string
  }[]
}
