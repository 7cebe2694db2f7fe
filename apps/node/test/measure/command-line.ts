import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AssessmentView } from '../../src/api.ts'
import { STEP } from '../../src/demo/measure-texts.ts'
import { data, MAIN, cast, countOf } from './stage.ts'

describe('the command line at a running node', () => {
  const file = join(data, '..', 'session.json')
  const run = (...words: readonly string[]) => {
    const flags = ['--conditions=entente-source', '--disable-warning=ExperimentalWarning']
    const done = spawnSync(process.execPath, [...flags, MAIN, ...words], { encoding: 'utf8' })
    return { code: done.status, out: done.stdout, err: done.stderr }
  }
  const at = (...words: readonly string[]) => run(...words, '--session', file)

  test('lists measures, and shows one with what the law answers, as words and as JSON', async () => {
    expect(at('login', await cast.birch.link()).code).toBe(0)
    const list = at('measure', 'list')
    expect([list.code, list.err]).toEqual([0, ''])
    expect(list.out).toContain('XA running')
    const shown = at('measure', 'show', STEP, '--lang', 'es')
    expect(shown.code).toBe(0)
    expect(shown.out).toContain('XA Alder: running')
    expect(shown.out).toContain('según la visión de')
    const { assessment } = JSON.parse(
      at('measure', 'show', STEP, '--form', 'joint', '--json').out,
    ) as {
      assessment: AssessmentView
    }
    expect(assessment.form).toBe('joint')
  })

  test('shows in plain words what would be signed, and signs nothing', async () => {
    const before = await countOf(cast.birch)
    const { code, out } = at('measure', 'start', STEP, '--on', '2026-12-15', '--dry-run')
    expect(code).toBe(0)
    expect(out).toContain('EXERCISE: Birch (XB) would sign: Start of a measure')
    expect(out).toContain(`On: ${STEP}, version 1`)
    expect(out).toMatch(/Nothing is filed\. Act sha256:[0-9a-f]{64} would count, at index \d+\./)
    const spanish = at('measure', 'start', STEP, '--on', '2026-12-15', '--dry-run', '--lang', 'es')
    expect(spanish.out).toContain('EJERCICIO: Birch (XB) firmaría: Inicio de una medida')
    expect(spanish.out).toContain(`Sobre: ${STEP}, versión 1`)
    expect(await countOf(cast.birch)).toBe(before)
  })

  test('signs only what somebody said yes to', async () => {
    const before = await countOf(cast.birch)
    const { code, err } = at('measure', 'report', STEP, '--remarks', 'None.')
    expect([code, err]).toEqual([1, expect.stringContaining('act.unsigned')])
    const refused = at('measure', 'report', STEP, '--remarks', 'None.', '--yes')
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
    const filed = at('act', 'notice', '--file', said, '--yes', '--json')
    expect([filed.code, JSON.parse(filed.out)]).toMatchObject([0, { final: true }])
    expect(await countOf(cast.birch)).toBe(before + 1)
  })

  test('refuses a file that is no such act, and says where', () => {
    const said = join(data, '..', 'bad.json')
    writeFileSync(
      said,
      JSON.stringify({ for: STEP, to: 'Hawthorn', says: 'So.', offersNegotiation: true }),
    )
    const { code, err } = at('act', 'notice', '--file', said, '--dry-run')
    expect([code, err]).toEqual([
      1,
      'refused: act.malformed: expected a day of notice or the reasons of urgency, got neither at notifiedOn\n',
    ])
  })

  test('asks what can still change an assessment', () => {
    const { code, out } = at('measure', 'assess', STEP)
    expect(code).toBe(0)
    expect(out).toMatch(/^\? /m)
    expect(out).toContain('--word')
  })

  test('says what would follow, where nations differ, and what is counted', () => {
    const supposed = at('what-if', '--suppose', 'XC=withdraws')
    expect([supposed.code, supposed.err]).toEqual([0, ''])
    expect(supposed.out).toContain(`${STEP}: stands, gate open → suspended, gate shut`)
    expect(supposed.out).toContain(`${STEP}: XA running → suspended`)
    expect(supposed.out).toContain('XC: not bound')
    const shorter = at('what-if', '--without-clause', '1')
    expect([shorter.code, shorter.err]).toEqual([0, ''])
    expect(shorter.out).toMatch(/: nothing → open, gate (?:open|shut)/u)
    expect(at('divergence').out).toContain('reading of sovereignty: XA rule, XB principle')
    const goals = at('milestones').out
    expect(goals).toContain(
      'Every nation has an officer on call at any hour, by 2027-03-31 (Coalition of Alder, Birch and Cedar)\n      no count and no report yet',
    )
    expect(goals).toMatch(/by 2027-06-30 .*\n {6}days from situation to position, as witnessed: /u)
    const told = at('milestones', '--lang', 'es').out
    expect(told).toContain('2. Un lenguaje común')
    expect(told).toMatch(/Z {2}posición adoptada: \+/u)
    expect(told).toContain('153 días (EuRepoC v1.1')
  })

  test('ends with 2 where it is used wrongly', () => {
    expect(at('measure', 'review', STEP, '--remarks', 'R.').code).toBe(2)
    expect(at('what-if', '--suppose', 'XB=complies-with-reservation').code).toBe(2)
    expect(at('what-if').err).toContain('what-if.nothing')
    expect(at('act', 'sign').code).toBe(2)
  })
})
