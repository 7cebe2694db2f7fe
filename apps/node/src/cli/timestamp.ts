import { Command, Option } from 'commander'
import type { Language } from '@entente/lexicon'
import type { TimestampsTaken, TimestampsView, TimestampView } from '../api.ts'
import { atCase } from './at-case.ts'
import { harmless } from './terminal.ts'
import { refusing } from './refusing.ts'
import { SESSION } from './session.ts'

type Options = {
  readonly session: string
  readonly lang: Language
  readonly list: boolean
  readonly json: boolean
}

/** `entente timestamp`: has authorities attest that the case's record existed now. */
export function timestampCommand(): Command {
  return new Command('timestamp')
    .exitOverride()
    .description('have timestamp authorities (RFC 3161) attest the record of a case as it is now')
    .argument('[case]', 'the case, or how its id begins; the only one unless given')
    .option('--session <file>', 'at which node, and who asks', SESSION)
    .option('--list', 'only show the timestamps that are held', false)
    .addOption(
      new Option('--lang <language>', 'language of the answer').choices(['en', 'es']).default('en'),
    )
    .option('--json', 'as JSON', false)
    .addHelpText(
      'after',
      '\nThe authorities stand in node.json (timestamps: name, url, anchor). Ends with 0 each attested it, 1 refused, 2 usage.',
    )
    .action((named: string | undefined, { session, lang, list, json }: Options) =>
      refusing(async () => {
        const asked = { session, json, ...(named === undefined ? {} : { case: named }) }
        const { client, path } = await atCase(asked)
        const at = `${path}/timestamps`
        const shown = list
          ? (await client.get<TimestampsView>(at)).timestamps
          : (await client.post<TimestampsTaken>(at)).taken
        console.log(json ? JSON.stringify(shown) : lines(shown, lang).join('\n'))
        if (!list && shown.some((one) => 'code' in one)) process.exitCode = 1
      }),
    )
}

const NONE = { en: 'No timestamp is held.', es: 'No hay ningún sello de tiempo.' }
const OVER = { en: 'over', es: 'sobre' }

function lines(shown: readonly TimestampView[], lang: Language): readonly string[] {
  if (shown.length === 0) return [NONE[lang]]
  return shown.map((one) => {
    const sizes = Object.entries(one.sizes).map(([party, size]) => `${party} ${size}`)
    const says =
      'code' in one
        ? `${one.code}: ${one.message}`
        : `${one.at}${one.accuracy === undefined ? '' : ` ± ${one.accuracy} s`} (${one.signedBy})`
    return harmless(`${one.authority}: ${says}; ${OVER[lang]} ${sizes.join(', ')}`)
  })
}
