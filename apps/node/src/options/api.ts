/** What `/api/v1` says of options and playbooks. Types only: nothing here runs. */
import type { ActId, PartyId } from '@entente/accord'
import type { Finding, Level, OutlineStep } from '@entente/cacao'
import type { Option } from '@entente/law'
import type { InLanguages } from '@entente/lexicon'
import type { HeldOption, OptionsTaken } from './store.ts'

/** Whether what an option needs is so: `disputed` is neither, `not-asked` does not arise on the facts. */
export type NeedState = 'met' | 'not-met' | 'disputed' | 'unknown' | 'not-asked'

export type NeedView = {
  readonly by: 'rule' | 'record'
  /** The id of the rule, or what has to be on record. */
  readonly id: string
  /** The question of the rule, or what has to be on record, in words. */
  readonly words: InLanguages
  readonly citation?: InLanguages
  readonly state: NeedState
  /** Acts on which it is met. */
  readonly acts: readonly ActId[]
}

/** An option of the product’s own catalogue. What it needs is asked of one measure, or of none. */
export type OptionView = Omit<Option, 'needs' | 'supposes'> & {
  readonly needs: readonly NeedView[]
}

/**
 * `GET /api/v1/options?kind=&technique=` and `GET …/measures/{step}/options`: what there is, in the order of the
 * catalogue. Nothing is recommended.
 */
export type OptionsView = {
  readonly options: readonly OptionView[]
  /** What others published and somebody here imported. */
  readonly imported: readonly HeldOption[]
}

/** `POST /api/v1/options/imports` with the file as it was published. */
export type OptionsImported = OptionsTaken

/** `POST …/measures/{step}/playbooks`: it is held here, and goes on record with an `evidence` act that says this. */
export type PlaybookTaken = {
  readonly says: {
    readonly kind: 'evidence'
    readonly title: string
    readonly about: ActId
    readonly objects: readonly [
      { readonly id: string; readonly modified: string; readonly sha256: string },
    ]
    readonly custodian: PartyId
  }
  readonly findings: readonly Finding[]
  /** Hashes of other contents that are held under the same id and version: the act names its own by hash. */
  readonly conflictsWith: readonly string[]
}

export type SignatureView = {
  readonly signee: string
  /** Why it proves nothing. */
  readonly refused?: { readonly code: string; readonly reason: string }
  /** Whose key it is, where a key act of this case gave it. A signature by an unknown key proves no name. */
  readonly holder?: { readonly party: PartyId; readonly authority: string }
}

/** `GET …/measures/{step}/playbooks`: playbooks on the record of a measure. They are shown and exported, and never carried out. */
export type PlaybooksView = { readonly playbooks: readonly AttachedPlaybook[] }

export type AttachedPlaybook = {
  readonly act: ActId
  readonly party: PartyId
  readonly title: string
  readonly object: { readonly id: string; readonly sha256: string }
  /** Absent while its bytes are not here. */
  readonly read?: {
    readonly id: string
    readonly modified: string
    readonly name: string
    readonly tlp?: Level
    readonly findings: readonly Finding[]
    readonly signatures: readonly SignatureView[]
    readonly steps: readonly OutlineStep[]
    readonly conflictsWith: readonly string[]
  }
}
