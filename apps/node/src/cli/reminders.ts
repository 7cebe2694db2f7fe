import { Command, InvalidArgumentError, Option } from 'commander'
import type { Language } from '@entente/lexicon'
import type { CalendarMade, MailChoice, RemindersView } from '../api.ts'
import { refusing } from './refusing.ts'
import { openSession, SESSION } from './session.ts'
import { harmless, onOneLine } from './terminal.ts'

type Options = {
  readonly session: string
  readonly lang: Language
  readonly json: boolean
  readonly calendar: boolean
  /** An address; false where mail is to stop. */
  readonly mail?: string | false
  readonly days: number
}

/** `entente reminders`: what is due of this node's nation, when, and what happens then. */
export function remindersCommand(): Command {
  return new Command('reminders')
    .exitOverride()
    .description('what is due of this node’s nation, when, and what happens then')
    .option('--session <file>', 'at which node, and who asks', SESSION)
    .addOption(
      new Option('--lang <language>', 'language of the answer').choices(['en', 'es']).default('en'),
    )
    .option(
      '--calendar',
      'a new secret address for your calendar program; an earlier one is shut',
      false,
    )
    .option(
      '--mail <address>',
      'mail you what is due, in --lang, --days ahead and about the last day',
    )
    .option('--no-mail', 'mail you nothing more')
    .option('--days <number>', 'with --mail: how many days ahead, 1 to 60', whole, 7)
    .option('--json', 'as JSON', false)
    .action(({ session, lang, json, calendar, mail: address, days }: Options) =>
      refusing(async () => {
        const client = openSession(session)
        if (calendar) {
          const { path } = await client.post<CalendarMade>('/api/v1/reminders/calendar')
          const url = `${client.url}${path}?lang=${lang}`
          return console.log(json ? JSON.stringify({ url }) : url)
        }
        const at = '/api/v1/reminders'
        const view =
          address === undefined
            ? await client.get<RemindersView>(at)
            : address === false
              ? await client.delete<RemindersView>(`${at}/mail`)
              : await client.put<RemindersView>(`${at}/mail`, { address, lang, days })
        if (json) return console.log(JSON.stringify(view))
        const lines = [...reminderLines(view, lang), ...mailLines(view, lang)]
        console.log(harmless(lines.join('\n')))
      }),
    )
}

function whole(text: string): number {
  if (!/^\d{1,2}$/u.test(text)) throw new InvalidArgumentError('expected a number of days')
  return Number(text)
}

const NONE = { en: 'Nothing is due.', es: 'No hay nada pendiente.' }
const NO_DATE = { en: 'no date', es: 'sin fecha' }
const OVER = { en: 'over', es: 'vencido' }

function reminderLines({ reminders }: RemindersView, lang: Language): readonly string[] {
  if (reminders.length === 0) return [NONE[lang]]
  return reminders.flatMap(({ at, isOver, says, title, caseTitle, then }) => [
    `${at ?? NO_DATE[lang]}${isOver ? ` (${OVER[lang]})` : ''}  ${says[lang]}: ${onOneLine(title)}`,
    `   ${onOneLine(caseTitle)}`,
    `   ${then[lang]}`,
  ])
}

const MAIL = {
  en: ({ address, days }: MailChoice) => `Mail goes to ${address}, ${days} days ahead.`,
  es: ({ address, days }: MailChoice) =>
    `El correo va a ${address}, con ${days} días de antelación.`,
}
const UNDELIVERED = {
  en: (since: string) => `It could not be delivered since ${since}; the node goes on trying.`,
  es: (since: string) => `No pudo entregarse desde ${since}; el nodo sigue intentándolo.`,
}

/** Where mail of this goes, if anywhere. */
function mailLines({ mail }: RemindersView, lang: Language): readonly string[] {
  const { choice, undeliveredSince } = mail
  if (!choice) return []
  return [
    MAIL[lang](choice),
    ...(undeliveredSince === undefined ? [] : [UNDELIVERED[lang](undeliveredSince)]),
  ]
}
