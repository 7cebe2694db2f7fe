import { expect, test } from 'vitest'
import { drawnId } from './told.ts'

type Read = (pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null
// Its declarations say of a CommonJS file that it were a module.
const { default: jsQR } = (await import('jsqr')) as unknown as { default: Read }

/** What each half of a block of the terminal shows, upper then lower: light is true. */
const HALVES: Readonly<Record<string, readonly [boolean, boolean]>> = {
  '█': [true, true],
  '▀': [true, false],
  '▄': [false, true],
  ' ': [false, false],
}

/** The picture that a camera takes of a dark terminal, four points to a module. */
function photographed(drawn: string): { pixels: Uint8ClampedArray; width: number; height: number } {
  const rows = drawn.split('\n').flatMap((line) => {
    const halves = line.split('').map((block) => HALVES[block]!)
    return [halves.map(([upper]) => upper), halves.map(([, lower]) => lower)]
  })
  const [width, height] = [rows[0]!.length * 4, rows.length * 4]
  const pixels = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      pixels.set(rows[y >> 2]![x >> 2] ? [255, 255, 255, 255] : [0, 0, 0, 255], (y * width + x) * 4)
  return { pixels, width, height }
}

test('an id drawn on a terminal is read back by another program', () => {
  for (const id of [`sha256:${'0'.repeat(64)}`, `sha256:${'5a'.repeat(32)}`]) {
    const { pixels, width, height } = photographed(drawnId(id))
    expect(jsQR(pixels, width, height)?.data).toBe(id)
  }
})
