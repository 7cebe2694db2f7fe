export { fromCourseOfAction, PLAYBOOK_EXTENSION, toCourseOfAction } from './course-of-action.ts'
export { CacaoError, type CacaoErrorCode } from './error.ts'
export { type Finding } from './finding.ts'
export { markingOf, type Level, type MarkingOf } from './marking.ts'
export { outlineOf, type OutlineStep } from './outline.ts'
export { PLAYBOOK_LIMITS, readPlaybook, type Playbook } from './read.ts'
export {
  signPlaybook,
  verifySignature,
  verifySignatures,
  type Proof,
  type Report,
  type Signing,
} from './sign.ts'
export { validatePlaybook } from './validate.ts'
export { type Way } from './workflow.ts'
