import { ALDER_ISOLATE } from '../../../../packages/cacao/test/playbook.ts'
import type { Person } from '../person.ts'
import { until, type Play } from '../play.ts'
import { dialog, type State } from '../states.ts'

export const STEP = 'measure-1'

/** The measure of the exercise as this person's node has it. */
export const measureOf = async (person: Person, play: Play) =>
  (await play.view(person)).state.measures?.find(({ step }) => step === STEP)

/** Opens a page of the case and waits for what only it has. */
const page =
  (path: string, there: string) =>
  async (person: Person, play: Play): Promise<void> => {
    await person.go(`/cases/${play.case}/${path}`)
    await person.page.locator(there).first().waitFor()
  }

const place =
  (path: string, there: string) =>
  async (person: Person): Promise<void> => {
    await person.go(path)
    await person.page.locator(there).first().waitFor()
  }

/** The form that puts a playbook with the measure, and a file chosen in it. */
export async function choosePlaybook(person: Person, play: Play, playbook: object): Promise<void> {
  await page(`measures/playbook?step=${STEP}`, '.sheet')(person, play)
  const buffer = Buffer.from(JSON.stringify(playbook))
  await dialog(person)
    .locator('input[type="file"]')
    .setInputFiles({ name: 'playbook.json', mimeType: 'application/json', buffer })
}

/** Has the node read what is chosen. */
export const readChosen = (person: Person) =>
  dialog(person)
    .getByRole('button', { name: person.says('playbooks.attach.read') })
    .click()

/** The form of a measure's text, filled in so that the law refuses its object, and its signing tried. */
async function proposeToDeter(person: Person, play: Play): Promise<void> {
  await page('propose?kind=measure', '.terms-fields')(person, play)
  const form = person.page.locator('.version-form')
  await form.getByLabel(person.says('version.measure.kind')).selectOption('countermeasure')
  await form.locator('select:has(option[value="deter"])').selectOption('deter')
  await person.page.locator('.dialog footer .btn.primary').click()
  await form.locator('.refused-object').scrollIntoViewIfNeeded()
}

/** A new version of the measure whose terms say something else. */
async function amendTerms(person: Person, play: Play): Promise<void> {
  await page(`amend?step=${STEP}`, '.terms-fields')(person, play)
  const form = person.page.locator('.version-form')
  await form.locator('select:has(option[value="deter"])').selectOption('cease')
  await form.locator('.terms-changes del').first().scrollIntoViewIfNeeded()
}

/** The own view with another reading, and what that changes in the open measure. */
async function otherView(person: Person): Promise<void> {
  await place('/law/view', '.own-view-fields')(person)
  await reading(person).locator('select').selectOption('always')
  await reading(person).locator('textarea').fill('Exercise. Notice comes first, always.')
  await reading(person).locator('input').first().fill('none')
  await person.page.locator('.effects > li').first().waitFor()
}

/** A reading without words and source is not kept. */
async function viewWithoutSource(person: Person): Promise<void> {
  await place('/law/view', '.own-view-fields')(person)
  await reading(person).locator('select').selectOption('always')
  await reading(person).locator('textarea').fill('')
  await reading(person).locator('input').first().fill('')
  await person.page.locator('.own-view-side .btn.primary').click()
  await person.page.locator('.own-view-fields .error').first().waitFor()
}

/** What a person says of notice before a countermeasure. */
export const reading = (person: Person) =>
  person.page.locator('.reading-fields', {
    has: person.page.locator('option[value="to-be-defined"]'),
  })

/** Before anybody put a measure. */
export const UNMEASURED: readonly State[] = [
  { name: 'law-nothing-to-ask', party: 'XA', arrive: page('law', '.law-none') },
  { name: 'measures-none-yet', party: 'CO', arrive: page('measures', '.prepared') },
  {
    name: 'propose-dialog',
    party: 'CO',
    arrive: page('propose?kind=position', '.version-form'),
  },
  { name: 'propose-measure-to-deter', party: 'CO', arrive: proposeToDeter },
  { name: 'divergence-cedar-awaited', party: 'XA', arrive: page('divergence', '.clause-map') },
  { name: 'keys-register', party: 'XA', arrive: page('keys', '.keys-table') },
  { name: 'milestones', party: 'XA', arrive: place('/milestones', '.milestones .counts') },
  { name: 'milestones-stages', party: 'XB', arrive: place('/milestones', '.stage-table tbody') },
  {
    name: 'views-published',
    party: 'XA',
    arrive: place('/law/views?nation=GB&issue=prior-notification', '.reading-detail .words-said'),
  },
  {
    name: 'views-conflict-on-record',
    party: 'XB',
    arrive: place('/law/views?nation=IR&issue=sovereignty', '.reading-detail .note.split'),
  },
  {
    name: 'views-nothing-chosen',
    party: 'CO',
    arrive: place('/law/views', '.tile-map .tile'),
  },
  { name: 'law-of-all-cases', party: 'XC', arrive: place('/law', '.law-index') },
]

/** Alder and Birch have assessed, Cedar has not. */
export const MEASURED: readonly State[] = [
  {
    name: 'law-rule-by-nation',
    party: 'XA',
    arrive: async (person, play) => {
      await until('Birch to have assessed', async () => {
        const nations: Readonly<Record<string, { readonly assess?: string }>> =
          (await measureOf(person, play))?.nations ?? {}
        return nations['XB']?.assess
      })
      await page('law', '.law .result')(person, play)
    },
  },
  {
    name: 'law-cell-explained',
    party: 'XB',
    arrive: page('law?rule=tallinn-4-territory&nation=XB&rows=open', '.explain .own-words'),
  },
  { name: 'law-in-joint-form', party: 'XC', arrive: page('law?form=joint', '.law .result') },
  { name: 'memorandum-dialog', party: 'XA', arrive: page('law/memorandum', '.memorandum-title') },
  {
    name: 'sanctions-form',
    party: 'XB',
    arrive: page('law/sanctions', '.sanctions fieldset'),
  },
  { name: 'sanctions-told', party: 'CO', arrive: page('law/sanctions', '.criteria') },
  { name: 'measures-barred', party: 'XC', arrive: page('measures', '.part') },
  {
    name: 'assess-dialog',
    party: 'XC',
    arrive: page(`measures/assess?step=${STEP}`, '.answered .finding'),
  },
  { name: 'call-dialog', party: 'XA', arrive: page(`measures/call?step=${STEP}`, '.sheet') },
  { name: 'notice-dialog', party: 'XB', arrive: page(`measures/notice?step=${STEP}`, '.sheet') },
  { name: 'amend-terms-dialog', party: 'CO', arrive: amendTerms },
  {
    name: 'case-measure-with-its-terms',
    party: 'XB',
    arrive: page(`?step=${STEP}`, '.measure-terms'),
  },
  { name: 'own-view-if-kept', party: 'XB', arrive: otherView },
  { name: 'own-view-with-errors', party: 'XC', arrive: viewWithoutSource },
  { name: 'divergence-map', party: 'XA', arrive: page('divergence', '.rule-map') },
  { name: 'divergence-in-words', party: 'XB', arrive: page('divergence?as=table', '.words-list') },
]

/** Adopted, and begun by some. */
export const RUNNING: readonly State[] = [
  { name: 'measures-running', party: 'XA', arrive: page('measures', '.part .s-stands') },
  {
    name: 'measures-over-time',
    party: 'XB',
    arrive: async (person, play) => {
      await page('measures', '.over-time')(person, play)
      await person.page.locator('.over-time > summary').first().click()
      await person.page.locator('.over-time-picture').first().scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'start-dialog',
    party: 'XB',
    arrive: page(`measures/start?step=${STEP}`, '.if-signed .s-stands'),
  },
  {
    name: 'playbook-dialog-with-findings',
    party: 'XA',
    arrive: async (person, play) => {
      await choosePlaybook(person, play, {
        ...ALDER_ISOLATE,
        id: 'playbook--9e0f6e4e-6a7c-4d0e-9a53-0a5d2b7f6c11',
        priority: 300,
      })
      await readChosen(person)
      await dialog(person).locator('.note.against').waitFor()
      await dialog(person).getByLabel(person.says('playbooks.attach.anyway')).check()
      await readChosen(person)
      await dialog(person).locator('.note.hold li').first().waitFor()
    },
  },
  {
    name: 'review-dialog-with-errors',
    party: 'XA',
    arrive: async (person, play) => {
      await page(`measures/review?step=${STEP}`, '.sheet')(person, play)
      await person.page.locator('.dialog footer .btn.primary').click()
      await person.page.locator('.dialog .error').first().waitFor()
    },
  },
]

/** The options of a measure and its playbooks, both open. */
async function optionsOpen(person: Person, play: Play): Promise<void> {
  await page('measures', '.part .s-suspended')(person, play)
  for (const id of ['options.title', 'playbooks.title'] as const)
    await person.page.getByText(person.says(id), { exact: true }).first().click()
  await person.page.locator('.options .needs').first().waitFor()
  await person.page.locator('.options table tbody tr').first().waitFor()
}

/** Its consent withdrawn, one nation's part is suspended. */
export const PART_SUSPENDED: readonly State[] = [
  { name: 'measures-part-suspended', party: 'XC', arrive: optionsOpen },
]
