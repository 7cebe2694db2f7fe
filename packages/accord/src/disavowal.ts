import { kindOf } from './act.ts'
import type { Logged } from './cut.ts'
import type { ActId } from './id.ts'
import type { VoidReason } from './keys.ts'

/** Where the root keys of its party disown an act. */
export type Disavowal = { readonly by: ActId; readonly from: number }

/**
 * An act as it stands once it is disowned. What was on record or moved a measure counts for nothing
 * from there. A voice stays where it was said and is withdrawn by the disavowal itself; a text stays
 * on record and can be adopted no more; what moved its time stays too, for what was certified may rest
 * on it; a certificate and a proof hold whoever filed them.
 */
export function disown(logged: Logged, disavowed: Disavowal): Logged {
  const known = disowned.get(logged)
  if (known) return known
  const made = make(logged, disavowed)
  disowned.set(logged, made)
  return made
}

/** What was proved of an act stays with it: the same act is the same object in every cut. */
const disowned = new WeakMap<Logged, Logged>()

function make(logged: Logged, disavowed: Disavowal): Logged {
  const { act } = logged
  if (!act || logged.void) return logged
  const effect = kindOf(act).effect?.(act)
  switch (effect?.does) {
    case 'files':
    case 'speaks':
    case 'extends':
    case 'reaffirms':
    case 'acknowledges':
    case 'certifies':
    case 'accuses':
    case 'disavows':
    case 'leaves':
    case 'amends':
      return { ...logged, disavowed }
    case 'measures':
    case 'retracts':
    case 'records':
    case undefined:
      return { ...logged, disavowed, void: reason(disavowed) }
  }
}

const reason = ({ by }: Disavowal): VoidReason => ({
  code: 'act.disavowed',
  message: `expected an act that its party stands by, got one that act ${by} disowns`,
})
