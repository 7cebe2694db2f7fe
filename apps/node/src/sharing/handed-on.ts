import type { PartyId } from '@entente/accord'
import type { CaseFile, CaseFiles } from '../federation/index.ts'
import type { Stay } from '../intelligence/index.ts'

/** Asks of a content by its hash why it stays here: every party's evidence names it, in every case that is held. */
export function namedInCases(files: Pick<CaseFiles, 'list'>): (sha256: string) => readonly Stay[] {
  const named = new Map<string, Stay[]>()
  for (const file of files.list())
    for (const { id } of file.charter.parties)
      for (const [sha256, stay] of namedIn(file, id)) {
        const others = named.get(sha256)
        if (others) others.push(stay)
        else named.set(sha256, [stay])
      }
  return (sha256) => named.get(sha256) ?? []
}

/** What was taken back later was named all the same: who asked in between has it. */
const namedIn = (
  { charter, logged }: Pick<CaseFile, 'charter' | 'logged'>,
  by: PartyId,
): readonly (readonly [string, Stay])[] =>
  logged(by).flatMap(({ act, void: voided }) => {
    if (act?.kind !== 'evidence' || voided) return []
    const stay: Stay = {
      why: 'evidence',
      case: charter.id,
      title: charter.title,
      by,
      at: act.claimedAt,
      to: charter.parties.flatMap(({ id }) => (id === by ? [] : [id])),
    }
    return [...act.objects, ...(act.pointers ?? [])].map(({ sha256 }) => [sha256, stay] as const)
  })
