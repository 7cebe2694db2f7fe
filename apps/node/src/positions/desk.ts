import { kindOf, pastEnd, type PartyId, type StepState, type VersionState } from '@entente/accord'
import type { Desk, DeskItem } from '../api.ts'
import type { NodeConfig } from '../config.ts'
import type { CaseFile } from '../federation/index.ts'
import { silencesIn } from './silences.ts'
import { textOf } from './version.ts'

const URGENCY: readonly DeskItem['does'][] = [
  'give-voices',
  'declare-adopted',
  'declare-ended',
  'amend',
  'await',
]

/** What awaits this party's person in all its cases, most urgent first. */
export async function desk(
  files: readonly CaseFile[],
  config: Pick<NodeConfig, 'party'>,
  /** Seconds, by this node's clock: before their time certificates are not asked for. */
  now: number,
): Promise<Pick<Desk, 'items'>> {
  const items = await Promise.all(
    files.map(async (file) => {
      const silences = await silencesIn(file, now)
      const { state } = file.state()
      const past = pastEnd(file.charter, file.cut(), state, now)
      const viewer = { config, now, silences }
      return state.steps.flatMap((step) =>
        itemOf(file, { ...step, versions: step.versions.map((one) => asSeen(one, past)) }, viewer),
      )
    }),
  )
  return {
    items: items.flat().toSorted((a, b) => URGENCY.indexOf(a.does) - URGENCY.indexOf(b.does)),
  }
}

/** Before it is adopted a voice past its end counts for nothing that could be certified now. */
const asSeen = (version: VersionState, past: ReturnType<typeof pastEnd>): VersionState =>
  version.adopted.length === 0 ? (past[version.id] ?? version) : version

type Viewer = {
  readonly config: Pick<NodeConfig, 'party'>
  readonly now: number
  readonly silences: Awaited<ReturnType<typeof silencesIn>>
}

function itemOf(file: CaseFile, step: StepState, viewer: Viewer): DeskItem[] {
  const version = step.versions.at(-1)
  if (!version || version.rule === 'each-its-own') return []
  const does = doesWhat(version, viewer, file.charter.chair)
  if (!does) return []
  return [
    {
      case: file.charter.id,
      caseTitle: file.charter.title,
      step: step.id,
      stepKind: step.kind,
      version: version.id,
      number: version.number,
      title: textOf(file, version)?.title ?? step.id,
      does,
      ...(does === 'await' ? { awaited: awaitedBy(version) } : {}),
      ...expectedIn(file, version),
    },
  ]
}

function doesWhat(
  version: VersionState,
  { config, now, silences }: Viewer,
  chair: string,
): DeskItem['does'] | undefined {
  const mine = Object.entries(version.voices).find(([party]) => party === config.party)?.[1]
  if (NEEDS_ANOTHER.has(version.standing)) return config.party === chair ? 'amend' : undefined
  if (version.standing === 'suspended') return 'declare-ended'
  if (version.adopted.length > 0) return undefined
  switch (silences[version.id]?.comesTo) {
    case 'adopted':
      return 'declare-adopted'
    case 'broken':
    case 'neither':
      return config.party === version.by ? 'amend' : undefined
    case undefined:
      break
  }
  if (mine?.effective === 'silent') return 'give-voices'
  const isOver = (version.gate.notBefore ?? 0) <= now
  if (version.gate.open) return isOver ? 'declare-adopted' : 'await'
  return config.party === chair && awaitedBy(version).length === 0 ? 'amend' : 'await'
}

/** Only a new version helps: what is final does not come back. */
const NEEDS_ANOTHER: ReadonlySet<VersionState['standing']> = new Set(['ended', 'lapsed', 'broken'])

/** Until when those who wait for their capital expect its instructions, as they said themselves. */
function expectedIn(file: CaseFile, { voices }: VersionState): Pick<DeskItem, 'expected'> {
  const expected = Object.fromEntries(
    Object.entries(voices).flatMap(([party, { act: id }]) => {
      const act = file.logged(party as PartyId).find((one) => one.id === id)?.act
      const expectedAt = act && kindOf(act).expects?.(act)
      return expectedAt === undefined ? [] : [[party, expectedAt]]
    }),
  )
  return Object.keys(expected).length > 0 ? { expected } : {}
}

/** Members whose word is missing: silent ones, and those who wait for their capital. */
const awaitedBy = ({ voices }: VersionState) =>
  Object.entries(voices).flatMap(([member, { effective }]) =>
    effective === 'silent' || effective === 'awaits-instructions' ? [member as PartyId] : [],
  )
