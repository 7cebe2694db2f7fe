/** Says on standard error what is refused, and lets the command end with 1. */
export function refuse(line: string): void {
  console.error(`refused: ${harmless(line)}`)
  process.exitCode = 1
}

/** What others wrote must not steer the terminal it is shown on. */
export const harmless = (text: string): string => text.replace(/(?![\n\t])\p{Cc}/gu, '·')
