import { strict as assert } from 'node:assert'
import type { AttachmentId, CharterId } from '@entente/accord'
import type {
  CaseSummary,
  CoalitionView,
  SuccessorDrafted,
  SuccessorsView,
} from '../../../node/src/api.ts'
import { logIn, type PersonClient } from '../../../node/src/demo/person.ts'
import { settledAt, versionOf } from '../../../node/src/demo/play.ts'
import type { Person } from '../person.ts'
import { ask, until } from '../play.ts'
import { dialog, type State } from '../states.ts'
import { reaffirming, silencing } from './keeping.ts'
import type { Cast, Stage } from './stage.ts'

const coalition = async (person: Person) => {
  await person.go('/coalition')
  await person.page.locator('.successor .differences').first().waitFor()
}
const inRoot = (which: 'join' | 'leave') => async (person: Person) => {
  const { charter } = await ask<CoalitionView>(person, '/api/v1/coalition')
  await person.go(`/cases/${charter!.id}/part/${which}`)
  await dialog(person).locator('.note').first().waitFor()
}

/** Before the members: what it changes, and the two acts of taking part. */
export const PUT: readonly State[] = [
  { name: 'successor-put', party: 'XA', arrive: coalition },
  { name: 'join-dialog', party: 'XA', arrive: inRoot('join') },
  { name: 'leave-dialog', party: 'XA', arrive: inRoot('leave') },
]

/** Adopted: one goes on, and one is out by its own voice too. */
export const TAKEN_UP: readonly State[] = [
  { name: 'successor-adopted', party: 'XB', arrive: coalition },
  { name: 'successor-taken-up', party: 'XA', arrive: coalition },
  { name: 'successor-out', party: 'XC', arrive: coalition },
]

/** The same person beside its window: what the page does not draft is drafted by the public API. */
async function beside({ context, url }: Person): Promise<PersonClient> {
  const answer = await context.request.post(`${url}/api/v1/links`, { data: {} })
  const { path } = (await answer.json()) as { path: string }
  return logIn(`${url}${path}`)
}

type Before = { readonly root: CharterId; readonly successor: SuccessorDrafted['successor'] }

/** The chair puts a charter without Cedar, under a new name, before the members. */
export async function putting(stage: Stage, cast: Cast): Promise<Before> {
  const { chair } = cast
  const office = await beside(chair)
  const { cases } = await office.ask<{ cases: CaseSummary[] }>('/api/v1/cases')
  const root = cases.find((one) => one.root)!.id
  const BASE = '/api/v1/coalition/successors'
  const drafted = await office.post<SuccessorDrafted>(`${BASE}/draft`, {
    title: 'Coalition of Alder and Birch',
    out: ['XC'],
    cure: 7 * 86_400,
  })
  const { successor } = await office.post<SuccessorDrafted>(BASE, { charter: drafted.charter })
  await office.file(root, 'propose', {
    step: { id: 'charter', kind: 'charter' },
    text: {
      lang: 'en',
      title: 'Cedar does not go on',
      clauses: [{ id: '1', text: 'The coalition goes on without Cedar, as Cedar asks.' }],
    },
    successor: successor.id as AttachmentId,
    expiry: Math.floor(Date.now() / 1000) + 3600,
  })
  await silencing(stage, cast, { office, root })
  return { root, successor }
}

/** All agree, and Alder goes on under the charter by the words that were read out to it. */
export async function goingOn(
  stage: Stage,
  cast: Cast,
  { root, successor }: Before,
): Promise<void> {
  const { count } = stage
  const { alder, birch, cedar, chair } = cast
  const office = await beside(chair)
  const { steps } = (await office.view(root)).state
  const on = steps.find(({ kind }) => kind === 'charter')!.versions[0]!.id
  for (const person of [alder, birch, cedar]) {
    const client = await beside(person)
    await settledAt(client, root, (view) => versionOf(view, on))
    await client.file(root, 'comply', { on, union: 'complies', national: 'complies' })
  }
  await settledAt(office, root, (view) => versionOf(view, on)?.gate.open || undefined)
  await office.declare(root, on, 'adopted')
  for (const person of [alder, birch, cedar])
    await until(`the adoption at ${person.party}`, async () => {
      const view = await ask<SuccessorsView>(person, '/api/v1/coalition/successors')
      return view.successors.some(({ adopted }) => adopted)
    })
  await reaffirming(stage, cast, root)
  await count.story(
    'Alder goes on under an adopted charter by the words of its id alone',
    async () => {
      await coalition(alder)
      const field = alder.page.getByLabel(alder.says('successor.id'))
      const button = alder.page.getByRole('button', { name: alder.says('successor.take-up') })
      await field.fill(`sha256:${'7'.repeat(64)}`)
      await button.click()
      await alder.page.getByRole('alert').waitFor()
      await field.fill(successor.words.join(' '))
      await button.click()
      await alder.page.getByText(alder.says('successor.held')).waitFor()
      const { charter, parties } = await ask<CoalitionView>(alder, '/api/v1/coalition')
      assert.equal(charter?.id, successor.id)
      assert.deepEqual(
        parties.map(({ id }) => id),
        (await ask<CoalitionView>(birch, '/api/v1/coalition')).parties
          .map(({ id }) => id)
          .filter((id) => id !== 'XC'),
      )
    },
  )
}
