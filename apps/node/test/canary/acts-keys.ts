import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { canonical, rootSetHash, seal, type Act, type ActId, type PartyId } from '@entente/accord'
import { formatCheckpoint, signNote, toBase64 } from '@entente/log'
import type { Filed } from '../../src/api.ts'
import { NEXT_ROOT } from '../../src/parties/make-party.ts'
import { readRootSet, rootSigners } from '../../src/parties/root-keys.ts'
import { crypto } from '../../src/platform/crypto.ts'
import { openKeys } from '../../src/platform/keys/index.ts'
import { claimedNow, say, type Speaking } from './speaking.ts'

const rawKey = () =>
  toBase64(
    new Uint8Array(
      generateKeyPairSync('ed25519')
        .publicKey.export({ format: 'der', type: 'spki' })
        .subarray(-32),
    ),
  )

/** What root keys sign, and the alarm that one of the others signed two histories. */
export async function sayWithRoots(speaking: Speaking): Promise<void> {
  const { in: word } = speaking.words
  const key = { keyid: 'XA-press-1', pub: rawKey() }
  await root(speaking, 'root', {
    kind: 'keys-add',
    authority: { id: 'XA-press', name: word('keys-add', 'authority.name', 'root') },
    key: { ...key, alg: 'ed25519', custody: 'token' },
    mandate: { verbs: ['note'] },
  })
  const reason = word('keys-revoke', 'reason', 'root')
  await root(speaking, 'root', { kind: 'keys-revoke', key, cause: 'replaced', reason })
  const stolen = await say(speaking, 'note', { says: word('note', 'says') })
  await root(speaking, 'shared', {
    kind: 'disavow',
    acts: [stolen],
    reason: word('disavow', 'reason'),
  })
  // The last of what Alder says in this case: what its authorities say after it counts for nothing.
  await root(speaking, 'shared', {
    kind: 'leave',
    reason: word('leave', 'reason'),
    prev: speaking.filed.get('join'),
  })
  const next = join(speaking.world.directoryOf('XA'), NEXT_ROOT)
  const after = {
    root: [{ keyid: 'XA-root-9', alg: 'ed25519' as const, pub: rawKey() }],
    threshold: 1,
  }
  await root(speaking, 'root', {
    kind: 'keys-root',
    ...readRootSet(next),
    next: rootSetHash(after, crypto.sha256),
  })
  await accuse(speaking)
}

async function root(
  { world, desk, filed }: Speaking,
  at: 'root' | 'shared',
  said: { readonly kind: Act['kind'] } & Readonly<Record<string, unknown>>,
): Promise<void> {
  const charter = world.cases[at]
  const directory = world.directoryOf('XA')
  const signers = rootSigners(
    said.kind === 'keys-root' ? [directory, join(directory, NEXT_ROOT)] : [directory],
    'XA',
  )
  const act = { v: 1, charter, party: 'XA', claimedAt: claimedNow(), ...said }
  const entry = seal(new TextEncoder().encode(canonical(act)), signers)
  const { id } = await desk.post<Filed>(`/api/v1/cases/${charter}/key-acts`, {
    entry: toBase64(entry),
  })
  filed.set(said.kind, id)
}

/** Dogwood's log signs two trees of one size, in the other case. */
async function accuse(speaking: Speaking): Promise<ActId> {
  const { world, desk } = speaking
  const { charter } = await desk.view(world.cases.other)
  const { origin } = charter.parties.find(({ id }) => id === 'XD')!
  const log = { ...openKeys(world.directoryOf('XD')).load('log'), name: origin }
  const signed = () =>
    signNote(
      formatCheckpoint({ origin, size: 9, root: new Uint8Array(randomBytes(32)) }),
      log,
      crypto.sha256,
    )
  const said = { of: 'XD' as PartyId, notes: [signed(), signed()] as [string, string] }
  return say(speaking, 'accuse', said, { at: 'other' })
}
