import { Command, Option } from 'commander'
import type { Language } from '@entente/lexicon'
import type { AlarmsView, AlarmView } from '../api.ts'
import { refusing } from './refusing.ts'
import { openSession, SESSION } from './session.ts'
import { harmless, onOneLine } from './terminal.ts'

type Options = {
  readonly session: string
  readonly lang: Language
  readonly json: boolean
  readonly acknowledge?: string
}

/** `entente alarms`: what this node refused or noticed, and what to do next. */
export function alarmsCommand(): Command {
  return new Command('alarms')
    .exitOverride()
    .description('attacks and failures that this node refused or noticed, and what to do next')
    .option('--session <file>', 'at which node, and who asks', SESSION)
    .addOption(
      new Option('--lang <language>', 'language of the answer').choices(['en', 'es']).default('en'),
    )
    .option('--acknowledge <id>', 'say that you have seen to this one, as an administrator')
    .option('--json', 'as JSON', false)
    .action(({ session, lang, json, acknowledge }: Options) =>
      refusing(async () => {
        const client = openSession(session)
        const view = acknowledge
          ? await client.post<AlarmsView>(`/api/v1/alarms/${acknowledge}/acknowledge`)
          : await client.get<AlarmsView>('/api/v1/alarms')
        console.log(json ? JSON.stringify(view) : alarmsTold(view, lang))
      }),
    )
}

const NONE = { en: 'There is no alarm.', es: 'No hay ninguna alarma.' }
const SEVERITY = {
  critical: { en: 'CRITICAL', es: 'CRÍTICA' },
  serious: { en: 'SERIOUS', es: 'GRAVE' },
  notice: { en: 'notice', es: 'aviso' },
}
const SEEN = { en: 'acknowledged by', es: 'confirmada por' }
const ENDED = { en: 'not so any more since', es: 'ya no es así desde' }
const TIMES = { en: 'times', es: 'veces' }

/** What the node refused or noticed. A message may have words in it that no form was asked of: they came with what was refused. */
export function alarmsTold({ alarms }: AlarmsView, lang: Language): string {
  if (alarms.length === 0) return NONE[lang]
  return alarms
    .flatMap((alarm) => linesOf(alarm, lang))
    .map((line) => harmless(onOneLine(line)))
    .join('\n')
}

const linesOf = (alarm: AlarmView, lang: Language): readonly string[] => [
  `${alarm.lastSeen}  ${SEVERITY[alarm.severity][lang]}  ${alarm.says[lang]}${timesOf(alarm, lang)}`,
  ...(alarm.caseTitle === undefined ? [] : [`   ${alarm.caseTitle}`]),
  `   ${alarm.code}: ${alarm.message}`,
  `   ${alarm.next[lang]}`,
  ...(alarm.ended === undefined ? [] : [`   ${ENDED[lang]} ${alarm.ended}`]),
  alarm.acknowledged
    ? `   ${SEEN[lang]} ${alarm.acknowledged.by}, ${alarm.acknowledged.at}`
    : `   ${alarm.id}`,
]

const timesOf = ({ times }: AlarmView, lang: Language): string =>
  times === 1 ? '' : ` (${times} ${TIMES[lang]})`
