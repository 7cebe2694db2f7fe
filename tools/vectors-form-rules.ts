import type { Said } from './vectors-case.ts'

/** What is said of a field, put as changes of an act of good form, with whether it is still one: written by hand, from the tables of spec/act.md. */

/** What is put at a place of an act: a value, a text or an item so many times over, or nothing where neither is given. */
type Put =
  | { readonly is: unknown }
  | { readonly text: string; readonly times: number }
  | { readonly item: unknown; readonly times: number }
  | Record<never, never>

/** `at` is the path of a field; in an `item` each `#` is its number. */
export type FormExample = { readonly at: string; readonly verdict: 'act' | 'malformed' } & Put

/** An act of good form, and what becomes of it under each change. */
export type Form = { readonly act: Said; readonly examples: readonly FormExample[] }

export const act = (at: string, put: Put = {}): FormExample => ({ at, verdict: 'act', ...put })
export const malformed = (at: string, put: Put = {}): FormExample => ({
  at,
  verdict: 'malformed',
  ...put,
})
export type Rule = readonly FormExample[]

export const goods = (at: string, ...values: readonly unknown[]): Rule =>
  values.map((is) => act(at, { is }))
export const bads = (at: string, ...values: readonly unknown[]): Rule =>
  values.map((is) => malformed(at, { is }))

export const required = (...places: readonly string[]): Rule =>
  places.map((place) => malformed(place))
export const optional = (...places: readonly string[]): Rule =>
  places.flatMap((place) => [act(place), malformed(place, { is: null })])

/** No other field at these places; '' is the act itself. */
export const closed = (...places: readonly string[]): Rule =>
  places.flatMap((at) => [
    malformed(at === '' ? 'other' : `${at}.other`, { is: 1 }),
    ...(at === '' ? [] : bads(at, [], 'object')),
  ])

const CLEF = '\u{1d11e}'
export const text = (at: string, most: number, least = 0): Rule => [
  ...(least === 0 ? goods(at, '') : bads(at, '')),
  act(at, { text: 'x', times: most }),
  malformed(at, { text: 'x', times: most + 1 }),
  // A clef has two code units.
  act(at, { text: CLEF, times: most / 2 }),
  malformed(at, { text: CLEF, times: most / 2 + 1 }),
  ...bads(at, 1, ['x']),
]

/** What people wrote. */
export const words = (at: string, most: number): Rule => [
  ...text(at, most, 1),
  ...goods(at, 'a\tb\nc', 'ñ “ ”', CLEF),
  ...bads(at, 'a\rb', 'a\u0000b', 'a\u007fb', 'a\u0085b'),
]

export const whole = (at: string, least: number, most = Number.MAX_SAFE_INTEGER): Rule => [
  ...goods(at, least, most),
  ...bads(at, least - 1, most + 1, least + 0.5, String(least)),
]

export const list = (at: string, item: unknown, least: number, most: number): Rule => [
  act(at, { item, times: least }),
  ...(least > 0 ? [malformed(at, { item, times: least - 1 })] : []),
  act(at, { item, times: most }),
  malformed(at, { item, times: most + 1 }),
  ...bads(at, {}, item),
]

export const oneOf = (at: string, ...known: readonly string[]): Rule => [
  ...goods(at, ...known),
  ...bads(at, 'constructor', ''),
]
export const yesNo = (at: string): Rule => [...goods(at, true, false), ...bads(at, 'yes', 0)]
export const onlyTrue = (at: string): Rule => bads(at, false, 1, 'true')

export const SHA = `sha256:${'0123456789abcdef'.repeat(4)}`
export const ids = (...places: readonly string[]): Rule =>
  places.flatMap((at) => [
    ...goods(at, SHA),
    ...bads(at, SHA.slice(0, -1), `${SHA}0`, SHA.toUpperCase(), SHA.slice(7), `x${SHA}`, 1),
    ...bads(at, [SHA], `sha256:${'g'.repeat(64)}`),
  ])

export const party = (at: string): Rule => [
  ...goods(at, 'XZ'),
  ...bads(at, 'X', 'XYZ', 'xz', 'X1', ['XZ']),
]

/** Names: a first letter or digit, then `more` signs of which `also` may be some. */
export const name = (at: string, more: number, also: readonly string[] = ['-']): Rule => [
  ...goods(at, 'a', '0', `a${'b'.repeat(more)}`, ...also.map((one) => `a${one}0`)),
  ...bads(at, '', `a${'b'.repeat(more + 1)}`, 'a_b', 'a b', 'a\n', 1, ['a'], 'A', 'aB'),
  ...bads(at, ...['-', '.', '/'].map((one) => `${one}a`)),
  ...bads(at, ...['-', '.', '/'].filter((one) => !also.includes(one)).map((one) => `a${one}0`)),
]
export const clauseId = (at: string): Rule => name(at, 63, ['-', '.', '/'])
export const keyId = (at: string): Rule => [
  ...goods(at, 'A', 'z', '0', `A${'b'.repeat(63)}`, 'a.b', 'a_b', 'a-b', 'aB'),
  ...bads(at, '', `A${'b'.repeat(64)}`, '.a', '_a', '-a', 'a/b', 'a b', 'ab\n', 1),
]

export const day = (at: string): Rule => [
  ...goods(at, '2024-02-29', '2000-02-29', '2026-12-31', '2026-04-30'),
  ...bads(at, '2023-02-29', '1900-02-29', '2026-04-31', '2026-12-32', '2026-13-01', '2026-00-10'),
  ...bads(at, '2026-10-00', '2026-1-01', '12026-01-01', '2026-01-011', '2026-01-01T00:00:00Z', 1),
]
/** The last day of each month, and the one after it. */
export const calendar = (at: string): Rule =>
  [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].flatMap((last, month) => {
    const begin = `2026-${String(month + 1).padStart(2, '0')}-`
    return [...goods(at, `${begin}${last}`), ...bads(at, `${begin}${last + 1}`)]
  })
export const time = (at: string): Rule => [
  ...goods(at, '2024-02-29T23:59:59Z', '2026-11-24T00:00:00.000000001Z'),
  ...bads(at, '2023-02-29T00:00:00Z', '2026-11-24T24:00:00Z', '2026-11-24T23:60:00Z', 1),
  ...bads(
    at,
    '2026-11-24T23:59:60Z',
    '2026-11-24T14:05:00+00:00',
    '2026-11-24T14:05:00',
    '',
    '2026-11-24t14:05:00z',
  ),
  ...bads(
    at,
    '2026-11-24T14:05:00.Z',
    '2026-11-24 14:05:00Z',
    '2026-11-24T14:05:00Zx',
    '2026-11-24',
  ),
]
export const base64 = (at: string): Rule => [
  ...goods(at, '', 'AAAA', 'AAA=', 'AA==', 'a+/0'),
  ...bads(at, 'A', 'AA', 'AAA', 'AA=', 'A===', 'AAAAA', 'AA-_', 'AA A', 'AAAA\n', '====', 1),
]
export const hex = (at: string): Rule => [
  ...goods(at, SHA.slice(7)),
  ...bads(at, SHA.slice(8), `${SHA.slice(7)}0`, SHA.slice(7).toUpperCase(), SHA, 1),
]
export const uuidOf = (at: string, type: string): Rule => {
  const id = `${type}--0ac2a2d6-0d5b-4d5e-8f4b-0f0f6ee4a111`
  return [
    ...goods(at, id),
    ...bads(at, id.slice(0, -1), `${id}1`, `x ${id}`, id.replace('--', '-'), id.toUpperCase(), 1),
  ]
}
export const scaled = (...places: readonly string[]): Rule =>
  places.flatMap((at) => [
    ...closed(at),
    ...required(...['scale', 'version', 'value'].map((field) => `${at}.${field}`)),
    ...goods(`${at}.scale`, 'a', '-', `a${'0'.repeat(39)}`),
    ...bads(`${at}.scale`, '', `a${'0'.repeat(40)}`, 'A', 'a.b'),
    ...text(`${at}.version`, 40, 1),
    ...text(`${at}.value`, 80, 1),
  ])
export const SCALED = { scale: 'admiralty', version: '1', value: 'B2' }

export const facts = (at: string): Rule => [
  ...goods(at, {}, { a: { value: false } }, { '': { value: 1 } }, { a: { value: -3 } }),
  ...bads(at, [], { a: {} }, { a: { value: 1.5 } }, { a: { value: null } }, { a: true }),
  ...bads(at, { a: { value: true, other: 1 } }, { a: { value: ['x'] } }),
  ...goods(at, { ['a'.repeat(64)]: { value: true } }),
  ...bads(at, { ['a'.repeat(65)]: { value: true } }),
  ...text(`${at}.known.value`, 2000).filter(
    ({ verdict }, index) => verdict === 'act' || index === 2,
  ),
  ...optional(`${at}.known.evidence`, `${at}.known.grade`),
  ...list(`${at}.known.evidence`, 'A report', 0, 64),
  ...text(`${at}.known.evidence.0`, 300, 1),
  ...text(`${at}.known.grade`, 8),
]
export const FACTS = { known: { value: true, evidence: ['A report of 24 November'], grade: 'B2' } }

const DIGEST = '0'.repeat(43)
export const SEALED = (part: string) => [{ name: part, digest: DIGEST, to: ['XB'] }]
export const sealed = (...parts: readonly string[]): Rule => [
  ...closed('sealed.0'),
  ...required('sealed.0.name', 'sealed.0.digest'),
  ...optional('sealed.0.to'),
  ...bads('sealed.0.name', 'other', ''),
  ...bads('sealed.0.digest', '0'.repeat(42), '0'.repeat(44), `${'0'.repeat(42)}=`, 1),
  ...goods('sealed.0.digest', `${'0'.repeat(41)}-_`, 'aZ'.padEnd(43, '9')),
  ...list('sealed.0.to', 'XB', 1, 64),
  ...party('sealed.0.to.0'),
  ...list('sealed', { name: parts[0], digest: `#${'0'.repeat(42)}` }, 1, 8),
  malformed('sealed', { item: { name: parts[0], digest: DIGEST }, times: 2 }),
]

export const DOCUMENT = { lang: 'en', title: 'A title', clauses: [{ id: '1', text: 'A clause.' }] }
export const document = (at: string): Rule => [
  ...closed(at, `${at}.clauses.0`),
  ...required(
    ...['lang', 'title', 'clauses', 'clauses.0.id', 'clauses.0.text'].map((one) => `${at}.${one}`),
  ),
  ...goods(`${at}.lang`, 'es'),
  ...bads(`${at}.lang`, 'e', 'eng', 'EN', 'e1', ['en']),
  ...words(`${at}.title`, 300),
  ...list(`${at}.clauses`, { id: 'c#', text: 'A clause.' }, 1, 200),
  malformed(`${at}.clauses`, { item: { id: '1', text: 'A clause.' }, times: 2 }),
  ...clauseId(`${at}.clauses.0.id`),
  ...words(`${at}.clauses.0.text`, 8000),
]
export const step = (at: string): Rule => [
  ...closed(at),
  ...required(`${at}.id`, `${at}.kind`),
  ...name(`${at}.id`, 63),
  ...oneOf(`${at}.kind`, 'situation', 'attribution', 'position', 'measure', 'termination'),
  ...oneOf(`${at}.kind`, 'lessons', 'charter', 'term', 'advisory'),
]
