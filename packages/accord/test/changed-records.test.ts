import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { remembering } from '@entente/log'
import { crypto as native } from '../../../apps/node/src/platform/crypto.ts'
import { AccordError } from '../src/error.ts'
import { verifyBundle } from '../src/verify-bundle.ts'
import { verifyCertificate } from '../src/verify-certificate.ts'
import { changedText, type Changed } from './changed-records.ts'

// Nearly all of each is what it was: what is true in it is proved once.
const crypto = remembering(native)
const read = (path: string) =>
  readFileSync(new URL(`../../../spec/vectors/${path}`, import.meta.url), 'utf8')

describe('a certificate in which is changed', () => {
  const list = JSON.parse(read('certificate/changed.json')) as {
    readonly charter: string
    readonly of: string
    readonly examples: readonly (Changed & { readonly verdict: object })[]
  }
  const good = read(`certificate/${list.of}`)
  it.each(list.examples)('$name: $why', (example) => {
    const verdictOf = () => {
      try {
        const { publishers } = verifyCertificate(changedText(good, example), {
          charterId: example.charter ?? list.charter,
          crypto,
        })
        return {
          since: Object.fromEntries(publishers.map(({ party, since }) => [party, since])),
          recalled: Object.fromEntries(
            publishers.flatMap(({ party, recalled }) =>
              recalled ? [[party, recalled.reason]] : [],
            ),
          ),
        }
      } catch (error) {
        if (error instanceof AccordError) return { refused: error.code }
        throw error
      }
    }
    expect(verdictOf()).toEqual(example.verdict)
  })
})

describe('a bundle in which is changed', () => {
  const list = JSON.parse(read('bundle/changed.json')) as {
    readonly charter: string
    readonly of: string
    readonly examples: readonly (Changed & { readonly verdict: 'proved' | object })[]
  }
  const good = read(`bundle/${list.of}`)
  it.each(list.examples)('$name: $why', (example) => {
    const verdictOf = () => {
      try {
        verifyBundle(changedText(good, example), { charterId: list.charter, crypto })
        return 'proved'
      } catch (error) {
        if (error instanceof AccordError) return { refused: error.code }
        throw error
      }
    }
    expect(verdictOf()).toEqual(example.verdict)
  })
})
