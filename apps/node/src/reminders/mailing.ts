import type { Person } from '../config.ts'
import { instant, seconds, type Clock } from '../platform/clock.ts'
import { sendLetter, Undelivered } from '../platform/mail.ts'
import { inTurn } from '../platform/turn.ts'
import { letterOf, stageOf, type Mailable } from './letter.ts'
import type { MailSetting } from './mail-setting.ts'
import type { MailStore } from './mail-store.ts'

export type MailingOptions = {
  readonly store: MailStore
  readonly clock: Clock
  /** What is due now, as a person is told, and whether there is something urgent. */
  readonly due: () => Promise<(person: string) => readonly Mailable[]>
  readonly people: () => readonly Pick<Person, 'id'>[]
  /** The nation's name. */
  readonly nation: string
  readonly setting: () => MailSetting | undefined
  readonly warn: (line: string) => void
}

/** Seconds between two tries: doubled from a minute to six hours. */
const FIRST_WAIT = 60
const LONGEST_WAIT = 6 * 3600
/** Milliseconds between two looks at what is due. */
const PAUSE = 60_000

/** What was not delivered: since when, how often it was tried, and when it is tried next. Seconds. */
type Trouble = { readonly since: number; readonly tries: number; readonly next: number }

export type Mailing = {
  /** Sends what is owed and was not sent, one after the other, for as long as it may. */
  readonly round: (isStopped?: () => boolean) => Promise<void>
  /** The second since which this person's mail is not delivered. */
  readonly undeliveredSince: (person: string) => number | undefined
}

/**
 * Mails what is due to whoever asked for it, once per reminder, person and stage. A mail is noted as sent
 * when the server has acknowledged it: a node killed between the two sends it again under the same
 * Message-ID, and loses none.
 */
export function createMailing(options: MailingOptions): Mailing {
  const { store, clock, people, setting } = options
  /** By person, and under `undefined` for the server as such. */
  const troubles = new Map<string | undefined, Trouble>()
  const waits = (of: string | undefined) => (troubles.get(of)?.next ?? 0) > seconds(clock)
  const turn = inTurn()
  /** Whether the server can be asked for more. */
  const deliver = async (server: MailSetting, owed: Owed): Promise<boolean> => {
    const { person, reminder, stage, choice } = owed
    const about = { person, choice, stage, nation: options.nation, page: server.page }
    try {
      await sendLetter(server, letterOf(reminder, { ...about, now: instant(clock) }))
    } catch (error) {
      if (!(error instanceof Undelivered)) throw error
      const of = error.because === 'server' ? undefined : person
      note(of, error.message)
      return of !== undefined
    }
    await store.mailed({ person, reminder: reminder.id, stage }, instant(clock))
    troubles.delete(person)
    troubles.delete(undefined)
    return true
  }
  const note = (of: string | undefined, why: string) => {
    const now = seconds(clock)
    const { since = now, tries = 0 } = troubles.get(of) ?? {}
    const next = now + Math.min(FIRST_WAIT * 2 ** tries, LONGEST_WAIT)
    troubles.set(of, { since, tries: tries + 1, next })
    const whom =
      of === undefined ? 'the mail server takes no mail' : `mail to ${of} is not delivered`
    options.warn(
      `mail: ALARM: ${whom}, tried ${tries + 1} times, next at ${new Date(next * 1000).toISOString()}: ${why}`,
    )
  }
  return {
    undeliveredSince: (person) => (troubles.get(person) ?? troubles.get(undefined))?.since,
    round: (isStopped = () => false) =>
      turn(async () => {
        const server = setting()
        if (!server || waits(undefined)) return
        // Whoever was shut out gets nothing more, also where another comes in by the same name.
        for (const { person } of await store.choices())
          if (!people().some(({ id }) => id === person)) await store.stop(person)
        for (const one of await owedNow(options)) {
          if (waits(one.person)) continue
          if (isStopped() || !(await deliver(server, one))) return
        }
      }),
  }
}

type Owed = {
  readonly person: string
  readonly choice: Awaited<ReturnType<MailStore['choices']>>[number]
  readonly reminder: Mailable
  readonly stage: NonNullable<ReturnType<typeof stageOf>>
}

/** Which mails are owed by now and were not sent. */
async function owedNow({ store, clock, due }: MailingOptions): Promise<readonly Owed[]> {
  const choices = await store.choices()
  if (choices.length === 0) return []
  const [dueOf, now, owed] = [await due(), seconds(clock), [] as Owed[]]
  for (const choice of choices) {
    const { person } = choice
    const sent = await store.mailedTo(person)
    for (const reminder of dueOf(person)) {
      const stage = stageOf(reminder, choice.days, now)
      if (stage !== undefined && !sent.has(`${reminder.id} ${stage}`))
        owed.push({ person, choice, reminder, stage })
    }
  }
  return owed
}

/** Looks every minute, and as soon as it is asked to. */
export function startMailing(
  mailing: Mailing,
  warn: (line: string) => void,
): { readonly wake: () => void; readonly stop: () => Promise<void> } {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let running = Promise.resolve()
  const wake = () => {
    if (isStopped) return
    clearTimeout(timer)
    running = mailing
      .round(() => isStopped)
      .catch((error: unknown) => warn(`mail: ${String(error)}`))
      .then(() => {
        clearTimeout(timer)
        if (!isStopped) timer = setTimeout(wake, PAUSE).unref()
      })
  }
  wake()
  return {
    wake,
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
