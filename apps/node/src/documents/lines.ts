import { atAddresses, named, partsOf, type Text } from '@entente/law'
import type { Face, Typeface, Weight } from './fonts.ts'

/** Points. */
export type Style = { readonly weight: Weight; readonly size: number; readonly leading: number }

/** A stretch of one line in one face. */
export type Piece = {
  readonly text: string
  readonly face: string
  readonly width: number
  readonly link?: string
  /** The language of the passage that it stands in, where it is not that of the document. */
  readonly lang?: string
}
export type Line = readonly Piece[]

/** Breaks text into lines of at most this width, in points. */
export type SetLines = (text: Text, style: Style, width: number) => readonly Line[]

type Token = { readonly pieces: Line; readonly isSpaced: boolean }

/** Breaks text at spaces and after hyphens, and within a word only where a line cannot hold it. */
export const lineSetter =
  (typeface: Typeface): SetLines =>
  (text, { weight, size }, width) => {
    const faces = typeface[weight]
    const tokensOf = (part: string, lang: string | undefined): Token[] =>
      atAddresses(part).flatMap((stretch, index) => {
        const link = index % 2 === 1 && URL.canParse(stretch) ? new URL(stretch).href : undefined
        return stretch.split(' ').flatMap((word, at) =>
          broken(word, link).map((bit, nth): Token => ({
            pieces: piecesOf(bit, { faces, size, link, lang }),
            isSpaced: at > 0 && nth === 0,
          })),
        )
      })
    const tokens = partsOf(text)
      .map((part) => tokensOf(part.text, part.lang))
      .reduce(glued, [])
    const wide: Wide = (name, character) =>
      (faces.find((face) => face.name === name)?.advance(character) ?? 0) * size
    return filled(tokens, width, {
      space: piecesOf(' ', { faces, size, link: undefined, lang: undefined }),
      wide,
    })
  }

/** One part after another: no line ends where a language does, but at a space or a hyphen. */
function glued(before: readonly Token[], [first, ...rest]: readonly Token[]): readonly Token[] {
  const last = before.at(-1)
  if (!last || !first) return first ? [...before, first, ...rest] : before
  if (first.isSpaced || last.pieces.at(-1)?.text.endsWith('-')) return [...before, first, ...rest]
  const whole = { pieces: [...last.pieces, ...first.pieces], isSpaced: last.isSpaced }
  return [...before.slice(0, -1), whole, ...rest]
}

/** A word may end its line after a hyphen; an address may not. */
const broken = (word: string, link: string | undefined): readonly string[] =>
  link === undefined ? word.split(/(?<=-)/) : [word]

type Setting = {
  readonly faces: readonly Face[]
  readonly size: number
  readonly link: string | undefined
  readonly lang: string | undefined
}

/** Each stretch of a word with the face that has all of it; what no face has is named instead. */
function piecesOf(word: string, { faces, size, link, lang }: Setting): Line {
  const pieces: Piece[] = []
  const of = { ...(link === undefined ? {} : { link }), ...(lang === undefined ? {} : { lang }) }
  for (const character of word) {
    const found = faces.find(({ advance }) => advance(character) !== undefined)
    const face = found ?? faces[0]!
    const text = found ? character : named(character)
    let width = 0
    for (const each of text) width += (face.advance(each) ?? 0) * size
    join(pieces, { text, face: face.name, width, ...of })
  }
  return pieces
}

/** Neighbours in one face and one language are one piece. */
function join(line: Piece[], piece: Piece): void {
  const last = line.at(-1)
  if (last && last.face === piece.face && last.link === piece.link && last.lang === piece.lang)
    line[line.length - 1] = {
      ...last,
      text: last.text + piece.text,
      width: last.width + piece.width,
    }
  else line.push(piece)
}

/** How wide a character is in a face, in points. */
type Wide = (face: string, character: string) => number

function filled(
  tokens: readonly Token[],
  width: number,
  { space, wide }: { readonly space: Line; readonly wide: Wide },
): readonly Line[] {
  const lines: Piece[][] = [[]]
  let used = 0
  const open = () => {
    lines.push([])
    used = 0
  }
  // A space between two words of a passage is of it.
  const spaceWithin = (last: Piece | undefined, next: Piece | undefined): Line =>
    last?.lang === undefined || last.lang !== next?.lang
      ? space
      : space.map((piece) => ({ ...piece, lang: last.lang! }))
  const put = (piece: Piece) => {
    join(lines.at(-1)!, piece)
    used += piece.width
  }
  for (const { pieces, isSpaced } of tokens) {
    const needs = widthOf(pieces)
    // The space that a line ends with is written too: whoever reads aloud needs it between two words.
    if (isSpaced && used > 0) spaceWithin(lines.at(-1)?.at(-1), pieces[0]).forEach(put)
    if (used > 0 && used + needs > width && !endsSentence(pieces)) open()
    if (needs <= width) pieces.forEach(put)
    else
      for (const character of pieces.flatMap((piece) => apart(piece, wide))) {
        if (used > 0 && used + character.width > width) open()
        put(character)
      }
  }
  return lines
}

/** What no line begins with. */
const endsSentence = ([first, ...more]: Line): boolean =>
  more.length === 0 && /^[;,.:)]?$/.test(first?.text ?? '')

/** A piece character by character, each as wide as it is: by an even share a line of wide ones would pass the margin. */
const apart = (piece: Piece, wide: Wide): readonly Piece[] =>
  Array.from(piece.text, (text) => ({ ...piece, text, width: wide(piece.face, text) }))

export const widthOf = (line: Line): number => line.reduce((sum, { width }) => sum + width, 0)
