import { Command, Option } from 'commander'
import type { ObjectRecall, ObjectRecalls } from '../api.ts'
import { refusing } from './refusing.ts'
import { openSession, SESSION } from './session.ts'
import { harmless } from './terminal.ts'
import { sessionOption } from './where.ts'

type Options = { readonly session: string; readonly json: boolean }

const placed = (command: Command) =>
  command
    .addOption(sessionOption().default(SESSION))
    .option('--json', 'one line of JSON instead of sentences', false)

const show = ({ recalls }: ObjectRecalls, { json }: Pick<Options, 'json'>) =>
  console.log(
    json
      ? JSON.stringify({ recalls })
      : recalls.length === 0
        ? 'Nothing was called back.'
        : recalls.flatMap(told).map(harmless).join('\n'),
  )

function told({ number, id, name, at, by, because, asked, lifted, holders }: ObjectRecall) {
  return [
    `${number}  ${id}  ${name ?? ''}`.trimEnd(),
    `  called back by ${by} on ${at.slice(0, 10)}, because ${because}`,
    ...(asked
      ? [
          `  ${asked.by} asked on ${asked.at.slice(0, 10)} to let it go again, because ${asked.because}`,
        ]
      : []),
    ...(lifted
      ? [`  let go again by ${lifted.by} on ${lifted.at.slice(0, 10)}, because ${lifted.because}`]
      : []),
    ...holders.map((one) =>
      `  ${String(one.number).padStart(3)}  ${one.state.padEnd(14)}  ${one.route}  ${one.who ?? 'anybody'}  ${one.place}  ${one.words ?? ''}`.trimEnd(),
    ),
  ]
}

export function objectsCommand(): Command {
  return placed(new Command('objects'))
    .description(
      'objects that this node called back: who has each by which route, and who was told',
    )
    .action((options: Options) =>
      refusing(async () =>
        show(await openSession(options.session).get<ObjectRecalls>('/api/v1/recalls'), options),
      ),
    )
}

export function objectCommand(): Command {
  return placed(new Command('object'))
    .description('call an object back by every route')
    .argument('<id>', 'the STIX id of the object')
    .requiredOption('--because <text>', 'why; it stands on record')
    .option('--no-revoke', 'of an own object: put no version in its place that says it is revoked')
    .action((id: string, options: Options & { because: string; revoke: boolean }) =>
      refusing(async () => {
        const { because, revoke } = options
        const path = `/api/v1/objects/${encodeURIComponent(id)}/recalls`
        show(
          await openSession(options.session).post<ObjectRecalls>(path, { because, revoke }),
          options,
        )
      }),
    )
}

export function toldCommand(): Command {
  return placed(new Command('told'))
    .description('put on record that somebody who has it was told, or cannot be')
    .argument('<recall>', 'its number, as objects shows it')
    .argument('<holder>', 'the number of whoever has it')
    .requiredOption('--words <text>', 'how they were told, and what they said')
    .addOption(
      new Option('--state <state>', 'what is so now')
        .choices(['confirmed', 'told', 'cannot-be-told', 'outstanding'])
        .default('confirmed'),
    )
    .action((recall: string, holder: string, options: Options & { words: string; state: string }) =>
      refusing(async () => {
        const { words, state } = options
        const path = `/api/v1/recalls/${encodeURIComponent(recall)}/holders/${encodeURIComponent(holder)}`
        show(
          await openSession(options.session).post<ObjectRecalls>(path, { words, state }),
          options,
        )
      }),
    )
}

export function releaseCommand(): Command {
  return placed(new Command('release'))
    .description(
      'let an object go again that was called back: once one person asked for it, another does',
    )
    .argument('<recall>', 'its number, as objects shows it')
    .requiredOption('--because <text>', 'why; it stands on record')
    .action((recall: string, options: Options & { because: string }) =>
      refusing(async () => {
        const path = `/api/v1/recalls/${encodeURIComponent(recall)}/release`
        const { because } = options
        show(await openSession(options.session).post<ObjectRecalls>(path, { because }), options)
      }),
    )
}

export function keepCommand(): Command {
  return placed(new Command('keep'))
    .description('drop what a person asked with release: the object stays called back')
    .argument('<recall>', 'its number, as objects shows it')
    .action((recall: string, options: Options) =>
      refusing(async () => {
        const path = `/api/v1/recalls/${encodeURIComponent(recall)}/release`
        show(await openSession(options.session).delete<ObjectRecalls>(path), options)
      }),
    )
}
