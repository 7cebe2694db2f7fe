import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { findTerm, LANGUAGES, type Language } from '@entente/lexicon'
import { Act, KINDS } from './act.ts'
import { fieldWords, tellAct, valueWords, type Told } from './tell-act.ts'

const VECTORS = new URL('../../../spec/vectors/acts/', import.meta.url)

type Schema = {
  readonly enum?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly additionalProperties?: Schema | boolean
}

/** Every field of a form at any depth, and every value of a fixed set that it may have. */
function fieldsOf(schema: Schema, field = ''): readonly { field: string; value?: string }[] {
  const { additionalProperties: more } = schema
  const inside = [
    schema.items,
    ...(schema.prefixItems ?? []),
    ...(schema.anyOf ?? []),
    typeof more === 'object' ? more : undefined,
  ]
  return [
    ...(schema.enum ?? []).map((value) => ({ field, value })),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => [
      { field: name },
      ...fieldsOf(one, name),
    ]),
    ...inside.flatMap((one) => (one ? fieldsOf(one, field) : [])),
  ]
}

/** What is said of every act apart, and what makes a value one of a scale. */
const BASE = new Set(['v', 'charter', 'party', 'prev', 'claimedAt', 'scale'])

const labelsOf = (told: readonly Told[]): readonly string[] =>
  told.flatMap(({ label, parts = [] }) => [label, ...labelsOf(parts)])

const teller = {
  nameOf: () => undefined,
  momentOf: (seconds: number) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`,
}

const flat = (told: readonly Told[]): readonly string[] =>
  told.flatMap(({ label, says, parts = [] }) => [label, says ?? '', ...flat(parts)])

describe.each(KINDS.map(({ kind, schema }) => ({ kind, schema: schema as z.ZodType })))(
  'an act of kind $kind',
  ({ kind, schema }) => {
    const form = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema

    test('has a name, and words for every field and every value, in each language', () => {
      const without = fieldsOf(form)
        .filter(({ field }) => !BASE.has(field))
        .filter(({ field, value }) => {
          const words =
            value === undefined ? fieldWords(kind, field) : valueWords(kind, field, value)
          return words === undefined || words.en === '' || words.es === ''
        })
      expect(without).toEqual([])
      expect(findTerm(kind)?.label).toMatchObject({
        en: expect.stringMatching(/./) as string,
        es: expect.stringMatching(/./) as string,
      })
    })

    test('is told in plain words: nothing that it says is left out, and no JSON is left in', () => {
      const examples = vectors().get(kind) ?? []
      expect(examples.length).toBeGreaterThan(0)
      const fields = new Set(fieldsOf(form).map(({ field }) => field))
      for (const act of examples) {
        const [en, es] = LANGUAGES.map((lang: Language) => flat(tellAct(act, { lang, ...teller })))
        for (const words of [en!, es!])
          for (const word of words) expect(word).not.toMatch(/\[object|^[{[]|undefined/)
        expect(en!.length).toBe(es!.length)
        for (const label of labelsOf(tellAct(act, { lang: 'en', ...teller })))
          expect(fields.has(label), label).toBe(false)
        for (const text of proseOf(act)) expect(en).toContain(text)
        const said = Object.keys(act).filter((field) => !BASE.has(field) && field !== 'kind')
        expect(tellAct(act, { lang: 'es', ...teller })).toHaveLength(said.length)
      }
    })
  },
)

test('an id is told by what it stands for, where that is known', () => {
  const [act] = vectors().get('withdraw')!
  if (act?.kind !== 'withdraw') return expect.unreachable()
  const nameOf = (id: string) => (id === act.on ? 'the position, version 2' : undefined)
  expect(tellAct(act, { ...teller, lang: 'en', nameOf })).toContainEqual({
    label: 'On',
    says: 'the position, version 2',
  })
})

test('a moment, a yes and a value of a scale are words and not numbers, true or codes', () => {
  const said = (kind: Act['kind'], lang: Language) =>
    vectors()
      .get(kind)!
      .flatMap((act) => flat(tellAct(act, { lang, ...teller })))
  expect(said('comply', 'en').some((word) => /^20\d\d-\d\d-\d\dT.*Z$/.test(word))).toBe(true)
  expect(said('review', 'es')).toContain('sí')
  expect(said('attribute', 'es').some((word) => /^.+ \(.+ \d+\)$/.test(word))).toBe(true)
  expect(said('comply', 'es')).toContain('Objeta')
})

/** Words that people wrote: they are told as they stand. */
const proseOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.includes(' ') && !value.includes('\n') ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(proseOf) : []
}

/** The acts of every kind that count, as the specification gives them. */
function vectors(): ReadonlyMap<string, readonly Act[]> {
  return new Map(
    readdirSync(VECTORS)
      .map((name) => JSON.parse(readFileSync(new URL(name, VECTORS), 'utf8')) as Vectors)
      .flatMap(({ kind, examples = [] }) =>
        kind === undefined
          ? []
          : [[kind, examples.flatMap(readGood).filter((act) => act.kind === kind)] as const],
      ),
  )
}

type Vectors = {
  readonly kind?: string
  readonly examples?: readonly { readonly verdict: unknown; readonly payload: object }[]
}

const readGood = ({ verdict, payload }: NonNullable<Vectors['examples']>[number]): readonly Act[] =>
  verdict === 'counts' ? [Act.parse(payload)] : []
