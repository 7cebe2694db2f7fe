import type { ActId, VersionState } from '@entente/accord'
import type { CaseFile, Told } from '../federation/index.ts'
import { silencesIn } from '../positions/silences.ts'

/** What is to be told of silences at one second, and the next second at which that may change by itself. */
type Unclosed = { readonly told: readonly Told[]; readonly next?: number }

/**
 * Silences that ended longer ago than the charter's notice while nobody certified what came of them: whoever put the
 * text may keep it undecided. One that was certified since, or to which nothing certifiable came, is over.
 */
export async function unclosedIn(
  file: CaseFile,
  /** Seconds, by this node's clock. */
  now: number,
): Promise<Unclosed> {
  const { charter } = file
  const versions = file.state().state.steps.flatMap((step) => step.versions.filter(isSilence))
  const silences = await silencesIn(file, now)
  const open = versions.flatMap((version) => {
    const { comesTo } = silences[version.id] ?? {}
    const ended = version.gate.notBefore ?? version.expiry
    if (!isOpen(version) || ended === undefined || comesTo === 'neither') return []
    return [{ version, ended, late: ended + charter.notice }]
  })
  const isLate = new Map<ActId, number>(
    open.flatMap(({ version, ended, late }) => (late <= now ? [[version.id, ended] as const] : [])),
  )
  const coming = open.flatMap(({ late }) => (late > now ? [late] : []))
  return {
    told: versions.map((version) => toldOf(version, file, isLate.get(version.id))),
    ...(coming.length === 0 ? {} : { next: Math.min(...coming) }),
  }
}

const isSilence = ({ rule }: VersionState): boolean => rule === 'silence'

const isOpen = ({ current, adopted, broken }: VersionState): boolean =>
  current && adopted.length === 0 && broken === undefined

function toldOf({ id, by }: VersionState, { charter }: CaseFile, ended: number | undefined): Told {
  return {
    code: 'silence.unclosed',
    party: by,
    case: charter.id,
    message: `expected a certificate of what came of the silence on ${id}, got none since its end`,
    evidence: { act: id, ...(ended === undefined ? {} : { ended: String(ended) }) },
    isOnRecord: true,
    ...(ended === undefined ? { isOver: true } : {}),
  }
}
