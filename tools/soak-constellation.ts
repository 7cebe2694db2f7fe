import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const MAIN = fileURLToPath(new URL('../apps/node/src/main.ts', import.meta.url))

type Last = {
  readonly nodes: readonly {
    readonly member: string
    readonly standing: string
    readonly digest: string
  }[]
}

/** `constellation [members]`: as many nodes as the Union has agree, and say so with one digest. */
export async function constellation(words: readonly string[]): Promise<object> {
  const [members = 27] = words.map(Number)
  const node = ['--conditions=entente-source', '--disable-warning=ExperimentalWarning', MAIN]
  const asked = ['constellation', '--members', `${members}`, '--json']
  const { stdout } = await promisify(execFile)(process.execPath, [...node, ...asked])
  const { nodes } = JSON.parse(stdout.trim().split('\n').at(-1)!) as Last
  const named = new Set(nodes.map(({ member }) => member)).size
  const standings = new Set(nodes.map(({ standing }) => standing))
  const digests = new Set(nodes.map(({ digest }) => digest))
  const isOne = digests.size === 1 && standings.size === 1 && standings.has('stands')
  if (named !== members || nodes.length !== members || !isOne)
    throw new Error(
      `expected ${members} nodes at which the position stands with one digest, got ${JSON.stringify(nodes)}`,
    )
  return {
    what: 'the position stands at every node, with one digest',
    members,
    stands: nodes.length,
    digest: nodes[0]?.digest,
  }
}
