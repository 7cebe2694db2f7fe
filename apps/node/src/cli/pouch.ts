import { createReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { Command, InvalidArgumentError } from 'commander'
import type { PouchReport } from '../api.ts'
import { atCase } from './at-case.ts'
import { harmless } from './terminal.ts'
import { refusing } from './refusing.ts'
import { openSession, SESSION } from './session.ts'

type Options = { readonly session: string; readonly json: boolean }
type PackOptions = Options & {
  readonly to: string
  readonly case?: string
  readonly all: boolean
}

/** `entente pouch`: what two nodes would say to one another over a wire, in a file that somebody carries. */
export function pouchCommand(): Command {
  const pouch = new Command('pouch').description(
    'carry strands and cosignatures to a node to which no network leads, and back',
  )
  const session = ['--session <file>', 'at which node, and who asks', SESSION] as const
  pouch
    .command('pack')
    .description(
      'write a pouch for another party’s node: strands, cosignatures, and what is asked of its witness',
    )
    .argument('<file>', 'a new file, on a stick')
    .requiredOption('--to <party>', 'whose node will open it', partyId)
    .option('--case <id>', 'one case only, or how its id begins; every case shared unless given')
    .option('--all', 'also what that party’s last pouch showed that it holds', false)
    .option(...session)
    .option('--json', 'as JSON', false)
    .action((file: string, options: PackOptions) =>
      refusing(async () => {
        const { to, all, session: at } = options
        const only = options.case === undefined ? undefined : (await atCase(options)).id
        const asked = { to, all, ...(only === undefined ? {} : { case: only }) }
        const bytes = await write(
          file,
          await openSession(at).stream('/api/v1/pouches', JSON.stringify(asked)),
        )
        console.log(
          options.json ? JSON.stringify({ file, bytes }) : `${file}: ${bytes} bytes, for ${to}`,
        )
      }),
    )
  pouch
    .command('open')
    .description(
      'take in a pouch that another party’s node packed: all of it is proved here, or refused',
    )
    .argument('<file>', 'the pouch')
    .option(...session)
    .option('--json', 'as JSON', false)
    .action((file: string, { session: at, json }: Options) =>
      refusing(async () => {
        const body = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>
        const answer = await openSession(at).stream('/api/v1/pouches/open', body)
        const report = JSON.parse(await text(answer)) as PouchReport
        console.log(json ? JSON.stringify(report) : lines(report).map(harmless).join('\n'))
        if (report.faults.length > 0) process.exitCode = 1
      }),
    )
  return pouch
}

/** Whole or not at all: a pouch that was cut off is never found under its name. */
async function write(file: string, stream: ReadableStream<Uint8Array>): Promise<number> {
  const part = `${file}.part`
  const out = await open(part, 'wx', 0o600)
  let bytes = 0
  try {
    for await (const chunk of stream) {
      await out.writeFile(chunk)
      bytes += chunk.length
    }
    await out.sync()
  } catch (error) {
    await rm(part, { force: true })
    throw error
  } finally {
    await out.close()
  }
  await rename(part, file)
  return bytes
}

function lines({ from, cases, unknown, faults }: PouchReport): readonly string[] {
  return [
    `From ${from}: ${cases.length} ${cases.length === 1 ? 'case' : 'cases'}${unknown > 0 ? `, ${unknown} more that this node does not hold` : ''}`,
    ...cases.flatMap(({ case: id, title, cosigned, strands }) => [
      `${title} (${id.slice(7, 19)}): ${cosigned} of ${strands.length} trees cosigned here`,
      ...strands.map(
        ({ party, before, after }) =>
          `  ${party}: ${after} acts final${after > before ? `, ${after - before} of them new` : ''}`,
      ),
    ]),
    ...faults.map(({ strand, code, message }) => `REFUSED ${strand}: ${code}: ${message}`),
  ]
}

function partyId(text: string): string {
  if (/^[A-Z]{2}$/.test(text)) return text
  throw new InvalidArgumentError(`expected two capitals, got ${text}`)
}
