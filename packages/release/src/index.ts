export { ReleaseError, type ReleaseErrorCode } from './error.ts'
export { type Audience, type Marking, preview, type Releasable, release } from './release.ts'
export { strictest, TLP, type Tlp, tlp } from './tlp.ts'
