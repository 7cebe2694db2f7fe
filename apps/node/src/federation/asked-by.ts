import type { Context } from 'hono'
import type { PartyId } from '@entente/accord'
import { seconds } from '../platform/clock.ts'
import { crypto } from '../platform/crypto.ts'
import type { ChargeParty } from '../platform/http/rate.ts'
import { signerOf } from '../platform/http/signature.ts'
import type { MirroredCase } from './case-file.ts'
import type { HeldCaseFiles } from './case-files.ts'

/** The party whose node signed this request with its key in that case; refused with 429 where it asks too much. */
export function askedBy(
  c: Context,
  file: MirroredCase,
  { clock, party: self }: HeldCaseFiles,
): PartyId | undefined {
  const { parties } = file.charter
  const keyOf = (keyid: string) => {
    const party = parties.find(({ origin }) => origin === keyid)
    return party && file.notes.logKey(party.id).raw
  }
  const to = file.notes.origin(self)
  // Not with the cryptography that remembers: no request comes twice, and many would drive out what does.
  const keyid = signerOf(c.req.raw, keyOf, { now: seconds(clock), to, verify: crypto.verify })
  const asking = parties.find(({ origin }) => origin === keyid)?.id
  if (asking !== undefined) (c.get('charge') as ChargeParty | undefined)?.(asking)
  return asking
}

/**
 * Tells that somebody asked for what only parties have without a signature that is good for it. Nothing in
 * such a request is proved: whom it names, it names.
 */
export function tellUnsigned(
  c: Context,
  { tell }: Pick<HeldCaseFiles, 'tell'>,
  file?: MirroredCase,
) {
  const [, keyid] =
    /;keyid="([a-z0-9./-]{1,200})"/.exec(c.req.header('signature-input') ?? '') ?? []
  const isNamed = file?.charter.parties.some(({ origin }) => origin === keyid) ?? false
  const why = keyid === undefined ? 'unsigned' : isNamed ? 'not-true' : 'unknown-key'
  void tell({
    code: 'request.unsigned',
    ...(file ? { case: file.charter.id } : {}),
    message: `expected a request signed by the node of a party of this case, got one that is ${SAID[why]}`,
    evidence: { path: c.req.routePath, why, ...(isNamed && keyid ? { named: keyid } : {}) },
  })
}

const SAID = {
  unsigned: 'not signed',
  'not-true': 'signed in the name of a party and not truly, too early or late, or for another node',
  'unknown-key': 'signed with a key that the charter does not name',
}
