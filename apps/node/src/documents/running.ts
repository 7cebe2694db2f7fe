import type { Document } from '@entente/law'
import { LABEL_SIZE, labelColour } from './label.ts'
import { type Line, type SetLines, type Style, widthOf } from './lines.ts'
import { artifact, type Doc, MARGIN, writeLine } from './sheet.ts'

/** Points from the edge of the page. */
const EDGE = 34
const QUIET = '#555555'
const SMALL: Style = { weight: 'normal', size: 8.5, leading: 11 }
const LABEL: Style = { weight: 'strong', size: LABEL_SIZE, leading: 16 }

/** On every page, once their number is known: title and marking above; foot, number and marking below. */
export function runningLines(doc: Doc, { title, foot, marking }: Document, set: SetLines): void {
  const { start, count } = doc.bufferedPageRange()
  const label = marking === undefined ? undefined : set(marking, LABEL, 240)[0]
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page)
    const { width, height } = doc.page
    const centre = (line: Line) => (width - widthOf(line)) / 2
    artifact(
      doc,
      () => {
        const top = { size: SMALL.size, y: EDGE + 3, colour: QUIET }
        const below = { ...top, y: height - EDGE - 13 }
        const number = set(`${page + 1} / ${count}`, SMALL, 80)[0] ?? []
        if (page > start) writeLine(doc, clipped(title, set), { ...top, x: MARGIN.side })
        writeLine(doc, set(foot, SMALL, 180)[0] ?? [], { ...below, x: MARGIN.side })
        writeLine(doc, number, { ...below, x: centre(number) })
        if (label && marking !== undefined)
          for (const y of [EDGE, height - EDGE - 16]) writeLabel(doc, label, { marking, y })
      },
      'Pagination',
    )
  }
}

/** Right-justified, in the colour of TLP 2.0 on black. */
function writeLabel(
  doc: Doc,
  label: Line,
  { marking, y }: { readonly marking: string; readonly y: number },
): void {
  const width = widthOf(label)
  const x = doc.page.width - MARGIN.side - width - 5
  doc.rect(x - 5, y, width + 10, 17).fill('#000000')
  writeLine(doc, label, { size: LABEL.size, x, y: y + 1, colour: `#${labelColour(marking)}` })
}

/** The first line of a title that is too long, and a sign that it goes on. */
function clipped(title: string, set: SetLines): Line {
  const room = 300
  const lines = set(title, SMALL, room)
  return lines.length > 1
    ? [...set(title, SMALL, room - 12)[0]!, ...set('…', SMALL, 12)[0]!]
    : (lines[0] ?? [])
}
