import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AssessmentView } from '../../src/api.ts'
import { STEP } from '../../src/demo/measure-texts.ts'
import { entente } from '../entente.ts'
import { data, cast, countOf } from './stage.ts'

describe('the command line at a running node', () => {
  const file = join(data, '..', 'session.json')
  const at = (...words: readonly string[]) => entente(...words, '--session', file)

  test('lists measures, and shows one with what the law answers, as words and as JSON', async () => {
    expect((await at('login', await cast.birch.link())).code).toBe(0)
    const list = await at('measure', 'list')
    expect([list.code, list.err]).toEqual([0, ''])
    expect(list.out).toMatch(/Stands: EXERCISE: .*\n.*Alder running/)
    const shown = await at('measure', 'show', STEP, '--lang', 'es')
    expect(shown.code).toBe(0)
    expect(shown.out).toMatch(/^EJERCICIO: .*\n.*: Vigente\n/)
    expect(shown.out).toContain('XA Alder: en curso')
    expect(shown.out).toContain('según la visión de')
    const { assessment } = JSON.parse(
      (await at('measure', 'show', STEP, '--form', 'joint', '--json')).out,
    ) as {
      assessment: AssessmentView
    }
    expect(assessment.form).toBe('joint')
  })

  test('shows in plain words what would be signed, and signs nothing', async () => {
    const before = await countOf(cast.birch)
    const { code, out } = await at('measure', 'start', STEP, '--on', '2026-12-15', '--dry-run')
    expect(code).toBe(0)
    expect(out).toContain('EXERCISE: Birch (XB) would sign: Start of a measure')
    expect(out).toContain(`On: ${STEP}, version 1`)
    expect(out).toMatch(/Nothing is filed\. Act sha256:[0-9a-f]{64} would count, at index \d+\./)
    const spanish = await at(
      'measure',
      'start',
      STEP,
      '--on',
      '2026-12-15',
      '--dry-run',
      '--lang',
      'es',
    )
    expect(spanish.out).toContain('EJERCICIO: Birch (XB) firmaría: Inicio de una medida')
    expect(spanish.out).toContain(`Sobre: ${STEP}, versión 1`)
    expect(await countOf(cast.birch)).toBe(before)
  })

  test('signs only what somebody said yes to', async () => {
    const before = await countOf(cast.birch)
    const { code, err } = await at('measure', 'report', STEP, '--remarks', 'None.')
    expect([code, err]).toEqual([1, expect.stringContaining('act.unsigned')])
    const refused = await at('measure', 'report', STEP, '--remarks', 'None.', '--yes')
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('measure.not-begun')])
    expect(await countOf(cast.birch)).toBe(before)
    const said = join(data, '..', 'notice.json')
    writeFileSync(
      said,
      JSON.stringify({
        for: STEP,
        to: 'Hawthorn',
        says: 'So.',
        offersNegotiation: false,
        urgency: 'Now.',
      }),
    )
    const filed = await at('act', 'notice', '--file', said, '--yes', '--json')
    expect([filed.code, JSON.parse(filed.out)]).toMatchObject([0, { final: true }])
    expect(await countOf(cast.birch)).toBe(before + 1)
  })

  test('refuses a file that is no such act, and says where', async () => {
    const said = join(data, '..', 'bad.json')
    writeFileSync(
      said,
      JSON.stringify({ for: STEP, to: 'Hawthorn', says: 'So.', offersNegotiation: true }),
    )
    const { code, err } = await at('act', 'notice', '--file', said, '--dry-run')
    expect([code, err]).toEqual([
      1,
      'refused: act.malformed: expected a day of notice or the reasons of urgency, got neither at notifiedOn\n',
    ])
  })

  test('asks what can still change an assessment', async () => {
    const { code, out } = await at('measure', 'assess', STEP)
    expect(code).toBe(0)
    expect(out).toMatch(/^\? /m)
    expect(out).toContain('--word')
  })

  test('says what would follow, where nations differ, and what is counted', async () => {
    const supposed = await at('what-if', '--suppose', 'XC=withdraws')
    expect([supposed.code, supposed.err]).toEqual([0, ''])
    expect(supposed.out).toContain(
      `${STEP}: Stands, gate open → Suspended, gate shut (Cedar has withdrawn`,
    )
    expect(supposed.out).toContain(`${STEP}: Alder running → suspended`)
    expect(supposed.out).toContain('Cedar: not bound')
    const spanish = await at('what-if', '--suppose', 'XC=withdraws', '--lang', 'es')
    expect(spanish.out).toContain(
      `${STEP}: Vigente, puerta abierta → Suspendida, puerta cerrada (Cedar se ha retirado`,
    )
    expect(spanish.out).toContain('Cedar: no queda obligada')
    const shorter = await at('what-if', '--without-clause', '1')
    expect([shorter.code, shorter.err]).toEqual([0, ''])
    expect(shorter.out).toMatch(/: nothing → Open, gate (?:open|shut)/u)
    expect((await at('divergence')).out).toContain('reading of sovereignty: XA rule, XB principle')
    const goals = (await at('milestones')).out
    expect(goals).toContain(
      'Every nation has an officer on call at any hour, by 2027-03-31 (Coalition of Alder, Birch and Cedar)\n      no count and no report yet',
    )
    expect(goals).toMatch(/by 2027-06-30 .*\n {6}days from situation to position, as witnessed: /u)
    const told = (await at('milestones', '--lang', 'es')).out
    expect(told).toContain('2. Un lenguaje común')
    expect(told).toMatch(/Z {2}posición adoptada: \+/u)
    expect(told).toContain('153 días (EuRepoC v1.1')
  })

  test('ends with 2 where it is used wrongly', async () => {
    expect((await at('measure', 'review', STEP, '--remarks', 'R.')).code).toBe(2)
    expect((await at('what-if', '--suppose', 'XB=complies-with-reservation')).code).toBe(2)
    expect((await at('what-if')).err).toContain('what-if.nothing')
    expect((await at('act', 'sign')).code).toBe(2)
  })
})
