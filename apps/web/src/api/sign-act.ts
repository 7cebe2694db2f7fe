import { ACT_TYPE, pae } from '@entente/accord'
import { toBase64, toUtf8 } from '@entente/log'
import type { Filed, GivenSignature, Me } from '../../../node/src/api.ts'
import { findKey, signWith } from './browser-key.ts'
import { getJson, postJson } from './client.ts'
import { proved, type ProvedFiled } from './proved.ts'
import { assertAsShown, type Shown } from './shown.ts'

/** The person's key is in another browser; nothing is signed. */
class KeyElsewhere extends Error {
  override readonly name = 'KeyElsewhere'
}

/**
 * The signature of an act by the key that this browser holds for whoever is logged in; none where the node holds the
 * key. Rejects where the bytes are not what was shown, or the key is in another browser.
 */
export async function signatureFor(
  payload: string,
  shown: Shown,
): Promise<{ readonly signature?: GivenSignature }> {
  const { person } = await getJson<Me>('/api/v1/me')
  if (person?.key.custody !== 'browser-held') return {}
  const { keyid } = person.key
  const key = await findKey(keyid)
  if (!key) throw new KeyElsewhere(`expected ${keyid} in this browser, got no such key`)
  assertAsShown(payload, shown)
  const sig = await signWith(key.privateKey, pae(ACT_TYPE, toUtf8(payload)))
  return { signature: { keyid, sig: toBase64(sig) } }
}

/**
 * Has an act filed in a case: exactly these bytes, signed here where the person's key is here. That it is final is
 * believed where it is proved.
 */
export async function fileAct(payload: string, shown: Shown): Promise<ProvedFiled> {
  const signed = { payload, ...(await signatureFor(payload, shown)) }
  const path = `/api/v1/cases/${encodeURIComponent(shown.charter)}/acts`
  return proved(signed, await postJson<Filed>(path, signed))
}
