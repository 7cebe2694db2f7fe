import type { Charter } from './charter.ts'
import type { Cut } from './cut.ts'
import type { State } from './state.ts'

/** One case file at a cut. */
export type CaseRecord = { readonly charter: Charter; readonly cut: Cut }

/** A case file with what it is worth, read once for all counts. */
export type JudgedCase = CaseRecord & { readonly state: State }
