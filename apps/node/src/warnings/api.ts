import type { RefusedEntry, WarningList } from '@entente/warninglist'
import type { WarningMode } from './setting.ts'

/** `GET /api/v1/warninglists`: the lists that are in force here. */
export type WarningListsView = {
  readonly mode: WarningMode
  readonly lists: readonly (Pick<WarningList, 'name' | 'description' | 'version' | 'type'> & {
    readonly entries: number
    /** It came with the program. */
    readonly own: boolean
  })[]
  /** Entries that are not looked for, the first of them. */
  readonly refused: readonly RefusedEntry[]
}

/** `POST /api/v1/warninglists` with a list in MISP’s format: what was taken in, in the place of one of the same name. */
export type WarningListTaken = {
  readonly name: string
  readonly entries: number
  readonly refused: number
}
