export {
  BUNDLE_LIMITS,
  type BundleLimits,
  type BundleOptions,
  type ObjectFault,
  type SetAside,
  type BundleRead,
  type BundleReader,
  readBundle,
  type Received,
} from './bundle.ts'
export { canonical } from './canonical.ts'
export { contentOf } from './content.ts'
export { type Finding } from './finding.ts'
export { isObservableType } from './family.ts'
export { observableId } from './observable-id.ts'
export { saidAt, textOf } from './text.ts'
export {
  isPapTag,
  isTlpTag,
  PAP_LEVELS,
  papMarking,
  papOf,
  publishedMarking,
  TLP_2_0,
  tlpMarking,
  tlpWord,
  type Pap,
} from './marking.ts'
export { compareCpe, parseCpe, writeCpe, type Cpe } from './cpe.ts'
export { createLoss, joinReports, type Fate, type FieldFate, type Loss } from './loss.ts'
export { nameUuid } from './name-uuid.ts'
export { wholeKey } from './registry.ts'
export { instantIn, instantOf, secondsOf } from './utc.ts'
export { inLanguage, translationOf, type Localised, type Translation } from './language.ts'
export { liftObject } from './lift.ts'
export { resolveSelector } from './selector.ts'
export { validateObject, type ValidationOptions } from './validate.ts'
export { type Place, StixError, type StixErrorCode } from './error.ts'
export { instantKey } from './instant.ts'
export { isId } from './identifier.ts'
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
export { networkOf, PrefixTree, type Network } from './pattern-network.ts'
export { SubstringAutomaton } from './pattern-automaton.ts'
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
  QUERY_PAP,
  QUERY_KEYS,
  QUERY_LIMITS,
  QUERY_TLP,
  readQuery,
  writeTerm,
  type Query,
  type QueryFault,
  type QueryIs,
  type QueryPap,
  type QueryKey,
  type QueryTlp,
  type Term,
  type When,
} from './query.ts'
