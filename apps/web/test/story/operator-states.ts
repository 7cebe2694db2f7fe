import type { ReportDraftView, IncidentsView } from '../../../node/src/api.ts'
import type { Person } from '../person.ts'
import { ask, until, type Play } from '../play.ts'
import { dialog, type State } from '../states.ts'

/** Asks a person's own node to do something, with that person's session. */
export async function tellNode<T>(person: Person, path: string, data: unknown): Promise<T> {
  const answer = await person.context.request.post(`${person.url}${path}`, { data })
  if (!answer.ok()) throw new Error(`POST ${path}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as T
}

/** The incident that the exercise plays: its early warning is filed and acknowledged. */
export const theIncident = (person: Person) =>
  until(`${person.party} to have the incident`, async () => {
    const { incidents } = await ask<IncidentsView>(person, '/api/v1/incidents')
    return incidents.at(0)
  })

const incidentPage = async (person: Person) => {
  const { line, incident } = await theIncident(person)
  await person.go(`/incidents/${encodeURIComponent(line)}/${incident}`)
  await person.page.locator('.reports li').first().waitFor()
}

/** A draft of the second stage, taken up again by whoever asks next. */
export async function secondStage(person: Person): Promise<string> {
  const { line, incident, regime, drafts, awareAt, title } = await theIncident(person)
  const open = drafts.find(({ state }) => state === 'drafted')
  if (open) return open.id
  const { id } = await tellNode<ReportDraftView>(person, '/api/v1/incidents/drafts', {
    line,
    incident,
    regime,
    stage: 'incident-notification',
    said: {
      awareAt,
      title,
      account: 'Exercise. The terminals were wiped; a cyber attack is likely.',
      suspectedMalicious: true,
      crossBorder: true,
      answers: { 'initial-assessment': 'Exercise. Severe: remote control is lost.' },
    },
  })
  return id
}

const question = (name: string) => async (person: Person) => {
  await person.go(`/incidents/drafts/${await secondStage(person)}?question=${name}`)
  await person.page.locator('.questions h1').waitFor()
}

/** A draft of Birch's voice, put down by its signatory: there is nobody else at this node. */
async function draftOf(person: Person, play: Play): Promise<string> {
  const { drafts } = await ask<{ drafts: { id: string; state: string }[] }>(
    person,
    '/api/v1/drafts',
  )
  const open = drafts.find(({ state }) => state === 'drafted')
  if (open) return open.id
  const position = await play.position(person)
  const { id } = await tellNode<{ id: string }>(person, '/api/v1/drafts', {
    case: play.case,
    payload: JSON.stringify({
      charter: play.case,
      claimedAt: '2026-03-01T09:00:00Z',
      kind: 'comply',
      national: 'complies-with-statement',
      on: position.id,
      party: person.party,
      statement: 'Exercise. A draft that nobody has signed.',
      union: 'complies',
      v: 1,
    }),
  })
  return id
}

export const OPERATOR: readonly State[] = [
  {
    name: 'operator-desk',
    party: 'XO',
    arrive: async (person) => {
      await person.go('/')
      await person.page.locator('.item').first().waitFor()
    },
  },
  {
    name: 'operator-assets-and-matches',
    party: 'XO',
    arrive: async (person) => {
      await person.go('/assets')
      await person.page.locator('.match').first().waitFor()
      await person.page.locator('.assets tbody tr').first().waitFor()
    },
  },
  {
    name: 'operator-incidents',
    party: 'XO',
    arrive: async (person) => {
      await person.go('/incidents')
      await person.page.locator('.incident-list li').first().waitFor()
    },
  },
  { name: 'operator-incident-acknowledged', party: 'XO', arrive: incidentPage },
  {
    name: 'operator-hospital-matches',
    party: 'XL',
    arrive: async (person) => {
      await person.go('/assets')
      await person.page.locator('.match').first().waitFor()
    },
  },
  { name: 'operator-report-when', party: 'XO', arrive: question('when') },
  {
    name: 'operator-report-what-linted',
    party: 'XO',
    arrive: async (person) => {
      await question('what')(person)
      // The words of the exercise are English, whoever reads them.
      for (const select of await person.page.locator('.read-as select').all())
        await select.selectOption('en')
      await person.page.locator('.finding-line').first().waitFor()
    },
  },
  {
    name: 'operator-report-touched',
    party: 'XO',
    arrive: async (person) => {
      await question('touched')(person)
      await person.page.locator('.opt').first().waitFor()
    },
  },
  { name: 'operator-report-asked', party: 'XO', arrive: question('asked') },
  {
    name: 'operator-report-sign',
    party: 'XO',
    arrive: async (person) => {
      await question('sign')(person)
      await person.page.locator('.questions .sheet').waitFor()
    },
  },
]

const openCase = (part: string) => async (person: Person) => {
  await incidentPage(person)
  await person.page.locator(`.open-case ${part}`).first().waitFor()
}

export const AUTHORITY: readonly State[] = [
  { name: 'authority-incident', party: 'CSIRT', arrive: incidentPage },
  { name: 'authority-of-a-hospital', party: 'CSIRT-XA', arrive: openCase('.note.hold') },
  { name: 'authority-opens-a-case', party: 'XA', arrive: openCase('input') },
  { name: 'authority-opened-a-case', party: 'XB', arrive: openCase('.note.for') },
]

export const DRAFTS: readonly State[] = [
  { name: 'drafts-none', party: 'XA', arrive: (person) => person.go('/drafts') },
  {
    name: 'drafts-awaited',
    party: 'XB',
    arrive: async (person, play) => {
      await draftOf(person, play)
      await person.go('/drafts')
      await person.page.locator('.draft-list li').first().waitFor()
    },
  },
  {
    name: 'draft-exact-bytes',
    party: 'XB',
    arrive: async (person, play) => {
      await person.go(`/drafts/${await draftOf(person, play)}`)
      await person.page.locator('.deeds').waitFor()
      await person.page.locator('.history li').first().waitFor()
    },
  },
]

export const LANGUAGE: readonly State[] = [
  { name: 'lexicon', party: 'XA', arrive: (person) => person.go('/lexicon?q=wiper') },
  { name: 'lexicon-nothing-found', party: 'XA', arrive: (person) => person.go('/lexicon?q=zzzz') },
  {
    name: 'situation-classified',
    party: 'XA',
    arrive: async (person, play) => {
      await person.go(play.casePath('situation'))
      await person.page.locator('.classification').waitFor()
    },
  },
  {
    name: 'voice-dialog-statement-linted',
    party: 'XC',
    arrive: async (person, play) => {
      await person.go(await play.dialogPath(person, 'voice'))
      await dialog(person).locator('input[name="union"][value="complies-with-statement"]').check()
      await dialog(person)
        .locator('textarea')
        .first()
        .fill('Cedar holds that this is an act of aggression and perhaps a cyber war.')
      await dialog(person).locator('.read-as select').first().selectOption('en')
      await dialog(person).locator('.finding-line').first().waitFor()
    },
  },
]

export const SHARING: readonly State[] = [
  {
    name: 'object-who-will-see-it',
    party: 'XA',
    arrive: async (person, play) => {
      // The first object may be in conflict by now, and nothing in conflict leaves.
      await person.go(`/objects/${await play.evidence(person, 1)}`)
      await person.page.locator('.who-sees .verdict').first().waitFor()
      await person.page.locator('.who-sees summary').first().click()
    },
  },
]
