import type { PublicationList } from '../../node/src/api.ts'
import type { Locator } from 'playwright-core'
import type { PartyName } from './harness.ts'
import type { Person } from './person.ts'
import { ask, until, type Play } from './play.ts'
import { withoutLastAct } from './tamper.ts'

/** One named state of the page: who looks, and how a fresh window gets there. */
export type State = {
  readonly name: string
  readonly party: PartyName
  /** Nobody is logged in. */
  readonly stranger?: true
  /** Its address or what it shows is of one language: whoever reads the other comes in a window of their own. */
  readonly ofOneLanguage?: true
  readonly arrive: (person: Person, play: Play) => Promise<unknown>
}

export const dialog = ({ page }: Person): Locator => page.getByRole('dialog')

/** Chooses one voice of the two in the voice dialog. */
export const choose = (person: Person, axis: 'union' | 'national', voice: string) =>
  dialog(person).locator(`input[name="${axis}"][value="${voice}"]`).check()

const openDialog =
  (which: 'voice' | 'withdraw' | 'certificate' | 'amend' | 'publish') =>
  async (person: Person, play: Play) => {
    await person.go(await play.dialogPath(person, which))
    await dialog(person).locator('.sheet').waitFor()
  }

const giving =
  (union: string, national: string) =>
  async (person: Person, play: Play): Promise<void> => {
    await openDialog('voice')(person, play)
    await choose(person, 'union', union)
    await choose(person, 'national', national)
  }

const casePage =
  (step?: string) =>
  async (person: Person, play: Play): Promise<void> => {
    await person.go(play.casePath(step))
    await person.page.locator('.path').waitFor()
  }

const verified =
  (text: (bundle: string) => string, charter: boolean) =>
  async (person: Person, play: Play): Promise<void> => {
    await person.go('/verify')
    await verifyHere(person, text(await play.bundle(person)), charter ? play.case : undefined)
  }

/** Verifies a text on the verification page and waits for its answer. */
export async function verifyHere({ page }: Person, text: string, charter: string | undefined) {
  await page.locator('input[type="file"]').setInputFiles({
    name: 'record.bundle.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  })
  await page.locator('.drop .taken', { hasText: 'record.bundle.json' }).waitFor()
  await page.locator('.verify form .mono').fill(charter ?? '')
  await page.locator('.verify button[type="submit"]').click()
  await page.locator('.outcome h2').waitFor()
}

/** As the exercise is played: Cedar has not spoken on the position. */
export const AWAITED: readonly State[] = [
  {
    name: 'nobody-logged-in',
    party: 'XC',
    stranger: true,
    arrive: (person) => person.go('/'),
  },
  {
    name: 'desk-awaits-me',
    party: 'XC',
    arrive: async (person) => {
      await person.go('/')
      await person.page.locator('.item .btn.primary').waitFor()
    },
  },
  {
    name: 'reminders-and-calendar',
    party: 'XA',
    arrive: async (person) => {
      await person.go('/reminders')
      await person.page.locator('.calendar .btn').first().click()
      await person.page.locator('.calendar .address').waitFor()
    },
  },
  {
    name: 'reminders-by-mail',
    party: 'XB',
    arrive: async (person, play) => {
      play.nameMailServer('XB')
      await person.go('/reminders')
      await person.page.locator('.mail input[type="email"]').fill('desk@birch.example')
      await person.page.locator('.mail button[type="submit"]').click()
      await person.page.locator('.mail', { hasText: 'desk@birch.example' }).waitFor()
    },
  },
  {
    name: 'desk-awaits-others',
    party: 'XA',
    arrive: async (person) => {
      await person.go('/')
      await person.page.locator('.item').first().waitFor()
    },
  },
  {
    name: 'cases',
    party: 'XA',
    arrive: async (person) => {
      await person.go('/cases')
      await person.page.locator('main a[href^="/cases/"]').first().waitFor()
    },
  },
  {
    name: 'coalition',
    party: 'CO',
    arrive: async (person) => {
      await person.go('/coalition')
      await person.page.locator('.addresses li').nth(3).waitFor()
      await person.page.locator('img.qr').waitFor()
    },
  },
  { name: 'case-cedar-awaited', party: 'XC', arrive: casePage() },
  {
    name: 'case-record-timestamped',
    party: 'XB',
    arrive: async (person, play) => {
      await play.nameTimestampAuthorities('XB')
      await casePage()(person, play)
      await person.page.locator('.timestamped .failed').waitFor({ timeout: 60_000 })
      await person.page.locator('.timestamped time').nth(1).waitFor()
    },
  },
  { name: 'case-situation-stands-with-reservation', party: 'XB', arrive: casePage('situation') },
  { name: 'case-attributions', party: 'XA', arrive: casePage('attribution') },
  {
    name: 'case-side-by-side',
    party: 'XA',
    arrive: async (person, play) => {
      await person.go(`${play.casePath()}&compare=beside`)
      await person.page.locator('.path').waitFor()
    },
  },
  { name: 'voice-dialog-empty', party: 'XC', arrive: openDialog('voice') },
  {
    name: 'voice-dialog-reserving',
    party: 'XC',
    arrive: giving('complies', 'complies-with-reservation'),
  },
  {
    name: 'voice-dialog-objecting',
    party: 'XC',
    arrive: giving('complies-with-statement', 'objects'),
  },
  {
    name: 'voice-dialog-with-errors',
    party: 'XC',
    arrive: async (person, play) => {
      await giving('complies-with-statement', 'complies-with-reservation')(person, play)
      await dialog(person).locator('footer .btn.primary.wide-only').click()
      await dialog(person).locator('.error').first().waitFor()
    },
  },
  {
    name: 'keys-list',
    party: 'XA',
    arrive: async (person) => {
      await person.go('/')
      await person.page.keyboard.press('?')
      await dialog(person).waitFor()
    },
  },
  {
    name: 'settings-open',
    party: 'XA',
    arrive: async (person) => {
      await person.go('/cases')
      await person.page.getByRole('button', { name: person.says('frame.settings') }).click()
      await person.page.getByRole('group', { name: person.says('frame.theme') }).waitFor()
    },
  },
  {
    name: 'no-such-page',
    party: 'XA',
    arrive: (person) => person.go('/nowhere'),
  },
]

export const EVIDENCE: readonly State[] = [
  {
    name: 'evidence-fetched-from-its-custodian',
    party: 'XC',
    arrive: async (person) => {
      await person.go('/objects')
      await person.page.locator('.objects tbody tr').first().waitFor()
    },
  },
  {
    name: 'object-named-as-evidence',
    party: 'XA',
    arrive: async (person, play) => {
      await person.go(`/objects/${await play.evidence(person)}`)
      await person.page.locator('.namings').waitFor()
    },
  },
  {
    name: 'object-kept-by-its-custodian',
    party: 'XC',
    arrive: async (person, play) => {
      await person.go(`/objects/${await play.withheld(person)}`)
      await person.page.locator('.namings').waitFor()
      await person.page.locator('.note code').waitFor()
    },
  },
  {
    name: 'object-in-conflict',
    party: 'XA',
    arrive: async (person, play) => {
      await person.go(`/objects/${await putConflict(person, play)}`)
      await person.page.locator('.conflict').waitFor()
    },
  },
]

/** Imports an object again with another name under its id and date: once, whoever asks first. */
export async function putConflict(person: Person, play: Play): Promise<string> {
  const id = await play.evidence(person)
  const { versions } = await play.object(person, id)
  if (versions.length > 1) return id
  const changed = { ...(JSON.parse(versions[0]!.text) as object), name: 'Another name, same date' }
  const bundle = {
    type: 'bundle',
    id: 'bundle--7d9c4ff5-4a6b-4f7e-9a53-0f6a3f1f9f10',
    objects: [changed],
  }
  const answer = await person.context.request.post(
    `${person.url}/api/v1/imports?name=from-elsewhere.json`,
    { data: bundle },
  )
  if (!answer.ok()) throw new Error(`import: ${answer.status()} ${await answer.text()}`)
  await until('the import to show', async () => (await play.object(person, id)).versions.length > 1)
  return id
}

export const VERIFICATION: readonly State[] = [
  { name: 'verify-nothing-yet', party: 'XA', arrive: (person) => person.go('/verify') },
  {
    name: 'verify-without-a-login',
    party: 'XA',
    stranger: true,
    arrive: (person) => person.go('/verify'),
  },
  { name: 'verify-proved', party: 'XA', arrive: verified((text) => text, true) },
  { name: 'verify-self-consistent-only', party: 'XA', arrive: verified((text) => text, false) },
  { name: 'verify-refused', party: 'XA', arrive: verified(withoutLastAct, true) },
]

export const RESERVED: readonly State[] = [
  { name: 'case-gate-open', party: 'XA', arrive: casePage() },
  { name: 'certificate-dialog', party: 'XA', arrive: openDialog('certificate') },
  {
    name: 'own-reservations',
    party: 'XC',
    arrive: async (person) => {
      await person.go('/reservations')
      await person.page.locator('table.reservations').waitFor()
    },
  },
]
export const OBJECTED: readonly State[] = [
  { name: 'case-gate-shut-by-an-objection', party: 'CO', arrive: casePage() },
  { name: 'amend-dialog', party: 'CO', arrive: openDialog('amend') },
]
export const ADOPTED: readonly State[] = [
  { name: 'case-adopted', party: 'XC', arrive: casePage() },
  { name: 'withdraw-dialog', party: 'XC', arrive: openDialog('withdraw') },
  { name: 'withdraw-dialog-of-the-drafter', party: 'DRAFTER', arrive: openDialog('withdraw') },
]
/** A publication's page, once this browser has checked its certificate. */
const publication =
  (what: 'position' | 'advisory', compared = false) =>
  async (person: Person): Promise<void> => {
    const { publications } = await ask<PublicationList>(person, '/public/index.json')
    const one = publications.find((found) => found.what === what && found.lang === 'en')
    if (!one) throw new Error(`expected a published ${what} in English, got none`)
    await person.go(`/public/${one.id.slice('sha256:'.length)}`)
    const proof = person.page.locator('.certificate')
    await proof.waitFor()
    const same = proof.getByRole('button', { name: person.says('public.compare.same') })
    const forget = proof.getByRole('button', { name: person.says('public.compare.forget') })
    if (compared && (await same.isVisible())) await same.click()
    if (!compared && (await forget.isVisible())) await forget.click()
    await person.page.locator(compared ? '.certificate.genuine' : '.certificate.alone').waitFor()
  }

/** Without an account, before and after anything is published. */
export const UNPUBLISHED: readonly State[] = [
  {
    name: 'public-nothing-yet',
    party: 'XB',
    stranger: true,
    arrive: (person) => person.go('/public'),
  },
  {
    name: 'public-no-such',
    party: 'XB',
    stranger: true,
    arrive: (person) => person.go(`/public/${'0'.repeat(64)}`),
  },
]
export const PUBLISHED: readonly State[] = [
  {
    name: 'public-list',
    party: 'XB',
    stranger: true,
    arrive: async (person) => {
      await person.go('/public')
      await person.page.locator('.publications li').first().waitFor()
    },
  },
  {
    name: 'public-advisory-not-compared',
    party: 'XB',
    stranger: true,
    arrive: publication('advisory'),
  },
  {
    name: 'public-position-genuine',
    party: 'XB',
    stranger: true,
    arrive: publication('position', true),
  },
  { name: 'publish-dialog', party: 'XC', arrive: openDialog('publish') },
  {
    name: 'verify-certificate-proved',
    party: 'XA',
    stranger: true,
    arrive: async (person) => {
      const { cases, publications } = await ask<PublicationList>(person, '/public/index.json')
      const position = publications.find(({ what }) => what === 'position')
      const path = `/public/${position!.id.slice('sha256:'.length)}/certificate.json`
      const text = await (await person.context.request.get(`${person.url}${path}`)).text()
      await person.go('/verify')
      await verifyHere(person, text, cases[0]!.id)
      await person.page.locator('.outcome.proved').waitFor()
    },
  },
]
export const SUSPENDED: readonly State[] = [
  { name: 'case-suspended', party: 'XA', arrive: casePage() },
]
export const ENDED: readonly State[] = [
  { name: 'case-ended', party: 'CO', arrive: casePage() },
  {
    name: 'desk-offers-a-new-version',
    party: 'CO',
    arrive: async (person) => {
      await person.go('/')
      await person.page.locator('.item .btn').first().waitFor()
    },
  },
]
export const UNREACHABLE: readonly State[] = [
  { name: 'case-birch-does-not-answer', party: 'XA', arrive: casePage() },
]
