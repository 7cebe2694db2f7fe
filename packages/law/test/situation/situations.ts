import { attributionMore } from './attribution-more.ts'
import { attribution } from './attribution.ts'
import { breachMore } from './breach-more.ts'
import { breach } from './breach.ts'
import { consistency } from './consistency.ts'
import { excuses } from './excuses.ts'
import { invocation } from './invocation.ts'
import { limits } from './limits.ts'
import { listing } from './listing.ts'
import { options } from './options.ts'
import { procedure } from './procedure.ts'
import { standing } from './standing.ts'
import type { Situations } from './situation.ts'

/** Every situation, by the id of its rule. */
export const SITUATIONS: Situations = {
  ...attribution,
  ...attributionMore,
  ...breach,
  ...breachMore,
  ...excuses,
  ...standing,
  ...invocation,
  ...limits,
  ...procedure,
  ...listing,
  ...options,
  ...consistency,
}
