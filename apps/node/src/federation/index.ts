export { PeerProblem } from './client.ts'
export { caseMigrations, caseStore } from './case-store.ts'
export { FederationError, type FederationErrorCode } from './error.ts'
export type { CaseFile, CaseState, HeldCase } from './case-file.ts'
export type { Closings } from './closings.ts'
export {
  openCaseFiles,
  type CaseFiles,
  type CaseFilesOptions,
  type HeldCaseFiles,
  type Peer,
} from './case-files.ts'
export type { Source } from './pull.ts'
export { startPulling, type Pulling, type PullingOptions } from './pulling.ts'
export { federationRoutes, type ServeObject } from './routes.ts'
export type { CaseStore, StoredTree } from './store.ts'
