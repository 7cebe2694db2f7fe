import { readFileSync } from 'node:fs'
import type { ActId, StepState, VersionState } from '@entente/accord'
import type { CaseView } from '../api.ts'
import type { PersonClient } from './person.ts'
import { birchClause2, classification, positionV1, positionV2, situation } from './texts.ts'

/** The exercise's cast: one logged-in person at each node, and the case they work on. */
export type Cast = {
  readonly alder: PersonClient
  readonly birch: PersonClient
  readonly cedar: PersonClient
  readonly chair: PersonClient
  readonly case: string
}

/** One line of the play as it happens, for the terminal and for the tests. */
export type Tell = (line: string) => void

const FIXTURE = new URL('../../../../examples/quiet-modem/quiet-modem.json', import.meta.url)

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

async function evidence({ alder, case: id }: Cast, tell: Tell) {
  const view = await alder.view(id)
  if (view.acts.some(({ act }) => act?.kind === 'evidence')) return
  await alder.ask('/api/v1/imports?name=quiet-modem.json', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: readFileSync(FIXTURE),
  })
  const { objects } = await alder.ask<{ objects: { id: string; type: string }[] }>(
    '/api/v1/objects?q=exercise&limit=100',
  )
  const wanted = new Set(['malware', 'indicator', 'incident', 'report', 'intrusion-set', 'note'])
  const held = await Promise.all(
    objects
      .filter(({ type }) => wanted.has(type))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(async ({ id: object }) => {
        const { versions } = await alder.ask<{ versions: { modified?: string; sha256: string }[] }>(
          `/api/v1/objects/${object}`,
        )
        const { modified, sha256 } = versions.at(-1)!
        return { id: object, sha256, ...(modified ? { modified } : {}) }
      }),
  )
  await alder.file(id, 'evidence', {
    title: 'Wiper, its indicators and the report on the VESTA network',
    objects: held,
    grade: { scale: 'admiralty', version: '1', value: 'B2' },
    custodian: alder.party,
  })
  tell(`Alder imports the exercise's STIX bundle and names ${held.length} objects as evidence.`)
}

async function situationStep(cast: Cast, tell: Tell) {
  const { alder, birch, cedar, chair, case: id } = cast
  if (!step(await chair.view(id), 'situation')) {
    await chair.file(id, 'propose', {
      step: { id: 'situation', kind: 'situation' },
      text: situation,
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

async function attributions({ alder, cedar, case: id }: Cast, tell: Tell) {
  const view = await alder.view(id)
  const evidenceActs = view.acts.filter(({ act }) => act?.kind === 'evidence').map((act) => act.id)
  const says = (party: string) =>
    view.acts.some(({ act }) => act?.kind === 'attribute' && act.party === party)
  if (!says(alder.party)) {
    await alder.file(id, 'attribute', {
      level: 'actor',
      whom: 'QUIET GULL',
      likelihood: veryLikely,
      confidence: moderate,
      evidence: evidenceActs,
    })
    tell('Alder attributes the activity to the actor QUIET GULL, and to no State.')
  }
  if (!says(cedar.party)) {
    await cedar.file(id, 'attribute', {
      level: 'actor',
      whom: 'QUIET GULL',
      likelihood: likely,
      confidence: high,
      evidence: evidenceActs,
    })
    tell('Cedar does the same by its own authority, with other likelihood and confidence.')
  }
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

type Voices = Omit<Parameters<typeof fileComply>[2], 'on'>
const fileComply = (
  person: PersonClient,
  id: string,
  said: Parameters<typeof person.file<'comply'>>[2],
) => person.file(id, 'comply', said)

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
  await fileComply(person, cast.case, { on, ...voices })
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
  const endAt = Date.now() + seconds * 1000
  for (;;) {
    const found = read(await person.view(id))
    if (found !== undefined) return found
    if (Date.now() > endAt)
      throw new Error(`expected ${person.name}'s node to learn it within ${seconds} s, got nothing`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
