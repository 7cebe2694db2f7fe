import { Command, Option } from 'commander'
import type { Language } from '@entente/lexicon'
import type { CalendarMade, RemindersView } from '../api.ts'
import { refusing } from './refusing.ts'
import { openSession, SESSION } from './session.ts'

type Options = {
  readonly session: string
  readonly lang: Language
  readonly json: boolean
  readonly calendar: boolean
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
    .option('--json', 'as JSON', false)
    .action(({ session, lang, json, calendar }: Options) =>
      refusing(async () => {
        const client = openSession(session)
        if (calendar) {
          const { path } = await client.post<CalendarMade>('/api/v1/reminders/calendar')
          const url = `${client.url}${path}?lang=${lang}`
          return console.log(json ? JSON.stringify({ url }) : url)
        }
        const view = await client.get<RemindersView>('/api/v1/reminders')
        console.log(json ? JSON.stringify(view) : reminderLines(view, lang).join('\n'))
      }),
    )
}

const NONE = { en: 'Nothing is due.', es: 'No hay nada pendiente.' }
const NO_DATE = { en: 'no date', es: 'sin fecha' }
const OVER = { en: 'over', es: 'vencido' }

function reminderLines({ reminders }: RemindersView, lang: Language): readonly string[] {
  if (reminders.length === 0) return [NONE[lang]]
  return reminders.flatMap(({ at, isOver, says, title, caseTitle, then }) => [
    `${at ?? NO_DATE[lang]}${isOver ? ` (${OVER[lang]})` : ''}  ${says[lang]}: ${title}`,
    `   ${caseTitle}`,
    `   ${then[lang]}`,
  ])
}
