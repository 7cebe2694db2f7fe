import { type Text, textOf } from '../text.ts'
import { atAddresses, type Block, type Document } from './document.ts'

/** The memorandum as Markdown (GFM); no text in it can become markup. */
export const toMarkdown = ({ title, blocks }: Document): string =>
  `${[`# ${safe(title)}`, ...blocks.map(block)].join('\n\n')}\n`

function block(each: Block): string {
  switch (each.kind) {
    case 'heading':
      return `${'#'.repeat(each.level)} ${safe(each.text)}`
    case 'paragraph':
      return safe(each.text)
    case 'warning':
      return `> **${safe(each.text)}**`
    case 'list':
      return each.items.map((item) => `- ${safe(item)}`).join('\n')
    case 'table':
      return [
        `*${safe(each.caption)}*`,
        '',
        row(each.head),
        row(
          each.head.map(() => '---'),
          textOf,
        ),
        ...each.rows.map((cells) => row(cells)),
      ].join('\n')
  }
}

const row = (cells: readonly Text[], write: (cell: Text) => string = safe): string =>
  `| ${cells.map((cell) => write(cell)).join(' | ')} |`

/**
 * Whoever wrote a fact may have written markup; a line that starts like a list or a number is text too. Markdown has no
 * word for the language of a passage.
 */
const safe = (text: Text): string =>
  atAddresses(textOf(text))
    .map((part, index) => (index % 2 === 1 ? `<${part}>` : escaped(part)))
    .join('')

const escaped = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>|#~&]/g, String.raw`\$&`)
    .replace(/^(\s*)([-+])/, String.raw`$1\$2`)
    .replace(/^(\s*\d+)([.)])/, String.raw`$1\$2`)
