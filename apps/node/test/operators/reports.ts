import { describe, expect, test } from 'vitest'
import { verifyBundle } from '@entente/accord'
import type {
  CaseSummary,
  Desk,
  MatchesView,
  ReportDraftView,
  ReportPreview,
} from '../../src/api.ts'
import { OPERATORS, linden, rowan } from '../../src/demo/operators.ts'
import { until } from '../../src/demo/person.ts'
import type { PersonClient } from '../../src/demo/person.ts'
import { crypto } from '../../src/platform/crypto.ts'
import { SHARED } from '../inventories.ts'
import {
  INVENTORY,
  CANARY,
  ROWANS_OWN,
  wiresOf,
  saidBy,
  saidTo,
  has,
  people,
  officer,
  csirtOf,
  officerOfRowan,
  csirt,
  line,
  post,
  incidents,
  anotherIndicator,
  awareAt,
  said,
  named,
  nowNamed,
  draftOf,
  at,
  fileDraft,
} from './stage.ts'

describe('two operators, six processes that speak HTTP only', () => {
  test.each(OPERATORS)(
    '$name takes in its inventory and finds at home what the intelligence touches',
    async (operator) => {
      const person = officer(operator)
      await person.ask('/api/v1/assets?name=assets.csv', {
        method: 'POST',
        body: INVENTORY[operator.id].text,
      })
      const { matches, assets } = await person.ask<MatchesView>('/api/v1/matches')
      expect(assets).toBe(3)
      expect(new Set(matches.flatMap(({ why }) => why.map(({ column }) => column)))).toEqual(
        new Set(Object.keys(SHARED)),
      )
      const { incidents: items } = await person.ask<Desk>('/api/v1/desk')
      expect(items).toContainEqual({ does: 'look-at-matches', assets: 3 })
    },
  )

  test('an operator’s own intelligence is matched beside what it was given', async () => {
    const body = anotherIndicator()
    await officer(rowan).ask('/api/v1/imports?name=own.json', { method: 'POST', body })
    nowNamed(
      await until('all five indicators to have matched', async () => {
        const { matches } = await officer(rowan).ask<MatchesView>('/api/v1/matches')
        const ids = [...new Set(matches.map(({ indicator }) => indicator.id))]
        return ids.length === 5 ? ids : undefined
      }),
    )
    expect(named).toContain(ROWANS_OWN)
  })

  test('Linden warns Alder’s CSIRT, which acknowledges it', async () => {
    const [person, other] = [officer(linden), csirtOf(linden)]
    const draft = await post<ReportDraftView>(person, '/api/v1/incidents/drafts', {
      regime: 'nis2',
      stage: 'early-warning',
      said: { ...said, title: 'Clinics cut off', touched: 3 },
    })
    const { payload } = await post<ReportPreview>(person, at(draft, 'preview'), {})
    await post(person, at(draft, 'file'), { payload })
    const seen = await until('the report', async () => (await incidents(other)).incidents[0])
    expect(seen).toMatchObject({ side: 'authority', title: 'Clinics cut off', awareAt })
    const [report] = seen.reports
    await post(other, '/api/v1/incidents/receipts', { line: seen.line, of: report!.act })
    await until(
      'the receipt',
      async () => (await incidents(person)).incidents[0]?.reports[0]?.receipt,
    )
    // Birch's CSIRT learns nothing of it.
    expect((await incidents(csirt())).incidents).toEqual([])
  })

  test('warns its authority, whose node shows the clocks of NIS2', async () => {
    const filed = await fileDraft(await draftOf('early-warning', { touched: 1, indicators: named }))
    expect(filed.state).toBe('filed')
    const seen = await until('the report', async () => (await incidents(csirt())).incidents[0])
    expect(seen).toMatchObject({ side: 'authority', regime: 'nis2', title: said.title, awareAt })
    const due = (hours: number) =>
      `${new Date(Date.parse(awareAt) + hours * 3_600_000).toISOString().slice(0, 19)}Z`
    const clock = (stage: string) => seen.clocks.find((one) => one.stage === stage)
    expect(clock('early-warning')).toMatchObject({ dueAt: due(24), state: 'met' })
    expect(clock('incident-notification')).toMatchObject({ dueAt: due(72), state: 'running' })
    expect(clock('final-report')?.state).toBe('waiting')
    expect(seen.reports[0]?.receivedAt).toMatch(/Z$/)
  })

  test('is acknowledged, and learns of it', async () => {
    const [item] = (await csirt().ask<Desk>('/api/v1/desk')).incidents
    expect(item).toMatchObject({ does: 'acknowledge', stage: 'early-warning', isOver: false })
    if (item?.does !== 'acknowledge') throw new Error('expected a report to acknowledge')
    await post(csirt(), '/api/v1/incidents/receipts', {
      line: item.line,
      of: item.act,
      remarks: 'Keep images.',
    })
    const receipt = await until(
      'the receipt',
      async () => (await incidents(officerOfRowan())).incidents[0]?.reports[0]?.receipt,
    )
    expect(receipt.remarks).toBe('Keep images.')
    const [seen] = (await incidents(officerOfRowan())).incidents
    expect(seen?.feedback?.state).toBe('met')
    expect((await csirt().ask<Desk>('/api/v1/desk')).incidents).toEqual([])
  })

  test.each(OPERATORS)(
    '$name shows nothing of its inventory in any byte to or from its authority’s node',
    (operator) => {
      const [by, to] = [saidBy(operator), saidTo(operator)]
      expect(by.length).toBeGreaterThan(5_000)
      expect(to.length).toBeGreaterThan(10_000)
      // What did go over the wire is found by the same search: the recording is of the right thing.
      for (const value of operator === rowan ? [said.title, ...named] : ['Clinics cut off'])
        expect(has(by, value)).toBe(true)
      for (const value of Object.values(SHARED)) expect(has(to, value)).toBe(true)
      const { values } = INVENTORY[operator.id]
      expect(values.filter((value) => has(by, value))).toEqual([])
      // What the authority's node sends is the intelligence, which names some of the same things.
      const known = new Set<string>(Object.values(SHARED))
      expect(values.filter((value) => !known.has(value) && has(to, value))).toEqual([])
    },
  )

  test('refuses a report whose words name the inventory, until the person says so', async () => {
    const [seen] = (await incidents(officerOfRowan())).incidents
    const account = `The device ${CANARY.id} restarts.`
    const answers = { 'initial-assessment': 'One site.' }
    const draft = await draftOf('incident-notification', { account, answers }, seen?.incident)
    const preview = await post<ReportPreview>(officerOfRowan(), at(draft, 'preview'), {})
    expect(preview.fromInventory).toEqual([{ column: 'id', value: CANARY.id, field: 'account' }])
    await expect(fileDraft(draft)).rejects.toThrow('report.inventory')
    const { toOperator } = wiresOf(rowan)
    const received = toOperator.received().length
    await fileDraft(draft, [CANARY.id])
    await until('the notification', async () => (await incidents(csirt())).incidents[0]?.reports[1])
    // The twin of the canary test: what a person let go is seen by the same search.
    const bytes = toOperator.received().subarray(received)
    expect(has(bytes, CANARY.id)).toBe(true)
  })

  test('gives the final report a month from the notification, on both sides alike', async () => {
    const clocks = await Promise.all(
      [officerOfRowan(), csirt()].map(
        async (person) => (await incidents(person)).incidents[0]!.clocks,
      ),
    )
    const [own, theirs] = clocks.map((all) => all.find(({ stage }) => stage === 'final-report'))
    expect(own?.state).toBe('running')
    expect(own?.dueAt).toBe(theirs?.dueAt)
  })

  test.each(OPERATORS)(
    '$name is a party of its reporting line and of nothing else',
    async (operator) => {
      const cases = async (person: PersonClient) =>
        (await person.ask<{ cases: CaseSummary[] }>('/api/v1/cases')).cases
      const own = await cases(officer(operator))
      expect(own.map(({ id, line: isLine, root: isRoot }) => ({ id, isLine, isRoot }))).toEqual([
        { id: line(operator), isLine: true, isRoot: false },
      ])
      for (const party of ['XA', 'XB', 'XC']) {
        const ids = (await cases(people.get(`${party} desk`)!)).map(({ id }) => id)
        expect(ids.includes(line(operator))).toBe(party === operator.authority)
      }
    },
  )

  test('has a record that verifies offline', async () => {
    const id = line(rowan)
    const bundle = await csirt().ask<object>(`/api/v1/cases/${id}/bundle`)
    expect(() => verifyBundle(JSON.stringify(bundle), { charterId: id, crypto })).not.toThrow()
  })
})
