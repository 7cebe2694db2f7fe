import { Command, InvalidArgumentError } from 'commander'
import type { Facets, ObjectSummary } from '../api.ts'
import { isRefusal, withEvidence, type Evidence } from './evidence.ts'
import { harmless, refuse } from './terminal.ts'
import { inOneLine } from './told-together.ts'
import { dataOption, sessionOption, type EvidenceOptions } from './where.ts'

type Options = EvidenceOptions & {
  readonly json: boolean
  readonly facets: boolean
  readonly limit: number
}

const HELP = `
A query is words and conditions in any order: entente search wiper type:indicator tlp:amber 'seen:>7d'
  type:indicator            a STIX type
  tlp:amber                 the label it carries: red, amber+strict, amber, green, clear, none
  pap:green                 what may be done with it: red, amber, green, clear, none
  by:"Alder CSIRT"          the identity that made it, by name or id; none
  from:XB  from:"a.json"    the party whose node sent it, or the file it came in
  seen:>7d                  came in later than seven days ago (h, d, w); seen:<2026-11-01 before that day
  modified:>2026-11-01      by its own date
  is:revoked                revoked, deprecated, conflict
One key several times means either of them; a hyphen before a condition takes it out: -type:relationship.
Ends with 0 searched, 1 the query is refused, 2 usage.`

/** `entente search`: the objects that a query finds, in the syntax of the page. */
export function searchCommand(): Command {
  return new Command('search')
    .description('find STIX objects by words and conditions, or the one with an id')
    .argument('[query...]', 'words, conditions, an id; nothing for everything')
    .addOption(dataOption())
    .addOption(sessionOption())
    .option('--limit <number>', 'at most so many objects', limit, 50)
    .option('--facets', 'how many there are by type, label, author, source, time and state', false)
    .option('--json', 'one line of JSON per object instead of a table', false)
    .addHelpText('after', HELP)
    .action(async (query: readonly string[], options: Options) => {
      // A shell takes the quotes off: what has a space in it was in some.
      const q = query.map(requoted).join(' ')
      await withEvidence(options, async (evidence) => {
        try {
          await (options.facets ? count(evidence, q, options) : list(evidence, q, options))
        } catch (error) {
          if (!isRefusal(error)) throw error
          refuse(`${error.code}: ${error.message}`)
          console.error(`  ${harmless(q)}`)
        }
      })
    })
}

const requoted = (word: string): string =>
  /\s/.test(word) && !word.includes('"') ? word.replace(/^(-?[a-z]+:)?([^]*)$/i, '$1"$2"') : word

async function list({ find }: Evidence, q: string, { json, limit: most }: Options) {
  const { objects, next } = await find(q, most)
  for (const object of objects)
    console.log(json ? JSON.stringify(object) : harmless(lineOf(object)))
  if (json) return
  if (objects.length === 0) console.log('Nothing held here is what the query asks for.')
  if (next !== undefined) console.log(`There are more than ${most}: --limit shows up to 500.`)
}

function lineOf({ id, tlp, modified = '', ...object }: ObjectSummary): string {
  const states = [
    ...(tlp === undefined ? [] : [tlp]),
    ...(object.pap === undefined ? [] : [object.pap]),
    ...(object.revoked ? ['revoked'] : []),
    ...(object.deprecated ? ['deprecated'] : []),
    ...(object.conflicts > 0 ? [`${object.conflicts} in conflict`] : []),
  ]
  const state = states.length > 0 ? ` (${states.join(', ')})` : ''
  return `${id}  ${modified.slice(0, 10).padEnd(10)}  ${inOneLine(object) ?? '–'}${state}`
}

async function count({ facets }: Evidence, q: string, { json }: Options) {
  const found = await facets(q)
  console.log(json ? JSON.stringify(found) : harmless(told(found)))
}

function told({ total, capped, withheld, kept, facets }: Facets): string {
  const n = (count: number) => count.toLocaleString('en')
  const lines = [capped ? `more than 10,000 objects; counted of those` : `${n(total)} objects`]
  if (withheld > 0)
    lines.push(`${n(withheld)} held here are TLP:RED and not for this role, whatever is asked`)
  for (const { code, count: many } of kept)
    lines.push(`${n(many)} that cases name are kept by their custodians: ${code}`)
  for (const [key, { values, rest }] of Object.entries(facets)) {
    lines.push(key)
    for (const { value, name, count: many } of values)
      lines.push(`  ${n(many).padStart(9)}  ${value}${name === undefined ? '' : `  ${name}`}`)
    if (rest) lines.push(`  ${n(rest.count).padStart(9)}  in ${n(rest.values)} more`)
  }
  return lines.join('\n')
}

function limit(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > 500)
    throw new InvalidArgumentError(`expected a number from 1 to 500, got ${text}`)
  return number
}
