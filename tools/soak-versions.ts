import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ActId } from '@entente/accord'
import { agree, isOneState, until } from '../apps/node/src/demo/agree.ts'
import { putAside } from './put-aside.ts'

const HERE = fileURLToPath(new URL('..', import.meta.url))
/** The earliest commit that judges an act of an unknown kind, and whose certificates are read and written as today. */
const EARLIER = 'e25525e'
const NATIONS = 4
/** A kind that no build has. */
const KIND = 'minute'

/**
 * `versions [commit]`: nodes of an earlier commit and of this one take a case to adoption over HTTP, each with the same
 * digest. Then one strand holds an act of a kind that neither has: each says so, and goes on with what comes after it.
 */
export async function versions([commit = EARLIER]: readonly string[]): Promise<object> {
  const place = mkdtempSync(join(tmpdir(), 'entente-versions-'))
  const tree = join(place, 'earlier')
  try {
    const earlier = checkOut(commit, tree)
    const main = join(tree, 'apps/node/src/main.ts')
    const isEarlier = (party: string) => party.charCodeAt(1) % 2 === 0
    let unknown: object = {}
    const { nodes, record } = await agree(NATIONS, {
      data: join(place, 'nodes'),
      tell: (line) => console.log(`  ${line}`),
      buildOf: async (party, directory) => {
        if (!isEarlier(party)) return undefined
        await sayLess(directory, tree)
        return main
      },
      then: async ({ people, case: id, without }) => {
        const last = people.findLast(({ party }) => !isEarlier(party))!
        let act: ActId
        const again = await without(last.party, async ({ data }) => {
          const says = 'As a later version has it.'
          act = (await putAside(data, id, [{ kind: KIND, says }]))[0]!
        })
        const all = [...people]
        const voids = () => Promise.all(all.map((person) => voidOf(person.view(id), act)))
        await until(async () => (await voids()).every((one) => one !== undefined))
        const [first, ...others] = await voids()
        for (const other of others) deepStrictEqual(other, first)
        strictEqual(first?.code, 'act.unknown-kind')
        const { id: note } = await again.file(id, 'note', { says: 'What comes after it counts.' })
        await until(async () =>
          (await Promise.all(all.map((person) => person.view(id)))).every(({ acts }) =>
            acts.some((one) => one.id === note && one.final && !one.void),
          ),
        )
        await until(() => isOneState(all, id))
        unknown = {
          ...first,
          at: all.map(({ party }) => party),
          digest: (await again.state(id)).digest,
        }
      },
    })
    strictEqual(new Set(nodes.map(({ digest }) => digest)).size, 1)
    return {
      what: 'nodes of two builds adopt a position over HTTP with one digest, and neither stops at an act of a kind that it does not have',
      earlier,
      nodes: nodes.map(({ member, ...at }) => ({
        member,
        build: isEarlier(member) ? 'earlier' : 'present',
        ...at,
      })),
      acts: record.acts,
      unknown,
    }
  } finally {
    execFileSync('git', ['worktree', 'remove', '--force', tree], { cwd: HERE, stdio: 'ignore' })
    rmSync(place, { recursive: true, force: true })
  }
}

/** The program as it was at a commit, with the packages of others that are installed here and its own of then. */
function checkOut(commit: string, tree: string): object {
  const git = (...words: readonly string[]) =>
    execFileSync('git', [...words], { cwd: HERE, encoding: 'utf8' }).trim()
  git('worktree', 'add', '--detach', tree, commit)
  const [here, there] = [join(HERE, 'node_modules'), join(tree, 'node_modules')]
  mkdirSync(join(there, '@entente'), { recursive: true })
  for (const name of readdirSync(here))
    if (name !== '@entente') symlinkSync(join(here, name), join(there, name))
  for (const group of ['packages', 'apps'])
    for (const name of readdirSync(join(tree, group)))
      symlinkSync(join(tree, group, name), join(there, '@entente', name))
  return {
    commit: git('rev-parse', '--short', commit),
    committed: git('log', '-1', '--format=%cI', commit),
    commitsSince: Number(git('rev-list', '--count', `${commit}..HEAD`)),
  }
}

/** Takes out of the configuration that this build wrote what the earlier one has no setting for: it is of its own node alone. */
async function sayLess(directory: string, tree: string): Promise<void> {
  const config = join(tree, 'apps/node/src/config.ts')
  const { readConfig } = (await import(config)) as { readConfig: (from: string) => object }
  const file = join(directory, 'node.json')
  const said = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  try {
    readConfig(directory)
  } catch (error) {
    const { issues } = error as { issues: readonly { path: string[]; keys?: string[] }[] }
    for (const { path, keys = [] } of issues) {
      const within = path.reduce((at, name) => at[name] as typeof said, said)
      for (const key of keys) delete within[key]
    }
    writeFileSync(file, JSON.stringify(said))
    readConfig(directory)
  }
}

type Shown = { readonly acts: readonly { readonly id: ActId; readonly void?: object }[] }

const voidOf = async (view: Promise<Shown>, act: ActId) =>
  (await view).acts.find(({ id }) => id === act)?.void as
    | { readonly code: string; readonly message: string }
    | undefined
