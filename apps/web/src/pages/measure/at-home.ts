import { RESTRICTED } from '@entente/law'
import type { Stated } from './stated.ts'

/**
 * What stays at home before anybody chooses: answers that are for those of the nation alone who need them. What was
 * said to the coalition before stays said.
 */
export const atHomeAtFirst = (said: Readonly<Record<string, Stated>>): ReadonlySet<string> =>
  new Set(RESTRICTED.filter((id) => said[id]?.value === undefined))
