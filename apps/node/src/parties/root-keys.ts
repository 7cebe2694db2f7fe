import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Charter, type ActSigner } from '@entente/accord'
import { toBase64 } from '@entente/log'
import { openKeys, type Keys } from '../platform/keys/index.ts'
import { PartiesError } from './error.ts'
import { readJsonFile } from '../platform/json-file.ts'

const { root, threshold } = Charter.shape.parties.element.shape

/** Root keys and how many of them sign. Its canonical JSON is what a party commits to. */
const RootSet = z.strictObject({ root, threshold })
export type RootSet = z.infer<typeof RootSet>

export type HowMany = {
  readonly count: number
  readonly threshold: number
  /** As many again make second signatures (ML-DSA-44); none unless said. */
  readonly second?: boolean
}
export const ONE: HowMany = { count: 1, threshold: 1 }

const NAME = /^root-(\d+)$/
const rootKeyId = (party: string, name: string) => `${party}-${name}`
const file = (directory: string) => join(directory, 'root-set.json')

/** Makes root keys with these numbers in the directory, a file per key, and says who they are. */
export function createRootKeys(
  keys: Pick<Keys, 'create'>,
  party: string,
  { first, count, threshold: needed, second = false }: HowMany & { readonly first: number },
): RootSet {
  const algs = (['ed25519', ...(second ? (['ml-dsa-44'] as const) : [])] as const).flatMap((alg) =>
    Array.from({ length: count }, () => alg),
  )
  return RootSet.parse({
    root: algs.map((alg, index) => {
      const name = `root-${first + index}`
      return {
        keyid: rootKeyId(party, name),
        alg,
        pub: toBase64(keys.create(name, alg).publicKey),
      }
    }),
    threshold: needed,
  })
}

/**
 * A set that is not in force yet, in a directory of its own: to be carried to where nobody who
 * reaches the node reaches it. One that lies there already is taken as it is.
 */
export function makeNextRoot(
  directory: string,
  party: string,
  wanted: HowMany & { readonly first: number },
): RootSet {
  if (existsSync(file(directory))) return readRootSet(directory)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const set = createRootKeys(openKeys(directory, process.env['ENTENTE_NODE_KEY']), party, wanted)
  writeFileSync(file(directory), `${JSON.stringify(set, null, 2)}\n`, { mode: 0o600 })
  return set
}

export function readRootSet(directory: string): RootSet {
  if (existsSync(file(directory))) {
    const parsed = RootSet.safeParse(readJsonFile(file(directory)))
    if (parsed.success) return parsed.data
  }
  throw new PartiesError(
    'root.missing',
    `expected the next root keys with ${file(directory)}, got none`,
  )
}

/** Every root key of the party that lies in these directories. */
export function rootSigners(directories: readonly string[], party: string): readonly ActSigner[] {
  return directories.flatMap((directory) => {
    // Opening keys makes their directory: a path that is wrong is told, not made.
    if (!existsSync(join(directory, 'keys')))
      throw new PartiesError('root.missing', `expected keys in ${directory}, got none`)
    return rootsAmong(openKeys(directory, process.env['ENTENTE_NODE_KEY']), party)
  })
}

/** Every root key of the party among these. */
export const rootsAmong = (keys: Pick<Keys, 'names' | 'load'>, party: string): ActSigner[] =>
  keys
    .names()
    .filter((name) => NAME.test(name))
    .map((name) => ({ keyid: rootKeyId(party, name), sign: keys.load(name).sign }))

/** The number after the last of these. */
export const nextNumber = ({ root: keys }: Pick<RootSet, 'root'>): number =>
  Math.max(0, ...keys.map(({ keyid }) => Number(/-root-(\d+)$/.exec(keyid)?.[1] ?? 0))) + 1
