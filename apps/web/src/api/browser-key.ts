import { keyIdOf, requestMessage, requestPayload, sealRequest, type PartyId } from '@entente/accord'
import { toBase64 } from '@entente/log'
import { sha256 } from '@noble/hashes/sha2.js'

/** A key that this browser keeps: the private half signs here and cannot be taken out. */
export type KeptKey = {
  readonly keyid: string
  /** Whose it is at the node. */
  readonly person: string
  readonly privateKey: CryptoKey
  /** The request that it signed, byte for byte. */
  readonly request: Uint8Array<ArrayBuffer>
}

/** For whom a key is made. */
export type Holder = {
  readonly party: PartyId
  readonly person: string
  readonly name: string
  readonly authority: { readonly id: string; readonly name: string }
}

const ALGORITHM = 'Ed25519'
const [STORE, NAME] = ['keys', 'entente-keys']

/** Makes a key that nothing can take out of this browser. Rejects where the browser makes none of this kind. */
export async function makeKey({ party, person, name, authority }: Holder): Promise<KeptKey> {
  // Outside a secure context there is no `subtle`: that is a browser without such keys, too.
  const { privateKey, publicKey } = (await crypto.subtle.generateKey(ALGORITHM, false, [
    'sign',
    'verify',
  ])) as CryptoKeyPair
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))
  const keyid = keyIdOf(authority.id, raw, { sha256 })
  const payload = requestPayload({
    party,
    authority,
    key: { keyid, alg: 'ed25519', pub: toBase64(raw), custody: 'browser-held' },
    holder: name,
    claimedAt: `${new Date().toISOString().slice(0, 19)}Z`,
  })
  const sig = await signWith(privateKey, requestMessage(payload))
  return { keyid, person, privateKey, request: new Uint8Array(sealRequest(payload, keyid, sig)) }
}

/** Whether this browser makes such keys at all. */
export const makesKeys = (): Promise<boolean> =>
  Promise.resolve(
    globalThis.crypto?.subtle?.generateKey(ALGORITHM, false, ['sign', 'verify']),
  ).then(
    (made) => made !== undefined,
    () => false,
  )

export async function signWith(privateKey: CryptoKey, message: Uint8Array): Promise<Uint8Array> {
  const bytes = new Uint8Array(message)
  return new Uint8Array(await crypto.subtle.sign(ALGORITHM, privateKey, bytes))
}

export const keepKey = (key: KeptKey): Promise<unknown> =>
  inStore('readwrite', (store) => store.put(key))

export const forgetKey = (keyid: string): Promise<unknown> =>
  inStore('readwrite', (store) => store.delete(keyid))

export const findKey = (keyid: string): Promise<KeptKey | undefined> =>
  inStore('readonly', (store) => store.get(keyid) as IDBRequest<KeptKey | undefined>)

/** The keys of a person that are in this browser. */
export const keptKeys = async (person: string): Promise<readonly KeptKey[]> => {
  const all = await inStore('readonly', (store) => store.getAll() as IDBRequest<KeptKey[]>)
  return all.filter((key) => key.person === person)
}

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(NAME, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'keyid' })
  const database = await answered(opening)
  try {
    const transaction = database.transaction(STORE, mode)
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
    const found = await answered(work(transaction.objectStore(STORE)))
    await done
    return found
  } finally {
    database.close()
  }
}

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
