import { KINDS, type Act, type ActId, type Logged } from '@entente/accord'

/** What acts of one party follow one another about, as the act's kind declares it. */
export function subjectOf(act: Act): string | undefined {
  const kind = KINDS.find((declared) => declared.kind === act.kind)
  return (kind?.subject as ((act: Act) => string | undefined) | undefined)?.(act)
}

/** The party's latest act on a subject: what the next one names as `prev`. */
export const latestOn = (logged: readonly Logged[], subject: string): ActId | undefined =>
  logged.findLast(({ act, void: voided }) => act && !voided && subjectOf(act) === subject)?.id
