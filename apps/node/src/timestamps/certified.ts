import type { PartyId, VersionState } from '@entente/accord'
import type { CaseFile } from '../federation/index.ts'

/** Where an act stands: whose strand, and its index there. */
export type Place = { readonly party: PartyId; readonly index: number }

/** Where certificates stand that prove true in a case: where a time that somebody else attests is worth most. */
export function placesOfCertificates(file: CaseFile): readonly Place[] {
  const of = ({ adopted, ended, lapsed = [], broken = [], ranOut = [] }: VersionState) => [
    ...adopted,
    ...ended,
    ...lapsed,
    ...broken,
    ...ranOut,
  ]
  const { steps } = file.state().state
  const certificates = new Set(steps.flatMap(({ versions }) => versions.flatMap(of)))
  return file.charter.parties.flatMap(({ id }) =>
    file.logged(id).filter((one) => certificates.has(one.id)),
  )
}

/** Whether a cut of these sizes holds the act at that place. */
export const isOver = (
  sizes: Readonly<Record<PartyId, number>>,
  { party, index }: Place,
): boolean => (sizes[party] ?? 0) > index
