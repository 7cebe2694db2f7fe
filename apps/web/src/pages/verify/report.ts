import {
  deemedOn,
  filedBy,
  type AccordErrorCode,
  type MemberVoice,
  type Place,
  type Standing,
  type StepKind,
  type Verified,
} from '@entente/accord'
import type { CertificateReport } from './certificate-report.ts'

/** What a verified bundle says, as the page shows it: plain data that can leave the worker. */
export type Report = Pick<Verified, 'proved' | 'notProved' | 'trusted' | 'digest' | 'until'> & {
  readonly charter: string
  readonly title: string
  readonly exercise: boolean
  readonly quorum: number
  readonly witnesses: number
  readonly acts: number
  readonly strands: readonly StrandReport[]
  readonly members: readonly Named[]
  readonly versions: readonly VersionReport[]
  readonly void: readonly { readonly name: string; readonly index: number; readonly code: string }[]
}
type Named = { readonly id: string; readonly name: string }
export type StrandReport = Named & {
  readonly size: number
  /** Witnesses whose cosignature was checked, with the second that each attested. */
  readonly cosigned: readonly { readonly by: string; readonly at: number }[]
}
type VersionReport = {
  readonly id: string
  readonly step: StepKind
  readonly number: number
  readonly title: string
  readonly standing: Standing
  readonly voices: Readonly<Record<string, MemberVoice>>
  /** Whose silence is consent. */
  readonly deemed: readonly string[]
}

/** What a refusal says: the code, and where in the record. */
export type Refusal = {
  readonly code: AccordErrorCode
  readonly message: string
  readonly place: Place
}

/** What the worker is asked, and what it answers: first how much there is, then the outcome. */
export type Question = { readonly text: string; readonly charter?: string }
export type Answer =
  | { readonly kind: 'begun'; readonly strands: number; readonly entries: number }
  | { readonly kind: 'verified'; readonly report: Report }
  | { readonly kind: 'certified'; readonly report: CertificateReport }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'broken'; readonly message: string }

/** The part of a proof that a person reads. */
export function reportOf(verified: Verified): Report {
  const { charter, cut, state } = verified
  const nameOf = (party: string) => charter.parties.find(({ id }) => id === party)?.name ?? party
  const witnessName = (witness: string) => {
    const party = charter.witnesses.find(({ vkey }) => vkey.startsWith(`${witness}+`))?.party
    return party === undefined ? witness : nameOf(party)
  }
  const titles = new Map(
    Object.values(cut).flatMap(({ acts }) =>
      acts.flatMap(({ id, act }) => {
        const filed = filedBy(act)
        return filed ? [[id, filed.text.title] as const] : []
      }),
    ),
  )
  return {
    proved: verified.proved,
    notProved: verified.notProved,
    trusted: verified.trusted,
    digest: verified.digest,
    until: verified.until,
    charter: verified.charterId,
    title: charter.title,
    exercise: charter.exercise,
    quorum: charter.quorum,
    witnesses: charter.witnesses.length,
    acts: verified.counts.acts,
    strands: verified.strands.map(({ party, name, size, times }) => ({
      id: party,
      name,
      size,
      cosigned: times.map(([witness, at]) => ({ by: witnessName(witness), at })),
    })),
    members: charter.parties.filter(({ role }) => role === 'member'),
    versions: state.steps.flatMap(({ kind: step, versions }) =>
      versions.map((version) => ({
        id: version.id,
        step,
        number: version.number,
        title: titles.get(version.id) ?? '',
        standing: version.standing,
        voices: version.voices,
        deemed: deemedOn(version, state),
      })),
    ),
    void: state.void.map(({ party, index, code }) => ({ name: nameOf(party), index, code })),
  }
}
