import type { CharterId, PartyId } from '@entente/accord'

/** Something that people of this node should see: whoever found it tells, and decides nothing by it. */
export type Told = {
  /** Which refusal or finding: a code of `spec/errors.md`. */
  readonly code: string
  readonly case?: CharterId
  /** Whom it is about, where that is proved or is whom this node asked. */
  readonly party?: PartyId
  readonly message: string
  readonly evidence: Readonly<Record<string, string>>
  /** It stands on record: finding it again is not another occurrence. */
  readonly isOnRecord?: true
  /** What was told so before is not so any more: nothing is raised, and what was raised shows as ended. */
  readonly isOver?: true
}

/** Told to the people of this node; never rejects, for an alarm changes nothing of what a node does. */
export type Tell = (told: Told) => Promise<void>
