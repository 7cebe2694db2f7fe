import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { remembering, toUtf8 } from '@entente/log'
import { crypto as native } from '../../../apps/node/src/platform/crypto.ts'
import { canonical } from '../src/canonical.ts'
import { Charter } from '../src/charter.ts'
import { AccordError } from '../src/error.ts'
import { parseCharter } from '../src/parse-charter.ts'
import { putIn, type Put } from './changed-records.ts'

/** Charters in which one thing is changed: spec/vectors/charter. */

const crypto = remembering(native)
const read = (path: string): unknown =>
  JSON.parse(
    readFileSync(new URL(`../../../spec/vectors/charter/${path}`, import.meta.url), 'utf8'),
  )

const { groups } = read('list.json') as {
  readonly groups: readonly {
    readonly charter: object
    readonly examples: readonly {
      readonly name: string
      readonly why: string
      readonly changes: readonly Put[]
      readonly passage?: { readonly from: string; readonly to: string }
      readonly verdict: 'read' | { readonly refused: string }
    }[]
  }[]
}

describe.each(groups)('a charter in which is changed', ({ charter, examples }) => {
  it.each(examples)('$name: $why', ({ changes, passage, verdict }) => {
    const text = canonical(changes.reduce(putIn, charter))
    const verdictOf = () => {
      try {
        parseCharter(toUtf8(passage ? text.replace(passage.from, passage.to) : text), crypto)
        return 'read'
      } catch (error) {
        if (error instanceof AccordError) return { refused: error.code }
        throw error
      }
    }
    expect(verdictOf()).toEqual(verdict)
  })
})

describe('the form of a charter', () => {
  const { forms } = read('form.json') as {
    readonly forms: readonly {
      readonly charter: object
      readonly examples: readonly (Put & { readonly verdict: 'charter' | 'malformed' })[]
    }[]
  }
  it('is that of its examples', () => {
    for (const { charter } of forms)
      expect(Charter.safeParse(charter).error?.issues ?? []).toEqual([])
  })
  it('holds up to the bounds of each field, and not beyond', () => {
    const found = forms.flatMap(({ charter, examples }) =>
      examples
        .filter(
          ({ verdict, ...put }) =>
            Charter.safeParse(putIn(charter, put)).success !== (verdict === 'charter'),
        )
        .map(({ at, verdict, ...put }) => `${at}: ${JSON.stringify(put)} is ${verdict}`),
    )
    expect(found).toEqual([])
  })
})
