/** A text whose values can be followed again, and where each character of it stood before. */
export type Refanged = {
  readonly text: string
  /** Where what stands at this place of the text began in the original. */
  readonly originOf: (at: number) => number
  /** Whether anything between these two places of the text was made harmless in the original. */
  readonly isDefanged: (start: number, end: number) => boolean
}

/** The ways in which people make addresses harmless, longest first; the sign stands alone or in brackets of any kind. */
const HARMLESS = new RegExp(
  [
    String.raw`(?<scheme>\b(?:h(?:xx|XX|tt|\*\*|__|TT|Xx|xX)p|HXXP|HTTP|fxp|FXP|f\*p))(?<secure>[sS]?)(?<between>\[:\]\/\/|\[:\/\/\]|:\/\/|\[:\]\\\\|:\\\\|_\/\/)`,
    String.raw`(?<dot> ?(?:\[ ?(?:\.|dot|DOT|punto) ?\]|\( ?(?:\.|dot|DOT|punto) ?\)|\{ ?(?:\.|dot|DOT|punto) ?\}) ?|(?<=\w)\[\.(?=\w))`,
    String.raw`(?<at> ?(?:\[ ?(?:@|at|AT) ?\]|\( ?(?:@|at|AT) ?\)|\{ ?(?:@|at|AT) ?\}) ?)`,
    String.raw`(?<colon>\[:\])`,
    String.raw`(?<slash>\[\/\])`,
  ].join('|'),
  'g',
)

/** The text with `hxxp`, `[.]`, `(dot)`, `[at]`, `{.}` and their like as they were meant. */
export function refang(original: string): Refanged {
  const parts: string[] = []
  /** Places in the text from which on the difference to the original is another. */
  const starts: number[] = [0]
  const origins: number[] = [0]
  const marks: number[] = []
  let length = 0
  let from = 0
  for (const found of original.matchAll(HARMLESS)) {
    const plain = plainOf(found)
    if (plain === found[0]) continue
    const before = original.slice(from, found.index)
    parts.push(before, plain)
    length += before.length
    marks.push(length)
    starts.push(length, length + plain.length)
    origins.push(found.index, found.index + found[0].length)
    length += plain.length
    from = found.index + found[0].length
  }
  parts.push(original.slice(from))
  const before = (list: readonly number[], at: number) => {
    let [low, high] = [0, list.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (list[middle]! <= at) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  return {
    text: parts.join(''),
    originOf: (at) => {
      const index = before(starts, at)
      return origins[index]! + at - starts[index]!
    },
    isDefanged: (start, end) => {
      const index = before(marks, end - 1)
      return index >= 0 && marks[index]! >= start
    },
  }
}

function plainOf({ groups = {}, 0: whole }: RegExpMatchArray): string {
  if (groups['scheme'] !== undefined) {
    const isFile = /^f/i.test(groups['scheme'])
    return `${isFile ? 'ftp' : 'http'}${groups['secure'] ? 's' : ''}://`
  }
  if (groups['dot'] !== undefined) return '.'
  if (groups['at'] !== undefined) return '@'
  if (groups['colon'] !== undefined) return ':'
  return groups['slash'] === undefined ? whole : '/'
}
