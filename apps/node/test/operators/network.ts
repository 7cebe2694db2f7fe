import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Desk, ReportDraftView } from '../../src/api.ts'
import { startNode, stopNode } from '../../src/demo/constellation.ts'
import { rowan } from '../../src/demo/operators.ts'
import { until } from '../../src/demo/person.ts'
import {
  data,
  wiresOf,
  nodes,
  ports,
  start,
  officerOfRowan,
  csirt,
  incidents,
  draftOf,
  at,
  fileDraft,
} from './stage.ts'

describe('the network goes away', () => {
  test('a report that was ordered waits at home, over a restart, and is sent when the line answers', async () => {
    await stopNode(nodes.get('XB')!)
    await stopNode(nodes.get('XO')!)
    wiresOf(rowan).toAuthority.target = undefined
    // A node that finds its port taken ends at once, and says why: nobody waits for its first line.
    const taken = { party: 'XO', data: join(data, 'XO'), port: ports.get('XA')!, peers: {} }
    await expect(startNode(taken)).rejects.toThrow('exit code 2')
    await start('XO')
    const [seen] = (await incidents(officerOfRowan())).incidents
    const draft = await draftOf(
      'intermediate-report',
      { answers: { status: 'Half of them answer again.' } },
      seen?.incident,
    )
    expect((await fileDraft(draft)).state).toBe('waiting')
    const { incidents: items } = await officerOfRowan().ask<Desk>('/api/v1/desk')
    expect(items).toContainEqual(
      expect.objectContaining({ does: 'send-report', stage: 'intermediate-report' }),
    )
    await stopNode(nodes.get('XO')!, 'SIGKILL')
    await start('XO')
    expect((await officerOfRowan().ask<ReportDraftView>(at(draft, '').slice(0, -1))).state).toBe(
      'waiting',
    )
    wiresOf(rowan).toAuthority.target = ports.get('XB')
    await start('XB')
    const report = await until('the report that waited', async () =>
      (await incidents(csirt())).incidents[0]?.reports.find(
        ({ stage }) => stage === 'intermediate-report',
      ),
    )
    expect(report.answers).toEqual({ status: 'Half of them answer again.' })
    expect((await officerOfRowan().ask<ReportDraftView>(at(draft, '').slice(0, -1))).state).toBe(
      'filed',
    )
  })
})
