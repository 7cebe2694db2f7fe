import { shownUnseen, withUnseen } from '@entente/lexicon'

/** Says on standard error what is refused, and lets the command end with 1. */
export function refuse(line: string): void {
  console.error(`refused: ${harmless(line)}`)
  process.exitCode = 1
}

/**
 * What others wrote must not steer the terminal it is shown on, nor be read in another order than it was signed in: each
 * character that acts unseen shows as what it is.
 */
export const harmless = (text: string): string =>
  withUnseen(text).replaceAll('\r', shownUnseen('\r'))

/** A name or a title on the one line that it has: it adds none that looks like another statement. */
export const onOneLine = (text: string): string => text.replaceAll(/[\n\t\u2028\u2029]+/gu, ' ')
