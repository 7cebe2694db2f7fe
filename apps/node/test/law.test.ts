import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { entente } from './entente.ts'

const MEASURE = fileURLToPath(
  new URL('../../../examples/quiet-modem/measure.json', import.meta.url),
)
const directory = mkdtempSync(join(tmpdir(), 'entente-law-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const law = (...words: readonly string[]) => entente('law', ...words)

/** The example with other facts, beside which there are no views. */
function changed(change: (measure: z.infer<typeof Measure>) => void): string {
  const measure = Measure.parse(JSON.parse(readFileSync(MEASURE, 'utf8')))
  change(measure)
  const file = join(directory, 'measure.json')
  writeFileSync(file, JSON.stringify(measure))
  return file
}
const Facts = z.record(z.string(), z.looseObject({ value: z.unknown() }))
const Measure = z.looseObject({
  facts: Facts,
  nations: z.array(z.looseObject({ code: z.string(), facts: Facts })),
})
const views = fileURLToPath(new URL('../../../examples/quiet-modem/views', import.meta.url))

describe('entente law', () => {
  it('lists the rules, each with its provision and how far it was read', async () => {
    const { code, out } = await law('rules', '--lang', 'es')
    expect(code).toBe(0)
    expect(out).toContain('ARSIWA, artículo 52(1)(a) (text-seen)')
    const json = z
      .object({
        rules: z.array(
          z.object({
            id: z.string().min(1),
            source: z.object({ citation: z.object({ en: z.string(), es: z.string() }) }),
            verification: z.enum(['text-seen', 'summary-seen', 'general-knowledge', 'engine-rule']),
          }),
        ),
      })
      .parse(JSON.parse((await law('rules', '--json')).out))
    expect(json.rules.length).toBeGreaterThanOrEqual(83)
  })
  it('lists 39 published views, and shows one with its sources', async () => {
    const { out } = await law('views')
    // A code, then the cells of sixteen issues: a letter and how sure it is, or a dot.
    const rows = out
      .split('\n')
      .filter((line) => /^[A-Z]{2,3} +(?:[A-Z–·]\d?[≠+]? +){16}/.test(line))
    expect(rows).toHaveLength(39)
    expect(rows.find((row) => row.startsWith('IR '))).toMatch(/^IR +A0≠/)
    expect(out).toContain('Conflicts and refinements on record: 15')
    expect(out).toContain(
      '  IR sovereignty (rule): Conflict on record: CONFLICT: Toolkit list says',
    )
    const spanish = (await law('views', '--lang', 'es')).out
    expect(spanish).toContain('Conflictos y matices que constan: 15')
    expect(spanish).toContain(
      '  IR sovereignty (rule): Conflicto que consta: La lista del Toolkit dice',
    )
    const one = await law('views', 'gb')
    expect(one.code).toBe(0)
    expect(one.out).toContain('sovereignty: principle\n  In our words: ')
    expect(one.out).toContain('  Conflict on record: ')
    expect(one.out).toContain('https://cyberlaw.ccdcoe.org/wiki/Sovereignty')
  })
  it('says for a code that has no view what it expected, and ends with 2', async () => {
    const { code, err } = await law('views', 'XQ')
    expect(code).toBe(2)
    expect(err).toContain('expected the code of a published view, got XQ')
  })
  it('assesses the measure of the exercise once per nation, and ends with 1 as one cannot say', async () => {
    const { code, out } = await law('test', MEASURE)
    expect(code).toBe(1)
    expect(out).toContain('EXERCISE: Suspension of the port services arrangement')
    expect(out).toContain(
      'XA Alder: conditions met on the recorded facts under the view of Alder; disputed by Birch, ',
    )
    expect(out).toMatch(
      /XB Birch: cannot be said[^\n]*\n {2}missing: Who carried out the conduct\?/,
    )
    expect(out).toMatch(/^arsiwa-42 +conditions met +conditions met +not asked$/m)
  })
  it('ends with 0 where the conditions are met for every nation', async () => {
    const file = changed((measure) => {
      measure.nations = measure.nations.filter(({ code }) => code === 'XA')
    })
    const { code, out } = await law('test', file, '--views', views)
    expect({ code, met: out.includes('XA Alder: conditions met') }).toEqual({ code: 0, met: true })
  })
  it('guesses no view of a nation that has entered none', async () => {
    const { code, out } = await law(
      'test',
      changed(() => undefined),
    )
    expect(code).toBe(1)
    expect(out).toContain(
      'XA Alder: the recorded facts suffice, the law is disputed under the view of Alder',
    )
  })
  it('refuses to deter as an object, with the provision', async () => {
    const file = changed(({ facts }) => {
      facts['object']!.value = 'deter'
    })
    const { code, out } = await law('test', file, '--views', views)
    expect(code).toBe(1)
    expect(out).toContain('REFUSED: to deter is refused as an object: Article 49(1)')
  })
  it('gives a program the cells, with published views beside', async () => {
    const { out } = await law('test', MEASURE, '--with', 'gb,fr', '--json')
    expect(JSON.parse(out)).toMatchObject({
      exercise: true,
      conclusions: [
        { nation: 'XA' },
        { nation: 'XB' },
        { nation: 'XC' },
        { nation: 'GB' },
        { nation: 'FR' },
      ],
    })
  })
  it('writes the memorandum as a document into a new file, and over no other', async () => {
    const out = join(directory, 'memorandum.docx')
    const words = ['memo', MEASURE, '--format', 'docx', '--out', out]
    expect(await law(...words)).toMatchObject({ code: 1, out: '', err: '' })
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK')
    const again = await law(...words)
    expect(again.code).toBe(2)
    expect(again.err).toContain('expected a new file after --out')
  })
  it('writes the memorandum in two formats and two languages', async () => {
    const markdown = await law('memo', MEASURE, '--marking', 'TLP:AMBER')
    expect(markdown.code).toBe(1)
    expect(markdown.out).toMatch(/^# Memorandum: Suspension/)
    expect(markdown.out).toMatch(/Hash of the facts: sha256:[0-9a-f]{64}/)
    expect(markdown.out).toContain('Marking: TLP:AMBER')
    const page = await law('memo', MEASURE, '--format', 'html', '--lang', 'es')
    expect(page.out).toMatch(/^<!doctype html>\n<html lang="es">/)
  })
  it('tests a listing article by article, as a report, in writing and for programs', async () => {
    const file = fileURLToPath(
      new URL('../../../examples/quiet-modem/listing.json', import.meta.url),
    )
    const report = await law('sanctions', file)
    expect(report.code).toBe(1)
    expect(report.out).toContain('met: 9, not met: 2, unknown: 10, disputed: 2')
    expect(report.out).toContain(
      'Council Regulation 2019/796, Article 3(3)(a); Alder met, Birch not met',
    )
    expect(report.out).toMatch(/^EXERCISE: Listing of those behind/)
    const spanish = await law('sanctions', file, '--format', 'md', '--lang', 'es')
    expect(spanish.out).toMatch(/^# Examen de sanciones: /)
    expect(spanish.out).toContain('## Motivación, borrador')
    expect(
      JSON.parse((await law('sanctions', file, '--json', '--marking', 'TLP:AMBER')).out),
    ).toMatchObject({
      marking: 'TLP:AMBER',
      counts: { satisfied: 9, 'not-satisfied': 2, unknown: 10, disputed: 2 },
    })
  })
  it.each([
    [
      'a file that is not there',
      [join(directory, 'none.json')],
      'expected a file that can be read',
    ],
    ['a file that is no JSON', [fileURLToPath(import.meta.url)], 'expected JSON in UTF-8'],
    [
      'views that are not there',
      [MEASURE, '--views', join(directory, 'none')],
      'expected a folder of views',
    ],
  ])('ends with 2 for %s', async (_what, words, message) => {
    const { code, err } = await law('test', ...words)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
  it('shows nothing of a bad fact that could steer the terminal, and ends with 2', async () => {
    const file = changed(({ facts }) => {
      facts['object']!.value = '\u001b[2J'
    })
    const { code, err } = await law('test', file)
    expect(code).toBe(2)
    expect(err).toContain('fact.malformed: expected one of cease-and-repair')
    expect(err).not.toContain('\u001b')
  })
})
