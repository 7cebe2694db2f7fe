import { createInterface } from 'node:readline'
import { Command, InvalidArgumentError } from 'commander'
import { begin } from '../demo/begin.ts'
import { NODES, startExercise, type Exercise } from '../demo/exercise.ts'
import { goOn } from '../demo/go-on.ts'
import { play, type Cast } from '../demo/play.ts'
import { refusing } from './refusing.ts'

/** `entente demo`: two operators report, three invented nations and a chair agree, each in its own process. */
export function demoCommand(): Command {
  return new Command('demo')
    .description(
      'run the exercise: three nations, a chair and two operators, six processes on 127.0.0.1',
    )
    .option('--fresh', 'begin anew instead of going on where the last run stopped', false)
    .option('--data <directory>', 'where the six data directories are', '.entente/demo')
    .option(
      '--ports <first|auto>',
      'first of six ports, or auto for free ones',
      ports,
      ports('4811'),
    )
    .option('--json', 'lines of JSON instead of sentences', false)
    .action((options: Options) =>
      refusing(
        () => demo(options),
        'The exercise runs already: open it by the links that it printed, or end it first.',
      ),
    )
}

type Options = {
  readonly fresh: boolean
  readonly data: string
  readonly ports: readonly number[] | 'auto'
  readonly json: boolean
}

async function demo(options: Options): Promise<void> {
  const say = (line: string) =>
    console.log(options.json ? JSON.stringify({ says: line }) : `  ${line}`)
  if (!options.json) console.log('Entente, exercise Quiet Modem 26: invented nations and actor.')
  const exercise = await startExercise(options)
  stopWith(exercise)
  if (options.json)
    console.log(JSON.stringify({ serving: Object.values(exercise.nodes).map(({ url }) => url) }))
  else await printLinks(exercise)
  if (process.stdin.isTTY) freshLinksOnEnter(exercise)
  const cast = await begin(exercise, say)
  await play(cast, say)
  if (options.json) await printReady(exercise, cast)
  else console.log(`\n${PLAYED}\n`)
  await goOn(cast, say)
}

const PLAYED = 'Played up to where Cedar is awaited: open its link, and give its two voices.'

/** As many ports in a row as there are nodes; those that are taken are replaced by free ones. */
function ports(text: string): readonly number[] | 'auto' {
  if (text === 'auto') return text
  const first = Number(text)
  const last = 65_536 - NODES.length
  if (!Number.isInteger(first) || first < 1 || first > last)
    throw new InvalidArgumentError(`expected auto or a port from 1 to ${last}, got ${text}`)
  return NODES.map((_, index) => first + index)
}

/** Everybody in whose place somebody can look at the exercise. */
function rolesOf({ people, operators, colleagues }: Exercise) {
  const { alder, birch, cedar, chair } = people
  return [
    ...[cedar, alder, birch, chair].map((person) => ({ person, as: 'own', role: person.name })),
    ...operators.map(({ officer }) => ({ person: officer, as: 'own', role: officer.name })),
    ...operators.map(({ csirt }) => ({ person: csirt, as: 'csirt', role: `${csirt.name}, CSIRT` })),
    ...colleagues.map(({ person, client }) => ({
      person: client,
      as: person,
      role: `${client.name}, ${person}`,
    })),
  ]
}

const linksOf = (exercise: Exercise) =>
  Promise.all(
    rolesOf(exercise).map(async ({ person, as, role }) => ({
      party: person.party,
      as,
      role,
      url: await person.link(),
    })),
  )

/** One link per role, each good for one use within 15 minutes. */
async function printLinks(exercise: Exercise) {
  const links = await linksOf(exercise)
  const width = Math.max(...links.map(({ role }) => role.length))
  console.log('\nOpen a role in your browser; each link works once, within 15 minutes:\n')
  for (const { role, url } of links) console.log(`  ${role.padEnd(width)}  ${url}`)
  console.log('\nThe operators’ inventories, to edit and take in again at the next start:\n')
  for (const { officer, assets } of exercise.operators)
    console.log(`  ${officer.name.padEnd(width)}  ${assets}`)
  console.log('\nPress Enter for fresh links, Ctrl-C to stop. The next start goes on from here.\n')
}

/** What a program that started the exercise has to know, once it is played. */
async function printReady(exercise: Exercise, { case: id }: Cast) {
  const nodes = Object.values(exercise.nodes).map(({ party, url, data, child }) => ({
    party,
    url,
    data,
    pid: child.pid,
  }))
  const links = await linksOf(exercise)
  console.log(JSON.stringify({ ready: true, case: id, nodes, links }))
}

function freshLinksOnEnter(exercise: Exercise) {
  createInterface({ input: process.stdin }).on('line', () => void printLinks(exercise))
}

function stopWith(exercise: Exercise) {
  const stop = async () => {
    await exercise.stop()
    process.exit(0)
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())
  process.once('SIGHUP', () => void stop())
}
