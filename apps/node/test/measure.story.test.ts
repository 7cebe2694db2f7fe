import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyBundle, type ActId, type MeasureTerms } from '@entente/accord'
import type {
  AssessmentDraft,
  AssessmentView,
  Desk,
  DivergenceView,
  Filed,
  Me,
  MeasuresView,
  MilestonesView,
  OwnView,
  ViewIfKept,
  WhatIfView,
} from '../src/api.ts'
import { begin } from '../src/demo/begin.ts'
import { startExercise, type Exercise } from '../src/demo/exercise.ts'
import { measure } from '../src/demo/measure.ts'
import { factsOf, STEP } from '../src/demo/measure-texts.ts'
import type { PersonClient } from '../src/demo/person.ts'
import { play, settledAt, step, versionOf, type Cast } from '../src/demo/play.ts'
import { ROLES, type Role } from '../src/parties/role.ts'
import { crypto } from '../src/platform/crypto.ts'
import { outcomeOf, withPeople } from './people.ts'

const data = join(mkdtempSync(join(tmpdir(), 'entente-measure-')), 'demo')
const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const told: string[] = []
let exercise: Exercise
let cast: Cast
let on: ActId
const people: Record<'XA' | 'CO', Partial<Record<Role, PersonClient>>> = { XA: {}, CO: {} }

const everyone = () => {
  const { alder, birch, cedar, chair } = cast
  return [alder, birch, cedar, chair] as const
}
/** Goes on with the play until its own nodes know what it did. */
async function goOn(until: () => Promise<boolean>): Promise<void> {
  const endAt = Date.now() + 60_000
  while (!(await until())) {
    if (Date.now() > endAt) throw new Error(`expected the play to go on, got ${told.at(-1)}`)
    await measure(cast, (line) => told.push(line)).catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
const ledger = async (person: PersonClient) => {
  const { measures } = await person.ask<MeasuresView>(`/api/v1/cases/${cast.case}/measures`)
  return measures.find((one) => one.step === STEP)
}
const partOf = async (person: PersonClient, party = person.party) =>
  (await ledger(person))?.nations.find((nation) => nation.party === party)
const stages = async (person: PersonClient) =>
  Object.fromEntries(
    (await ledger(person))?.nations.map(({ party, stage }) => [party, stage]) ?? [],
  )
const desk = async (person: PersonClient) =>
  (await person.ask<Desk>('/api/v1/desk')).measures.map(({ does }) => does)
const draft = (person: PersonClient, said: object) =>
  person.post<AssessmentDraft>(`/api/v1/cases/${cast.case}/measures/${STEP}/assessment/draft`, said)

beforeAll(async () => {
  exercise = await startExercise({ data, fresh: true, ports: 'auto' })
  people.XA = await withPeople(exercise, 'XA')
  people.CO = await withPeople(exercise, 'CO')
  cast = await begin(exercise, (line) => told.push(line))
  const { cedar, chair, alder, case: id } = cast
  await play(cast, (line) => told.push(line))
  const position = (await settledAt(
    cedar,
    id,
    (view) => step(view, 'position')?.versions.find(({ number }) => number === 2)?.id,
  ))!
  await cedar.file(id, 'comply', { on: position, union: 'complies', national: 'complies' })
  await settledAt(chair, id, (view) => versionOf(view, position)?.gate.open || undefined)
  await chair.declare(id, position, 'adopted')
  await goOn(async () => {
    on = step(await alder.view(id), STEP)?.versions.at(-1)?.id as ActId
    const nations = (await ledger(alder))?.nations ?? []
    return (
      nations.filter(({ voice, assessment }) => voice === 'complies' && assessment).length === 2
    )
  })
}, 180_000)

afterAll(async () => {
  await exercise.stop()
  rmSync(join(data, '..'), { recursive: true, force: true })
})

describe('a measure is prepared', () => {
  test('by calls and a notice, and by each nation’s own assessment', async () => {
    const seen = await ledger(cast.alder)
    expect(seen?.calls.map(({ party, on: day, answer }) => [party, day, answer])).toEqual([
      ['XA', '2026-11-02', 'refused'],
      ['XB', '2026-11-02', 'ignored'],
    ])
    expect(seen?.notices.map(({ party }) => party)).toEqual(['XA'])
    expect(seen?.terms).toEqual({
      kind: 'countermeasure',
      against: { code: 'XH', name: 'Hawthorn' },
      asOf: '2026-11-24',
    })
    expect(seen?.review).toMatchObject({ dueOn: '2027-01-15', setBy: on })
    expect(told.join('\n')).toContain('Alder assesses measure 1')
  })

  test('no text of one is signed without its terms, or to deter, or with a fact the law does not know', async () => {
    const { chair, cedar, case: id } = cast
    const act = (await chair.view(id)).acts.find((one) => one.id === on)?.act
    const { text, measure: terms } = act?.kind === 'propose' ? act : expect.fail('expected a text')
    const put = (kind: 'measure' | 'termination', measured?: object) =>
      chair.file(id, 'propose', {
        step: { id: 'measure-9', kind },
        text,
        // What a program that knows no types could send.
        ...(measured === undefined ? {} : { measure: measured as MeasureTerms }),
      })
    await expect(put('measure')).rejects.toThrow(/422.*measure\.without-terms/)
    await expect(put('termination', terms)).rejects.toThrow(/422.*measure\.without-terms/)
    for (const object of ['deter', 'punish'])
      await expect(
        put('measure', { ...terms, facts: { ...terms!.facts, object: { value: object } } }),
      ).rejects.toThrow(/422.*measure\.object-refused.*Article 49\(1\)/)
    await expect(
      put('measure', { ...terms, facts: { weather: { value: 'fine' } } }),
    ).rejects.toThrow(/422.*act\.meaningless/)
    await expect(
      put('measure', { ...terms, against: { code: 'Hawthorn', name: 'Hawthorn' } }),
    ).rejects.toThrow(/422.*act\.malformed/)
    await expect(
      cedar.file(id, 'amend', {
        replaces: on,
        step: { id: STEP, kind: 'measure' },
        text,
        measure: terms!,
      }),
    ).rejects.toThrow(/403.*version\.not-chair/)
    expect((await chair.view(id)).state.steps.some(({ id: step }) => step === 'measure-9')).toBe(
      false,
    )
  })

  test('Cedar alone is awaited, and its desk says for what', async () => {
    const { cedar, alder } = cast
    await settledAt(cedar, cast.case, (view) => versionOf(view, on))
    expect(await desk(cedar)).toEqual(['assess'])
    expect(await desk(alder)).toEqual([])
    const gate = versionOf(await alder.view(cast.case), on)?.gate
    expect(gate?.reasons).toMatchObject([{ code: 'silent', member: 'XC' }])
  })

  test('is drawn on again without doing anything twice', async () => {
    const count = async () => (await cast.alder.view(cast.case)).acts.length
    const before = await count()
    await measure(cast, () => {})
    expect(await count()).toBe(before)
  })
})

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
    expect(html[0]).toBe('text/html; charset=utf-8')
    expect(html[1]).toContain('<html lang="en">')
    expect(spanish[1]).toContain('# Memorando:')
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

describe('how a nation reads the law', () => {
  const put = (person: PersonClient, view: unknown) =>
    person.ask<OwnView>('/api/v1/view', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ view }),
    })
  const ifKept = (view: unknown) => cast.birch.post<ViewIfKept>('/api/v1/view/if-kept', { view })
  const kept = () => cast.birch.ask<OwnView>('/api/v1/view')

  test('is shown with what another view would change in open measures, and nothing is kept', async () => {
    const { view, changes } = await kept()
    const same = await ifKept(view)
    expect(same.measures).toMatchObject([{ step: STEP, version: on, rows: [] }])
    const { readings } = view!
    const says = { says: 'A rule of its own.', source: 'none', on: '2026-11-25' }
    const other = { ...view!, readings: { ...readings, sovereignty: { value: 'rule', ...says } } }
    const would = await ifKept(other)
    expect(would.view.readings.sovereignty).toMatchObject({ value: 'rule', on: '2026-11-25' })
    const [effect] = would.measures
    expect(effect?.rows.length).toBeGreaterThan(0)
    expect(effect?.rows.every(({ was, would: after }) => was !== after)).toBe(true)
    // What Birch signed stays: it is told beside, and the ledger is what it was.
    expect(effect?.signed).toBe((await partOf(cast.birch))?.assessment?.outcome)
    expect((await kept()).changes).toEqual(changes)
  })

  test('stays readable, view by view', async () => {
    const { birch } = cast
    const { view, changes } = await kept()
    const { changes: after } = await put(birch, { ...view!, asOf: '2026-11-25' })
    expect(after.length).toBe(changes.length + 1)
    const before = await birch.ask<OwnView>(`/api/v1/view?change=${changes.length}`)
    expect(before.view).toEqual(view)
    expect((await kept()).view?.asOf).toBe('2026-11-25')
    await expect(birch.ask('/api/v1/view?change=999')).rejects.toThrow(/404.*view\.unknown/)
    for (const change of ['0', '-1', '1.5', 'x', '1e9'])
      await expect(birch.ask(`/api/v1/view?change=${change}`)).rejects.toThrow(
        /422.*request\.malformed/,
      )
  })

  test('is refused where it is of another, unbounded, or of another form', async () => {
    const { view } = await kept()
    for (const hostile of [
      { ...view, holder: { code: 'XA', name: 'Alder' } },
      {
        ...view,
        readings: { sovereignty: { value: 'rule', says: 'x'.repeat(8001), source: 'none' } },
      },
      { ...view, readings: { sovereignty: { value: 'conquest', says: 'x', source: 'none' } } },
      { ...view, readings: { weather: { value: 'fine', says: 'x', source: 'none' } } },
      {
        ...view,
        readings: { sovereignty: { value: 'rule', says: 'x', source: 'none', on: 'soon' } },
      },
      { ...view, documents: Array.from({ length: 1001 }, () => view?.documents[0]) },
      { ...view, readings: [] },
    ]) {
      await expect(ifKept(hostile)).rejects.toThrow(/422.*(view\.foreign|malformed)/)
      await expect(put(cast.birch, hostile)).rejects.toThrow(/422.*(view\.foreign|malformed)/)
    }
  })
})

describe('before every voice is in', () => {
  test('a start is refused with every reason', async () => {
    const { alder, case: id } = cast
    await expect(
      alder.file(id, 'start', { on, certificate: on, startedOn: '2026-12-15' }),
    ).rejects.toThrow(/409.*measure\.barred.*not-in-force/)
  })

  test('a part that was not begun is neither reported on nor ended', async () => {
    const { alder, case: id } = cast
    await expect(
      alder.file(id, 'terminate', { on, terminatedOn: '2026-12-15', reason: 'None.' }),
    ).rejects.toThrow('measure.not-begun')
    await expect(
      alder.file(id, 'report', { on, reportedOn: '2026-12-15', remarks: 'None.' }),
    ).rejects.toThrow('measure.not-begun')
  })

  test('a nation is told what would follow if it complied, and nothing is signed', async () => {
    const { cedar, case: id } = cast
    const before = (await cedar.view(id)).digest
    const act = { kind: 'comply', on, union: 'complies', national: 'complies' }
    const { changes } = await cedar.post<WhatIfView>(`/api/v1/cases/${id}/what-if`, {
      supposed: [{ party: 'XC', act }],
    })
    expect(changes).toMatchObject([
      { of: 'version', version: on, was: { open: false }, would: { open: true } },
      { of: 'measure', party: 'XC' },
    ])
    expect((await cedar.view(id)).digest).toBe(before)
    for (const supposed of [
      { party: 'XZ', act },
      { party: 'XC', act: { ...act, union: 'shrugs' } },
    ])
      await expect(
        cedar.post(`/api/v1/cases/${id}/what-if`, { supposed: [supposed] }),
      ).rejects.toThrow(/422.*act\.(elsewhere|malformed)/)
  })

  test('only words are missing, no change of text', async () => {
    const { texts, laws } = await cast.chair.ask<DivergenceView>(
      `/api/v1/cases/${cast.case}/divergence`,
    )
    expect(texts.find((one) => one.step === STEP)?.unites).toEqual({
      state: 'awaited',
      awaited: ['XC'],
    })
    expect(laws[0]).toMatchObject({ assessed: ['XA', 'XB'], awaited: ['XC'] })
    expect(laws[0]?.readings).toContainEqual({
      issue: 'sovereignty',
      cells: { XA: 'rule', XB: 'principle' },
    })
  })
})

describe('a measure is carried out', () => {
  test('Cedar assesses and complies, anyone declares, and who assessed may start', async () => {
    const { cedar, birch, case: id } = cast
    const { payload } = await draft(cedar, { facts: factsOf('XC'), word: 'Assistance only.' })
    await cedar.post<Filed>(`/api/v1/cases/${id}/acts`, { payload })
    await cedar.file(id, 'comply', { on, union: 'complies', national: 'complies' })
    await settledAt(birch, id, (view) => versionOf(view, on)?.gate.open || undefined)
    await birch.declare(id, on, 'adopted')
    for (const person of everyone())
      await settledAt(person, id, (view) => versionOf(view, on)?.inForce || undefined)
    expect(await stages(birch)).toEqual({ XA: 'may-start', XB: 'may-start', XC: 'may-start' })
    expect(await desk(birch)).toEqual(['start'])
  })

  test('Alder starts, reports and reviews it', async () => {
    const { alder, cedar } = cast
    await goOn(async () => (await ledger(alder))?.review.last !== undefined)
    await settledAt(cedar, cast.case, (view) =>
      view.state.measures?.[0]?.nations['XA' as never]?.stage === 'running' ? true : undefined,
    )
    expect(await partOf(alder)).toMatchObject({
      stage: 'running',
      reasons: [],
      restsOn: [
        { what: 'call', holds: true },
        { what: 'assessment', holds: true },
        { what: 'adoption', holds: true },
        { what: 'consent', holds: true },
      ],
    })
    const seen = await ledger(alder)
    expect(seen?.review).toMatchObject({ dueOn: '2027-01-15', isOver: false })
    expect(told.join('\n')).toContain('Alder begins its part')
  })

  test('and is counted where it can be', async () => {
    const { milestones, stages } = await cast.alder.ask<MilestonesView>('/api/v1/milestones')
    const of = (id: string) =>
      milestones.flatMap(({ counts }) => counts).find((one) => one.id === id)
    expect(of('measures-assessed')).toMatchObject({ value: 3, of: 3 })
    expect(of('parts-running')).toMatchObject({ value: 1, of: 3 })
    expect(of('positions-in-force')).toMatchObject({ value: 1, of: 1 })
    expect(of('days-witnessed')).toHaveProperty('value')
    expect(of('objectives')).toHaveProperty('notCounted')
    const own = stages.cases.find((one) => one.case === cast.case)!.stages
    const seen = own.map(({ stage }) => stage)
    for (const stage of ['opened', 'proposed', 'adopted', 'assessed', 'started'] as const)
      expect(seen).toContain(stage)
    for (const [place, { at: reached, after, spent }] of own.entries()) {
      expect(after).toBe(reached - own[0]!.at)
      expect(spent).toBe(own[place + 1] && own[place + 1]!.at - reached)
    }
  })
})

describe('a review is due, and finds something', () => {
  const review = (nextOn: string, found: object = {}) =>
    cast.alder.file(cast.case, 'review', {
      on,
      reviewedOn: '2026-11-24',
      ceased: false,
      repaired: false,
      proportionate: 'yes',
      reversible: 'yes',
      tribunal: false,
      remarks: 'Looked at again.',
      nextOn,
      ...found,
    })
  // Later on the same day counts in the order of ids: each of these is a day later.
  const onDay = (reviewedOn: string) => ({ reviewedOn })

  test('the desk says so from the day after, and no more once it is made', async () => {
    const { alder } = cast
    await review('2026-11-25', onDay('2027-02-01'))
    expect((await ledger(alder))?.review).toMatchObject({ dueOn: '2026-11-25', isOver: true })
    expect(await desk(alder)).toEqual(['review'])
    await review('2030-01-01', onDay('2027-02-02'))
    expect(await desk(alder)).toEqual([])
  })

  test('what has ceased and was repaired has to end; a later review lifts it', async () => {
    const { alder, birch } = cast
    await review('2030-01-01', { ...onDay('2027-02-03'), ceased: true, repaired: true })
    expect(await partOf(alder)).toMatchObject({ stage: 'suspended' })
    expect(await desk(alder)).toEqual(['terminate'])
    await settledAt(birch, cast.case, (view) =>
      view.state.measures?.[0]?.nations['XB' as never]?.stage === 'barred' ? true : undefined,
    )
    expect((await partOf(birch))?.reasons.map(({ code }) => code)).toEqual(['act-ceased'])
    await review('2030-01-01', onDay('2027-02-04'))
    expect(await partOf(alder)).toMatchObject({ stage: 'running' })
  })
})

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
    expect(out).toContain(`on: ${STEP}, version 1`)
    expect(out).toContain('Signed by nobody.')
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
    expect(at('divergence').out).toContain('reading of sovereignty: XA rule, XB principle')
    const told = at('milestones', '--lang', 'es').out
    expect(told).toContain('2. Un lenguaje común')
    expect(told).toMatch(/Z {2}posición adoptada: \+/u)
    expect(told).toContain('153 días (EuRepoC v1.1')
  })

  test('ends with 2 where it is used wrongly', () => {
    expect(at('measure', 'review', STEP, '--remarks', 'R.').code).toBe(2)
    expect(at('what-if', '--suppose', 'XB=complies-with-reservation').code).toBe(2)
    expect(at('act', 'sign').code).toBe(2)
  })
})

describe('a consent is taken back', () => {
  test('everything that rested on it is suspended in the same computation, on every node', async () => {
    const { cedar, case: id } = cast
    await cedar.file(id, 'withdraw', { on, reason: 'Talks have begun.' })
    for (const person of everyone())
      await settledAt(person, id, (view) =>
        view.state.measures?.[0]?.nations['XA' as never]?.stage === 'suspended' ? true : undefined,
      )
    const alders = await partOf(cast.birch, 'XA' as never)
    expect(alders?.reasons).toContainEqual({ code: 'not-in-force' })
    expect(alders?.restsOn).toContainEqual(
      expect.objectContaining({ what: 'adoption', holds: false }),
    )
    expect(await stages(cast.birch)).toEqual({
      XA: 'suspended',
      XB: 'barred',
      XC: 'barred',
    })
  })

  test('Alder’s desk says so, and Alder says it too', async () => {
    const { alder } = cast
    expect(await desk(alder)).toEqual(['suspend'])
    await goOn(async () => (await desk(alder)).length === 0)
    expect(told.join('\n')).toContain('Alder suspends its part')
  })

  test('nobody begins it again', async () => {
    const { alder, birch, case: id } = cast
    for (const person of [alder, birch]) {
      const [certificate] = (await ledger(person))!.adopted
      await expect(
        person.file(id, 'start', { on, certificate: certificate!, startedOn: '2027-01-20' }),
      ).rejects.toThrow('measure.barred')
    }
  })

  test('Alder ends its part for good', async () => {
    const { alder, case: id } = cast
    await alder.file(id, 'terminate', { on, terminatedOn: '2027-02-01', reason: 'It has ceased.' })
    for (const person of everyone())
      await settledAt(person, id, (view) =>
        view.state.measures?.[0]?.nations['XA' as never]?.stage === 'terminated' ? true : undefined,
      )
    expect(await desk(alder)).toEqual([])
  })

  test('and the whole record verifies offline', async () => {
    const { cedar, case: id } = cast
    const bundle = await cedar.ask<object>(`/api/v1/cases/${id}/bundle`)
    const verified = verifyBundle(JSON.stringify(bundle), { charterId: id, crypto })
    expect(verified.state.measures).toMatchObject([
      { step: STEP, nations: { XA: { stage: 'terminated' } } },
    ])
  })
})

describe('who may act in a measure', () => {
  const verbs = {
    call: {
      for: STEP,
      to: 'Hawthorn',
      demands: 'Cease.',
      transmittedOn: '2026-11-02',
      channel: 'note',
    },
    notice: {
      for: STEP,
      to: 'Hawthorn',
      says: 'So.',
      notifiedOn: '2026-11-20',
      offersNegotiation: true,
    },
    assess: {
      asOf: '2026-11-24',
      lawBase: 'entente-law-1',
      facts: {},
      outcome: 'unknown',
      word: 'W.',
    },
    start: { certificate: `sha256:${'0'.repeat(64)}`, startedOn: '2026-12-15' },
    report: { reportedOn: '2026-12-15', remarks: 'R.' },
    review: {
      reviewedOn: '2026-12-15',
      ceased: false,
      repaired: false,
      proportionate: 'yes',
      reversible: 'yes',
      tribunal: false,
      remarks: 'R.',
    },
    suspend: { suspendedOn: '2026-12-15', reason: 'R.' },
    terminate: { terminatedOn: '2026-12-15', reason: 'R.' },
  } as const
  const cells = Object.entries(verbs).flatMap(([verb, said]) =>
    (['XA', 'CO'] as const).flatMap((party) => ROLES.map((role) => ({ verb, said, party, role }))),
  )

  test.each(cells)('$verb by the $role of $party', async ({ verb, said, party, role }) => {
    const person = people[party][role]!
    const { person: me } = await person.ask<Me>('/api/v1/me')
    const signs = role === 'signatory'
    // The chair’s mandate has none of these verbs, and only whose role signs has any.
    expect(me?.verbs.includes(verb)).toBe(party === 'XA' && (signs || role === 'deputy'))
    const before = await countOf(person)
    const fields = 'for' in said ? said : { on, ...said }
    const filing = person.file(cast.case, verb as 'report', fields as never)
    const outcome = await outcomeOf(filing)
    expect(REFUSED[party === 'XA' && signs ? 'may' : signs ? 'mandate' : 'role']).toContain(outcome)
    const filed = outcome === 'filed' ? 1 : 0
    expect(await countOf(person)).toBe(before + filed)
  })
})

describe('a referral as self-defence', () => {
  test('is recorded with its rules, comes to no answer, asks nothing of a desk and is never begun', async () => {
    const { chair, alder, case: id } = cast
    const act = (await chair.view(id)).acts.find((one) => one.id === on)?.act
    const { text, measure: terms } = act?.kind === 'propose' ? act : expect.fail('expected a text')
    const referred = 'measure-referred'
    await chair.file(id, 'propose', {
      step: { id: referred, kind: 'measure' },
      text,
      measure: {
        ...terms!,
        kind: 'self-defence-referral',
        facts: { allianceDecision: { value: 'invoked' }, solidarity: { value: 'overwhelmed' } },
      },
    })
    const version = (await settledAt(
      alder,
      id,
      (view) => step(view, referred)?.versions.at(-1)?.id,
    ))!
    const seen = await alder.ask<AssessmentView>(
      `/api/v1/cases/${id}/measures/${referred}/assessment`,
    )
    expect(seen.nations.map(({ conclusion }) => conclusion.value)).toEqual(
      Array(3).fill('not-assessed'),
    )
    const row = (norm: string) => seen.rows.find((one) => one.norm === norm)
    expect(row('tfeu-222')).toMatchObject({ depth: 1, cells: [{ value: 'satisfied' }, {}, {}] })
    expect((await alder.ask<Desk>('/api/v1/desk')).measures).toEqual([])
    await expect(
      alder.file(id, 'start', { on: version, certificate: version, startedOn: '2027-01-20' }),
    ).rejects.toThrow('measure.referred')
  })
})

/** What a cell of the matrix may come to: by the case, by the mandate, by the role. */
const REFUSED = {
  may: ['filed', 'measure.barred', 'measure.not-begun'],
  mandate: ['act.not-competent', 'voice.none'],
  role: ['person.not-competent', 'voice.none', 'measure.barred', 'measure.not-begun'],
}

const countOf = async (person: PersonClient) =>
  (await person.view(cast.case)).acts.filter(({ party }) => party === person.party).length

/** A session of its own, for what is read as text. */
async function cookieOf(person: PersonClient): Promise<string> {
  const entered = await fetch(await person.link(), { redirect: 'manual' })
  return entered.headers.get('set-cookie')!.split(';')[0]!
}
