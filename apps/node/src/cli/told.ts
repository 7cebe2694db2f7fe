import { inRows, toWords } from '../parties/words.ts'

/** An id as it is printed for comparing: its digits, and its words to be read out. */
export const toldId = (id: string): string =>
  `  ${id}\n${inRows(toWords(id)).replaceAll(/^/gm, '  ')}`

/** Seconds as people say them: `14 days`, `1 hour 30 minutes`. */
export function duration(seconds: number): string {
  const units = [
    ['day', Math.floor(seconds / 86_400)],
    ['hour', Math.floor((seconds % 86_400) / 3600)],
    ['minute', Math.floor((seconds % 3600) / 60)],
    ['second', seconds % 60],
  ] as const
  const said = units.filter(([, count]) => count > 0)
  if (said.length === 0) return 'no time'
  return said.map(([unit, count]) => `${count} ${unit}${count === 1 ? '' : 's'}`).join(' ')
}
