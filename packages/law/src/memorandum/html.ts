import { partsOf, type Text } from '../text.ts'
import { atAddresses, type Block, type Document } from './document.ts'

const STYLE = `:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;margin:1rem 0}
caption{text-align:start;font-weight:600;padding:.25rem 0}
th,td{border:1px solid;padding:.25rem .5rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}
.warning{border:2px solid;padding:.5rem;font-weight:600}
.scroll{overflow-x:auto}
@media print{body{max-width:none}h2,h3,h4{break-after:avoid}tr{break-inside:avoid}}`

/** The memorandum as one page that loads nothing, runs nothing and reads well aloud and on paper. */
export const toHtml = ({ lang, title, blocks }: Document): string =>
  [
    '<!doctype html>',
    `<html lang="${lang}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escaped(title)}</h1>`,
    ...blocks.map(block),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')

function block(each: Block): string {
  switch (each.kind) {
    case 'heading':
      return `<h${each.level}>${safe(each.text)}</h${each.level}>`
    case 'paragraph':
      return `<p>${safe(each.text)}</p>`
    case 'warning':
      return `<p class="warning" role="note">${safe(each.text)}</p>`
    case 'list':
      return `<ul>\n${each.items.map((item) => `<li>${safe(item)}</li>`).join('\n')}\n</ul>`
    case 'table':
      return table(each)
  }
}

// A table that scrolls sideways must be reachable by keyboard, and then needs a name.
const table = ({ caption, head, rows }: Extract<Block, { kind: 'table' }>): string =>
  [
    `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(caption)}">`,
    '<table>',
    `<caption>${safe(caption)}</caption>`,
    `<thead><tr>${head.map((cell) => `<th scope="col">${safe(cell)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(
      ([first = '', ...rest]) =>
        `<tr><th scope="row">${safe(first)}</th>${rest.map((cell) => `<td>${safe(cell)}</td>`).join('')}</tr>`,
    ),
    '</tbody>',
    '</table>',
    '</div>',
  ].join('\n')

/** A passage in another language says so (WCAG 2.2, 3.1.2). */
const safe = (text: Text): string =>
  partsOf(text)
    .map((part) =>
      part.lang === undefined
        ? linked(part.text)
        : `<span lang="${escaped(part.lang)}">${linked(part.text)}</span>`,
    )
    .join('')

const linked = (text: string): string =>
  atAddresses(text)
    .map((part, index) =>
      index % 2 === 1
        ? `<a href="${escaped(part)}" rel="noreferrer">${escaped(part)}</a>`
        : escaped(part),
    )
    .join('')

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
