import type { Releasable } from '@entente/release'
import { TaxiiError, type Ask } from '@entente/taxii'
import { asking, secretFor, type Access } from '../platform/http/ask.ts'
import { TaxiiSettingError } from './error.ts'

type TaxiiAccess = Access & { readonly user?: string | undefined }

/** The header by which this node says who it is: Basic where it has a name there, else bearer. */
export function authorizationOf(access: TaxiiAccess, server: string): string | undefined {
  const secret = secretFor(
    access,
    server,
    (message) => new TaxiiSettingError('taxii.malformed', message),
  )
  if (secret === undefined || access.user === undefined)
    return secret === undefined ? undefined : `Bearer ${secret}`
  return `Basic ${Buffer.from(`${access.user}:${secret}`).toString('base64')}`
}

/** Asks a TAXII server. */
export const askingTaxii = (
  access: Access,
  cleared: () => Releasable<Uint8Array> | undefined,
  stopping?: AbortSignal,
): Ask =>
  asking(access, cleared, (message) => new TaxiiError('server.malformed', message), stopping)
