/** The types of `/api/v1` that the page and other programs read. Types only: nothing here runs. */
import type {
  Act,
  ActId,
  Charter,
  CharterId,
  Head,
  PartyId,
  Reservation,
  Sealed,
  SilenceShown,
  State,
  StepKind,
  VersionState,
  Waiting,
} from '@entente/accord'
import type { InLanguages } from '@entente/lexicon'
import type { IncidentItem } from './incidents/api.ts'
import type { MeasureItem } from './measures/api.ts'
import type { PersonRole } from './parties/founding-api.ts'

export type {
  CharterChanges,
  SuccessorDrafted,
  SuccessorsView,
  SuccessorTold,
  TakenUp,
} from './parties/api.ts'
export type {
  Facet,
  FacetCount,
  Facets,
  HuntEvent,
  ImportFate,
  ImportList,
  ImportObject,
  ImportObjects,
  ImportObjectView,
  ImportReport,
  ImportSummary,
  ImportView,
  ObjectSummary,
  ObjectTies,
  ObjectVersion,
  ObjectView,
  Stay,
  ObjectLine,
  TiedObject,
  UndoReport,
} from './intelligence/api.ts'
export type { ImportFormat } from './intelligence/convert.ts'
export type { ExchangeView } from './intelligence/index.ts'
export type { Hints, Neighbourhood, TechniqueMatrix, Timeline } from './knowing/api.ts'
export type { MispRemotes, MispRemoteView } from './misp/api.ts'
export type { Remotes, RemoteView, Serving } from './taxii/api.ts'
export type * from './recalls/api.ts'
export type * from './sharing/api.ts'
export type {
  AssessedView,
  AssessmentDraft,
  InterviewView,
  AssessmentView,
  ChangesView,
  CallView,
  ColumnView,
  ConclusionView,
  DisputeView,
  DivergenceView,
  DraftTextsView,
  MeasureItem,
  MeasuresView,
  MeasureView,
  MilestonesView,
  NationView,
  OwnView,
  ReviewClock,
  RowView,
  SanctionsView,
  TraceView,
  ViewEffect,
  ViewIfKept,
  WhatIfView,
} from './measures/api.ts'

export type {
  AttachedPlaybook,
  NeedState,
  NeedView,
  OptionsImported,
  OptionsView,
  OptionView,
  PlaybooksView,
  PlaybookTaken,
  SignatureView,
} from './options/api.ts'
export type {
  AccusationDraft,
  GivenSignature,
  KeyRow,
  KeysView,
  MissingCopy,
  OwnKey,
  OwnKeysView,
  PartyKeys,
} from './keys/api.ts'
export type { AlarmKind, AlarmSeverity, AlarmsView, AlarmView } from './alarms/api.ts'
export type { CalendarMade, MailChoice, RemindersView, ReminderView } from './reminders/api.ts'
export type {
  TimestampFailure,
  TimestampsTaken,
  TimestampsView,
  TimestampView,
} from './timestamps/api.ts'
export type { PouchReport, PouchStrand } from './federation/api.ts'
export type { LintView } from './language/api.ts'
export type {
  PublicationDraft,
  PublicationList,
  PublicationSummary,
  PublicationView,
} from './advisories/api.ts'

export type {
  AssetsTaken,
  AssetsView,
  AssetView,
  MatchesView,
  MatchView,
  TouchedView,
} from './assets/api.ts'
export type {
  ClockView,
  DraftView as ReportDraftView,
  FiledReport,
  IncidentItem,
  IncidentsView,
  IncidentView,
  LineView,
  OpenedFromReport,
  ReportPreview,
  ReportSaid,
} from './incidents/api.ts'

/** `GET /api/v1/me`: which node this is, and who is logged in. */
export type Me = {
  readonly node: { readonly party: PartyId; readonly name: string; readonly role: string }
  /** Absent while nobody is logged in. */
  readonly person?: {
    readonly id: string
    readonly name: string
    readonly authority: { readonly id: string; readonly name: string }
    /** The key that signs for this person's authority, and who holds it. */
    readonly key: {
      readonly keyid: string
      readonly custody: 'node-held' | 'browser-held' | 'token'
    }
    /** What this person is at the node; the mandate of its authority is another thing. */
    readonly role: PersonRole
    /** When the mandate of its authority ends, in seconds, and whether it has by this node's clock. */
    readonly mandate: { readonly until?: number; readonly ended: boolean }
    /** Kinds of act (and `open-case`) that its authority's mandate and its own role leave to it. */
    readonly verbs: readonly string[]
    /** What its role allows at this node: `signs: with-another` needs a draft that somebody else wrote or cleared. */
    readonly powers: {
      readonly drafts: boolean
      readonly clears: boolean
      readonly signs: 'alone' | 'with-another' | 'never'
      /** Brings objects in, hands them out, sees what is TLP:RED. */
      readonly handles: boolean
      readonly administers: boolean
    }
    /** Kinds of act that this node signs only after a draft was cleared, whoever asks. */
    readonly clearance: readonly string[]
  }
}

export type { FoundingForms } from './parties/founding-kept.ts'
export type { ProfileRequest } from './parties/profile.ts'
export type {
  CharterTold,
  CoalitionView,
  FoundingView,
  IdTold,
  People,
  PersonRole,
} from './parties/founding-api.ts'

/**
 * `GET /api/v1/drafts`, `POST /api/v1/drafts` with `{ case, payload }`, and under
 * `/api/v1/drafts/{id}`: `change` `{ payload }`, `clear` and `sign` `{ act }`, `return`
 * `{ comment }`, `drop`. Drafts stay at the node.
 */
export type DraftView = {
  readonly id: string
  readonly case: CharterId
  readonly kind: string
  /** Canonical JSON text: exactly what would be signed. */
  readonly payload: string
  /** The id that the act would have; what is cleared and signed names it. */
  readonly act: ActId
  /** Everybody who wrote in it: none of them clears it. */
  readonly authors: readonly string[]
  readonly state: 'drafted' | 'returned' | 'cleared' | 'signed' | 'dropped'
  readonly clearedBy?: string
  readonly history: readonly {
    readonly at: string
    readonly by: string
    readonly did: 'wrote' | 'cleared' | 'returned' | 'signed' | 'dropped'
    readonly act: ActId
    readonly comment?: string
  }[]
}

/** A draft under way, and whom it awaits inside the nation. */
export type InsideItem = {
  readonly draft: string
  readonly case: CharterId
  readonly kind: Act['kind']
  readonly act: ActId
  readonly does: 'clear' | 'sign' | 'change'
  readonly awaited: readonly {
    readonly id: string
    readonly name: string
    readonly role: PersonRole
  }[]
  /** Whether it awaits the person who asks. */
  readonly mine: boolean
}

/** `GET /api/v1/desk`: what awaits this person, most urgent first. */
export type DeskItem = {
  readonly case: CharterId
  readonly caseTitle: string
  readonly step: string
  readonly stepKind: string
  readonly version: ActId
  readonly number: number
  readonly title: string
  readonly does: 'give-voices' | 'declare-adopted' | 'declare-ended' | 'amend' | 'await'
  /** For `await`: whose word is missing. */
  readonly awaited?: readonly PartyId[]
  /** Until when members that await instructions expect them, in seconds, as they said themselves. */
  readonly expected?: Readonly<Record<string, number>>
}
/** A non-binding round of another party that this one has not answered, on what is not put yet. */
export type SoundingItem = {
  readonly case: CharterId
  readonly caseTitle: string
  readonly round: ActId
  readonly by: PartyId
  readonly byName: string
  readonly step: string
  readonly stepKind: StepKind
  readonly title: string
  readonly hopedBy?: string
}
export type Desk = {
  readonly items: readonly DeskItem[]
  /** What awaits whom inside this nation. */
  readonly inside: readonly InsideItem[]
  /** Rounds that this party has not answered. */
  readonly soundings: readonly SoundingItem[]
  /** What awaits this party in its measures, most urgent first. */
  readonly measures: readonly MeasureItem[]
  /** Matches to look at, reports to file and to acknowledge. */
  readonly incidents: readonly IncidentItem[]
}

/** `POST /api/v1/cases` with `{ title, parties?, chair?, tlp?, steps? }`: a case under the root case. */
export type Opened = {
  readonly id: CharterId
  readonly title: string
  readonly parties: readonly PartyId[]
}

export type CaseSummary = {
  readonly id: CharterId
  readonly title: string
  readonly exercise: boolean
  readonly root: boolean
  /** The case whose charter its charter amends. */
  readonly amends?: CharterId
  /** The case held here under the charter that amends this one: the coalition goes on there. */
  readonly amendedBy?: CharterId
  /** A reporting line between an operator and its nation: it has no steps. */
  readonly line?: true
  /** Anyone may read it: what is published goes there. */
  readonly public?: true
  readonly acts: number
}

export type ActView = {
  readonly id: ActId
  readonly party: PartyId
  readonly index: number
  /** Absent where the entry could not be read as an act. */
  readonly act?: Act
  readonly keyids: readonly string[]
  readonly authority?: { readonly id: string; readonly name: string }
  readonly custody?: 'node-held' | 'browser-held' | 'token'
  /** In a tree that the quorum of witnesses cosigned; only final acts enter a cut. */
  readonly final: boolean
  readonly void?: { readonly code: string; readonly message: string }
  /** What it says nothing without, as far as that is not here, and who owes it; absent where that is nothing. */
  readonly waits?: readonly ActWaiting[]
  /** Canonical payload bytes, base64: what was signed. */
  readonly payload: string
}

export type ActWaiting =
  | Waiting
  /** So many more cosignatures, of these witnesses. */
  | {
      readonly for: 'quorum'
      readonly more: number
      readonly from: readonly { readonly name: string; readonly party?: PartyId }[]
    }

/** Evidence against a peer, kept and shown. */
export type Alarm = {
  readonly code: string
  readonly party: PartyId
  readonly at: string
  readonly message: string
  /** Whatever proves it: both notes, the index, the hashes. */
  readonly evidence: Readonly<Record<string, string>>
}

export type PeerView = {
  readonly party: PartyId
  readonly name: string
  readonly status: 'self' | 'reachable' | 'unreachable' | 'refused'
  readonly lastSeenAt?: string
  readonly size: number
  /** True where the peer computed the same state from the same cut; absent while cuts differ. */
  readonly sameState?: boolean
  readonly alarms: readonly Alarm[]
}

/** `GET /api/v1/cases/{id}` */
export type CaseView = {
  readonly id: CharterId
  readonly charter: Charter
  readonly state: State
  /** `sha256:` of the canonical bytes of `state`. */
  readonly digest: string
  readonly acts: readonly ActView[]
  readonly peers: readonly PeerView[]
  /** By version: what the trees that this node holds show of each silence that nothing is certified of. */
  readonly silences: Readonly<Record<ActId, SilenceShown>>
  /** By suspended version: the second from which on, at the earliest, its end can be certified. */
  readonly endings: Readonly<Record<ActId, number>>
  /** Versions with voices past their end by this node's clock, as they will be once that is certified. */
  readonly pastEnd: Readonly<Record<ActId, VersionState>>
}

/** `POST /api/v1/cases/{id}/acts` with `{ payload }`: canonical JSON text of the act to sign and file. */
export type FileAct = { readonly payload: string }
export type Filed = { readonly id: ActId; readonly index: number; readonly final: boolean }

/**
 * `GET /api/v1/cases/{id}/disclosures`: every sealed part of the case, with its words where this node
 * has them. `POST` with `{ disclosures }` keeps words here before an act with their digests is signed.
 * Under `/disclosures/{digest}`: `readers` `{ to }` hands an own part to another party, `files`
 * `{ recipients }` answers with an age file, `erase` deletes the words here. `POST /disclosures/files` `{ file }` (base64)
 * takes in an age file.
 */
export type SealedView = {
  readonly sealed: readonly SealedPartView[]
  /** What sealing does not hide from whoever watches the lines. */
  readonly watched: InLanguages
  /** What others encrypt to, so that this node can open it. */
  readonly recipient: string
}

/** A sealed part, and whether its words are here: `not-for-us` where the act does not name this party. */
export type SealedPartView = Sealed & {
  readonly delivery: 'own' | 'opened' | 'delivered' | 'not-delivered' | 'not-for-us' | 'erased'
  /** Of this party's own parts: whose nodes may fetch it. */
  readonly readers?: readonly PartyId[]
}

/** `POST /api/v1/cases/{id}/certificates` with `{ on, result }`: the `declare` as it could be signed now. */
export type CertificateDraft = {
  /** Canonical JSON text of a `declare`, ready to be read and filed by a person. */
  readonly payload: string
  readonly cut: Readonly<Record<PartyId, Head>>
}

/** `GET /api/v1/reservations`: a nation's register of its own, across its cases. */
export type ReservationsView = {
  readonly reservations: readonly (Reservation & {
    readonly caseTitle: string
    /** Of the version's text. */
    readonly title: string
  })[]
}

/** RFC 9457 problem+json, as every refusal of `/api/v1` answers. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
}
