import { writeFileSync } from 'node:fs'
import { findTerm, sourceText, type Term, TERMS } from '@entente/lexicon'

const HEAD = `# Glossary

Written by \`npm run glossary\` from \`packages/lexicon\`; never edited by hand. The words of the product
stand in code, interface and documents; the words of the field in the texts that members agree, where
the linter finds them ([spec/lexicon.md](spec/lexicon.md)). Every term is proposed until a step agrees
it. A source says how far it was read; *ours* means that the term is the product's own.
`

const PARTS: Readonly<Record<Term['vocabulary'], string>> = {
  product: 'Words of the product',
  field: 'Words of the field',
}

/** The text of GLOSSARY.md, in the alphabetical order of the English labels. */
export function glossary(): string {
  const order = TERMS.toSorted((a, b) => (a.label.en < b.label.en ? -1 : 1))
  const parts = (['product', 'field'] as const).map((part) =>
    [
      `## ${PARTS[part]}\n`,
      ...order.filter(({ vocabulary }) => vocabulary === part).map(section),
    ].join('\n'),
  )
  return [HEAD, ...parts].join('\n')
}

function section(term: Term): string {
  const relations = [
    ['Broader', term.broader === undefined ? [] : [term.broader]],
    ['Narrower', term.narrower],
    ['Related', term.related],
  ] as const
  const links = relations
    .filter(([, ids]) => ids.length > 0)
    .map(([name, ids]) => `${name}: ${ids.map(linkTo).join(', ')}.`)
  return `### ${term.label.en}

\`${term.id}\` · *${term.label.es}*

${term.definition.en}

*${term.definition.es}*

${[`Source: ${sourceText(term.source)}.`, ...links].map((line) => `- ${line}`).join('\n')}
`
}

function linkTo(id: string): string {
  const text = findTerm(id)?.label.en ?? id
  return `[${text}](#${anchorOf(text)})`
}

/** The anchor that Markdown readers give a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')

if (import.meta.main) {
  writeFileSync(new URL('../GLOSSARY.md', import.meta.url), glossary())
  console.log(`GLOSSARY.md: ${TERMS.length} terms`)
}
