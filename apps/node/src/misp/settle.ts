import { z } from 'zod'
import { sharingGroupMarking } from '@entente/misp'
import { readConfig, writeConfig } from '../config.ts'
import { SharingSetting } from '../sharing/setting.ts'
import { MispSettingError } from './error.ts'
import { MispSetting } from './setting.ts'

type Added = NonNullable<z.input<typeof MispSetting>['remotes']>[number]

/** Puts one more into `misp.remotes` in `node.json`; a running node notices. */
export function addRemote(data: string, added: Added): void {
  const config = readConfig(data)
  const { remotes } = config.misp
  if (remotes.some(({ id }) => id === added.id))
    throw new MispSettingError('remote.exists', `expected a new name, got ${added.id} again`)
  const parsed = MispSetting.safeParse({ remotes: [...remotes, added] })
  if (!parsed.success)
    throw new MispSettingError('remote.malformed', z.prettifyError(parsed.error).slice(0, 500))
  writeConfig(data, { ...config, misp: parsed.data })
}

export function removeRemote(data: string, name: string): void {
  const config = readConfig(data)
  const left = config.misp.remotes.filter(({ id }) => id !== name)
  if (left.length === config.misp.remotes.length)
    throw new MispSettingError('remote.unknown', `expected a remote of this node, got ${name}`)
  writeConfig(data, { ...config, misp: { remotes: left } })
}

/** Settles which community here a sharing group is: its objects may go to that community alone, as far as labels allow. */
export function settleGroup(data: string, uuid: string, community: string): void {
  const config = readConfig(data)
  const { sharing } = config
  if (!sharing.communities.some(({ id }) => id === community))
    throw new MispSettingError(
      'remote.malformed',
      `expected a community of this node's setting, got ${community}`,
    )
  const marking = sharingGroupMarking(uuid.toLowerCase())
  const groups = [
    ...sharing.groups.filter((one) => one.marking !== marking),
    { marking, community },
  ]
  const parsed = SharingSetting.safeParse({ ...sharing, groups })
  if (!parsed.success)
    throw new MispSettingError('remote.malformed', z.prettifyError(parsed.error).slice(0, 500))
  writeConfig(data, { ...config, sharing: parsed.data })
}
