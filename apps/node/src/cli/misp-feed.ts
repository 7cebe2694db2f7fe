import { hash } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { writeFeed, type MispEvent } from '@entente/misp'
import { isRefusal, withEvidence } from './evidence.ts'
import { lostLines } from './fields-told.ts'
import { refuse } from './terminal.ts'
import { dataOption, sessionOption, type EvidenceOptions } from './where.ts'

type Options = EvidenceOptions & { readonly audience: string; readonly out: string }

/** `entente misp feed`: reports as the files of a feed, for a web server or a stick to carry. */
export function feedCommand(): Command {
  return new Command('feed')
    .description(
      'write reports as a MISP feed: a new folder with manifest.json and a file for each',
    )
    .argument('<ids...>', 'reports held here; each with all that it refers to')
    .requiredOption('--audience <who>', 'as of entente export: who will be able to read the folder')
    .requiredOption('--out <folder>', 'a new folder')
    .addOption(dataOption())
    .addOption(sessionOption())
    .action((ids: readonly string[], options: Options) =>
      withEvidence(options, async ({ prepare }) => {
        try {
          const asked = { ids, audience: options.audience, format: 'misp', whole: true } as const
          const { preview, bundle } = await prepare(asked)
          const stays = preview.objects.filter(({ leaves }) => !leaves)
          for (const { id, because } of stays) console.error(`stays  ${id}: ${because}`)
          if (!preview.bundle)
            return refuse(
              `expected one report or more that may go to ${options.audience}, got none`,
            )
          for (const line of lostLines(preview.fields)) console.error(line)
          // Before it is on record that it left.
          if (existsSync(options.out))
            return refuse(`expected a new folder, got ${options.out} again`)
          write(await bundle(), options.out)
        } catch (error) {
          if (!isRefusal(error)) throw error
          refuse(`${error.code}: ${error.message}`)
        }
      }),
    )
}

/** What was released as one answer, as the files of a folder that is new. */
function write(bytes: Uint8Array, folder: string): void {
  const { response: events } = JSON.parse(new TextDecoder().decode(bytes)) as {
    readonly response: readonly Pick<MispEvent, 'Event'>[]
  }
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    return refuse(`expected a new folder, got ${error.message}`)
  }
  for (const { name, text } of writeFeed(events, (value) => hash('md5', value)))
    writeFileSync(join(folder, name), text, { flag: 'wx' })
  console.log(`${events.length} events in ${folder}`)
}
