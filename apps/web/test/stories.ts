import { strict as assert } from 'node:assert'
import { inspect } from './inspect.ts'
import { inLanguage, type Locale, type Person } from './person.ts'
import {
  ADOPTED,
  AWAITED,
  ENDED,
  EVIDENCE,
  OBJECTED,
  PUBLISHED,
  RESERVED,
  SUSPENDED,
  UNPUBLISHED,
  UNREACHABLE,
  VERIFICATION,
  type State,
} from './states.ts'
import { advising, checking, drafting as draftingAdvisory, recalling } from './story/advisory.ts'
import { ADVISING, RECALLED } from './story/advisory-states.ts'
import { ALARMED, alarming } from './story/alarms.ts'
import { UNDER_SILENCE } from './story/keeping.ts'
import { attributing, UNATTRIBUTED, UNOFFERED } from './story/attributing.ts'
import { BENCH, benching } from './story/bench.ts'
import { CLEARING, clearing } from './story/clearing.ts'
import { COPIED, copying } from './story/copied.ts'
import {
  commenting,
  EXCHANGED,
  SEALED,
  sealing,
  sounding,
  TAKEN_BACK,
  takingBack,
} from './story/exchange.ts'
import { assessing, attaching, beginning, suspending } from './story/law.ts'
import { MEASURED, PART_SUSPENDED, RUNNING, UNMEASURED } from './story/law-states.ts'
import { drafting, exporting, linting, reporting, TOLD } from './story/operator.ts'
import { AUTHORITY, DRAFTS, LANGUAGE, OPERATOR, SHARING } from './story/operator-states.ts'
import { DRAFTED, goingOn, PUT, putting, TAKEN_UP } from './story/membership.ts'
import { POINTED, pointing } from './story/pointing.ts'
import { holdingKey, KEYLESS } from './story/own-key.ts'
import { CALLED_BACK } from './story/recall-states.ts'
import { proposing } from './story/proposing.ts'
import { pageItself } from './story/page.ts'
import { publishing, reading } from './story/publication.ts'
import { RAIL, walking } from './story/rail.ts'
import { founding } from './story/founding.ts'
import { evidence, verification } from './story/record.ts'
import { usingLibrary } from './story/library.ts'
import type { Stage } from './story/stage.ts'
import { adopting, ending, losingBirch, offering, withdrawing } from './story/standing.ts'
import { amending, objecting, reserving } from './story/voices.ts'

/** The whole play, in the order in which it happens; states are looked at where they arise. */
export async function tell(stage: Stage): Promise<void> {
  const { count, door } = stage
  const alder = await door.enter('XA')
  const cedar = await door.enter('XC')
  const birch = await door.enter('XB')
  const chair = await door.enter('CO')
  const cast = { alder, birch, cedar, chair }
  const windows = createWindows(stage, Object.values(cast))
  await pageItself(stage, cast)
  await usingLibrary(stage, cast)
  await walking(stage, cast)
  await windows.look(RAIL)
  await windows.look(AWAITED)
  await windows.look(EVIDENCE)
  await windows.look(BENCH)
  await windows.look(VERIFICATION)
  await windows.look(UNPUBLISHED)
  await windows.look(UNMEASURED)
  await windows.look(LANGUAGE)
  await windows.look(SHARING)
  await windows.look(DRAFTS)
  await windows.look(OPERATOR)
  await windows.look(AUTHORITY)
  await linting(stage, cast)
  await drafting(stage, cast)
  await windows.look(CLEARING)
  await clearing(stage, cast)
  await exporting(stage, cast)
  await windows.look(UNATTRIBUTED)
  await attributing(stage, cast)
  await commenting(stage, cast)
  await sounding(stage, cast)
  await windows.look(EXCHANGED)
  await evidence(stage, cast)
  await pointing(stage, cast)
  await windows.look(POINTED)
  await benching(stage, cast)
  await verification(stage, cast)
  await reserving(stage, cast)
  await windows.look(RESERVED)
  await objecting(stage, cast)
  await windows.look(OBJECTED)
  await windows.look(KEYLESS)
  await holdingKey(stage, cast)
  await amending(stage, cast)
  await adopting(stage, cast)
  await windows.look(ADOPTED)
  await publishing(stage, cast)
  await reading(stage)
  await windows.look(PUBLISHED)
  await windows.look(ADVISING)
  await draftingAdvisory(stage, cast)
  await advising(stage, cast)
  await recalling(stage, cast)
  await checking(stage)
  await windows.look(RECALLED)
  await windows.look(MEASURED)
  await assessing(stage, cast)
  await beginning(stage, cast)
  await windows.look(RUNNING)
  await attaching(stage, cast)
  await suspending(stage, cast)
  await windows.look(PART_SUSPENDED)
  await withdrawing(stage, cast)
  await windows.look(SUSPENDED)
  await ending(stage, cast)
  await windows.look(ENDED)
  await offering(stage, cast)
  await sealing(stage, cast)
  await windows.look(SEALED)
  await takingBack(stage, cast)
  await windows.look(TAKEN_BACK)
  await windows.look(UNOFFERED)
  await proposing(stage, cast)
  await reporting(stage)
  await windows.look(TOLD)
  await founding(stage)
  await windows.look(DRAFTED)
  const before = await putting(stage, cast)
  await windows.look(PUT)
  await windows.look(UNDER_SILENCE)
  await goingOn(stage, cast, before)
  await windows.look(TAKEN_UP)
  await windows.look(CALLED_BACK)
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
  const endBirch = await copying(stage, cast)
  await windows.look(COPIED)
  await endBirch()
  await alarming(stage, cast)
  await windows.look(ALARMED)
}

/**
 * An open page asks its node every second: one that nobody looks at is left, for something of the same node. A page of nobody’s
 * would cost the browser a process and everything that it had made ready, at every step.
 */
const leave = async ({ page, url }: Person) => {
  if (!page.isClosed()) await page.goto(`${url}/icon.svg`)
}

/** One window per party for whoever looks, taken up again for every state; two look at once, for there are two cores. */
export function createWindows(
  { door, play, count, shots, only }: Stage,
  others: readonly Person[],
) {
  const open = new Map<string, Promise<Person>>()
  const windowOf = ({ party, stranger }: State, locale: Locale, looker: number) => {
    const key = `${party} ${locale} ${String(stranger)} ${looker}`
    const known = open.get(key) ?? door.enter(party, { locale, stranger: stranger === true })
    open.set(key, known)
    return known
  }
  const told = (
    { name }: State,
    locale: Locale,
    arrive: () => Promise<Person>,
  ): Promise<boolean> => {
    const looks = locale === 'en' ? 'light and dark' : 'light'
    const said = `state “${name}” is accessible in ${locale}, ${looks}, wide and narrow`
    return count.story(said, async () => {
      const person = await arrive()
      const found = await inspect(person, name, shots)
      assert.equal(found.length, 0, found.join('\n'))
    })
  }
  const lookAt = async (state: State, looker: number) => {
    const person = await windowOf(state, 'en', looker)
    const arrived = async (locale: Locale) => {
      const there = locale === 'en' ? person : await windowOf(state, locale, looker)
      await state.arrive(there, play)
      return there
    }
    await told(state, 'en', () => arrived('en'))
    await told(state, 'es', () => (state.ofOneLanguage ? arrived('es') : inLanguage(person, 'es')))
    await leave(person)
  }
  return {
    async look(states: readonly State[]) {
      await Promise.all(others.map(leave))
      const wanted = states.filter(
        ({ name }) => only === undefined || only.split(',').includes(name),
      )
      let next = 0
      const looks = async (looker: number) => {
        while (next < wanted.length) await lookAt(wanted[next++]!, looker)
      }
      await Promise.all([looks(0), looks(1)])
    },
  }
}
