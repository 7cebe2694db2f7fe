import type { Context } from 'hono'
import type { PartyId } from '@entente/accord'
import { seconds } from '../platform/clock.ts'
import { signerOf } from '../platform/http/signature.ts'
import type { HeldCase } from './case-file.ts'
import type { HeldCaseFiles } from './case-files.ts'

/** The party whose node signed this request with its key in that case. */
export function askedBy(
  c: Context,
  file: HeldCase,
  { clock, crypto, party: self }: HeldCaseFiles,
): PartyId | undefined {
  const { parties } = file.charter
  const keyOf = (keyid: string) => {
    const party = parties.find(({ origin }) => origin === keyid)
    return party && file.notes.logKey(party.id).raw
  }
  const to = file.notes.origin(self)
  const keyid = signerOf(c.req.raw, keyOf, { now: seconds(clock), to, verify: crypto.verify })
  return parties.find(({ origin }) => origin === keyid)?.id
}
