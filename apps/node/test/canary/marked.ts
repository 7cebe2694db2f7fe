import { randomUUID } from 'node:crypto'
import type { ReportDraftView } from '../../src/api.ts'
import { payloadOf } from '../../src/positions/payload.ts'
import type { DraftView } from '../../src/api.ts'
import { OURS, TLP2 } from '../markings.ts'
import { claimedNow, say, type Speaking } from './speaking.ts'

/** What is in no act: objects under their labels, drafts, and what an operator keeps to itself. */
export async function keepAll(speaking: Speaking): Promise<void> {
  await objects(speaking)
  await drafted(speaking)
  await operator(speaking)
}

const CREATED = '2026-11-02T09:00:00.000Z'

/** Taken in at Alder, and named in evidence of the shared case. */
async function objects(speaking: Speaking): Promise<void> {
  const { desk, words, objects: taken } = speaking
  const object = (label: keyof typeof TLP2, name: string) => ({
    type: 'malware',
    spec_version: '2.1',
    id: `malware--${randomUUID()}`,
    created_by_ref: OURS,
    created: CREATED,
    modified: CREATED,
    name,
    is_family: false,
    object_marking_refs: [TLP2[label]],
  })
  const all = [
    object('red', words.in('object', 'marked TLP:RED')),
    object('strict', words.in('object', 'marked TLP:AMBER+STRICT')),
  ]
  await desk.post('/api/v1/imports', {
    type: 'bundle',
    id: `bundle--${randomUUID()}`,
    objects: all,
  })
  // Under the label that goes furthest, and not taken in yet.
  await desk.post('/api/v1/imports/pending', {
    type: 'bundle',
    id: `bundle--${randomUUID()}`,
    objects: [object('clear', words.in('import', 'its objects while it waits'))],
  })
  for (const { id } of all) {
    const { versions } = await desk.ask<{ versions: { sha256: string }[] }>(`/api/v1/objects/${id}`)
    taken.push({ id, sha256: versions[0]!.sha256 })
  }
  await say(speaking, 'evidence', {
    title: words.in('evidence', 'title'),
    objects: taken.map((one) => ({ ...one, modified: CREATED })),
    grade: { scale: 'admiralty', version: '1', value: 'A1' },
    custodian: desk.party,
  })
}

/** A draft that is under way, and one that came back with a word on it. */
async function drafted({ world, words, desk, drafts }: Speaking): Promise<void> {
  const [drafter, adviser] = ['drafter', 'adviser'].map((id) => world.seat('XA', id).client)
  const of = world.cases.shared
  for (const isReturned of [false, true]) {
    const says = words.in('draft', 'its words')
    const said = { kind: 'note', claimedAt: claimedNow(), says } as const
    const payload = payloadOf(await desk.view(of), desk.party, said)
    const draft = await drafter!.post<DraftView>('/api/v1/drafts', { case: of, payload })
    drafts.push(draft.id)
    if (!isReturned) continue
    const comment = words.in('draft', 'what is said when it is returned')
    await adviser!.post(`/api/v1/drafts/${draft.id}/return`, { comment })
  }
}

/** At the operator: its inventory, and a report that is not filed. */
async function operator({ world, words, drafts }: Speaking): Promise<void> {
  const { client } = world.seat('XO', 'desk')
  const name = words.in('inventory', 'its rows', 'line')
  await client.ask('/api/v1/assets?name=assets.csv', {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: `id,name,kind,note\nRW-1,${name},terminal,${words.in('inventory', 'its rows', 'line')}\n`,
  })
  const draft = await client.post<ReportDraftView>('/api/v1/incidents/drafts', {
    regime: 'nis2',
    stage: 'early-warning',
    said: {
      awareAt: '2026-11-20T06:00:00Z',
      title: words.in('draft', 'of a report', 'line'),
      account: words.in('draft', 'of a report', 'line'),
    },
  })
  drafts.push(draft.id)
}
