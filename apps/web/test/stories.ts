import { strict as assert } from 'node:assert'
import { readFileSync } from 'node:fs'
import type { Count } from './count.ts'
import type { Demo } from './harness.ts'
import { inspect } from './inspect.ts'
import { LOCALES, type Door, type Locale, type Person } from './person.ts'
import type { Play } from './play.ts'
import {
  ADOPTED,
  AWAITED,
  ENDED,
  EVIDENCE,
  OBJECTED,
  RESERVED,
  SUSPENDED,
  UNREACHABLE,
  VERIFICATION,
  choose,
  dialog,
  putConflict,
  verifyHere,
  type State,
} from './states.ts'
import { withOtherClaim, withOtherVoice, withoutLastAct } from './tamper.ts'

/** What every story is told with. */
export type Stage = {
  readonly demo: Demo
  readonly door: Door
  readonly play: Play
  readonly count: Count
  readonly shots: string | undefined
}

/** The whole play, in the order in which it happens; states are looked at where they arise. */
export async function tell(stage: Stage): Promise<void> {
  const { count, door } = stage
  const windows = createWindows(stage)
  const alder = await door.enter('XA')
  const cedar = await door.enter('XC')
  const birch = await door.enter('XB')
  const chair = await door.enter('CO')
  const cast = { alder, birch, cedar, chair }
  await windows.look(AWAITED)
  await windows.look(EVIDENCE)
  await windows.look(VERIFICATION)
  await evidence(stage, cast)
  await verification(stage, cast)
  await reserving(stage, cast)
  await windows.look(RESERVED)
  await objecting(stage, cast)
  await windows.look(OBJECTED)
  await amending(stage, cast)
  await adopting(stage, cast)
  await windows.look(ADOPTED)
  await withdrawing(stage, cast)
  await windows.look(SUSPENDED)
  await ending(stage, cast)
  await windows.look(ENDED)
  await offering(stage, cast)
  await count.story(
    'nobody’s browser complained, and none asked anything of anybody else',
    async () => {
      assert.deepEqual(
        Object.values(cast).flatMap(({ complaints }) => complaints),
        [],
      )
    },
  )
  await losingBirch(stage, cast)
  await windows.look(UNREACHABLE)
}

type Cast = Readonly<Record<'alder' | 'birch' | 'cedar' | 'chair', Person>>

/** One window per party and language, taken up again for every state. */
function createWindows({ door, play, count, shots }: Stage) {
  const open = new Map<string, Person>()
  const windowOf = async ({ party, stranger }: State, locale: Locale) => {
    const key = `${party} ${locale} ${String(stranger)}`
    const known = open.get(key)
    if (known) return known
    const person = await door.enter(party, { locale, stranger: stranger === true })
    open.set(key, person)
    return person
  }
  const lookIn = async (state: State, locale: Locale) => {
    const person = await windowOf(state, locale)
    await count.story(
      `state “${state.name}” is accessible in ${locale}, light and dark, wide and narrow`,
      async () => {
        await state.arrive(person, play)
        const found = await inspect(person, state.name, shots)
        assert.equal(found.length, 0, found.join('\n'))
      },
    )
  }
  return {
    async look(states: readonly State[]) {
      // Two cores: one window per language works at a time.
      for (const state of states) await Promise.all(LOCALES.map((locale) => lookIn(state, locale)))
    },
  }
}

const gate = ({ page }: Person) => page.locator('.gate')

/** Waits until the page itself shows the gate so: it follows its node without a reload. */
const showsGate = (person: Person, how: 'open' | 'shut') =>
  person.page.locator(`.gate.${how}`).waitFor({ timeout: 15_000 })

/** Signs what a dialog shows and waits until the page has taken the dialog away. */
async function sign(person: Person) {
  await dialog(person).locator('footer .btn.primary:visible, footer .btn.danger:visible').click()
  await dialog(person).waitFor({ state: 'detached', timeout: 15_000 })
}

async function give(person: Person, play: Play, voices: readonly [string, string]) {
  await person.go(await play.dialogPath(person, 'voice'))
  await choose(person, 'union', voices[0])
  await choose(person, 'national', voices[1])
  await sign(person)
}

async function evidence({ count, play }: Stage, { alder }: Cast) {
  await count.story(
    'a search finds an object by a word of its name, and the link opens it',
    async () => {
      const id = await play.evidence(alder)
      const { versions } = await play.object(alder, id)
      const name = (JSON.parse(versions[0]!.text) as { name: string }).name
      await alder.go('/objects')
      await alder.page.locator('.search input').fill(name)
      await alder.page.keyboard.press('Enter')
      await alder.page.waitForURL(/[?&]q=/)
      await alder.page.locator(`.objects a[href="/objects/${id}"]`).click()
      await alder.page.locator('.namings .hash.same').waitFor()
      assert.equal(
        await alder.page.locator('.bytes pre').first().textContent(),
        versions.at(-1)!.text,
      )
    },
  )
  await count.story(
    'two contents under one id and date stand side by side, and neither is preferred',
    async () => {
      const id = await putConflict(alder, play)
      await alder.go(`/objects/${id}`)
      const marked = alder.page.locator('.conflict .compare .other mark')
      await marked.first().waitFor()
      assert.ok(
        (await marked.allTextContents()).some((line) => line.includes('Another name, same date')),
      )
      assert.equal(await alder.page.locator('.versions > li').count(), 2)
    },
  )
}

async function verification({ count, play, demo }: Stage, { alder }: Cast) {
  const { page } = alder
  await count.story(
    'a downloaded record is proved in the browser against the charter id',
    async () => {
      await alder.go('/verify')
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: alder.says('verify.from-node.download') }).click(),
      ])
      const text = readFileSync(await download.path(), 'utf8')
      await verifyHere(alder, text, demo.case)
      await page.locator('.outcome.proved').waitFor()
      assert.ok(
        (await page.locator('.outcome').textContent())?.includes((await play.view(alder)).digest),
      )
    },
  )
  await count.story(
    'without a charter id the same record is self-consistent only, and never green',
    async () => {
      await verifyHere(alder, await play.bundle(alder), undefined)
      await page.locator('.outcome.alone').waitFor()
      assert.equal(await page.locator('.outcome.proved').count(), 0)
    },
  )
  await count.story('an id taken from the node is said to come from the node', async () => {
    await alder.go('/verify')
    await page.getByRole('button', { name: alder.says('verify.from-node.id') }).click()
    await page.locator('.verify .note', { hasText: 'Alder' }).waitFor()
    await page.getByRole('button', { name: alder.says('verify.from-node.record') }).click()
    await page.locator('.verify button[type="submit"][aria-disabled="false"]').click()
    await page.locator('.outcome.proved').waitFor()
  })
  const tampered = [
    ['an act taken out', withoutLastAct],
    ['another result claimed', withOtherClaim],
    ['a voice turned round', withOtherVoice],
  ] as const
  for (const [what, tamper] of tampered)
    await count.story(`a record with ${what} is refused with a code and a sentence`, async () => {
      await alder.go('/verify')
      await verifyHere(alder, tamper(await play.bundle(alder)), demo.case)
      await page.locator('.outcome.refused').waitFor()
      assert.match(
        (await page.locator('.outcome .facts code').first().textContent()) ?? '',
        /^[a-z]+\.[a-z-]+$/,
      )
      assert.ok(((await page.locator('.outcome .sentence').textContent()) ?? '').length > 20)
    })
}

async function reserving({ count, play }: Stage, { alder, cedar }: Cast) {
  await count.story('a link leads straight into the voice dialog', async () => {
    await cedar.go(await play.dialogPath(cedar, 'voice'))
    await dialog(cedar).waitFor()
    const focused = await cedar.page.evaluate(() => document.activeElement?.getAttribute('name'))
    assert.equal(focused, 'union')
    await cedar.page.keyboard.press('Escape')
    await dialog(cedar).waitFor({ state: 'detached' })
  })
  await count.story(
    'Cedar complies with a reservation on clause 5, and the gate opens on both nodes',
    async () => {
      await alder.go(play.casePath())
      await showsGate(alder, 'shut')
      await cedar.go(await play.dialogPath(cedar, 'voice'))
      await choose(cedar, 'union', 'complies')
      await choose(cedar, 'national', 'complies-with-reservation')
      const reserve = dialog(cedar).locator('.reservation')
      await reserve.locator('select').selectOption('5')
      await reserve
        .locator('textarea')
        .fill('Cedar takes no measures while its parliament is not heard.')
      await sign(cedar)
      await showsGate(cedar, 'open')
      await showsGate(alder, 'open')
      const { voices } = await play.position(alder)
      assert.deepEqual(Object.entries(voices).find(([party]) => party === 'XC')?.[1].excepts, ['5'])
    },
  )
}

async function objecting({ count, play }: Stage, { alder, cedar, chair }: Cast) {
  await count.story(
    'Cedar objects in its national voice, says what it would take, and the gate shuts',
    async () => {
      await cedar.go(await play.dialogPath(cedar, 'voice'))
      await choose(cedar, 'union', 'complies')
      await choose(cedar, 'national', 'objects')
      const more = dialog(cedar).locator('details.more')
      await more.locator('textarea').first().fill('Clause 5 without measures.')
      await more.locator('.clause-pick').selectOption('5')
      await more.getByLabel(cedar.says('give.amendment').replace('{clause}', '5')).fill(AMENDED)
      await sign(cedar)
      await showsGate(cedar, 'shut')
      await alder.go(play.casePath())
      await showsGate(alder, 'shut')
      const { gate: shut } = await play.sees(chair, 'the objection', (one) => !one.gate.open)
      assert.deepEqual(
        shut.reasons.map(({ code, member, axes }) => [code, member, axes]),
        [['objects', 'XC', ['national']]],
      )
      assert.match((await gate(alder).textContent()) ?? '', /Cedar objects in its national voice/)
    },
  )
}

const AMENDED = 'They stand ready to consult one another, should the activity continue.'

async function amending({ count, play }: Stage, { alder, birch, cedar, chair }: Cast) {
  await count.story(
    'the chair takes Cedar’s clause into a new version, on which nobody has spoken',
    async () => {
      const before = await play.position(chair)
      await chair.go(play.casePath())
      await gate(chair)
        .getByRole('link', { name: chair.says('gate.do.take') })
        .first()
        .click()
      await dialog(chair).locator('textarea').last().waitFor()
      assert.equal(await dialog(chair).locator('textarea').last().inputValue(), AMENDED)
      await sign(chair)
      for (const person of [alder, birch, cedar]) {
        const now = await play.sees(
          person,
          'the new version',
          ({ number }) => number === before.number + 1,
        )
        assert.ok(Object.values(now.voices).every(({ effective }) => effective === 'silent'))
      }
    },
  )
  await count.story('Alder and Birch give their voices in their own pages at once', async () => {
    await Promise.all([
      give(alder, play, ['complies', 'complies']),
      give(birch, play, ['complies', 'complies']),
    ])
    await play.sees(cedar, 'two nations’ voices', ({ gate: { reasons } }) => reasons.length === 1)
  })
  await count.story(
    'Cedar gives its two voices by keyboard alone, in at most twelve keystrokes',
    async () => {
      await alder.go(play.casePath())
      await showsGate(alder, 'shut')
      await cedar.go('/')
      await cedar.page.locator('.item .btn.primary').waitFor()
      const keys = ['j', 'Enter', 'Space', 'Tab', 'Space', 'Control+Enter']
      assert.ok(keys.length <= 12)
      for (const key of keys) {
        await cedar.page.keyboard.press(key)
        // The dialog's code may still be on its way; a person would see that and wait.
        if (key === 'Enter') await dialog(cedar).locator('input[name="union"]:focus').waitFor()
      }
      await dialog(cedar).waitFor({ state: 'detached', timeout: 15_000 })
      await showsGate(alder, 'open')
      const { voices } = await play.position(alder)
      assert.equal(voices['XC' as keyof typeof voices]?.effective, 'complies')
    },
  )
}

async function adopting({ count, play }: Stage, { alder, cedar }: Cast) {
  await count.story(
    'Alder declares the position adopted from the page, and it stands on Cedar’s node',
    async () => {
      await alder.go(play.casePath())
      await gate(alder)
        .getByRole('link', { name: alder.says('gate.do.declare') })
        .click()
      await dialog(alder).locator('.sheet').waitFor()
      await sign(alder)
      await play.sees(cedar, 'the adoption', ({ inForce }) => inForce)
      await cedar.go(play.casePath())
      await cedar.page.locator('.gate .standing.s-stands').waitFor()
    },
  )
}

async function withdrawing({ count, play }: Stage, { alder, cedar }: Cast) {
  await count.story(
    'Cedar withdraws its consent, and the standing is suspended on Alder’s page',
    async () => {
      await alder.go(play.casePath())
      await cedar.go(play.casePath())
      await gate(cedar)
        .getByRole('link', { name: cedar.says('gate.do.withdraw') })
        .click()
      await dialog(cedar).locator('.sheet').waitFor()
      await sign(cedar)
      await alder.page.locator('.gate .standing.s-suspended').waitFor({ timeout: 15_000 })
      assert.equal((await play.position(alder)).standing, 'suspended')
    },
  )
}

async function ending({ count, play }: Stage, { alder, chair }: Cast) {
  await count.story(
    'Alder declares it ended from the page, and the next computation says so everywhere',
    async () => {
      await alder.go(play.casePath())
      await gate(alder)
        .getByRole('link', { name: alder.says('gate.do.end') })
        .click()
      await dialog(alder).locator('.sheet').waitFor()
      await sign(alder)
      await alder.page.locator('.gate .standing.s-ended').waitFor({ timeout: 15_000 })
      await play.sees(chair, 'the end', ({ standing }) => standing === 'ended')
    },
  )
}

async function offering({ count, play }: Stage, { alder, chair }: Cast) {
  await count.story(
    'the page offers the chair a new version, and the nations are awaited anew',
    async () => {
      const before = await play.position(chair)
      await chair.go(play.casePath())
      await gate(chair)
        .getByRole('link', { name: chair.says('gate.do.amend') })
        .click()
      await dialog(chair)
        .locator('textarea')
        .first()
        .fill('The members of the Coalition condemn the malicious cyber activity of 24 February.')
      await sign(chair)
      const now = await play.sees(
        alder,
        'the new version',
        ({ number }) => number === before.number + 1,
      )
      assert.deepEqual(
        now.gate.reasons.map(({ code }) => code),
        ['silent', 'silent', 'silent'],
      )
    },
  )
}

async function losingBirch({ count, play, demo }: Stage, { alder, birch, chair }: Cast) {
  await count.story(
    'Birch’s node is killed: the others serve, say so, and give voices',
    async () => {
      await birch.context.close()
      await alder.go(play.casePath())
      process.kill(demo.nodes.XB.pid, 'SIGKILL')
      const words = alder.says('peers.unreachable').replace('{name}', 'Birch').split('.')[0]!
      await alder.page.getByText(words).first().waitFor({ timeout: 30_000 })
      await give(alder, play, ['complies', 'complies'])
      const now = await play.sees(
        chair,
        'Alder’s voice',
        ({ gate: { reasons } }) => reasons.length === 2,
      )
      assert.ok(now.gate.reasons.some(({ member }) => member === 'XB'))
    },
  )
}
