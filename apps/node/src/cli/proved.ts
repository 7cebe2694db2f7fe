import { actId, verifyFiling, type ActId } from '@entente/accord'
import { toUtf8 } from '@entente/log'
import type { Filed } from '../api.ts'
import { crypto } from '../platform/crypto.ts'
import { SessionError, type Client } from './session.ts'
import { refuse } from './terminal.ts'

/** Which act was filed, and in which case. */
type What = { readonly charter: string; readonly act: ActId }

/** What a node said of an act, and what it proved: `final` stands only where the proof held here. */
export type ProvedFiled = Filed & { readonly unproved?: string }

/** The id of the act with this payload, computed here. */
export const idOf = (payload: string): ActId => actId(toUtf8(payload), crypto.sha256)

/**
 * Takes no node's word that an act is final: asks it for the proof, and checks that against the id of what
 * was signed, which names its case. Where it does not hold the person is told on standard error, and the command ends with 1.
 */
export async function proved(
  client: Client,
  { charter, act }: What,
  filed: Filed,
): Promise<ProvedFiled> {
  if (filed.id !== act) return doubted({ ...filed, id: act }, `the node answered for ${filed.id}`)
  if (!filed.final) return filed
  try {
    const shown = await client.get<unknown>(`/api/v1/cases/${charter}/acts/${act}/proof`)
    const { index } = verifyFiling(shown, { act, crypto })
    return { ...filed, index }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return doubted(
      filed,
      error instanceof SessionError ? `no proof: ${error.message}` : error.message,
    )
  }
}

function doubted(filed: Filed, why: string): ProvedFiled {
  refuse(
    `filing.unproved: the node says that ${filed.id} is witnessed, and does not prove it (${why}). ` +
      'Count it as not yet witnessed: the node may keep it to itself. Ask another party whether its node has it.',
  )
  return { ...filed, final: false, unproved: why }
}

/** How far an act is, as a sentence ends. */
export const seenBy = ({ final, unproved }: ProvedFiled): string =>
  final
    ? 'witnessed by the quorum'
    : unproved === undefined
      ? 'not yet witnessed'
      : 'not proved to be witnessed'
