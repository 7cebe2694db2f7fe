import type { Releasable } from '@entente/release'
import { TaxiiError, type Ask } from '@entente/taxii'
import { asking, secretFor, type Access, type Refuse } from '../platform/http/ask.ts'
import { TaxiiSettingError } from './error.ts'

const refuse: Refuse = (problem, message) => {
  switch (problem) {
    case 'insecure':
      return new TaxiiSettingError('taxii.malformed', message)
    case 'unreadable':
      return new TaxiiSettingError('remote.unreadable', message)
    case 'untrusted':
      return new TaxiiError('server.untrusted', message)
    case 'malformed':
      return new TaxiiError('server.malformed', message)
  }
}

type TaxiiAccess = Access & { readonly user?: string | undefined }

/** The header by which this node says who it is: Basic where it has a name there, else bearer. */
export function authorizationOf(access: TaxiiAccess, server: string): string | undefined {
  const secret = secretFor(access, server, refuse)
  if (secret === undefined || access.user === undefined)
    return secret === undefined ? undefined : `Bearer ${secret}`
  return `Basic ${Buffer.from(`${access.user}:${secret}`).toString('base64')}`
}

/** Asks a TAXII server. */
export const askingTaxii = (
  access: Access,
  cleared: () => Releasable<Uint8Array> | undefined,
  stopping?: AbortSignal,
): Ask => asking(access, cleared, refuse, stopping)
