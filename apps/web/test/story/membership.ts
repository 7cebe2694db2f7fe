import { strict as assert } from 'node:assert'
import type { CharterId } from '@entente/accord'
import type {
  CaseSummary,
  CoalitionView,
  SuccessorsView,
  SuccessorTold,
} from '../../../node/src/api.ts'
import { logIn, type PersonClient } from '../../../node/src/demo/person.ts'
import { settledAt, versionOf } from '../../../node/src/demo/play.ts'
import type { Person } from '../person.ts'
import { ask, until } from '../play.ts'
import { dialog, type State } from '../states.ts'
import { reaffirming, silencing } from './keeping.ts'
import { sign, type Cast, type Stage } from './stage.ts'

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

const amending = async (person: Person) => {
  const view = await ask<SuccessorsView>(person, '/api/v1/coalition/successors')
  const { case: root, version } = view.successors[0]!
  await person.go(`/cases/${root}/charter-amend?version=${encodeURIComponent(version)}`)
  await dialog(person).locator('.sheet').waitFor()
}

/** Adopted: one goes on, and one is out by its own voice too. */
export const TAKEN_UP: readonly State[] = [
  { name: 'successor-adopted', party: 'XB', arrive: coalition },
  { name: 'charter-amend-dialog', party: 'CO', arrive: amending },
  { name: 'successor-taken-up', party: 'XA', arrive: coalition },
  { name: 'successor-out', party: 'XC', arrive: coalition },
]

/** The same person beside its window: what the page does not draft is drafted by the public API. */
async function beside({ context, url }: Person): Promise<PersonClient> {
  const answer = await context.request.post(`${url}/api/v1/links`, { data: {} })
  const { path } = (await answer.json()) as { path: string }
  return logIn(`${url}${path}`)
}

type Before = { readonly root: CharterId; readonly successor: SuccessorTold }

const TITLE = 'Coalition of Alder and Birch'

/** The chair drafts a charter without Cedar in the page, under a new name, and has it shown beside the present one. */
async function drafted(person: Person) {
  const { page, says } = person
  await person.go('/coalition')
  const section = page.getByRole('region', { name: says('successor.draft.title') })
  await section.getByLabel(says('found.coalition.title')).fill(TITLE)
  await section
    .getByRole('group', { name: says('successor.draft.parties') })
    .getByRole('checkbox', { name: 'Cedar' })
    .uncheck()
  await section.getByLabel(says('found.tlp')).selectOption('TLP:AMBER')
  await section.getByRole('textbox', { name: 'Alder', exact: true }).fill('41')
  await section
    .getByRole('combobox', { name: says('step.term'), exact: true })
    .selectOption('silence')
  await section
    .getByLabel(says('successor.step.model').replace('{step}', says('step.term')))
    .selectOption('osce')
  await section.getByRole('button', { name: says('successor.custody.add') }).click()
  await section.getByLabel(says('found.time.cure'), { exact: true }).fill('7')
  await section.getByRole('button', { name: says('successor.draft.do') }).click()
  const differences = section.locator('.differences')
  await differences.filter({ hasText: /41/ }).first().waitFor()
  await differences.filter({ hasText: 'TLP:AMBER' }).first().waitFor()
  await differences.filter({ hasText: 'OSCE' }).first().waitFor()
  return section
}

/** What the chair is shown before anybody else sees it. */
export const DRAFTED: readonly State[] = [
  { name: 'successor-drafted', party: 'CO', arrive: drafted },
  {
    name: 'put-charter-dialog',
    party: 'CO',
    arrive: async (person) => {
      const section = await drafted(person)
      await section.getByRole('button', { name: person.says('successor.draft.put') }).click()
      await dialog(person).locator('.differences').first().waitFor()
    },
  },
]

/** The chair puts a charter without Cedar, under a new name, before the members. */
export async function putting(stage: Stage, cast: Cast): Promise<Before> {
  const { chair } = cast
  const office = await beside(chair)
  const { cases } = await office.ask<{ cases: CaseSummary[] }>('/api/v1/cases')
  const root = cases.find((one) => one.root)!.id
  let successor: SuccessorTold | undefined
  await stage.count.story(
    'the chair drafts another charter in the page, reads what changes, and puts it before the members',
    async () => {
      const section = await drafted(chair)
      await section.getByRole('button', { name: chair.says('successor.draft.put') }).click()
      const form = dialog(chair)
      await form.getByLabel(chair.says('amend.heading')).fill('Cedar does not go on')
      await form
        .getByLabel(chair.says('put-charter.words'))
        .fill('The coalition goes on without Cedar, as Cedar asks.')
      const until = new Date(Date.now() + 3_600_000).toISOString().slice(0, 16)
      await form.getByLabel(chair.says('version.expiry')).fill(until)
      await sign(chair)
      const { successors } = await office.ask<SuccessorsView>('/api/v1/coalition/successors')
      successor = successors[0]?.successor
      assert.match(successor?.told.en.title ?? '', new RegExp(`^${TITLE}`))
      assert.deepEqual(
        successor?.parties.map(({ id, becomes }) => [id, becomes]),
        [
          ['XA', 'goes-on'],
          ['XB', 'goes-on'],
          ['CO', 'goes-on'],
          ['XC', 'out'],
        ],
      )
    },
  )
  if (!successor) throw new Error('expected a charter before the members, got none')
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
