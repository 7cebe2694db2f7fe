import { describe, expect, it } from 'vitest'
import { argumentLines, argumentOf } from '../src/argument.ts'
import { assess } from '../src/assess.ts'
import { getNorm } from '../src/countermeasure.ts'
import { flat } from '../src/trace.ts'
import { alder, everythingMet, quietModem, three, withFacts } from './example.ts'

const columnOf = (measure = everythingMet) => assess(measure, [alder]).columns[0]!
const claimOf = (id: string, measure = everythingMet) =>
  argumentOf(columnOf(measure)).find((claim) => claim.id === id)!

describe('the argument for one nation', () => {
  const claims = argumentOf(columnOf())
  it('has a claim for each norm of the trace, in the order in which it is asked', () => {
    expect(claims.map(({ id }) => id)).toEqual(flat(columnOf().trace).map(({ norm }) => norm))
  })
  it('is the same for the same facts, in whatever order they were recorded', () => {
    const turned = {
      ...everythingMet,
      facts: Object.fromEntries(Object.entries(everythingMet.facts).toReversed()),
    }
    expect(argumentOf(columnOf(turned))).toEqual(claims)
  })
  it('tells assumptions and exceptions from ordinary premises', () => {
    // By hand: a hard gate that nobody raised is assumed; an excuse is asked only if raised.
    expect(claimOf('arsiwa-55')).toMatchObject({
      premise: 'assumption',
      value: 'not-asked',
      assumed: getNorm('arsiwa-55').assumed,
    })
    expect(claimOf('arsiwa-20-27')).toMatchObject({ premise: 'exception', value: 'not-asked' })
    expect(claimOf('tallinn-32')).toMatchObject({ premise: 'exception', value: 'not-asked' })
    expect(claimOf('arsiwa-51')).toMatchObject({ premise: 'ordinary', value: 'satisfied' })
  })
  it('lays the burden of an excuse on the State that invokes it, and all else on whoever acts', () => {
    const excused = withFacts(everythingMet, { excuse: 'distress', excuseHolds: true })
    expect(claimOf('arsiwa-24-excuse', excused)).toMatchObject({
      burden: 'responsible',
      value: 'not-satisfied',
    })
    const others = argumentOf(columnOf(excused)).filter(({ burden }) => burden === 'responsible')
    expect(others.map(({ id }) => id)).toEqual([
      'arsiwa-20-25',
      'arsiwa-20-excuse',
      'arsiwa-21-excuse',
      'arsiwa-22-excuse',
      'arsiwa-23-excuse',
      'arsiwa-24-excuse',
      'arsiwa-25-excuse',
    ])
  })
  it('names a standard of proof for each claim, with its source, or that none is fixed', () => {
    expect(claimOf('arsiwa-8').standard.is).toBe('default')
    expect(claimOf('bosnia-209').standard.is).toBe('default')
    expect(claimOf('charter-2-4').standard.is).toBe('clear-and-convincing')
    expect(claimOf('arsiwa-51').standard).toEqual({ is: 'none-fixed' })
    for (const { standard } of claims)
      expect(standard.source === undefined).toBe(standard.is === 'none-fixed')
  })
  it('says of each fact who asserts it, or that nobody said it, and which is still asked', () => {
    const { confidence: _gone, ...without } = everythingMet.facts
    const claim = claimOf('bosnia-209', { ...everythingMet, facts: without })
    expect(claim.facts).toEqual([
      { fact: 'confidence', isAsked: true },
      {
        fact: 'independentSources',
        isAsked: false,
        value: 3,
        assertedBy: everythingMet.facts.independentSources?.assertedBy,
      },
    ])
  })
  it('gives what speaks against a claim, and on which claims the whole rests', () => {
    const against = claimOf('tallinn-4-territory').against.map(({ id }) => id)
    expect(against).toContain('sovereignty')
    const decisive = withFacts(everythingMet, { missionAffected: true })
    const bearing = argumentOf(columnOf(decisive)).filter(
      ({ bears, kind }) => bears && kind === 'rule',
    )
    expect(bearing.map(({ id }) => id)).toEqual(['arsiwa-50-2-b'])
  })
})

describe.each(['en', 'es'] as const)('the argument line by line (%s)', (lang) => {
  it.each(three.map((view) => [view.holder.name, view.holder.code] as const))(
    'of %s names every claim, and under each rule that was asked source, burden and standard',
    (_name, code) => {
      const column = assess(quietModem, three).columns.find(({ holder }) => holder.code === code)!
      const text = argumentLines(column, (code) => code, lang).join('\n')
      for (const { id, kind, value } of argumentOf(column)) {
        const norm = getNorm(id)
        expect(text).toContain(norm.question[lang])
        if (kind === 'rule' && value !== 'not-asked')
          expect(text).toContain(norm.source.citation[lang])
      }
      const asked = argumentOf(column).filter(
        ({ kind, value }) => kind === 'rule' && value !== 'not-asked',
      )
      const burdens = text.match(lang === 'en' ? /to be shown by/g : /lo debe demostrar/g)
      expect(burdens).toHaveLength(asked.length)
      if (lang === 'es') expect(text).not.toMatch(/ours: |on the use of force|\(none\)/)
    },
  )
})
