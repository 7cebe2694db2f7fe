/** How far ahead the end of a sentence is looked for: more white space than this is an end by itself. */
const AHEAD = 16

/** A full stop ends a sentence unless the text goes on at once, or in lower case or with a number. */
export function endsSentence(text: string, index: number): boolean {
  if (text[index] === '!' || text[index] === '?') return true
  const rest = text.slice(index + 1, index + 1 + AHEAD)
  const [, space = '', next = ''] = /^[)\]"'»”’]*(\s*)(\S?)/u.exec(rest) ?? []
  if (next === '') return true
  return space !== '' && !/[\p{Ll}0-9]/u.test(next)
}

/** Whether what follows the end of a line is a new block: a blank line, a list item, a heading, a quote. */
export const startsBlock = (text: string, start: number): boolean =>
  /^[ \t]{0,12}(?:[\r\n\u2028\u2029]|[#>|•]|[-*+] )/u.test(text.slice(start, start + AHEAD))
