import {
  kindOf,
  nextOf,
  pastEnd,
  type MemberVoice,
  type Next,
  type NextCode,
  type PartyId,
  type StepState,
  type VersionState,
} from '@entente/accord'
import type { Desk, DeskItem } from '../api.ts'
import type { NodeConfig } from '../config.ts'
import type { CaseFile } from '../federation/index.ts'
import { silencesIn } from './silences.ts'
import { leastNamed, textOf } from './version.ts'

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
      const viewer = { config, now, silences, past }
      return state.steps.flatMap((step) => itemOf(file, step, viewer))
    }),
  )
  return {
    items: items.flat().toSorted((a, b) => URGENCY.indexOf(a.does) - URGENCY.indexOf(b.does)),
  }
}

type Viewer = {
  readonly config: Pick<NodeConfig, 'party'>
  readonly now: number
  readonly silences: Awaited<ReturnType<typeof silencesIn>>
  readonly past: ReturnType<typeof pastEnd>
}

function itemOf(file: CaseFile, step: StepState, viewer: Viewer): DeskItem[] {
  const version = step.versions.at(-1)
  if (!version || version.rule === 'each-its-own') return []
  const { now, silences, past } = viewer
  const next = nextOf(file.charter, version, {
    now,
    silence: silences[version.id],
    pastEnd: past[version.id],
    minimum: leastNamed(file, version),
  })
  const does = doesWhat(version, next, viewer)
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
      ...(does === 'await' ? { awaited: next.from === 'anybody' ? [] : next.from } : {}),
      ...expectedIn(file, version),
    },
  ]
}

/** What a party may do where a version awaits this, and it is its to do; `none` is for the reminders, or for nobody. */
const DEED: Readonly<Record<NextCode, 'amend' | 'end' | 'adopt' | 'settle' | 'speak' | 'none'>> = {
  ended: 'amend',
  lapsed: 'amend',
  broken: 'amend',
  broke: 'amend',
  'declare-broken': 'amend',
  undecided: 'amend',
  restore: 'end',
  unrestorable: 'end',
  declare: 'adopt',
  'declare-while': 'adopt',
  'declare-earlier': 'adopt',
  stuck: 'settle',
  voices: 'settle',
  change: 'settle',
  brake: 'settle',
  acknowledge: 'speak',
  answer: 'speak',
  instruct: 'speak',
  outlast: 'speak',
  silence: 'speak',
  objection: 'speak',
  grace: 'speak',
  vote: 'speak',
  collected: 'none',
  left: 'none',
  superseded: 'none',
  overdue: 'none',
  reaffirm: 'none',
  renew: 'none',
  'run-out': 'none',
  holds: 'none',
}

/** What this party is asked to do of what is awaited, or to wait for. */
function doesWhat(
  version: VersionState,
  { code }: Next,
  { config, past }: Viewer,
): DeskItem['does'] | undefined {
  const { voices } = past[version.id] ?? version
  const said = Object.entries(voices)
  const isSilent = said.some(
    ([party, { effective }]) => party === config.party && effective === 'silent',
  )
  const amend = config.party === version.by ? 'amend' : undefined
  switch (DEED[code]) {
    case 'amend':
      return amend
    case 'end':
      return 'declare-ended'
    case 'adopt':
      // Without a silence a text may be adopted by the others, and this party has not spoken.
      return isSilent && version.rule !== 'silence' ? 'give-voices' : 'declare-adopted'
    case 'settle': {
      if (isSilent) return 'give-voices'
      const isUnsaid = said.some(([, { effective }]) => UNSAID.has(effective))
      return isUnsaid ? 'await' : (amend ?? 'await')
    }
    case 'speak':
      return isSilent ? 'give-voices' : 'await'
    case 'none':
      return undefined
  }
}

/** As long as a word is missing, whoever put the text waits for it and puts no other. */
const UNSAID: ReadonlySet<MemberVoice['effective']> = new Set(['silent', 'awaits-instructions'])

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
