import { Option } from 'commander'

/** Where the first nation of the exercise keeps its evidence: what a person tries first works there. */
const DATA = '.entente/demo/XA'

/** The options of every command that reads or adds evidence. */
export type EvidenceOptions = { readonly data: string; readonly session?: string }

export const dataOption = () =>
  new Option('--data <directory>', 'the data directory of a node that does not run').default(DATA)
export const sessionOption = () =>
  new Option(
    '--session <file>',
    'a running node instead: the session that entente login keeps (.entente/session.json)',
  )
