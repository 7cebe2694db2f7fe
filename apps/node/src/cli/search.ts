import { Command, InvalidArgumentError } from 'commander'
import {
  dataOption,
  harmless,
  sessionOption,
  withEvidence,
  type EvidenceOptions,
} from './evidence.ts'

type Options = EvidenceOptions & { readonly json: boolean; readonly limit: number }

/** `entente search`: the objects that contain every word. */
export function searchCommand(): Command {
  return new Command('search')
    .description('find STIX objects that contain every word, or the one with an id')
    .argument('<words...>', 'words of a name, a description or a type; an id; an address')
    .addOption(dataOption())
    .addOption(sessionOption())
    .option('--limit <number>', 'at most so many objects', limit, 50)
    .option('--json', 'one line of JSON per object instead of a table', false)
    .action(async (words: readonly string[], options: Options) => {
      const { json, limit: most } = options
      await withEvidence(options, async ({ find }) => {
        const { objects, next } = await find(words.join(' '), most)
        for (const object of objects) {
          const { id, name, modified = '', conflicts } = object
          const clash = conflicts > 0 ? ` (${conflicts} in conflict)` : ''
          console.log(
            json
              ? JSON.stringify(object)
              : harmless(`${id}  ${modified.slice(0, 10).padEnd(10)}  ${name ?? '–'}${clash}`),
          )
        }
        if (json) return
        if (objects.length === 0) console.log('Nothing held here contains every word.')
        if (next !== undefined) console.log(`There are more than ${most}: --limit shows up to 500.`)
      })
    })
}

function limit(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > 500)
    throw new InvalidArgumentError(`expected a number from 1 to 500, got ${text}`)
  return number
}
