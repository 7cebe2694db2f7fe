import { actId, verifyFiling } from '@entente/accord'
import { fromBase64, toUtf8 } from '@entente/log'
import type { Filed, GivenSignature } from '../../../node/src/api.ts'
import { getJson } from './client.ts'

/** What a node said of an act: `final` stands only where it proved that here. */
export type ProvedFiled = Filed & {
  /** The node said that the act is final, and did not prove it. */
  readonly isUnproved?: true
}

type Signed = { readonly payload: string; readonly signature?: GivenSignature }

/**
 * Takes no node's word that an act is final: asks it for the proof, and checks in the page that the quorum of the case
 * that the act names cosigned a tree with exactly these bytes, and with the signature that this browser gave.
 */
export async function proved({ payload, signature }: Signed, filed: Filed): Promise<ProvedFiled> {
  // Nobody who only reads a page waits for this code.
  const { crypto } = await import('../crypto.ts')
  const act = actId(toUtf8(payload), crypto.sha256)
  const given = signature && { keyid: signature.keyid, sig: fromBase64(signature.sig) }
  const unproved = { id: act, index: filed.index, final: false, isUnproved: true } as const
  if (filed.id !== act) return unproved
  if (!filed.final) return filed
  const charter = charterIn(payload)
  const path = `/api/v1/cases/${encodeURIComponent(charter)}/acts/${encodeURIComponent(act)}/proof`
  try {
    const { index } = verifyFiling(await getJson<unknown>(path), { act, crypto, signature: given })
    return { ...filed, index }
  } catch {
    // A refusal, no answer or no proof: whatever came, nothing is shown to be witnessed.
    return unproved
  }
}

/** The case that an act names; the proof is refused where it names another. */
function charterIn(payload: string): string {
  const { charter } = JSON.parse(payload) as { readonly charter?: unknown }
  return String(charter)
}

/** The message that says how far acts that were filed together are. */
export function filedMessage(acts: readonly ProvedFiled[]) {
  if (acts.some(({ isUnproved }) => isUnproved)) return 'filed.unproved'
  return acts.every(({ final }) => final) ? 'filed.final' : 'filed.not-yet'
}
