import { Command, InvalidArgumentError } from 'commander'
import { findObjects } from '../intelligence/view.ts'
import { DATA, harmless, withEvidence } from './evidence.ts'

type Options = { readonly data: string; readonly json: boolean; readonly limit: number }

/** `entente search`: the objects that contain every word. */
export function searchCommand(): Command {
  return new Command('search')
    .description('find STIX objects that contain every word, or the one with an id')
    .argument('<words...>', 'words of a name, a description or a type; an id; an address')
    .option('--data <directory>', 'the node’s data directory', DATA)
    .option('--limit <number>', 'at most so many objects', limit, 50)
    .option('--json', 'one line of JSON per object instead of a table', false)
    .action(async (words: readonly string[], { data, json, limit: most }: Options) => {
      await withEvidence(data, async (store) => {
        const { objects, next } = await findObjects(store, words.join(' '), { limit: most })
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
        if (next !== undefined) console.log(`There are more than ${most}: --limit shows more.`)
      })
    })
}

function limit(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > 10_000)
    throw new InvalidArgumentError(`expected a number from 1 to 10000, got ${text}`)
  return number
}
