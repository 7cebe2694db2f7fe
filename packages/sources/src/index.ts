export { carriedIn, EXTENSION } from './carry.ts'
export { got, SourceError, type SourceErrorCode } from './error.ts'
export { FORMATS, fromSource, recognise, type Format, type Given } from './formats.ts'
export { isCsaf } from './csaf-document.ts'
export { fromCsaf } from './csaf.ts'
export { fromCve, isCve } from './cve.ts'
export { affectedProducts, type AffectedProduct } from './affected.ts'
export {
  affects,
  type VersionedProduct,
  type VersionRange,
  type VersionVerdict,
} from './version.ts'
export { techniqueId, techniquesIn, type Technique, type Techniques } from './attack.ts'
export { findValues, type Find, type FindKind } from './find.ts'
export { fromText } from './text.ts'
export { readCsv, type CsvLimits, type CsvRecord } from './csv.ts'
export { fromCycloneDx, isCycloneDx } from './cyclonedx.ts'
export { fromTable, previewTable, type TablePreview } from './table.ts'
export { mapColumns, type Column } from './column.ts'
export { decode, decodeBeginning } from './decode.ts'
export { headOf } from './head.ts'
export { readJson, type Json } from './json.ts'
export { fromEuKev, fromKev, isEuKev, isKev } from './kev.ts'
export type { Sourced } from './making.ts'
