/** A sentence that says of values near it that they are not what they seem, and how far it reaches in the text. */
export type Warning = { readonly text: string; readonly from: number; readonly to: number }

const SAYS =
  /false[- ]positives?|falsos? positivos?|\blegitimate\b|\blegítim[oa]s?\b|\bbenign\b|\bTor (?:network|exit|nodes?)\b|\bshared hosting\b|\bsinkhol|\bdo not block\b|\bno bloquear\b|\bcompromised (?:but )?legitimate\b/i

/** A line that begins another part: a heading of Markdown or AsciiDoc, or a line that is underlined by the next. */
const HEADING = /^(?:#{1,6}|={1,6}) \S/

type Block = { readonly from: number; readonly to: number; readonly isHeading: boolean }

/**
 * Warnings live in prose. One reaches over its own paragraph, and where that has no list of its own, over the next one up
 * to a heading: "Most of these servers were part of …", a blank line, and the list.
 */
export function warningsIn(text: string): readonly Warning[] {
  const blocks = blocksOf(text)
  return blocks.flatMap((block, at): readonly Warning[] => {
    const own = text.slice(block.from, block.to)
    if (!SAYS.test(own)) return []
    // An item of a list speaks of itself; a paragraph speaks of what follows as well.
    const items = itemsOf(own, block.from)
    if (items.length > 0) return items
    const next = blocks[at + 1]
    const to = next && !next.isHeading && !block.isHeading ? next.to : block.to
    return [{ text: plain(own), from: block.from, to }]
  })
}

/** The items of a list that warn. */
function itemsOf(text: string, from: number): readonly Warning[] {
  let at = from
  return text.split('\n').flatMap((line) => {
    const start = at
    at += line.length + 1
    return ITEM.test(line) && SAYS.test(line)
      ? [{ text: plain(line), from: start, to: start + line.length }]
      : []
  })
}
const ITEM = /^\s*(?:[-*•|]|\d+[.)])\s/

/** Words without the breaks of lines, as long as anybody reads. */
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim().slice(0, 2_000)

function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = []
  let from = 0
  let at = 0
  const close = (to: number, next: number, isHeading = false) => {
    if (to > from) blocks.push({ from, to, isHeading })
    from = next
  }
  for (const line of text.split('\n')) {
    const end = at + line.length
    if (line.trim() === '') close(at, end + 1)
    else if (HEADING.test(line)) {
      close(at, at)
      close(end, end + 1, true)
    }
    at = end + 1
  }
  close(text.length, text.length)
  return blocks
}
