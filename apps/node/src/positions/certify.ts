import { canonical, type ActId, type PartyId } from '@entente/accord'
import type { CertificateDraft } from '../api.ts'
import type { CaseFile } from '../federation/index.ts'
import { Refusal } from '../platform/http/problem.ts'
import { latestOn } from './subject.ts'
import { findVersion } from './version.ts'

/** Asks the witnesses for the trees that show one instant, and drafts the certificate a person may sign. */
export async function draftCertificate(
  file: CaseFile,
  { on, result }: { on: ActId; result: 'adopted' | 'ended' },
  { party, claimedAt }: { party: PartyId; claimedAt: string },
): Promise<CertificateDraft> {
  assertTrue(file, on, result)
  const { cut, closings } = await file.closings()
  const prev = latestOn(file.logged(party), on)
  const declare = {
    v: 1,
    charter: file.charter.id,
    party,
    kind: 'declare',
    claimedAt,
    ...(prev ? { prev } : {}),
    on,
    result,
    cut,
    closings,
  }
  return { payload: canonical(declare), cut }
}

/** A node drafts no certificate that its own computation does not bear out. */
function assertTrue(file: CaseFile, on: ActId, result: 'adopted' | 'ended') {
  const version = findVersion(file, on)
  if (!version)
    throw new Refusal(404, 'version.unknown', `expected a version of this case, got ${on}`)
  if (result === 'adopted') {
    if (version.adopted.length > 0)
      throw new Refusal(
        409,
        'certificate.known',
        'expected a version not yet adopted, got one whose adoption is on record',
      )
    if (!version.current)
      throw new Refusal(
        409,
        'certificate.not-current',
        'expected the current version of its step, got an earlier one',
      )
    if (!version.gate.open)
      throw new Refusal(
        409,
        'certificate.untrue',
        `expected an open gate, got: ${version.gate.reasons.map(({ code, member }) => `${member ?? ''} ${code}`.trim()).join('; ')}`,
      )
    return
  }
  if (version.standing !== 'suspended')
    throw new Refusal(
      409,
      'certificate.untrue',
      `expected a suspended version, got one that is ${version.standing}`,
    )
}
