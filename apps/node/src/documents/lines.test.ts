import { expect, it } from 'vitest'
import { typeface } from './fonts.ts'
import { lineSetter } from './lines.ts'

it('cuts a word that no line holds by the width of its own letters: a line of wide ones stays within', async () => {
  const faces = await typeface()
  const style = { weight: 'normal', size: 10, leading: 14 } as const
  const width = 200
  const lines = lineSetter(faces)(
    `https://example.org/${'W'.repeat(90)}${'i'.repeat(300)}`,
    style,
    width,
  )
  const wide = (text: string) =>
    Array.from(text, (each) => (faces.normal[0]!.advance(each) ?? 0) * style.size).reduce(
      (sum, each) => sum + each,
      0,
    )
  expect(lines.length).toBeGreaterThan(5)
  for (const line of lines)
    expect(line.reduce((sum, { text }) => sum + wide(text), 0)).toBeLessThanOrEqual(width + 1e-6)
})
