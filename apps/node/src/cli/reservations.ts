import { Command, Option } from 'commander'
import type { Language } from '@entente/lexicon'
import type { ReservationsView } from '../api.ts'
import { refusing } from './refusing.ts'
import { openSession, SESSION } from './session.ts'
import { harmless, onOneLine } from './terminal.ts'

type Options = { readonly session: string; readonly lang: Language; readonly json: boolean }

/** `entente reservations`: a nation's register of its own reservations, across its cases. */
export function reservationsCommand(): Command {
  return new Command('reservations')
    .exitOverride()
    .description('what this node’s nation has reserved, in all its cases, and what became of it')
    .option('--session <file>', 'at which node, and who asks', SESSION)
    .addOption(
      new Option('--lang <language>', 'language of the answer').choices(['en', 'es']).default('en'),
    )
    .option('--json', 'as JSON', false)
    .action(({ session, lang, json }: Options) =>
      refusing(async () => {
        const view = await openSession(session).get<ReservationsView>('/api/v1/reservations')
        console.log(json ? JSON.stringify(view) : harmless(reservationLines(view, lang).join('\n')))
      }),
    )
}

const WORDS = {
  en: {
    none: 'This nation has reserved nothing.',
    clause: 'clause',
    statement: 'interpretative statement',
    union: 'Union voice',
    national: 'national voice',
    version: 'version',
    earlier: 'a later version is put',
    states: {
      holds: 'holds',
      replaced: 'replaced by a later voice',
      withdrawn: 'withdrawn with its voice',
      'ran-out': 'ran out with its voice',
      disavowed: 'disavowed',
    },
  },
  es: {
    none: 'Esta nación no ha reservado nada.',
    clause: 'cláusula',
    statement: 'declaración interpretativa',
    union: 'voz ante la Unión',
    national: 'voz nacional',
    version: 'versión',
    earlier: 'hay una versión posterior',
    states: {
      holds: 'vigente',
      replaced: 'sustituida por una voz posterior',
      withdrawn: 'retirada con su voz',
      'ran-out': 'expirada con su voz',
      disavowed: 'desautorizada',
    },
  },
} as const

function reservationLines({ reservations }: ReservationsView, lang: Language): readonly string[] {
  const words = WORDS[lang]
  if (reservations.length === 0) return [words.none]
  return reservations.flatMap((one) => [
    `${one.clause === undefined ? words.statement : `${words.clause} ${one.clause}`}, ${words[one.axis]}: ${words.states[one.state]}`,
    `   ${onOneLine(one.title)}, ${words.version} ${one.number}${one.isCurrent ? '' : ` (${words.earlier})`}`,
    `   ${onOneLine(one.caseTitle)}`,
    `   ${one.text.replaceAll('\n', '\n   ')}`,
  ])
}
