/** Says on standard error what is refused, and lets the command end with 1. */
export function refuse(line: string): void {
  console.error(`refused: ${harmless(line)}`)
  process.exitCode = 1
}

/**
 * What others wrote must not steer the terminal it is shown on, nor be read in another order than it was signed in: each
 * control character and each mark of direction shows as a point.
 */
export const harmless = (text: string): string =>
  text.replace(/(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '·')

/** A name or a title on the one line that it has: it adds none that looks like another statement. */
export const onOneLine = (text: string): string => text.replaceAll(/[\n\t\u2028\u2029]+/gu, ' ')
