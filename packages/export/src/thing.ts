import { textOf } from '@entente/stix'

export type Json = Readonly<Record<string, unknown>>

/** What is written out: an object that was released, the label under which it was, and who brought it here. */
export type Thing = { readonly object: Json; readonly tlp: string; readonly from?: string }

/** Why something that was released is not in a file; `because` is told in the words of `LEFT_OUT`. */
export type LeftOut = {
  /** Of the object. */
  readonly id: string
  readonly because: Reason
  /** The part of its pattern, or the value, where it is not the whole object. */
  readonly what?: string
}

/** Why a format cannot carry something, in a sentence. */
export const LEFT_OUT = {
  revoked: 'it is revoked',
  expired: 'its valid_until has passed',
  'not-yet': 'its valid_from has not come',
  'no-indicator': 'it is no indicator: what was seen is not what to look for',
  language: 'its pattern is not of STIX',
  malformed: 'its pattern cannot be read',
  observations: 'it asks for several observations, for an order or for a time',
  joined: 'it holds where several properties do, and one of them alone would say too much',
  comparison: 'it compares otherwise than by being equal',
  'no-place': 'the format has no place for this property',
  value: 'it is no value of its kind',
  'too-long': 'it is longer than the format takes',
  'known-good': 'it stands on a warning list',
  'too-wide': 'it is a network wider than a rule may be for',
  'too-wide-together':
    'with the other networks it would be a rule for more than a sixteenth of all addresses',
  'no-technique': 'it is no technique of ATT&CK, and uses none of those that go',
  retired: 'it is revoked or deprecated in ATT&CK, and what took its place is not known here',
} as const
export type Reason = keyof typeof LEFT_OUT

/** How often each reason holds, and the first ids of each, most frequent first. */
export type LeftOutCount = {
  readonly because: Reason
  readonly count: number
  readonly first: readonly string[]
}

const MOST_NAMED = 10

export function countLeftOut(left: readonly LeftOut[]): readonly LeftOutCount[] {
  return [...Map.groupBy(left, ({ because }) => because)]
    .map(([because, all]) => ({
      because,
      count: all.length,
      first: [...new Set(all.map(({ id }) => id))].slice(0, MOST_NAMED),
    }))
    .toSorted((a, b) => b.count - a.count || (a.because < b.because ? -1 : 1))
}

/** The counts as lines for a comment: `3 left out: it is revoked`. */
export const tellLeftOut = (left: readonly LeftOut[]): readonly string[] =>
  countLeftOut(left).map(({ because, count }) => `${count} left out: ${LEFT_OUT[because]}`)

/** The labels of TLP 2.0, strictest first: a file is as strict as the strictest thing in it. */
const LABELS = ['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR']

/** The label of a file that has all of these; nothing of nothing. */
export const strictestOf = (things: readonly Thing[]): string | undefined =>
  LABELS.find((label) => things.some(({ tlp }) => tlp === label))

export const idOf = ({ object }: Thing): string => textOf(object['id'])

/** One line of printable text: what a stranger wrote ends no comment and no rule. */
export const oneLine = (text: string, most: number): string =>
  text
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, most)
    .toWellFormed()

/** Who made it, when and for how long, as one line of a comment. */
export function provenance({ object, tlp }: Thing): string {
  const parts = [
    ['', object['id']],
    ['', tlp],
    ['by ', object['created_by_ref']],
    ['modified ', object['modified']],
    ['until ', object['valid_until']],
  ] as const
  return parts
    .flatMap(([word, value]) => (textOf(value) === '' ? [] : [`${word}${textOf(value)}`]))
    .map((part) => oneLine(part, 120))
    .join(' ')
}
