import { InvalidArgumentError } from 'commander'
import { Custody, type Charter } from '@entente/accord'

/** Per verb, the least custody of a key whose acts count. */
export type Demands = NonNullable<Charter['custody']>

/** Gathers `--custody comply=browser-held`. */
export function custody(text: string, others: Demands = {}): Demands {
  const [verb = '', least] = text.split('=')
  const read = Custody.exclude(['node-held']).safeParse(least)
  if (verb !== '' && read.success) return { ...others, [verb]: read.data }
  throw new InvalidArgumentError(
    `expected a kind of act and what its keys are held by, as comply=browser-held, got ${text}`,
  )
}
