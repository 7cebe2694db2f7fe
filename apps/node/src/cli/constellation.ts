import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { agree } from '../demo/agree.ts'
import { FEWEST_NATIONS, MOST_NATIONS } from '../demo/nations.ts'
import { refusing } from './refusing.ts'

/** `entente constellation`: many invented nations, each its own process, adopt one position. */
export function constellationCommand(): Command {
  return new Command('constellation')
    .description('have many invented nations adopt a position, each at its own node on 127.0.0.1')
    .option(
      '--members <count>',
      `nations, ${FEWEST_NATIONS} to ${MOST_NATIONS}`,
      members,
      MOST_NATIONS,
    )
    .option('--json', 'lines of JSON; the last one says how it stands at every node', false)
    .action((options: Options) => refusing(() => constellation(options)))
}

type Options = { readonly members: number; readonly json: boolean }

async function constellation(options: Options): Promise<void> {
  const say = (line: string) =>
    console.log(options.json ? JSON.stringify({ says: line }) : `  ${line}`)
  const data = mkdtempSync(join(tmpdir(), 'entente-constellation-'))
  const stop = () => {
    rmSync(data, { recursive: true, force: true })
    // The nodes end with the process that started them.
    process.exit(130)
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    const { nodes, milliseconds, bytes, record } = await agree(options.members, { data, tell: say })
    if (options.json) {
      console.log(
        JSON.stringify({ milliseconds: Math.round(milliseconds), bytes: bytes ?? null, record }),
      )
      console.log(JSON.stringify({ nodes }))
      return
    }
    console.log(`\n  From the last voice to every node: ${(milliseconds / 1000).toFixed(1)} s.`)
    for (const { member, standing, digest } of nodes)
      console.log(`  ${member}  ${standing}  ${digest}`)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

function members(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= FEWEST_NATIONS && count <= MOST_NATIONS) return count
  throw new InvalidArgumentError(
    `expected a whole number from ${FEWEST_NATIONS} to ${MOST_NATIONS}, got ${text}`,
  )
}
