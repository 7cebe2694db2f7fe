import type { ActId, CharterId, DueKind } from '@entente/accord'
import type { InLanguages, Language } from '@entente/lexicon'

/** What is due of this node's party, and what happens then. */
export type ReminderView = {
  /** The same for as long as the same thing is due by the same date: 64 hexadecimal digits. */
  readonly id: string
  /** The same while the same thing is awaited, also once its date moves: 64 hexadecimal digits. */
  readonly event: string
  /** How often what is on record may have moved its date: it never falls. */
  readonly moved: number
  readonly what: DueKind | 'review' | 'receipt' | 'sounding' | 'clearance'
  readonly says: InLanguages
  readonly then: InLanguages
  /** RFC 3339; absent where no date is set. */
  readonly at?: string
  readonly isOver: boolean
  readonly case: CharterId
  readonly caseTitle: string
  readonly exercise: boolean
  /** What it lies in: the title of a text, the operator's report, or the authority of a mandate. */
  readonly title: string
  /** The act that is spoken of; of a draft, the one that it would be. */
  readonly of: ActId
  /** Where in the page it is seen to: a path. */
  readonly page: string
}

/** `GET /api/v1/reminders`; `PUT /api/v1/reminders/{id}/read` for the person who asks. */
export type RemindersView = {
  /** Earliest first; what has no date comes last. */
  readonly reminders: readonly (ReminderView & { readonly isRead: boolean })[]
  /** RFC 3339, by this node's clock. */
  readonly now: string
  /** There is an address under which a calendar is read without logging in. */
  readonly hasCalendar: boolean
  readonly mail: {
    /** This node has a mail server. */
    readonly canSend: boolean
    /** What the person who asks chose; absent where it wants no mail. */
    readonly choice?: MailChoice
    /** RFC 3339: since when mail to this person is not delivered. The node goes on trying. */
    readonly undeliveredSince?: string
  }
}

/** `PUT /api/v1/reminders/mail` for the person who asks; `DELETE` stops it. */
export type MailChoice = {
  readonly address: string
  readonly lang: Language
  /** How many days before a date the first mail goes out: 1 to 60. */
  readonly days: number
}

/** `POST /api/v1/reminders/calendar` makes a new secret address, said once; `DELETE` shuts it. */
export type CalendarMade = { readonly path: string }
