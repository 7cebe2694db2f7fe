import { fromHex, toBase64, toHex, toUtf8, type Sha256 } from '@entente/log'
import { canonical, headingOf, partsOf } from '@entente/accord'
import { chosen, queryOf, type Choice } from './chosen.ts'
import { linked, published, updated, type Published } from './publications.ts'
import { takenBack } from './taken-back.ts'
import { dateTime, nameOf, stands } from './view.ts'

/** How many of the newest publications a feed has. */
const MOST_ENTRIES = 100

/**
 * An Atom feed (RFC 4287) of what is published, of it all or of a choice. Ids are names of
 * content (RFC 6920): the same on every node and after every restart.
 */
export function atomFeed(
  all: readonly Published[],
  feed: {
    readonly title: string
    /** What tells this feed from others: the charter ids of the public cases. */
    readonly of: readonly string[]
    readonly choice: Choice
    /** Where it is served: `https://node.example`. */
    readonly origin: string
    readonly sha256: Sha256
  },
): string {
  const { title, of, choice, origin, sha256 } = feed
  const { lang, audience } = choice
  const found = chosen(all, choice)
  // A feed must say when it changed last, and one without entries never did.
  const changed = Math.max(0, ...found.map(updated))
  const self = `${origin}/feed.atom${queryOf(choice)}`
  const page = `${origin}/public${queryOf(audience ? { audience } : {})}`
  const named = { feed: [...of], lang: lang ?? null, ...(audience ? { audience } : {}) }
  const id = toHex(sha256(toUtf8(canonical(named))))
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom"${lang ? ` xml:lang="${lang}"` : ''}>`,
    `<id>${contentName(id)}</id>`,
    `<title>${xml(title)}</title>`,
    `<updated>${dateTime(changed)}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${xml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(page)}"/>`,
    ...found.slice(0, MOST_ENTRIES).map((one) => entry(one, all, origin)),
    '</feed>',
    '',
  ].join('\n')
}

function entry(one: Published, all: readonly Published[], origin: string): string {
  const { id, publication, statements } = one
  const { what, audience, text } = publication
  const page = (of: Published) => `${origin}/public/${hexOf(of.id)}`
  const alternate = (of: Published) =>
    `<link rel="alternate" type="text/html" hreflang="${of.publication.text.lang}" href="${xml(page(of))}"/>`
  // At most one link per language may be an alternate.
  const others = new Map(linked(one, all).map((other) => [other.publication.text.lang, other]))
  others.delete(text.lang)
  return [
    `<entry xml:lang="${text.lang}">`,
    `<id>${contentName(hexOf(id))}</id>`,
    `<title>${xml(text.title)}</title>`,
    `<published>${dateTime(published(one))}</published>`,
    `<updated>${dateTime(updated(one))}</updated>`,
    ...statements.map(({ party }) => `<author><name>${xml(nameOf(one, party))}</name></author>`),
    `<category term="${what}"/>`,
    `<category term="${audience}"/>`,
    ...(one.file.charter.exercise ? ['<category term="exercise"/>'] : []),
    ...(stands(one) ? [] : ['<category term="recalled"/>']),
    ...[one, ...others.values()].map(alternate),
    `<link rel="related" type="application/json" href="${xml(`${page(one)}/certificate.json`)}"/>`,
    `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${takenBack(one).map(paragraph).join('')}${body(one)}</div></content>`,
    '</entry>',
  ].join('\n')
}

const paragraph = (text: string): string => `<p>${xml(text)}</p>`

/** The text as it is read, each section under its heading. */
const body = ({ publication: { what, text } }: Published): string =>
  partsOf(text.clauses)
    .flatMap(({ section, clauses }) => {
      const heading = section && what === 'advisory' ? headingOf(section, text.lang) : undefined
      return [
        ...(heading ? [`<h2 xml:lang="${heading.lang}">${xml(heading.text)}</h2>`] : []),
        ...clauses.map((clause) => paragraph(clause.text)),
      ]
    })
    .join('')

export const hexOf = (id: string): string => id.slice('sha256:'.length)

/** A hash as a URI that names content (RFC 6920 section 3): base64url without padding. */
const contentName = (hex: string): string =>
  `ni:///sha-256;${toBase64(fromHex(hex)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`

/** Text that others wrote, as XML 1.0 may carry it (section 2.2 leaves two characters out). */
const xml = (text: string): string =>
  text
    .replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
