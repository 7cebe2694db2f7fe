import type { VerifiedCertificate } from '@entente/accord'

/** What a verified public certificate says, as the page shows it: plain data that can leave the worker. */
export type CertificateReport = Pick<
  VerifiedCertificate,
  'proved' | 'notProved' | 'trusted' | 'publication' | 'publishers'
> & {
  readonly charter: string
  readonly title: string
  readonly exercise: boolean
  readonly quorum: number
  readonly witnesses: number
}

/** The part of a proof that a person reads. */
export function certificateReportOf(verified: VerifiedCertificate): CertificateReport {
  const { charter, proved, notProved, trusted, publication, publishers } = verified
  return {
    proved,
    notProved,
    trusted,
    publication,
    publishers,
    charter: charter.id,
    title: charter.title,
    exercise: charter.exercise,
    quorum: charter.quorum,
    witnesses: charter.witnesses.length,
  }
}

/** Who published it and has not taken it back. */
export const standing = ({ publishers }: Pick<CertificateReport, 'publishers'>) =>
  publishers.filter(({ recalled }) => !recalled)
