import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))

function entente(args: readonly string[], input: string | Uint8Array = '') {
  const flags = ['--conditions=entente-source', '--disable-warning=ExperimentalWarning']
  const run = spawnSync(process.execPath, [...flags, MAIN, ...args], { input, encoding: 'utf8' })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

describe('entente lint', () => {
  it('ends with 0 where nothing is an error, though there are warnings', () => {
    const { code, out } = entente(['lint', '-'], 'Hackers used a wiper.')
    expect(code).toBe(0)
    expect(out).toContain('-:1:1 warning word.avoid “Hackers”')
    expect(out).toContain('say: threat actor')
    expect(out).toContain('errors: 0, warnings: 1, notes: 1')
  })

  it('ends with 1 where something is, in the language of the text', () => {
    const text = 'Este ataque armado es obra de Hawthorn.'
    const { code, out } = entente(['lint', '-', '--lang', 'es', '--quiet'], text)
    expect(code).toBe(1)
    expect(out).toContain('-:1:6 error weight.unsupported “ataque armado”')
    expect(out).toContain('errores: 1, avisos: 0, notas: 0')
  })

  it('gives a program the findings as JSON', () => {
    const { out } = entente(['lint', '-', '--json'], 'A near miss.')
    expect(JSON.parse(out)).toMatchObject({
      findings: [{ code: 'term.used', term: 'near-miss', span: { offset: 2, length: 9 } }],
    })
  })

  it('shows how nations read a term otherwise, from a file', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'entente-readings-')), 'readings.json')
    const reading = { nation: 'XB', term: 'sovereignty', reads: 'a principle', source: 'none' }
    writeFileSync(file, JSON.stringify([reading]))
    const { out } = entente(['lint', '-', '--readings', file], 'Its sovereignty.')
    expect(out).toContain('-:1:5 warning term.read-otherwise “sovereignty”')
    expect(out).toContain('XB reads this term otherwise: a principle')
    writeFileSync(file, JSON.stringify([{ ...reading, term: 'no-such-term' }]))
    const refused = entente(['lint', '-', '--readings', file], 'Its sovereignty.')
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('expected the id of a term')
    rmSync(dirname(file), { recursive: true })
  })

  it('ends with 2 for what is no text, no file or no language', () => {
    expect(entente(['lint', '-'], Uint8Array.of(0xff, 0xfe))).toMatchObject({ code: 2 })
    expect(entente(['lint', 'no-such-file']).code).toBe(2)
    expect(entente(['lint', '-', '--lang', 'fr']).code).toBe(2)
  })
})

describe('entente lexicon', () => {
  it('shows a term in the language that is asked for', () => {
    const { code, out } = entente(['lexicon', 'show', 'near-miss', '--lang', 'es'])
    expect(code).toBe(0)
    expect(out).toContain('Cuasiincidente · Near miss (near-miss, proposed)')
    expect(out).toContain('exact match: Article 6(5), Directive (EU) 2022/2555 (NIS2)')
  })

  it('lists the words of the field apart from the product’s', () => {
    const idsOf = (vocabulary: string) => {
      const { out } = entente(['lexicon', 'terms', '--json', '--of', vocabulary])
      return (JSON.parse(out) as { terms: { id: string }[] }).terms.map(({ id }) => id)
    }
    expect(idsOf('field')).toContain('wiper')
    expect(idsOf('field')).not.toContain('charter')
    expect(idsOf('product')).toContain('charter')
  })

  it('compares by range, and refuses what stands on no scale', () => {
    const compare = ['lexicon', 'compare', 'phia@2025:likely']
    expect(entente([...compare, 'icd-203@2015:likely']).out).toContain('inside')
    const refused = entente([...compare, 'icd-203@2015:perhaps'])
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('expected a value of icd-203@2015, got perhaps')
  })

  it('lists scales with their ranges, and exports SKOS under the address given', () => {
    expect(entente(['lexicon', 'scales']).out).toMatch(/almost certain +almost certain {2}95-99 %/)
    const { out } = entente(['lexicon', 'export', '--base', 'https://co.example/l#'])
    const {
      '@graph': [scheme],
    } = JSON.parse(out) as { '@graph': object[] }
    expect(scheme).toMatchObject({ '@id': 'https://co.example/l#' })
  })

  it('lists good practices for whom they are, in the language asked for, with their sources', () => {
    const { out } = entente(['lexicon', 'practices', '--for', 'individual', '--lang', 'es'])
    expect(out).toContain('gp-05 Aprenda a reconocer y a comunicar un mensaje sospechoso.')
    expect(out).toContain('source: ENISA and CERT-EU')
    expect(out).not.toContain('gp-10')
  })
})
