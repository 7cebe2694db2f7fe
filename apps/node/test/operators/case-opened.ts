import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CaseSummary, OpenedFromReport } from '../../src/api.ts'
import { readConfig, writeConfig } from '../../src/config.ts'
import { rowan } from '../../src/demo/operators.ts'
import { until } from '../../src/demo/person.ts'
import {
  data,
  CANARY,
  ROWANS_OWN,
  COALITION,
  csirt,
  alder,
  birch,
  line,
  post,
  incidents,
  said,
  named,
} from './stage.ts'

describe('the authority', () => {
  test('opens a case from the report, with what the operator named and what it holds itself', async () => {
    const [seen] = (await incidents(csirt())).incidents
    const order = {
      line: line(rowan),
      incident: seen!.incident,
      title: 'Wiper against terminals',
      grade: { scale: 'admiralty', version: '1', value: 'B2' },
    }
    const open = () => post<OpenedFromReport>(birch(), '/api/v1/incidents/cases', order)
    await expect(post(csirt(), '/api/v1/incidents/cases', order)).rejects.toThrow('case.opening')
    // Evidence needs another's clearance for now: the case is opened, and what goes into it is not signed.
    settle('XB', { clearance: ['evidence'] })
    const refused = await until('the root case to be read again', () =>
      open().then(
        () => expect.fail('expected a refusal'),
        (error: unknown) => (String(error).includes('503') ? undefined : String(error)),
      ),
    )
    expect(refused).toContain('draft.needed')
    const begun = (await incidents(csirt())).incidents[0]?.opened
    expect(begun).toBeDefined()
    settle('XB', { clearance: [] })
    const opened = await open()
    expect(opened.case).toBe(begun)
    // Birch does not speak for what it does not hold.
    expect(opened.notHeld).toEqual([ROWANS_OWN])
    expect(new Set(opened.parties)).toEqual(new Set(COALITION))
    const view = await birch().view(opened.case)
    const evidence = view.acts.flatMap(({ act }) => (act?.kind === 'evidence' ? [act] : []))
    expect(evidence).toHaveLength(1)
    expect(new Set(evidence[0]?.objects.map(({ id }) => id))).toEqual(
      new Set(named.filter((id) => id !== ROWANS_OWN)),
    )
    expect(evidence[0]?.custodian).toBe('XB')
    const text = JSON.stringify(view)
    for (const word of ['Rowan', said.account, CANARY.id, CANARY.name, CANARY.address])
      expect(text).not.toContain(word)
    await expect(open()).rejects.toThrow('incident.opened')
    await until('Alder to know the case', async () =>
      (await alder().ask<{ cases: CaseSummary[] }>('/api/v1/cases')).cases.find(
        ({ id }) => id === opened.case,
      ),
    )
  })
})

function settle(party: string, settled: Partial<ReturnType<typeof readConfig>>): void {
  const directory = join(data, party)
  writeConfig(directory, { ...readConfig(directory), ...settled })
}
