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
export {
  parsePattern,
  type Comparison,
  type ComparisonOperator,
  type Constant,
  type Observation,
  type Qualifier,
  type Test,
} from './pattern.ts'
export { compilePattern, matchPattern, type CompiledPattern } from './pattern-match.ts'
export { observedIn, type Observed } from './pattern-observed.ts'
export { indexPatterns, type PatternIndex, type PatternMatch } from './pattern-index.ts'
export { compileRegex, type Regex } from './pattern-regex.ts'
export { freshScan, passOver } from './scan.ts'
export { printPattern } from './pattern-print.ts'
export { algorithmOf } from './pattern-hash.ts'
export {
  comparisonsOf,
  judgePattern,
  timingOf,
  type Untested,
  type Verdict,
} from './pattern-judge.ts'
export {
  QUERY_IS,
  QUERY_KEYS,
  QUERY_LIMITS,
  QUERY_TLP,
  readQuery,
  writeTerm,
  type Query,
  type QueryFault,
  type QueryIs,
  type QueryKey,
  type QueryTlp,
  type Term,
  type When,
} from './query.ts'
