import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Act, KIND_NAMES } from '../src/act.ts'
import { putIn, type Put } from './changed-records.ts'

/** The form of acts, a field at a time, up to its bounds: spec/vectors/form. */

type Forms = {
  readonly forms: readonly {
    readonly act: object
    readonly examples: readonly (Put & { readonly verdict: 'act' | 'malformed' })[]
  }[]
}

const formsOf = (kind: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../spec/vectors/form/${kind}.json`, import.meta.url), 'utf8'),
  ) as Forms

describe.each(KIND_NAMES)('the form of %s', (kind) => {
  const { forms } = formsOf(kind)

  it('is that of its examples', () => {
    for (const { act } of forms) expect(Act.safeParse(act).error?.issues ?? []).toEqual([])
  })
  it('holds up to the bounds of each field, and not beyond', () => {
    const found = forms.flatMap(({ act, examples }) =>
      examples
        .filter((one) => Act.safeParse(putIn(act, one)).success !== (one.verdict === 'act'))
        .map(({ at, verdict, ...put }) => `${at}: ${JSON.stringify(put)} is ${verdict}`),
    )
    expect(found).toEqual([])
  })
})
