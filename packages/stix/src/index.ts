export {
  BUNDLE_LIMITS,
  type BundleLimits,
  type BundleRead,
  type BundleReader,
  readBundle,
  type Received,
} from './bundle.ts'
export { contentOf } from './content.ts'
export { type Place, StixError, type StixErrorCode } from './error.ts'
export { instantKey } from './instant.ts'
export { isId } from './object.ts'
export { referencesOf } from './references.ts'
