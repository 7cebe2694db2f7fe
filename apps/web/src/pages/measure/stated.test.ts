import { GRADE_AXES, isOnScale, factGrade } from '@entente/lexicon'
import { describe, expect, it } from 'vitest'
import { namedActs, otherGrounds, withGrade, withGrounds } from './stated.ts'

const act = (mark: string) => `sha256:${mark.repeat(64)}` as Parameters<typeof namedActs>[1][number]
const ceased = { value: false }

describe('the grade of a fact', () => {
  it('has both sides as soon as one is said: the other cannot be judged so far', () => {
    expect(withGrade(ceased, 'reliability', 'B')).toEqual({ value: false, grade: 'B6' })
    expect(withGrade(ceased, 'credibility', '2')).toEqual({ value: false, grade: 'F2' })
    expect(withGrade({ ...ceased, grade: 'B6' }, 'credibility', '2').grade).toBe('B2')
  })

  it('is gone when either side is taken back', () => {
    expect(withGrade({ ...ceased, grade: 'B2' }, 'reliability', '')).toEqual(ceased)
    expect(withGrade({ ...ceased, grade: 'B2' }, 'credibility', '')).toEqual(ceased)
  })

  it('is on the scale, whichever marks are chosen', () => {
    const [reliability, credibility] = GRADE_AXES
    const grades = reliability.marks.flatMap((source) =>
      credibility.marks.map((said) => {
        const graded = withGrade(ceased, 'reliability', source.value)
        return withGrade(graded, 'credibility', said.value).grade!
      }),
    )
    expect(new Set(grades).size).toBe(36)
    expect(grades.filter((grade) => !isOnScale(factGrade(grade)))).toEqual([])
  })
})

describe('the grounds of a fact', () => {
  const acts = [act('a'), act('b')]
  const stated = { ...ceased, evidence: ['cable 7', act('b')] }

  it('are evidence of the case and what lies outside of it, told apart', () => {
    expect(namedActs(stated, acts)).toEqual([act('b')])
    expect(otherGrounds(stated, acts)).toEqual(['cable 7'])
  })

  it('name nothing twice, and nothing at all where there is none', () => {
    expect(withGrounds(stated, [act('a'), act('a'), ''])).toEqual({
      ...ceased,
      evidence: [act('a')],
    })
    expect(withGrounds(stated, [''])).toEqual(ceased)
  })
})
