/** One character of a text: whether its code point is one of these. */
export type Has = (point: number) => boolean

/** Code points within these ranges, ends included. */
export const among =
  (...ranges: readonly (readonly [number, number])[]): Has =>
  (point) =>
    ranges.some(([from, to]) => point >= from && point <= to)
export const not =
  (has: Has): Has =>
  (point) =>
    !has(point)

// As PCRE has them without Unicode properties.
const DIGIT = among([48, 57])
export const isWord = among([48, 57], [65, 90], [95, 95], [97, 122])
const SPACE = among([9, 13], [32, 32])
const HORIZONTAL = among(
  [9, 9],
  [32, 32],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x180e, 0x180e],
  [0x2000, 0x200a],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
)
const VERTICAL = among([10, 13], [0x85, 0x85], [0x2028, 0x2029])
/** By the letter after a backslash. */
export const CLASSES: Readonly<Record<string, Has>> = {
  d: DIGIT,
  D: not(DIGIT),
  w: isWord,
  W: not(isWord),
  s: SPACE,
  S: not(SPACE),
  h: HORIZONTAL,
  H: not(HORIZONTAL),
  v: VERTICAL,
  V: not(VERTICAL),
  N: (point) => point !== 10,
}
/** By the name within `[:` and `:]`. */
export const POSIX: Readonly<Record<string, Has>> = {
  alnum: among([48, 57], [65, 90], [97, 122]),
  alpha: among([65, 90], [97, 122]),
  ascii: among([0, 127]),
  blank: among([9, 9], [32, 32]),
  cntrl: among([0, 31], [127, 127]),
  digit: DIGIT,
  graph: among([33, 126]),
  lower: among([97, 122]),
  print: among([32, 126]),
  punct: among([33, 47], [58, 64], [91, 96], [123, 126]),
  space: SPACE,
  upper: among([65, 90]),
  word: isWord,
  xdigit: among([48, 57], [65, 70], [97, 102]),
}
