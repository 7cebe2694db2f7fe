import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import { AccordError } from './error.ts'
import { verifyBundle } from './verify-bundle.ts'

const BAD = new URL('../../../spec/vectors/bad/', import.meta.url)
const textOf = (file: string) => readFileSync(new URL(file, BAD), 'utf8')

type Tampered = {
  readonly file: string
  readonly what: string
  readonly code: string
  readonly strand: string
  readonly index: number
  readonly act: string | null
}
const { charter, twin, tampered } = JSON.parse(textOf('list.json')) as {
  charter: string
  twin: string
  tampered: readonly Tampered[]
}
const good = textOf(twin)
const verify = (text: string, charterId: string | undefined = charter) =>
  verifyBundle(text, { crypto, ...(charterId !== undefined && { charterId }) })

const refusalOf = (text: string, charterId = charter) => {
  try {
    verify(text, charterId)
  } catch (error) {
    if (error instanceof AccordError) return { code: error.code, ...error.place }
    throw error
  }
  return undefined
}

describe('a record that nobody touched', () => {
  it('proves whose acts are in it, that no others are, and what follows from them', () => {
    const verified = verify(good)
    expect(verified).toMatchObject({
      charterId: charter,
      trusted: true,
      counts: { acts: 17, counted: 17, void: 0 },
      proved: [
        'charter',
        'signatures',
        'presence-and-absence',
        'witnessed',
        'state',
        'certificates',
      ],
    })
    // Version 2 was adopted, and Cedar left it.
    expect(verified.state.steps[0]?.versions).toMatchObject([
      { number: 1, standing: 'open', adopted: [] },
      { number: 2, standing: 'suspended', adopted: [expect.any(String)] },
    ])
  })
  it('says what it does not prove', () => {
    expect(verify(good).notProved).toEqual([
      'content',
      'later',
      'claimed-times',
      'holders',
      'objects',
      'witnesses',
    ])
  })
  it('says until when nothing else was in the strands', () => {
    const { until, strands } = verify(good)
    expect(until).toBe(1_795_528_860)
    expect(strands.map(({ until: one }) => one)).toEqual(Array(4).fill(until))
  })
  it('without a charter id only agrees with itself', () => {
    const verified = verifyBundle(good, { crypto })
    expect(verified.trusted).toBe(false)
    expect(verified.proved).not.toContain('charter')
    expect(verified.notProved).toContain('charter')
  })
  it('proves the same whatever the order of its strands and the white space of its JSON', () => {
    const bundle = JSON.parse(good) as { strands: unknown[] }
    bundle.strands.reverse()
    expect(verify(JSON.stringify(bundle, null, 2)).digest).toBe(verify(good).digest)
  })
})

describe('a record that was tampered with', () => {
  it('has twelve kinds, each with a code of its own', () => {
    expect(tampered).toHaveLength(12)
    expect(new Set(tampered.map(({ code }) => code)).size).toBe(12)
  })
  it.each(tampered)('is refused where $what', ({ file, code, strand, index, act }) => {
    expect(textOf(file)).not.toBe(good)
    expect(refusalOf(textOf(file))).toEqual({
      code,
      party: strand,
      index,
      ...(act !== null && { act }),
    })
  })
  it('is refused for another case than the one asked for, without blaming an act', () => {
    expect(refusalOf(good, `sha256:${'0'.repeat(64)}`)).toEqual({ code: 'charter.other' })
  })
  it('is refused for a claim that nothing explains', () => {
    const bundle = JSON.parse(good) as { claim: { digest: string } }
    bundle.claim.digest = `sha256:${'0'.repeat(64)}`
    expect(refusalOf(JSON.stringify(bundle))).toEqual({ code: 'bundle.claim' })
  })

  type Strands = { origin: string; checkpoint: string; entries: string[] }[]
  const changed = (change: (strands: Strands) => void) => {
    const bundle = JSON.parse(good) as { strands: Strands }
    change(bundle.strands)
    return refusalOf(JSON.stringify(bundle))
  }

  it('is refused where the last act was cut off', () => {
    expect(changed((strands) => strands[2]?.entries.pop())).toEqual({
      code: 'strand.size',
      party: 'XC',
      index: 3,
    })
  })
  it("is refused where another's act was put in at the end", () => {
    const refused = changed((strands) => strands[2]?.entries.push(strands[1]!.entries[1]!))
    expect(refused).toMatchObject({ code: 'strand.size', party: 'XC', index: 4 })
  })
  it("is refused where another's act stands in the place of one", () => {
    const refused = changed((strands) => strands[2]?.entries.splice(1, 1, strands[1]!.entries[1]!))
    expect(refused).toMatchObject({ code: 'strand.foreign-entry', party: 'XC', index: 1 })
  })
  it('is refused where two acts that do not rest on one another changed places', () => {
    const refused = changed(([alder]) =>
      alder?.entries.splice(1, 0, alder.entries.splice(2, 1)[0]!),
    )
    expect(refused).toEqual({ code: 'strand.root', party: 'XA' })
  })
  it('is refused where a strand is of no party of the charter', () => {
    expect(changed(([alder]) => (alder!.origin = 'xz.example/quiet-modem'))).toEqual({
      code: 'strand.unknown',
    })
  })
  it('is refused where an entry is not in the one base64 form it has', () => {
    const refused = changed(([, birch]) => {
      birch!.entries[1] = birch!.entries[1]!.replace(/=+$/, '') + '\n'
    })
    expect(refused).toEqual({ code: 'bundle.base64', party: 'XB', index: 1 })
  })
  it.each([
    ['no JSON', 'record', 'bundle.malformed'],
    ['another format', '{"format":"entente-bundle/2"}', 'bundle.malformed'],
    ['a field too many', good.replace('{', '{"extra":1,'), 'bundle.malformed'],
    ['a field twice', good.replace('{', '{"strands" : [],'), 'bundle.malformed'],
    [
      'a field twice, once in another spelling',
      good
        .replace('{"entries":', '{"\\u0065ntries":[],"entries":')
        .replace('"checkpoint":', '"checkpoint":"\\"","checkpoint":'),
      'bundle.malformed',
    ],
    ['nothing', '', 'bundle.malformed'],
  ])('is refused where it is %s', (_, text, code) => {
    expect(refusalOf(text)).toEqual({ code })
  })
})
