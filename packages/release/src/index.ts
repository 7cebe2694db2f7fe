export { type Audience, type Circle, type Member, nameOf } from './audience.ts'
export { ReleaseError, type ReleaseErrorCode } from './error.ts'
export { loosens } from './loosens.ts'
export {
  type Definitions,
  type HeldObject,
  markingIdsOf,
  markingOf,
  type MarkingPolicy,
} from './marking-of.ts'
export {
  type Ceiling,
  explain,
  type Limits,
  type Marked,
  type Marking,
  preview,
  type Reason,
  type Releasable,
  release,
  releaseEach,
  rewritten,
  type Use,
  type Verdict,
} from './release.ts'
export { strictest, TLP, type Tlp, tlp } from './tlp.ts'
