import { Act, canonical, kindOf, type ActId } from '@entente/accord'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { CaseFile } from '../case/case-file.ts'

/** An instant as acts write it: whole seconds, UTC. */
export const instantNow = () => `${new Date().toISOString().slice(0, 19)}Z`

/** One act before it is signed: its fields, the exact bytes, and what is wrong with it. */
export type Draft = {
  readonly fields: Readonly<Record<string, unknown>>
  readonly act: Act | undefined
  /** Canonical JSON text: exactly these bytes will be signed. */
  readonly payload: string
  readonly bytes: number
  readonly sha256: string
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
}

/** Puts what every act says around what a person filled in, and reads it with the schema of acts. */
export function draftAct(
  file: CaseFile,
  said: Readonly<Record<string, unknown>> & { readonly kind: string },
  claimedAt: string,
): Draft {
  const base = { v: 1, charter: file.view.id, party: file.us, claimedAt, ...said }
  // The schema has not read it yet: `subject` looks only at what a draft always has.
  const prev = latestOnSameSubject(file, base as unknown as Act)
  const fields = { ...base, ...(prev && { prev }) }
  const read = Act.safeParse(fields)
  return {
    ...describe(canonical(fields)),
    fields,
    act: read.data,
    issues: read.error?.issues ?? [],
  }
}

/** Bytes and hash of a payload, as the person is shown them. */
export function describe(payload: string) {
  const bytes = new TextEncoder().encode(payload)
  return { payload, bytes: bytes.length, sha256: bytesToHex(sha256(bytes)) }
}

/** Own acts on one subject follow one another by `prev`, so that nobody can replay or reorder them. */
function latestOnSameSubject(file: CaseFile, act: Act): ActId | undefined {
  const subject = kindOf(act).subject(act)
  if (subject === undefined) return undefined
  return file.view.acts
    .filter(({ party, void: voided }) => party === file.us && !voided)
    .toSorted((a, b) => a.index - b.index)
    .findLast(({ act: one }) => one && kindOf(one).subject(one) === subject)?.id
}
