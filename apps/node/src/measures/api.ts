/** What `/api/v1` says of measures, divergence, what-if and milestones. Types only: nothing here runs. */
import type {
  ActId,
  CharterId,
  Divergence,
  FactConflict,
  LaterView,
  MeasureReason,
  MeasureStage,
  MeasureTerms,
  Goal,
  Milestone,
  StageTimes,
  PartyId,
  Reason,
  RuleName,
  SaidBefore,
  Standing,
  State,
  ViewBasis,
  Voice,
} from '@entente/accord'
import type {
  ChangeSet,
  Claim,
  Drafted,
  DraftedReasons,
  DraftedStatement,
  Fact,
  Later,
  OnRecord,
  Route,
  Weighing,
  Precedent,
  RecordedFacts,
  SanctionsTest,
  Source,
  Value,
  View,
  Words,
} from '@entente/law'
import type { InLanguages } from '@entente/lexicon'

/** `GET /api/v1/cases/{id}/measures`: the ledger of every measure, at the cut that is final here. */
export type MeasuresView = {
  readonly measures: readonly MeasureView[]
  /** Steps for which a call or a notice is on record and no text yet. */
  readonly prepared: readonly { readonly step: string; readonly calls: readonly CallView[] }[]
}

export type CallView = {
  readonly act: ActId
  readonly party: PartyId
  readonly to: string
  /** `calls`: when it was transmitted; `notices`: when notified, absent where urgency is pleaded. */
  readonly on?: string
  readonly answer?: string
}

export type MeasureView = {
  readonly step: string
  /** The version whose voices count: the one in force, else the last. */
  readonly version: ActId
  readonly number: number
  readonly title: string
  readonly exercise: boolean
  readonly rule: RuleName
  readonly standing: Standing
  readonly inForce: boolean
  readonly gate: { readonly open: boolean; readonly reasons: readonly Reason[] }
  /** Certificates by which that version was adopted; `start` names one of them. */
  readonly adopted: readonly ActId[]
  readonly terms: Omit<MeasureTerms, 'facts'>
  readonly calls: readonly CallView[]
  readonly notices: readonly CallView[]
  readonly nations: readonly NationView[]
  readonly review: ReviewClock
}

export type NationView = {
  readonly party: PartyId
  readonly name: string
  readonly stage: MeasureStage
  /** Why it is barred or suspended. */
  readonly reasons: readonly MeasureReason[]
  readonly voice: Voice
  readonly assessment?: AssessedView
  readonly start?: ActId
  readonly latest?: ActId
  /** What this nation's part rests on; where one no longer holds, the part is barred or suspended. */
  readonly restsOn: readonly {
    readonly what: 'call' | 'notice' | 'assessment' | 'adoption' | 'consent'
    readonly holds: boolean
    readonly act?: ActId
    readonly party?: PartyId
  }[]
}

/** A nation's signed assessment, and what the engine answers now on what is on record. */
export type AssessedView = {
  readonly act: ActId
  readonly asOf: string
  readonly lawBase: string
  /** Whether it was signed under another law base than this node answers from. */
  readonly isOtherBase: boolean
  /** What the engine answered when it was signed, as the nation signed it. */
  readonly outcome: Value | 'not-assessed'
  /** The adviser's own word. */
  readonly word: string
  /** Facts stay at its home: its outcome is asserted, and not verifiable. */
  readonly isAsserted: boolean
  /** Its adviser holds against the engine that the conditions are met. */
  readonly differs: boolean
  /** What the engine of this node answers at this cut; absent where it was not asked. */
  readonly now?: Value | 'not-assessed'
  /**
   * It now answers worse than was signed, that the conditions are not met or that nobody can say: the nation is
   * asked to assess again or, where its part runs, to suspend.
   */
  readonly isOvertaken: boolean
  /** Where it is overtaken, the rules that no longer answer as they did, and why. */
  readonly fellAway: readonly FellAway[]
}

export type FellAway = {
  readonly norm: string
  readonly question: InLanguages
  readonly because?: InLanguages
}

/** When a running measure has to be looked at again. Days are compared with this node's clock. */
export type ReviewClock = {
  readonly dueOn?: string
  /** By which act, or the proposer's fact, that day was set. */
  readonly setBy?: ActId
  readonly last?: { readonly act: ActId; readonly party: PartyId; readonly on: string }
  readonly isOver: boolean
  readonly today: string
}

/**
 * `GET /api/v1/cases/{id}/measures/{step}/assessment?form=&asOf=`: rule by nation, never an average. Same
 * cut, day and law base, same bytes, on every node.
 */
export type AssessmentView = {
  readonly case: CharterId
  readonly step: string
  readonly version: ActId
  readonly number: number
  readonly title: string
  readonly exercise: boolean
  readonly lawBase: string
  /** The day to which that law base is stated, its number, and the beginning of the digest of its rules and views. */
  readonly edition: { readonly on: string; readonly version: number; readonly digest: string }
  /** The day as of which it is assessed: nothing that was published or signed later is used. */
  readonly lawOn: string
  /** Nations whose assessment was signed under another law base; `isKnown`: an earlier one of this node's. */
  readonly otherEditions: readonly {
    readonly nation: string
    readonly lawBase: string
    readonly isKnown: boolean
  }[]
  /** SHA-256 of the canonical facts and views: whoever has the acts computes the same. */
  readonly factsHash: string
  readonly asOf: string
  readonly responsible: { readonly code: string; readonly name: string }
  /** The form asked for; absent where each nation's own counts. */
  readonly form?: string
  readonly disputes: readonly DisputeView[]
  readonly nations: readonly ColumnView[]
  /** In the order in which rules are asked; `depth` says what is put together from what. */
  readonly rows: readonly RowView[]
  readonly facts: RecordedFacts
  /** Of a countermeasure: how each nation that takes part judged proportionality, and what is missing in it or does not fit together. */
  readonly weighing?: {
    readonly judgements: Weighing['judgements']
    readonly notes: readonly {
      readonly code: string
      readonly nations: readonly string[]
      readonly words: InLanguages
    }[]
  }
  /** What was said of a fact before it was said otherwise, by whom and in which act. */
  readonly before: readonly SaidBefore[]
  /** Past incidents, from public sources, that bear on one of the rules. */
  readonly precedents: readonly PrecedentView[]
  /** The question behind every fact that is named here. */
  readonly questions: Readonly<Record<string, Fact>>
}

/**
 * `GET /api/v1/cases/{id}/measures/{step}/texts?lang=`: what this node's nation could send or publish, put
 * together from recorded facts for a person to finish, or what is missing for it.
 */
export type DraftTextsView = Readonly<Record<'demand' | 'notice', Drafted>> & {
  readonly statement: DraftedStatement
}

/**
 * `GET /api/v1/cases/{id}/measures/{step}/changes?nation=&form=`: the smallest sets of facts that would
 * change the answer for one nation. `whole: false` where of the sets of `upTo` facts not every one was tried.
 */
export type ChangesView = {
  readonly nation: string
  readonly sets: readonly ChangeSet[]
  readonly whole: boolean
  readonly upTo: number
  readonly questions: Readonly<Record<string, Fact>>
}

/**
 * `GET /api/v1/cases/{id}/measures/{step}/sanctions?format=json`: the criteria of a listing by nation, with what
 * each answer rests on. Same cut, same bytes, on every node.
 */
export type SanctionsView = SanctionsTest & {
  readonly case: CharterId
  readonly step: string
  readonly version: ActId
  readonly marking: string
  readonly lawBase: string
  readonly factsHash: string
  readonly reasons: readonly DraftedReasons[]
  /** The question behind every fact that a criterion asks for. */
  readonly questions: Readonly<Record<string, Fact>>
}

/** `GET …/assessment/draft`: what this person has answered and not yet signed; absent where there is nothing. */
export type InterviewView = {
  readonly interview?: {
    readonly facts: Readonly<Record<string, unknown>>
    readonly word?: string | undefined
    readonly at: string
  }
}

export type PrecedentView = Omit<Precedent, 'entry' | 'facts'>

export type DisputeView = {
  readonly id: string
  readonly about: InLanguages
  readonly issue?: string
  /** Nations for which it could decide. */
  readonly decisiveFor: readonly string[]
  readonly sides: readonly {
    readonly says: InLanguages
    readonly authorities: readonly string[]
    /** Holders of published views have their names in both languages. */
    readonly holders: readonly {
      readonly code: string
      readonly name: string
      readonly names?: InLanguages
    }[]
    /** Where they say so: each source once, with the codes of who is read in it and the place. */
    readonly readAt: readonly {
      readonly source: string
      readonly by: readonly { readonly code: string; readonly pinpoint?: string }[]
    }[]
  }[]
}

export type ColumnView = {
  readonly code: string
  readonly name: string
  readonly basis: ViewBasis
  /** The day of its view; absent where there is none. */
  readonly viewOn?: string
  /** Views of it that came later than the day, by their act or their document. */
  readonly laterViews: readonly LaterView[]
  /** Issues on which its published view says something only later than the day. */
  readonly laterReadings: readonly {
    readonly issue: string
    readonly on: string
    readonly title?: string
  }[]
  readonly conclusion: ConclusionView
  readonly assessment?: AssessedView
  /** Where its assessment says otherwise than its own call or notice on record. */
  readonly conflicts: readonly FactConflict[]
  /** What each form of acting together comes to for it, in its order; the same place is a tie. */
  readonly routes: readonly Route[]
  readonly facts: RecordedFacts
  readonly trace: TraceView
}

export type ConclusionView = {
  readonly value: Value | 'not-assessed'
  readonly words: InLanguages
  readonly disputedBy: readonly string[]
  /** Missing facts that can still change the result: their questions stand in `questions`. */
  readonly asks: readonly string[]
  readonly remedies: readonly { readonly norm: string; readonly remedy: InLanguages }[]
  /** What nobody raised and no measure may pass over: the answer holds only if it is so. */
  readonly assumes: readonly { readonly norm: string; readonly assumed: InLanguages }[]
  /** Rules that were asked and not applied, as their sources are of a later day. */
  readonly later: readonly string[]
  /** Rules that were asked and not applied, as their sources are in force until an earlier day. */
  readonly ended: readonly string[]
  readonly refused?: { readonly norm: string; readonly because: InLanguages }
}

export type RowView = {
  readonly norm: string
  readonly kind: 'rule' | 'all' | 'any'
  readonly depth: number
  readonly parent?: string
  readonly question: InLanguages
  readonly citation: InLanguages
  readonly restatement: InLanguages
  readonly url?: string
  /** How far the provision was read; none is confirmed by a lawyer yet. */
  readonly verification: Source['verification']
  /** The date of its source; `none` where it has none. */
  readonly since: string
  /** The last day on which its source is in force, as far as was read. */
  readonly until?: string
  readonly authorities: readonly string[]
  /** The rule’s own disputes, with who holds what, whether or not one of them could decide here. */
  readonly disputes: readonly Omit<DisputeView, 'decisiveFor'>[]
  /** How it is a premise of what it is part of, who has to show it, and how much proof it takes. */
  readonly argued: Pick<Claim, 'premise' | 'burden' | 'standard'>
  readonly cells: readonly {
    readonly nation: string
    readonly value: Value | 'not-asked'
    readonly because?: InLanguages
    readonly disputes: readonly string[]
    readonly asks: readonly string[]
  }[]
}

export type TraceView =
  | { readonly norm: string; readonly asked: false; readonly assumed?: readonly string[] }
  | {
      readonly norm: string
      readonly asked: true
      readonly value: Value
      readonly because?: InLanguages
      readonly facts: readonly string[]
      /** The parts that decided. */
      readonly route: readonly string[]
      readonly reading?: {
        readonly issue: string
        readonly value: string
        /** What the facts alone gave, before the reading was laid over. */
        readonly before: Value
        /** What it says, and whose words those are. */
        readonly words?: Words
        readonly onRecord?: OnRecord
        /** What its holder said of it only after the day; the value is then unknown. */
        readonly later?: Later
        readonly source: string
      }
      readonly parts: readonly TraceView[]
    }

/** `POST /api/v1/cases/{id}/measures/{step}/assessment/draft` */
export type AssessmentDraft = {
  readonly conclusion: ConclusionView
  /** Questions that can still change the result, in plain words. */
  readonly questions: readonly (Fact & { readonly id: string })[]
  readonly disputes: readonly DisputeView[]
  readonly lawBase: string
  /** Whether a view was given, taken from this node, or there is none. */
  readonly view: 'given' | 'kept' | 'none'
  /** Canonical JSON text of the `assess` to sign; absent until the adviser's word is given. */
  readonly payload?: string
}

/**
 * `GET` and `PUT /api/v1/view`: how this node's own nation reads the law. It stays here until signed.
 * `GET /api/v1/view?change=2` is the view as the second of its changes left it.
 */
export type OwnView = {
  readonly view?: View
  /** In the order in which they were made: the first is change 1. */
  readonly changes: readonly { readonly at: string; readonly by: string }[]
}

/** `POST /api/v1/view/if-kept` with `{ view }`: nothing is kept, nothing is filed. */
export type ViewIfKept = {
  /** The view as it would be kept. */
  readonly view: View
  /** Every open measure in which this nation has a part, also where nothing changes. */
  readonly measures: readonly ViewEffect[]
}

export type ViewEffect = {
  readonly case: CharterId
  readonly caseTitle: string
  readonly step: string
  readonly version: ActId
  readonly title: string
  /** What the engine answered when this nation last signed an assessment of it; that stays as it is. */
  readonly signed?: Value | 'not-assessed'
  /** What it answers on this nation's facts under the view kept now, and under this one. */
  readonly was: { readonly value: Value | 'not-assessed'; readonly words: InLanguages }
  readonly would: { readonly value: Value | 'not-assessed'; readonly words: InLanguages }
  /** Rules whose answer would be another. */
  readonly rows: readonly {
    readonly norm: string
    readonly question: InLanguages
    readonly citation: InLanguages
    readonly was: Value | 'not-asked'
    readonly would: Value | 'not-asked'
  }[]
}

/** `GET /api/v1/desk` → `measures`: what awaits this party in its measures. */
export type MeasureItem = {
  readonly case: CharterId
  readonly caseTitle: string
  readonly step: string
  readonly version: ActId
  readonly title: string
  readonly does: 'terminate' | 'suspend' | 'review' | 'start' | 'assess' | 'call' | 'notice'
  readonly reasons: readonly MeasureReason[]
  /** For `review`. */
  readonly dueOn?: string
}

/** `GET /api/v1/cases/{id}/divergence` */
export type DivergenceView = Divergence

/**
 * `POST /api/v1/cases/{id}/what-if` with `{ supposed: [{ party, id?, act: { kind, … } }] }`: nobody
 * signs anything.
 */
export type WhatIfView = {
  readonly state: State
  /** Versions and parts in measures that would be other than they are. */
  readonly changes: readonly (
    | {
        readonly of: 'version'
        readonly step: string
        readonly version: ActId
        readonly was?: VersionWorth
        readonly would: VersionWorth
      }
    | {
        readonly of: 'measure'
        readonly step: string
        readonly party: PartyId
        readonly was?: PartWorth
        readonly would: PartWorth
      }
  )[]
}
export type VersionWorth = {
  readonly open: boolean
  readonly standing: Standing
  readonly reasons: readonly Reason[]
}
export type PartWorth = { readonly stage: MeasureStage; readonly reasons: readonly MeasureReason[] }

/** `GET /api/v1/milestones`: the ten conclusions, each with what this node can count in its cases. */
export type MilestonesView = {
  /** What the charters of the cases held here want to have reached. */
  readonly goals: readonly Goal[]
  readonly milestones: readonly Milestone[]
  /** How long the cases took from stage to stage, by the instants at which witnesses had seen them. */
  readonly stages: StageTimes
}
