import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { readConfig, writeConfig } from '../config.ts'
import { TaxiiSettingError } from './error.ts'
import { TaxiiSetting } from './setting.ts'

type Written = z.input<typeof TaxiiSetting>
type Part = 'collections' | 'clients' | 'remotes'
type Added<P extends Part> = NonNullable<Written[P]>[number]

/** Puts one more into a list of `taxii` in `node.json`; a running node notices. */
function add<P extends Part>(data: string, part: P, added: Added<P>): void {
  const config = readConfig(data)
  const list = config.taxii[part] as readonly { readonly id: string }[]
  if (list.some(({ id }) => id === added.id))
    throw new TaxiiSettingError(
      'taxii.exists',
      `expected a new name among ${part}, got ${added.id} again`,
    )
  const parsed = TaxiiSetting.safeParse({ ...config.taxii, [part]: [...list, added] })
  if (!parsed.success)
    throw new TaxiiSettingError('taxii.malformed', z.prettifyError(parsed.error).slice(0, 500))
  writeConfig(data, { ...config, taxii: parsed.data })
}

/** Takes one out of a list; what it names may be an alias. */
export function removeFrom(data: string, part: Part, name: string): void {
  const config = readConfig(data)
  const list = config.taxii[part] as readonly { readonly id: string; readonly alias?: string }[]
  const left = list.filter(({ id, alias }) => id !== name && alias !== name)
  if (left.length === list.length)
    throw new TaxiiSettingError('taxii.unknown', `expected one of ${part} here, got ${name}`)
  writeConfig(data, { ...config, taxii: { ...config.taxii, [part]: left } })
}

export function addCollection(data: string, added: Omit<Added<'collections'>, 'id'>): string {
  const id = randomUUID()
  add(data, 'collections', { ...added, id })
  return id
}

/** Lets a program in; answers its token, which is kept nowhere. */
export function addClient(data: string, added: Omit<Added<'clients'>, 'token'>): string {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest('hex')
  const { reads = [], writes = [], ...rest } = added
  const named = { reads: idsOf(data, reads), writes: idsOf(data, writes) }
  add(data, 'clients', { ...rest, ...named, token: hash })
  return token
}

export function addRemote(data: string, added: Added<'remotes'>): void {
  const pushes = added.pushes === undefined ? {} : { pushes: idsOf(data, [added.pushes])[0]! }
  add(data, 'remotes', { ...added, ...pushes })
}

/** Collections of this node by their ids, named by those or by their aliases. */
function idsOf(data: string, names: readonly string[]): string[] {
  const { collections } = readConfig(data).taxii
  return names.map((name) => {
    const found = collections.find(({ id, alias }) => id === name || alias === name)
    if (found) return found.id
    throw new TaxiiSettingError('taxii.unknown', `expected a collection of this node, got ${name}`)
  })
}
