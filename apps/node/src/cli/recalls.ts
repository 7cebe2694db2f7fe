import { Command } from 'commander'
import type { Recalls, RecallView, Removal } from '../api.ts'
import { atCase, withCase, type CaseOptions } from './at-case.ts'
import { refusing } from './refusing.ts'
import {
  keepCommand,
  objectCommand,
  objectsCommand,
  releaseCommand,
  toldCommand,
} from './recalls-of-objects.ts'
import { harmless } from './terminal.ts'

/** `entente recalls`: evidence that parties took back, objects that this node called back, and who was told. */
export function recallsCommand(): Command {
  return new Command('recalls')
    .description(
      'what was called back: evidence of a case, and objects of this node by every route; who was told',
    )
    .addCommand(listCommand())
    .addCommand(removeCommand())
    .addCommand(objectsCommand())
    .addCommand(objectCommand())
    .addCommand(toldCommand())
    .addCommand(releaseCommand())
    .addCommand(keepCommand())
}

function listCommand(): Command {
  return withCase(new Command('list'))
    .description('what was taken back, what of it is here, who confirmed and who did not')
    .action((options: CaseOptions) =>
      refusing(async () => {
        const { client, path } = await atCase(options)
        const view = await client.get<Recalls>(`${path}/recalls`)
        console.log(options.json ? JSON.stringify(view) : view.recalls.flatMap(told).join('\n'))
      }),
    )
}

function told({
  act,
  custodian,
  reason,
  objects,
  confirmed,
  awaited,
}: RecallView): readonly string[] {
  const here = objects.filter(({ held }) => held).length
  return [
    `${act}  ${custodian}  ${reason ?? 'no reason given'}`,
    `  ${objects.length} objects, ${here} held here`,
    ...confirmed.map(({ party, at, remarks }) =>
      `  ${party} confirmed ${at}  ${remarks ?? ''}`.trimEnd(),
    ),
    ...(awaited.length > 0 ? [`  not confirmed: ${awaited.join(', ')}`] : []),
  ].map(harmless)
}

function removeCommand(): Command {
  return withCase(new Command('remove'))
    .description(
      'take away here what another party sent with the case and took back; then confirm it',
    )
    .argument('<act>', 'the act that took it back, as list shows it')
    .addHelpText(
      'after',
      '\nConfirm it with: entente act receipt --template, whose `of` is the same act.',
    )
    .action((act: string, options: CaseOptions) =>
      refusing(async () => {
        const { client, path } = await atCase(options)
        const { removed, stays } = await client.post<Removal>(
          `${path}/recalls/${encodeURIComponent(act)}/removal`,
        )
        if (options.json) return console.log(JSON.stringify({ removed, stays }))
        console.log(`removed: ${removed.length}`)
        for (const id of stays) console.log(harmless(`stays, since others brought the same: ${id}`))
      }),
    )
}
