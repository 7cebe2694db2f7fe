import { createHash } from 'node:crypto'
import type { Language } from '@entente/lexicon'
import { release, type Releasable } from '@entente/release'
import type { Urgent } from '../alarms/index.ts'
import type { Letter } from '../platform/mail.ts'
import type { MailChoice, ReminderView } from './api.ts'
import { calendarOf } from './calendar.ts'
import { EXERCISE } from './words.ts'

const DAY = 86_400

/** At which of a reminder's mails it is: once when it comes near, once about its last day. */
export type Stage = 'ahead' | 'last' | 'undated' | 'alarm'

/** What people are mailed about: what is due, or that critical alarms wait to be seen to. */
export type Mailable = ReminderView | Urgent

/**
 * Which mail a reminder is owed at a second of this node's clock, if any: as many days ahead as were
 * chosen, and from a day before the date until a day after it. What nobody set a date for is told once.
 */
export function stageOf(
  { at, what }: Partial<Pick<Mailable, 'at' | 'what'>>,
  days: number,
  now: number,
): Stage | undefined {
  if (what === 'alarm') return 'alarm'
  if (at === undefined) return 'undated'
  const left = Date.parse(at) / 1000 - now
  if (left > days * DAY || left <= -DAY) return undefined
  return left > DAY ? 'ahead' : 'last'
}

type About = {
  readonly person: string
  readonly choice: MailChoice
  readonly stage: Stage
  /** The nation's name. */
  readonly nation: string
  /** Where its people open the page. */
  readonly page: string
  /** RFC 3339, by this node's clock. */
  readonly now: string
}

/**
 * A mail that something is due. Mail is read by whoever carries it: it names the nation, the date and
 * where to look, and nothing of a case, a text, a kind of act, or who takes part.
 */
export function letterOf(mailable: Mailable, about: About): Releasable<Letter> {
  const { choice, page } = about
  // A name is its administrator's: it stays one line, whatever it is.
  const nation = about.nation.replaceAll(/[\p{C}\p{Z}]+/gu, ' ').trim()
  const { address: to, lang, days } = choice
  const told = WORDS[lang]
  const { origin } = new URL(page)
  const isAlarm = mailable.what === 'alarm'
  const at = mailable.at && `${mailable.at.slice(0, 16).replace('T', ' ')} UTC`
  const says = isAlarm
    ? told.alarm(nation, mailable.at.slice(0, 10))
    : told.says({ nation, isOver: mailable.isOver, ...(at === undefined ? {} : { by: at }) })
  const exercise = mailable.exercise ? `${EXERCISE[lang]} ` : ''
  const letter: Letter = {
    to,
    subject: `${exercise}Entente: ${says}`,
    text: [
      `${exercise}${says}.`,
      '',
      told.where,
      `${origin}/${isAlarm ? 'alarms' : 'reminders'}`,
      '',
      isAlarm ? told.whyAlarm : told.why(days),
      '',
    ].join('\n'),
    messageId: messageIdOf(mailable, about),
    ...(isAlarm || mailable.at === undefined
      ? {}
      : { calendar: eventOf(mailable, about, told.event(nation)) }),
  }
  return release({ value: letter, marking: { tlp: 'TLP:CLEAR', public: true } }, { kind: 'public' })
}

function eventOf(reminder: ReminderView, { choice, page, now }: About, title: string): string {
  const { lang } = choice
  const neutral = { en: '', es: '' }
  const event = {
    ...reminder,
    says: { ...neutral, [lang]: title },
    then: { ...neutral, [lang]: WORDS[lang].where },
  }
  return calendarOf([event], { lang, origin: new URL(page).origin, now }).value
}

/** The same for the same mail: a server or a mailbox can tell that it got it twice. */
function messageIdOf({ id }: Mailable, { person, stage, page }: About): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([person, id, stage]))
    .digest('hex')
  return `<${hash.slice(0, 40)}@${new URL(page).hostname}>`
}

type Said = { readonly nation: string; readonly isOver: boolean; readonly by?: string }

type Words = {
  readonly says: (said: Said) => string
  readonly event: (nation: string) => string
  readonly where: string
  readonly alarm: (nation: string, day: string) => string
  readonly whyAlarm: string
  readonly why: (days: number) => string
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    says: ({ nation, by, isOver }) =>
      by === undefined
        ? `something is awaited of ${nation}`
        : isOver
          ? `something was due of ${nation} by ${by}`
          : `something is due of ${nation} by ${by}`,
    event: (nation) => `Entente: something is due of ${nation}`,
    where: 'What it is, and what happens then, is said at your node, where you log in:',
    alarm: (nation, day) => `the node of ${nation} found on ${day} what has to be looked at`,
    whyAlarm:
      'You asked for mail of what is due. What is urgent comes with it, at most once a day, until somebody acknowledges it. You stop it under Reminders.',
    why: (days) =>
      `You asked for mail ${days === 1 ? 'a day' : `${days} days`} ahead and about the last day. You change or stop it on the same page.`,
  },
  es: {
    says: ({ nation, by, isOver }) =>
      by === undefined
        ? `se espera algo de ${nation}`
        : isOver
          ? `se esperaba algo de ${nation} hasta ${by}`
          : `se espera algo de ${nation} hasta ${by}`,
    event: (nation) => `Entente: se espera algo de ${nation}`,
    where: 'Qué es, y qué ocurre entonces, se dice en su nodo, donde usted inicia sesión:',
    alarm: (nation, day) => `el nodo de ${nation} halló el ${day} algo que hay que mirar`,
    whyAlarm:
      'Usted pidió correo de lo que vence. Lo urgente llega con él, una vez al día como máximo, hasta que alguien lo confirme. Lo detiene en Recordatorios.',
    why: (days) =>
      `Usted pidió correo con ${days === 1 ? 'un día' : `${days} días`} de antelación y en torno al último día. Lo cambia o lo detiene en la misma página.`,
  },
}
