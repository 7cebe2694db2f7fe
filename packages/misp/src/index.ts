export { MispError, type MispErrorCode } from './error.ts'
export { isMisp, readEvents, splitEvents, type Event, type Json, type ReadEvent } from './event.ts'
export { EXTENSION } from './extension.ts'
export { fromEvent, type Converted } from './from-event.ts'
export { joinReports, type Fate, type FieldFate } from '@entente/stix'
export { sharingGroupMarking } from './marking.ts'
export { forInstance, isGrouped, type SharingGroup } from './spread.ts'
export { toEvents, type MispEvent } from './to-event.ts'
export { withoutSightings, type Sighted } from './sighted.ts'
export { attributesIn, withAttributes } from './writing.ts'
export { readManifest, writeFeed, type FeedEntry, type FeedFile } from './feed.ts'
export {
  mispClient,
  searchQuestion,
  sightingOf,
  type EventThere,
  type MispClient,
  type MispClientOptions,
} from './rest.ts'
