import { fileURLToPath } from 'node:url'
import { LAW_EDITION } from '@entente/law'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { lawCommand } from './law.ts'

const MEASURE = fileURLToPath(
  new URL('../../../../examples/quiet-modem/measure.json', import.meta.url),
)
const LISTING = fileURLToPath(
  new URL('../../../../examples/quiet-modem/listing.json', import.meta.url),
)
const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
afterEach(() => log.mockClear())

/** What `entente law` prints for these words. */
async function told(...words: readonly string[]): Promise<string> {
  await lawCommand().parseAsync(['node', 'law', ...words])
  return log.mock.calls.map(([line]) => String(line)).join('\n')
}

it('explains one rule, nation by nation, with its source, facts, reading and who differs', async () => {
  const text = await told('explain', MEASURE, '--rule', 'tallinn-4-territory')
  expect(text).toMatch(/^XA Alder: conditions met/m)
  expect(text).toContain('its view: sovereignty rule')
  expect(text).toMatch(/facts looked at: effect = [^\n]+ \(asserted by Alder\)/)
  log.mockClear()
  const spanish = await told('explain', MEASURE, '--rule', 'tallinn-4-territory', '--lang', 'es')
  expect(spanish).toMatch(/hechos examinados: effect = [^\n]+ \(afirmado por Alder\)/)
  expect(text).toMatch(/Views that differ:[^\n]*\n[^\0]*: Birch; United Kingdom/)
  expect(text).toMatch(/^Past incident: OPCW[^\n]*\n {2}Agents present on the territory/m)
})

it('explains one rule for one nation, whichever way its code is written', async () => {
  const asked = ['explain', MEASURE, '--with', 'gb', '--rule', 'arsiwa-52-1-b'] as const
  for (const code of ['GB', 'gb']) {
    const { nations } = JSON.parse(await told(...asked, '--nation', code, '--json'))
    expect(nations.map((one: { nation: string }) => one.nation)).toEqual(['GB'])
    log.mockClear()
  }
  const text = await told(...asked, '--nation', 'GB')
  expect(text).toMatch(/^GB /m)
  expect(text).not.toMatch(/^X[ABC] /m)
  await expect(told(...asked, '--nation', 'ZZ')).rejects.toMatchObject({ exitCode: 2 })
})

it('lists each rule as JSON with who holds what against it, and where each says so', async () => {
  const { rules } = JSON.parse(await told('rules', '--json'))
  const { disputes } = rules.find(({ id }: { id: string }) => id === 'charter-51-attack')
  expect(disputes[0].sides[2]).toMatchObject({
    holders: ['US'],
    readAt: [{ by: [{ pinpoint: 'row USA, NSA, any force, anticipatory: Yes' }] }],
  })
})

it('explains who sees no gap between force and an armed attack, who adds up, and where each says so', async () => {
  const text = await told('explain', MEASURE, '--rule', 'charter-51-attack')
  expect(text).toMatch(
    /every use of force is one: United States of America\n +source: United States of America \(row USA, NSA, any force/,
  )
  expect(text).toMatch(/add up to it are one too: Austria; Belgium; France; Singapore\n/)
  expect(text).toMatch(
    /France \(row FRA, only the most grave, aggregation: Yes\); Singapore [^\n]*\(Global Cyber Law/,
  )
  expect(text).not.toMatch(/some States/)
})

it('explains that the nation looked at its own earlier acts, and not what it found', async () => {
  for (const json of [[], ['--json']]) {
    log.mockClear()
    const text = await told('explain', MEASURE, '--rule', 'arsiwa-22-prior', ...json)
    expect(text).toContain('ownPriorBreach')
    expect(text).not.toMatch(/none-found|nothing found|evidence|conditions met|satisfied/)
    log.mockClear()
    const whole = await told('explain', MEASURE, '--nation', 'XA', ...json)
    expect(whole).toMatch(/conduct an answer to its own breach\?|ownPriorBreach/)
    expect(whole).not.toMatch(/none-found|nothing found/)
    // No set of facts that would change the answer tells what it is.
    expect(whole).not.toMatch(/own breach\? “/)
  }
  log.mockClear()
  expect(await told('explain', MEASURE, '--nation', 'XA')).toMatch(
    /answering a breach of ours\? assessed; the answer stays/,
  )
})

it('gives a program what would change the answer, and whether every set was tried', async () => {
  const { nations } = JSON.parse(await told('explain', MEASURE, '--json'))
  expect(nations.map(({ changes }: { changes: { whole: boolean } }) => changes.whole)).toEqual([
    true,
    false,
    true,
  ])
  expect(nations[1].changes.upTo).toBe(3)
  for (const { changes } of nations) {
    expect(changes.sets.length).toBeGreaterThan(10)
    for (const { facts } of changes.sets) expect(facts).not.toContain('ownPriorBreach')
  }
})

it('tests a measure and says of that rule only that it was looked at', async () => {
  expect(await told('test', MEASURE)).toMatch(/^arsiwa-22-prior +assessed +assessed +assessed$/m)
  log.mockClear()
  expect(await told('test', MEASURE, '--lang', 'es')).toMatch(/^arsiwa-22-prior +examinado/m)
  log.mockClear()
  const { rows } = JSON.parse(await told('test', MEASURE, '--json'))
  const { cells } = rows.find(({ norm }: { norm: string }) => norm === 'arsiwa-22-prior')
  expect(cells[0]).toEqual({
    nation: 'XA',
    value: 'kept',
    words: {
      en: 'assessed; the answer stays with those who need it',
      es: 'examinado; la respuesta queda en quienes la necesitan',
    },
  })
})

it('calls nations and holders by their names, in either language', async () => {
  const text = await told('test', MEASURE, '--lang', 'es')
  expect(text).toMatch(/^XA Alder: condiciones cumplidas/m)
  expect(text).toMatch(/principio tras otras normas[^\n]*: Birch; Reino Unido/)
  expect(text).toMatch(/\(para Alder, Birch, Cedar\)/)
  log.mockClear()
  expect(await told('compare', MEASURE)).toMatch(/^XB Birch 1\. independently/m)
})

it('explains as JSON with the verification, and in Spanish what is only assumed', async () => {
  const json = JSON.parse(await told('explain', MEASURE, '--rule', 'arsiwa-55', '--json'))
  expect(json).toMatchObject({
    rule: 'arsiwa-55',
    verification: 'summary-seen',
    nations: [{ nation: 'XA', value: 'not-asked', assumed: { es: expect.any(String) } }, {}, {}],
  })
  log.mockClear()
  expect(await told('explain', MEASURE, '--rule', 'arsiwa-55', '--lang', 'es')).toContain(
    'se supone, pues nadie lo ha planteado: ningún régimen especial la excluye',
  )
})

it('explains the whole argument of one nation line by line, with source, burden and standard', async () => {
  const text = await told('explain', MEASURE, '--nation', 'XB')
  expect(text).toMatch(
    /^EXERCISE: Suspension of the port services[^\n]*\n\nXB Birch: cannot be said/,
  )
  expect(text).not.toContain('XA Alder')
  expect(text).toMatch(/\(asserted by (?:Alder|Birch|Cedar)\)$/m)
  expect(text).not.toMatch(/\(X[A-Z]\)$/m)
  expect(text).toContain('What would change the answer:')
  expect(text).toMatch(
    /to be shown by whoever relies on the measure; standard of proof: none is fixed$/m,
  )
  log.mockClear()
  const { nations } = JSON.parse(await told('explain', MEASURE, '--json'))
  expect(nations.map((one: { nation: string }) => one.nation)).toEqual(['XA', 'XB', 'XC'])
  expect(nations[0].claims[0]).toMatchObject({
    id: 'arsiwa-22',
    kind: 'all',
    depth: 0,
    bears: true,
  })
})

it('compares the five forms for each nation, in their order', async () => {
  const { nations } = JSON.parse(await told('compare', MEASURE, '--json'))
  expect(nations.map((one: { routes: unknown[] }) => one.routes.length)).toEqual([5, 5, 5])
  log.mockClear()
  const text = await told('compare', MEASURE)
  expect(text).toMatch(/^EXERCISE: Suspension of the port services/)
  expect(text.split('\n')).toHaveLength(17)
  expect(text).toMatch(/^XA Alder 1\. /m)
  expect(text.match(/^XA Alder (\d)\. /gm)).toEqual(
    nations[0].routes.map((one: { place: number }) => `XA Alder ${one.place}. `),
  )
  log.mockClear()
  expect(await told('compare', MEASURE, '--lang', 'es')).toMatch(
    /^XA Alder 1\. de forma independiente/m,
  )
})

describe('as of a day', () => {
  afterEach(() => {
    process.exitCode = undefined
  })

  it('names the day, the edition of the law, and what is later and not used', async () => {
    const json = await told('test', MEASURE, '--with', 'gb,nz', '--as-of', '2021-01-15', '--json')
    const { asOf, edition, conclusions } = JSON.parse(json)
    expect([asOf, edition]).toEqual(['2021-01-15', LAW_EDITION])
    const of = (code: string) => conclusions.find((one: { nation: string }) => one.nation === code)
    expect(of('GB').laterReadings).toContainEqual(
      expect.objectContaining({ issue: 'prior-notification', on: '2021-06' }),
    )
    expect(of('NZ').laterReadings).toContainEqual(
      expect.objectContaining({ issue: 'sovereignty', on: '2025-07', title: 'Updated statement' }),
    )
    log.mockClear()
    const text = await told('test', MEASURE, '--with', 'gb', '--as-of', '2016-01-01')
    expect(text).toContain(`As of 2016-01-01; ${LAW_EDITION.name}, stated to ${LAW_EDITION.on}`)
    expect(text).toMatch(/not applied, as it is later: Tallinn Manual 2\.0, rule 4[^\n]*, 2017-02/)
    expect(text).toMatch(/not used, as it is later: sovereignty principle, Wright[^\n]*2018-05-23/)
  })

  it('says that what came after the day of the edition is not in it', async () => {
    expect(await told('test', MEASURE, '--as-of', '2099-01-01')).toContain(
      'what came after that day is not in it',
    )
    log.mockClear()
    expect(await told('test', MEASURE, '--lang', 'es')).not.toContain('lo posterior a ese día')
  })

  it('says of a listing after the end of its framework that it is not in force', async () => {
    const test = JSON.parse(await told('test', LISTING, '--as-of', '2028-05-19', '--json'))
    expect(test.conclusions[0].ended).toContainEqual({
      norm: 'eu-2019-796-1-3',
      until: '2028-05-18',
    })
    log.mockClear()
    expect(await told('test', LISTING, '--as-of', '2028-05-19')).toMatch(
      /not in force on that day, as far as was read: [^\n]*, until 2028-05-18/,
    )
    log.mockClear()
    const form = await told('sanctions', LISTING, '--as-of', '2028-05-19', '--lang', 'es')
    expect(form).toContain('A fecha de 2028-05-19')
    expect(form).toMatch(/no está en vigor el día por el que se pregunta, [^\n]* hasta 2028-05-18/)
    const reasons = form.split('\n').flatMap((line) => /no está en vigor.*/.exec(line) ?? [])
    expect(reasons.length).toBeGreaterThan(10)
    expect(new Set(reasons).size).toBe(reasons.length)
    log.mockClear()
    expect(await told('sanctions', LISTING, '--as-of', '2028-05-18')).not.toContain('not in force')
  })

  it('has one column of each published view, however often it is asked for', async () => {
    const { conclusions } = JSON.parse(await told('test', MEASURE, '--with', 'gb,GB,gb', '--json'))
    const of = conclusions.map(({ nation }: { nation: string }) => nation)
    expect(of.filter((code: string) => code === 'GB')).toHaveLength(1)
  })

  it.each(['yesterday', '2026-02-30', '2026-13-01'])(
    'is a day as YYYY-MM-DD, and nothing else: %s is refused',
    async (day) => {
      await expect(told('test', MEASURE, '--as-of', day)).rejects.toMatchObject({
        exitCode: 2,
        message: expect.stringContaining(`expected a day as YYYY-MM-DD after --as-of, got ${day}`),
      })
    },
  )
})

it('shows a published view in the words of the reader’s language, and its papers in their own', async () => {
  const english = await told('views', 'CU')
  log.mockClear()
  const spanish = await told('views', 'cu', '--lang', 'es')
  for (const [text, note, said] of [
    [english, 'Calls for legally binding specific norms', 'In our words: Treated as a rule'],
    [spanish, 'Pide normas específicas', 'En palabras nuestras: Se trata como una regla'],
  ] as const) {
    expect(text).toContain(`  ${note}`)
    expect(text).toContain(`sovereignty: rule\n  ${said}`)
    expect(text).toContain('2024-06-28 National position submitted to OEWG: https://')
  }
})
