export { factGrade, GRADE_AXES, type GradeAxis } from './grade.ts'
export { createLinter, type Finding, lint, type LintedTerm, type Reading } from './lint.ts'
export { type Doer, type Practice, PRACTICES, sourcesOf } from './practice.ts'
export {
  compare,
  findScale,
  isOnScale,
  type Range,
  type Scale,
  type ScaleValue,
  SCALES,
  scaleWords,
} from './scale.ts'
export { SCHEMES } from './scheme.ts'
export { sourceText, toSkos } from './skos.ts'
export type { InLanguages, Language, TermSource, TermStatus, Verification } from './term.ts'
export { define, findTerm, label, LANGUAGES, type Term, type TermId, TERMS } from './terms.ts'
export { atUnseen, shownUnseen, withUnseen } from './unseen.ts'
