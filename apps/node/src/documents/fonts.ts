import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { create, type Font } from 'fontkit'
import { unpacked } from './sfnt.ts'

const require = createRequire(import.meta.url)

export type Weight = 'normal' | 'strong'

/** One file of the typeface: some alphabets in one weight. */
export type Face = {
  readonly name: string
  readonly bytes: Buffer
  /** How wide a character is at a size of 1 point, before kerning; undefined where the face has none. */
  readonly advance: (character: string) => number | undefined
}

/** The faces of each weight, the commonest alphabet first. */
export type Typeface = Readonly<Record<Weight, readonly Face[]>>

const WEIGHTS = { normal: 400, strong: 600 } as const
/** The alphabets of the Union's languages, as @fontsource/source-serif-4 (OFL-1.1) cuts them. */
const ALPHABETS = ['latin', 'latin-ext', 'greek', 'cyrillic']

const PACKAGE = dirname(require.resolve('@fontsource/source-serif-4/package.json'))

let read: Promise<Typeface> | undefined

/** The typeface of written documents, the one of the page; read once. */
export function typeface(): Promise<Typeface> {
  read ??= Promise.all([facesOf('normal'), facesOf('strong')]).then(([normal, strong]) => ({
    normal,
    strong,
  }))
  return read
}

const facesOf = (weight: Weight): Promise<readonly Face[]> =>
  Promise.all(ALPHABETS.map((alphabet) => faceOf(alphabet, weight)))

async function faceOf(alphabet: string, weight: Weight): Promise<Face> {
  const name = `source-serif-4-${alphabet}-${WEIGHTS[weight]}-normal`
  const bytes = unpacked(await readFile(join(PACKAGE, 'files', `${name}.woff`)))
  const known = new Map<string, number | undefined>()
  let font: Font | undefined
  return {
    name,
    bytes,
    advance: (character) => {
      if (known.has(character)) return known.get(character)
      // Most documents need no more than the first alphabet, and a font takes its time to open.
      font ??= opened(bytes, name)
      const found = advanceIn(font, character.codePointAt(0) ?? 0)
      known.set(character, found)
      return found
    },
  }
}

const advanceIn = (font: Font, codePoint: number): number | undefined =>
  font.hasGlyphForCodePoint(codePoint)
    ? font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm
    : undefined

function opened(bytes: Buffer, name: string): Font {
  const found = create(bytes)
  if (!isFont(found)) throw new TypeError(`expected one font in ${name}.woff, got a collection`)
  return found
}

const isFont = (found: ReturnType<typeof create>): found is Font => 'hasGlyphForCodePoint' in found
