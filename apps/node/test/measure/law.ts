import { describe, expect, test } from 'vitest'
import type {
  AssessmentView,
  ChangesView,
  DraftTextsView,
  InterviewView,
  OwnView,
} from '../../src/api.ts'
import { STEP, factsOf } from '../../src/demo/measure-texts.ts'
import type { PersonClient } from '../../src/demo/person.ts'
import { settledAt } from '../../src/demo/play.ts'
import { cast, cookieOf, on, people, everyone, draft } from './stage.ts'

describe('what the law answers', () => {
  test('is the same bytes on every node at the same cut', async () => {
    const { alder, case: id } = cast
    const { digest } = await alder.view(id)
    const texts = await Promise.all(
      everyone().map(async (person) => {
        await settledAt(person, id, (view) => (view.digest === digest ? true : undefined))
        return JSON.stringify(
          await person.ask<AssessmentView>(`/api/v1/cases/${id}/measures/${STEP}/assessment`),
        )
      }),
    )
    expect(new Set(texts).size).toBe(1)
    expect(texts[0]!.length).toBeGreaterThan(1000)
  })

  test('has disputes on top with those who hold each side, and a row for every rule', async () => {
    const { birch, case: id } = cast
    const seen = await birch.ask<AssessmentView>(`/api/v1/cases/${id}/measures/${STEP}/assessment`)
    expect(seen.nations.map(({ code, basis }) => [code, basis])).toEqual([
      ['XA', 'signed'],
      ['XB', 'signed'],
      ['XC', 'none'],
    ])
    // No published view is Alder’s or Birch’s, and real States are among the holders.
    const holders = seen.disputes.flatMap(({ sides }) => sides.flatMap((side) => side.holders))
    expect(holders.some(({ code }) => code === 'GB')).toBe(true)
    for (const { cells } of seen.rows)
      expect(cells.map(({ nation }) => nation)).toEqual(['XA', 'XB', 'XC'])
    expect(seen.nations[0]?.conclusion.words.en).toMatch(/under the view of Alder/)
    expect(seen.nations[0]?.conclusion.words.en).not.toMatch(/lawful/)
  })

  test('names the smallest sets of facts that would change it, and the disputes of every rule', async () => {
    const { birch, case: id } = cast
    const path = `/api/v1/cases/${id}/measures/${STEP}`
    const { nation, sets, upTo, questions } = await birch.ask<ChangesView>(
      `${path}/changes?nation=XA`,
    )
    expect([nation, upTo]).toEqual(['XA', 6])
    expect(sets.length).toBeGreaterThan(0)
    expect(sets.every(({ facts }) => facts.every((fact) => fact in questions))).toBe(true)
    await expect(birch.ask(`${path}/changes?nation=XZ`)).rejects.toThrow(/measure\.unknown/)
    const { rows, before } = await birch.ask<AssessmentView>(`${path}/assessment`)
    expect(rows.some(({ disputes }) => disputes.some(({ sides }) => sides.length > 1))).toBe(true)
    expect(before).toEqual([])
  })

  test('is made as of a day: what was signed later is not used and named, and any other day is refused', async () => {
    const { birch, case: id } = cast
    const path = `/api/v1/cases/${id}/measures/${STEP}/assessment`
    const now = await birch.ask<AssessmentView>(path)
    expect(now.lawBase).toBe(
      `entente-law-${now.edition.version}-${now.edition.on}-${now.edition.digest}`,
    )
    expect(now.nations.flatMap(({ laterViews }) => laterViews)).toEqual([])
    const then = await birch.ask<AssessmentView>(`${path}?asOf=2019-05-16`)
    expect(then.lawOn).toBe('2019-05-16')
    const signed = now.nations.filter(({ basis }) => basis === 'signed')
    expect(signed.length).toBeGreaterThan(0)
    for (const { code, assessment } of signed) {
      const was = then.nations.find((one) => one.code === code)!
      expect([was.basis, was.laterViews.map(({ act }) => act)]).toContain('none')
      expect(was.laterViews.map(({ act }) => act)).toContain(assessment?.act)
    }
    const before = await birch.ask<AssessmentView>(`${path}?asOf=2001-12-11`)
    for (const { conclusion } of before.nations) expect(conclusion.later).toContain('arsiwa-53')
    await expect(birch.ask(`${path}?asOf=yesterday`)).rejects.toThrow(/asOf/)
    const written = await birch.ask<{ blocks: readonly unknown[] }>(
      `/api/v1/cases/${id}/measures/${STEP}/memorandum?format=json&asOf=2001-12-11`,
    )
    expect(JSON.stringify(written)).toContain('Assessed as of 2001-12-11')
    expect(JSON.stringify(written)).toMatch(/ARSIWA, Article 53, 2001-12-12: Rule not applied/)
  })

  test('comes with the texts that a nation could send, in the language asked for', async () => {
    const { birch, case: id } = cast
    const path = `/api/v1/cases/${id}/measures/${STEP}/texts`
    const texts = await birch.ask<DraftTextsView>(`${path}?lang=es`)
    expect(texts.demand).toEqual({ text: expect.stringMatching(/^Birch requiere a Hawthorn/) })
    expect(texts.notice).toEqual({ text: expect.stringMatching(/^Birch notifica a Hawthorn/) })
  })

  test('is written as a memorandum in both languages', async () => {
    const { birch, case: id } = cast
    const path = `/api/v1/cases/${id}/measures/${STEP}/memorandum`
    const written = async (query: string) => {
      const answer = await fetch(`${birch.url}${path}${query}`, {
        headers: { cookie: await cookieOf(birch) },
      })
      return [answer.headers.get('content-type'), await answer.text()] as const
    }
    const [markdown, html, spanish] = await Promise.all([
      written(''),
      written('?format=html'),
      written('?lang=es'),
    ])
    expect(markdown[0]).toBe('text/markdown; charset=utf-8')
    expect(markdown[1]).toContain('# Memorandum: Suspension of the port services')
    expect(markdown[1]).toContain('TLP:AMBER')
    expect(markdown[1]).toContain('Signed by the advisers of Alder (sha256:')
    expect(markdown[1]).toContain('not yet assessed by Cedar')
    expect(markdown[1]).not.toContain('to be added and signed')
    expect(html[0]).toBe('text/html; charset=utf-8')
    expect(html[1]).toContain('<html lang="en">')
    expect(spanish[1]).toContain('# Memorando:')
    // As a document: the same bytes each time it is asked for at the same cut.
    for (const [format, magic] of [
      ['docx', 'PK'],
      ['pdf', '%PDF-1.7'],
    ]) {
      const [once, twice] = await Promise.all([
        written(`?format=${format}`),
        written(`?format=${format}`),
      ])
      expect(once[1].startsWith(magic!)).toBe(true)
      expect(twice).toEqual(once)
    }
    // Parts 7 to 9: what nations said and sent, from their acts; Cedar has said nothing yet.
    expect(markdown[1]).toContain('| Alder | Complies | Complies | – | sha256:')
    expect(markdown[1]).toContain('| Cedar | has not spoken | has not spoken | – | – |')
    expect(markdown[1]).toContain('Alder: sent on 2026-11-02 to Hawthorn, channel: note verbale.')
    expect(markdown[1]).toContain('with an offer to negotiate. “Alder will suspend its part of')
    expect(spanish[1]).toContain('## 9 Borradores')
  })

  test('asks Cedar only what can still change its answer, until the adviser’s word makes an act', async () => {
    const { cedar } = cast
    const { view, changes } = await cedar.ask<OwnView>('/api/v1/view')
    expect([view?.holder.code, changes]).toEqual(['XC', [expect.objectContaining({ by: 'desk' })]])
    const empty = await draft(cedar, { facts: {} })
    expect(empty.questions.length).toBeGreaterThan(0)
    expect(empty).not.toHaveProperty('payload')
    const ids = new Set(empty.questions.map(({ id }) => id))
    const answered = await draft(cedar, { facts: factsOf('XC') })
    expect(answered.questions.every(({ id }) => !(id in factsOf('XC')))).toBe(true)
    expect(answered.questions.length).toBeLessThan(ids.size)
    // Left and taken up again: whoever answered, as it was answered last.
    const path = `/api/v1/cases/${cast.case}/measures/${STEP}/assessment/draft`
    const left = await cedar.ask<InterviewView>(path)
    expect(left.interview?.facts).toEqual(factsOf('XC'))
    expect(await cast.birch.ask<InterviewView>(path)).toEqual({})
    const { payload, conclusion } = await draft(cedar, { facts: factsOf('XC'), word: 'Assist.' })
    expect(JSON.parse(payload!)).toMatchObject({
      kind: 'assess',
      party: 'XC',
      on,
      outcome: conclusion.value,
      word: 'Assist.',
      view: { holder: { code: 'XC' } },
    })
  })

  test('takes no fact that the law does not ask for, and no view of another', async () => {
    const { cedar } = cast
    await expect(draft(cedar, { facts: { weather: { value: 'fine' } } })).rejects.toThrow(
      'act.meaningless',
    )
    const { view, changes } = await cast.alder.ask<OwnView>('/api/v1/view')
    const keep = (person: PersonClient, said: unknown) =>
      person.ask('/api/v1/view', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ view: said }),
      })
    await expect(keep(cedar, view)).rejects.toThrow('view.foreign')
    await expect(keep(cedar, { holder: 'XC' })).rejects.toThrow(/422.*malformed/)
    await expect(keep(people.XA.administrator!, view)).rejects.toThrow('person.not-competent')
    const { changes: after } = await cast.alder.ask<OwnView>('/api/v1/view')
    expect(after).toEqual(changes)
  })
})
