import { InvalidArgumentError } from 'commander'
import { Charter } from '@entente/accord'

type Goals = NonNullable<Charter['goals']>

/** Gathers `--goal terms-agreed=2027-06-30:Forty terms are agreed`; what counts it follows the name: `terms-agreed(terms)=…`. */
export function goal(text: string, others: Goals = []): Goals {
  const [, id, count, dueOn, title] =
    /^([a-z0-9-]+)(?:\(([a-z0-9-]+)\))?=(\d{4}-\d{2}-\d{2}):(.+)$/.exec(text) ?? []
  const wanted = { id, title, dueOn, ...(count === undefined ? {} : { count }) }
  const read = Charter.shape.goals.safeParse([...others, wanted])
  if (read.success && read.data) return read.data
  throw new InvalidArgumentError(
    `expected a name, a day and a title, as terms-agreed=2027-06-30:Forty terms are agreed, got ${text}`,
  )
}
