import type { ActId, ActSigner } from '@entente/accord'
import type { Said } from './vectors-case.ts'
import type { Id, Story } from './vectors-decision-world.ts'

/** What one act changes in the state of its case, written by hand. */

/** A place in the state, and what is there without the act and with it; what is absent is not there. */
export type Change = { readonly at: string; readonly was?: unknown; readonly is?: unknown }

export type EffectCase = {
  readonly kind: string
  readonly name: string
  readonly why: string
  /** Where the act refers to what is not there, or to an act of a kind that it is not about. */
  readonly reference?: 'dangling' | 'wrong kind'
  /** Tells the story in which `act` says the act that it is about, and gives all that this act changes. */
  readonly tell: (story: Story, act: Acting) => readonly Change[]
}
export type Acting = (party: Id, said: Said, by?: ActSigner[]) => ActId

export type EffectFile = {
  readonly name: string
  readonly next?: string
  readonly cases: readonly EffectCase[]
}

/** The id of an act that is in no strand. */
export const NOWHERE = `sha256:${'5'.repeat(64)}`

/** Shelves that are in every state. */
const ALWAYS = new Set(['evidence', 'attributions'])

/** An act that is laid on its shelf, where nothing lay before. */
export const laid = (shelf: string, id: ActId): Change => ({
  at: shelf,
  ...(ALWAYS.has(shelf) && { was: [] }),
  is: [id],
})

/** An entry that counts for nothing. */
export const voided = (party: Id, index: number, act: ActId, code: string): Change => ({
  at: 'void',
  was: [],
  is: [{ party, index, act, code }],
})

const spoken = (word: string) => ({ effective: word, union: word, national: word })
export const SILENT = spoken('silent')
export const withdrawnBy = (act: ActId) => ({ ...spoken('withdrawn'), act })
export const compliesBy = (act: ActId) => ({ ...spoken('complies'), act })
