import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { KINDS } from '@entente/accord'

/** A word that nobody else says: it stands in one field of one act. */
export type Canary = {
  readonly word: string
  /** The row of the table in `spec/who-sees-what.md` that says who reads it. */
  readonly kind: string
  readonly field: string
  /** The case in which it was said, by the name that it has in the constellation. */
  readonly at: string
}

/** Twenty-four letters that survive lower case and every encoding. */
const newWord = (): string => `zq${randomBytes(10).toString('hex')}qz`
const WORD = /zq[0-9a-f]{20}qz/g

/** Every canary word in a text, whatever it is. */
export const wordsIn = (text: string): readonly string[] => text.match(WORD) ?? []

/** Makes canaries and knows them all. */
export function aviary() {
  const all: Canary[] = []
  return {
    all: all as readonly Canary[],
    /** A fresh word for a field. */
    in: (kind: string, field: string, at = 'shared'): string => {
      const word = newWord()
      all.push({ word, kind, field, at })
      return word
    },
  }
}
export type Aviary = ReturnType<typeof aviary>

/**
 * Free text by its form, but not by what it means: values of scales and facts, which a node signs only where
 * lexicon and law know them (`act.meaningless`), verbs, and signed notes.
 */
const NOT_FREE =
  /(?:^|\.)(?:severity|likelihood|confidence|grade|level)\.(?:version|value)$|(?:^|\.)facts\{|^view\{|^mandate\.verbs|^(?:notes|together)\[|^(?:closings|early|breaks|since)\{/

/** The fields of a kind that take any words that people write, as its schema has them. */
export function freeFieldsOf(schema: z.ZodType): readonly string[] {
  const free = new Set<string>()
  walk(schema, '', free)
  return [...free].filter((path) => !NOT_FREE.test(path))
}

export const KIND_SCHEMAS: readonly { readonly kind: string; readonly schema: z.ZodType }[] = KINDS

type Inside = {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly element?: z.ZodType
  readonly innerType?: z.ZodType
  readonly valueType?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly items?: readonly z.ZodType[]
  readonly entries?: Readonly<Record<string, string>>
  readonly format?: string
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly check: string } } }[]
}

/** What holds no text, whatever stands in it. */
const WORDLESS = new Set(['literal', 'enum', 'int', 'number', 'boolean'])

function walk(schema: z.ZodType, path: string, free: Set<string>): void {
  const inside = schema._zod.def as unknown as Inside
  const { type, shape, element, innerType, valueType, options, items } = inside
  if (type === 'string') {
    if (!isFormatted(inside)) free.add(path)
    return
  }
  const at = (name: string) => (path === '' ? name : `${path}.${name}`)
  for (const [name, field] of Object.entries(shape ?? {})) walk(field, at(name), free)
  for (const option of [...(options ?? []), ...(innerType ? [innerType] : [])])
    walk(option, path, free)
  for (const one of [...(items ?? []), ...(element ? [element] : [])]) walk(one, `${path}[]`, free)
  if (valueType) walk(valueType, `${path}{}`, free)
  const isKnown =
    WORDLESS.has(type) || shape || options || innerType || items || element || valueType
  // A form that is not known here could hold words: it counts as words.
  if (!isKnown) free.add(path)
}

const isFormatted = ({ format, checks = [] }: Inside): boolean =>
  format !== undefined || checks.some(({ _zod }) => _zod.def.check === 'string_format')

/** The parts of a kind that may stay at home, as its schema has them. */
export function partsOf(schema: z.ZodType): readonly string[] {
  const { shape } = schema._zod.def as unknown as Inside
  const names = new Set<string>()
  const inside = (one: z.ZodType | undefined): void => {
    if (!one) return
    const { type, shape: fields, element, innerType, entries } = one._zod.def as unknown as Inside
    if (type === 'enum') for (const name of Object.values(entries ?? {})) names.add(name)
    inside(fields?.['name'] ?? element ?? innerType)
  }
  inside(shape?.['sealed'])
  return [...names]
}
