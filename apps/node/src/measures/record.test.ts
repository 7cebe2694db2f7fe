import type { Act, ActId, PartyId } from '@entente/accord'
import { LAW_BASE } from '@entente/law'
import { describe, expect, it } from 'vitest'
import { ledgerLines } from '../cli/measure-words.ts'
import type { FellAway, MeasureView } from './api.ts'
import type { Answer, Answered } from './assessed.ts'
import { assessedView } from './record.ts'

const answer = (value: Answered, keptFrom: readonly FellAway[] = []): Answer => ({
  value,
  keptFrom: () => keptFrom,
})
const id = `sha256:${'a'.repeat(64)}` as ActId
const signed = (lawBase: string) => [
  {
    id,
    party: 'XA' as PartyId,
    act: {
      kind: 'assess',
      asOf: '2026-11-24',
      lawBase,
      facts: {},
      outcome: 'satisfied',
      word: 'W.',
    } as unknown as Act,
  },
]

describe('an assessment on record', () => {
  it('stands as it was signed, and is marked where the rules have changed since', () => {
    const before = assessedView(
      signed('entente-law-2026-11-23'),
      { assess: id },
      answer('disputed'),
    )
    expect(before).toMatchObject({
      lawBase: 'entente-law-2026-11-23',
      isOtherBase: true,
      outcome: 'satisfied',
      now: 'disputed',
    })
    expect(assessedView(signed(LAW_BASE), { assess: id }, answer('satisfied'))?.isOtherBase).toBe(
      false,
    )
  })

  it('is overtaken where the rules now say that it is not met, or that nobody can say, and by no other reading', () => {
    const fell = [{ norm: 'n', question: { en: 'Q?', es: '¿Q?' }, because: { en: 'b', es: 'b' } }]
    const now = (value: 'satisfied' | 'disputed' | 'unknown' | 'not-satisfied') =>
      assessedView(signed(LAW_BASE), { assess: id }, answer(value, fell))
    expect(now('unknown')).toMatchObject({ isOvertaken: true, fellAway: fell })
    expect(now('not-satisfied')).toMatchObject({ isOvertaken: true, fellAway: fell })
    expect(now('disputed')).toMatchObject({ isOvertaken: false, fellAway: [] })
    expect(now('satisfied')).toMatchObject({ isOvertaken: false, fellAway: [] })
    const [{ act, ...rest }] = signed(LAW_BASE) as [ReturnType<typeof signed>[number]]
    const sealed = [{ ...rest, act: { ...act, sealed: 'sha256:b' } as unknown as Act }]
    for (const withHome of [false, true])
      expect(
        assessedView(sealed, { assess: id }, answer('unknown', fell), { withHome })?.isOvertaken,
      ).toBe(withHome)
  })

  it('says so at the command line, and says nothing where the rules are the same', () => {
    const lines = (lawBase: string, lang: 'en' | 'es' = 'en') =>
      ledgerLines(
        {
          title: 'M',
          exercise: true,
          rule: 'each-its-own',
          standing: 'open',
          number: 1,
          gate: { open: true, reasons: [] },
          terms: { kind: 'countermeasure', against: { name: 'Hawthorn' }, asOf: '2026-11-24' },
          calls: [],
          notices: [],
          review: {},
          nations: [
            {
              party: 'XA',
              name: 'Alder',
              stage: 'may-start',
              reasons: [],
              voice: 'complies',
              restsOn: [],
              assessment: assessedView(signed(lawBase), { assess: id }, answer('disputed')),
            },
          ],
        } as unknown as MeasureView,
        lang,
      ).join('\n')
    const spanish = lines('entente-law-2026-11-23', 'es')
    expect(spanish).toMatch(
      /^EJERCICIO: M \(una contramedida contra Hawthorn, hechos a fecha de 2026-11-24\)/,
    )
    expect(spanish).toMatch(/firmado con otras reglas \(entente-law-2026-11-23\)/)
    expect(spanish).toContain('XA Alder: puede empezar; voz: Cumple')
    expect(spanish).not.toMatch(/countermeasure|review|voice|assessed|rests|complies/)
    expect(lines('entente-law-2026-11-23')).toMatch(
      /signed under other rules \(entente-law-2026-11-23\)/,
    )
    expect(lines(LAW_BASE)).not.toContain('other rules')
  })
})
