/** What is asked of this package where nothing is converted: no format comes with it, nor what reads one. */
export { techniqueId, techniquesIn, type Techniques } from './attack.ts'
export { affectedProducts, type AffectedProduct } from './affected.ts'
export { affects, type VersionVerdict } from './version.ts'
export { readCsv } from './csv.ts'
export { got, SourceError } from './error.ts'
