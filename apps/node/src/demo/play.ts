import type { ActId, CharterId, StepState, VersionState } from '@entente/accord'
import type { CaseView } from '../api.ts'
import { namesEvidence, objectsOf, putEvidence } from './evidence.ts'
import { until, type PersonClient, type Said } from './person.ts'
import {
  birchClause2,
  classification,
  positionV1,
  positionV2,
  situationOf,
  type Reported,
} from './texts.ts'

/** One logged-in person at each node of the coalition. */
export type People = {
  readonly alder: PersonClient
  readonly birch: PersonClient
  readonly cedar: PersonClient
  readonly chair: PersonClient
}

/** The exercise's cast once a case is opened: the case they work on, and the reports that led to it. */
export type Cast = People & {
  readonly case: CharterId
  readonly reported: readonly Reported[]
}

/** One line of the play as it happens, for the terminal and for the tests. */
export type Tell = (line: string) => void

const likely = { scale: 'icd-203', version: '2015', value: 'likely' }
const veryLikely = { scale: 'icd-203', version: '2015', value: 'very likely' }
const moderate = { scale: 'icd-203-confidence', version: '2015', value: 'moderate' }
const high = { scale: 'icd-203-confidence', version: '2015', value: 'high' }

/** Plays the exercise up to the point where Cedar is awaited. What is done already is not done again. */
export async function play(cast: Cast, tell: Tell): Promise<void> {
  await evidence(cast, tell)
  await situationStep(cast, tell)
  await attributions(cast, tell)
  await positionStep(cast, tell)
}

/** Alder puts before the case all that it has; what is TLP:RED is named, and stays at its node. */
async function evidence({ alder, case: id }: Cast, tell: Tell) {
  if (namesEvidence(await alder.view(id), alder.party)) return
  const ids = await objectsOf(alder)
  await putEvidence(alder, id, ids)
  tell(`Alder names ${ids.length} objects as evidence in the case; one note is TLP:RED and stays.`)
}

async function situationStep(cast: Cast, tell: Tell) {
  const { alder, birch, cedar, chair, case: id } = cast
  if (!step(await chair.view(id), 'situation')) {
    await chair.file(id, 'propose', {
      step: { id: 'situation', kind: 'situation' },
      text: situationOf(cast.reported),
      classification,
    })
    tell('The chair puts the situation, version 1, classified in the common language.')
  }
  const on = (await settled(cast, (view) => step(view, 'situation')?.versions.at(-1)?.id))!
  await speak({ cast, on, tell }, alder, { union: 'complies', national: 'complies' })
  await speak({ cast, on, tell }, birch, {
    union: 'complies',
    national: 'complies-with-reservation',
    reservations: [
      {
        axis: 'national',
        clause: '3',
        text: 'Birch does not confirm the number of turbines on its territory while its regulator’s inquiry is open.',
      },
    ],
  })
  await speak({ cast, on, tell }, cedar, { union: 'complies', national: 'complies' })
  const open = await settled(cast, (view) => versionOf(view, on)?.gate.open || undefined)
  if (open && versionOf(await chair.view(id), on)?.adopted.length === 0) {
    await chair.declare(id, on, 'adopted')
    tell(
      'The chair declares the situation adopted: it stands with Birch’s reservation on clause 3.',
    )
  }
  await settled(cast, (view) => versionOf(view, on)?.inForce || undefined)
}

/** Actor, entity and State are three things: each nation says how far it goes, by its own authority. */
async function attributions({ alder, birch, cedar, case: id }: Cast, tell: Tell) {
  const view = await alder.view(id)
  const evidenceActs = view.acts.filter(({ act }) => act?.kind === 'evidence').map((act) => act.id)
  const attribute = async (person: PersonClient, word: Said<'attribute'>, line: string) => {
    const { acts } = await person.view(id)
    const isSaid = acts.some(
      ({ act, party }) =>
        act?.kind === 'attribute' && party === person.party && act.level === word.level,
    )
    if (isSaid) return
    await person.file(id, 'attribute', word)
    tell(line)
  }
  const gull = { level: 'actor', whom: 'QUIET GULL', evidence: evidenceActs } as const
  await attribute(
    alder,
    { ...gull, likelihood: veryLikely, confidence: moderate },
    'Alder attributes the activity to the actor QUIET GULL.',
  )
  await attribute(
    cedar,
    { ...gull, likelihood: likely, confidence: high },
    'Cedar does the same by its own authority, with other likelihood and confidence, and goes no further.',
  )
  await attribute(
    birch,
    {
      level: 'entity',
      whom: 'Mudflat Systems',
      likelihood: likely,
      confidence: moderate,
      evidence: evidenceActs,
      statement:
        'Exercise: an invented company hired the address from which the console was reached.',
    },
    'Birch attributes the use of the address to an entity, Mudflat Systems, and to no State.',
  )
  await attribute(
    alder,
    {
      level: 'state',
      whom: 'Hawthorn',
      likelihood: likely,
      confidence: moderate,
      evidence: [],
      statement:
        'Exercise: on Alder’s own material, which is not in this case. What is shared here supports no finding on any State.',
    },
    'Alder alone attributes it to a State, Hawthorn, on material that it does not share.',
  )
}

async function positionStep(cast: Cast, tell: Tell) {
  const { alder, birch, chair, case: id } = cast
  const numbered = async (number: number) =>
    (await settled(
      cast,
      (view) => step(view, 'position')?.versions.find((version) => version.number === number)?.id,
    ))!
  if (!step(await chair.view(id), 'position')) {
    await chair.file(id, 'propose', {
      step: { id: 'position', kind: 'position' },
      text: positionV1,
    })
    tell('The chair puts the common position, version 1.')
  }
  if ((step(await chair.view(id), 'position')?.versions.length ?? 0) < 2) {
    const first = await numbered(1)
    await speak({ cast, on: first, tell }, alder, { union: 'complies', national: 'complies' })
    await speak({ cast, on: first, tell }, birch, {
      union: 'complies',
      national: 'objects',
      statement: 'Birch does not hold that every such activity is a violation of sovereignty.',
      amendment: [{ id: '2', text: birchClause2 }],
      wouldTake:
        'Clause 2 that recalls due diligence and does not settle the question of sovereignty.',
    })
    await settled(
      cast,
      (view) =>
        versionOf(view, first)?.gate.reasons.some(({ code }) => code === 'objects') || undefined,
    )
    tell('The gate of version 1 is shut: Birch objects in its national voice.')
    await chair.file(id, 'amend', {
      replaces: first,
      step: { id: 'position', kind: 'position' },
      text: positionV2,
    })
    tell('The chair puts version 2, with Birch’s clause 2. Voices on version 1 do not carry over.')
  }
  const current = step(await chair.view(id), 'position')?.versions.at(-1)
  if (current?.number !== 2) return
  const second = await numbered(2)
  await speak({ cast, on: second, tell }, alder, { union: 'complies', national: 'complies' })
  await speak({ cast, on: second, tell }, birch, {
    union: 'complies-with-statement',
    national: 'complies',
    statement: 'Birch understands clause 2 as a statement of existing law.',
  })
}

type Voices = Omit<Said<'comply'>, 'on'>

/** Gives a nation's two voices once; a nation that has spoken on this version is left alone. */
type Floor = { readonly cast: Cast; readonly on: ActId; readonly tell: Tell }

async function speak({ cast, on, tell }: Floor, person: PersonClient, voices: Voices) {
  await settledAt(person, cast.case, (view) => versionOf(view, on)?.id)
  const view = await person.view(cast.case)
  if (
    view.acts.some(
      ({ act }) => act?.kind === 'comply' && act.party === person.party && act.on === on,
    )
  )
    return
  await person.file(cast.case, 'comply', { on, ...voices })
  tell(
    `${person.name}: ${voices.union} towards the Union, ${voices.national} as to its own interests.`,
  )
}

export const step = (view: CaseView, id: string): StepState | undefined =>
  view.state.steps.find((one) => one.id === id)

export const versionOf = (view: CaseView, id: string): VersionState | undefined =>
  view.state.steps.flatMap(({ versions }) => versions).find((version) => version.id === id)

/** Waits until the chair's node knows it. */
const settled = <T>(cast: Cast, read: (view: CaseView) => T | undefined) =>
  settledAt(cast.chair, cast.case, read)

/** Waits until this person's own node knows it; nodes learn of one another's acts by pulling. */
export async function settledAt<T>(
  person: PersonClient,
  id: string,
  read: (view: CaseView) => T | undefined,
  seconds = 30,
): Promise<T> {
  return until(
    `${person.name}’s node to learn it`,
    async () => read(await person.view(id)),
    seconds,
  )
}
