import { createInterface } from 'node:readline'
import { Command, InvalidArgumentError } from 'commander'
import { startExercise, type Exercise } from '../demo/exercise.ts'
import { goOn } from '../demo/go-on.ts'
import { operators } from '../demo/operators.ts'
import { play } from '../demo/play.ts'
import { refusing } from './refusing.ts'

/** `entente demo`: three invented nations and a chair agree, and an operator reports, each in its own process. */
export function demoCommand(): Command {
  return new Command('demo')
    .description(
      'run the exercise: three nations, a chair and an operator, five processes on 127.0.0.1',
    )
    .option('--fresh', 'begin anew instead of going on where the last run stopped', false)
    .option('--data <directory>', 'where the five data directories are', '.entente/demo')
    .option(
      '--ports <first|auto>',
      'first of five ports, or auto for free ones',
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
  if (!options.json) console.log('Entente, exercise Quiet Modem 26: invented nations and actor.\n')
  const exercise = await startExercise(options)
  stopWith(exercise)
  if (options.json)
    console.log(JSON.stringify({ serving: Object.values(exercise.nodes).map(({ url }) => url) }))
  await operators(exercise.operators, say)
  await play(exercise.cast, say)
  await printLinks(exercise, options.json)
  if (process.stdin.isTTY) freshLinksOnEnter(exercise)
  await goOn(exercise.cast, say)
}

/** Five ports in a row, of which the first is given; those that are taken are replaced by free ones. */
function ports(text: string): readonly number[] | 'auto' {
  if (text === 'auto') return text
  const first = Number(text)
  if (!Number.isInteger(first) || first < 1 || first > 65_531)
    throw new InvalidArgumentError(`expected auto or a port from 1 to 65531, got ${text}`)
  return FIVE.map((n) => first + n)
}

const FIVE = [0, 1, 2, 3, 4] as const

/** One link per role, each good for one use within 15 minutes. */
async function printLinks(exercise: Exercise, asJson: boolean) {
  const { alder, birch, cedar, chair } = exercise.cast
  const { rowan, csirt, assets } = exercise.operators
  const roles = [
    ...[cedar, alder, birch, chair, rowan].map((person) => ({ person, role: person.name })),
    { person: csirt, role: `${csirt.name}, CSIRT` },
    ...exercise.colleagues.map(({ person, client }) => ({
      person: client,
      role: `${client.name}, ${person}`,
    })),
  ]
  const links = await Promise.all(
    roles.map(async ({ person, role }) => ({
      party: person.party,
      role,
      url: await person.link(),
    })),
  )
  if (asJson) {
    const nodes = Object.values(exercise.nodes).map(({ party, url, data, child }) => ({
      party,
      url,
      data,
      pid: child.pid,
    }))
    // One link per party by its first role; who receives reports, drafts or clears has another.
    const first = roles.findIndex(({ person }) => person === csirt)
    const [own, other, colleagues] = [
      links.slice(0, first),
      links[first],
      links.slice(first + 1).map(({ url }, index) => ({
        person: exercise.colleagues[index]?.person,
        url,
      })),
    ]
    const ready = { ready: true, case: exercise.case, nodes, links: own }
    console.log(JSON.stringify({ ...ready, csirt: other, colleagues, assets }))
    return
  }
  console.log('\nOpen a role in your browser; each link works once, within 15 minutes:\n')
  for (const { role, url } of links) console.log(`  ${role.padEnd(20)} ${url}`)
  console.log(`\nThe operator’s inventory, to edit and take in again at the next start: ${assets}`)
  console.log('\nPress Enter for fresh links, Ctrl-C to stop. The next start goes on from here.')
}

function freshLinksOnEnter(exercise: Exercise) {
  createInterface({ input: process.stdin }).on('line', () => void printLinks(exercise, false))
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
