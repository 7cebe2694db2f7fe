import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AlarmsView } from '../../src/api.ts'
import { until } from '../../src/demo/person.ts'
import { alarmed, openField, says, sees, settles, type Field } from './field.ts'

/** Four honest nodes, and a process on the wire between Alder's and Birch's. */
let field: Field
beforeAll(async () => {
  field = await openField({ between: ['XA', 'XB'] })
}, 60_000)
afterAll(() => field.close())

describe('row 1: an outsider on the wire', () => {
  /** Alder and Cedar hold the same case, whoever stands between Alder and Birch. */
  const agree = async () => {
    const { XA, XC } = field.people
    // Either may still be learning what the other has.
    await until('Alder to agree with Cedar', async () => {
      const [own, theirs] = await Promise.all([XA.view(field.case), XC.view(field.case)])
      return own.digest === theirs.digest || undefined
    })
  }

  test('drops everything: Alder sees that Birch is away, and reads it from those who mirror it', async () => {
    const { attacker, people } = field
    await attacker.does('takesTo', 'drops')
    const { id } = await says(field, 'XB', 'dropped')
    await sees(field, people.XA, id)
    await settles(field, people.XA, 'Birch to be away', ({ peers }) =>
      peers.some(({ party, status }) => party === 'XB' && status === 'unreachable'),
    )
    const alarm = await alarmed(people.XA, { kind: 'silent-peer', party: 'XB' })
    expect(alarm).toMatchObject({ code: 'peer.silent', severity: 'notice' })
    expect(alarm).not.toHaveProperty('ended')
    await agree()
  })

  test('alters what it passes on: nothing of it is admitted, and Alder is told what came', async () => {
    const { attacker, people } = field
    await attacker.does('takesTo', 'alters')
    const acts = []
    for (let at = 0; at < 4; at++) acts.push(await says(field, 'XB', `altered ${at}`))
    const alarm = await alarmed(people.XA, { kind: 'unproved-bytes', code: 'strand.checkpoint' })
    expect(alarm).toMatchObject({ severity: 'serious', party: 'XB', caseId: expect.any(String) })
    expect(alarm.evidence['got']).toContain('entente.example')
    for (const { id } of acts) await sees(field, people.XC, id)
    // Cedar's copy is as good as Birch's own: Alder has every act, and as it was signed.
    for (const { id } of acts) await sees(field, people.XA, id)
    await agree()
    const { state } = await people.XA.view(field.case)
    expect(state.void).toEqual([])
  })

  test('alters what is asked: Birch answers nothing that is not truly signed, witnesses nothing that is not, and is told', async () => {
    const { attacker, people } = field
    await attacker.does('takesTo', 'alters requests')
    const { id } = await says(field, 'XB', 'said while requests are altered')
    const refused = { kind: 'refused-request', evidence: { why: 'not-true' } } as const
    expect(await alarmed(people.XB, refused)).toMatchObject({ code: 'request.unsigned' })
    // Alder has it from others; what Alder says itself counts without Birch's witness.
    await sees(field, people.XA, id)
    let times = 0
    await until('Birch to be told of a checkpoint that nobody signed', async () => {
      times += 1
      const own = await says(field, 'XA', `brought to Birch’s witness ${times}`)
      expect(own).toMatchObject({ final: true })
      const { alarms } = await people.XB.ask<AlarmsView>('/api/v1/alarms')
      return alarms.find(({ kind }) => kind === 'refused-checkpoint')
    })
    await attacker.does('takesTo', 'passes')
    await agree()
    expect((await people.XA.view(field.case)).state.void).toEqual([])
  })

  test('alters the feed: a hint is read from nowhere, what is none ends it, and Alder is told', async () => {
    const { attacker, people } = field
    await attacker.does('takesFeed', 'alters')
    let times = 0
    const told = await until('Alder to be told', async () => {
      times += 1
      const { id } = await says(field, 'XB', `told of by a feed that is altered ${times}`)
      await sees(field, people.XA, id)
      const { alarms } = await people.XA.ask<AlarmsView>('/api/v1/alarms')
      return alarms.find(({ code }) => code === 'feed.malformed')
    })
    expect(told).toMatchObject({ kind: 'unproved-bytes', party: 'XB' })
    await attacker.does('takesFeed', 'cut')
    await agree()
  })

  test('replays what was true once: nothing goes back, and Alder is told that others have more', async () => {
    const { attacker, people } = field
    await attacker.does('takesTo', 'passes')
    await settles(field, people.XA, 'Birch to be back', ({ peers }) => {
      const birch = peers.find(({ party }) => party === 'XB')
      return birch?.status === 'reachable' && birch.sameState === true
    })
    await agree()
    const { ended } = await alarmed(people.XA, { kind: 'silent-peer', party: 'XB' })
    expect(Date.parse(ended!)).toBeLessThanOrEqual(Date.now())
    const before = (await people.XA.view(field.case)).state.cut
    await attacker.does('takesTo', 'replays')
    const { id } = await says(field, 'XB', 'replayed')
    await sees(field, people.XC, id)
    // Whatever Cedar says makes Alder look at what else Cedar has.
    await says(field, 'XC', 'seen')
    await sees(field, people.XA, id)
    await alarmed(people.XA, { kind: 'rolled-back', party: 'XB' })
    await agree()
    const { cut } = (await people.XA.view(field.case)).state
    expect(cut['XB' as never]).not.toEqual(before['XB' as never])
  })

  test('passes a signed question on to another node: it is not answered there', async () => {
    const { attacker, urlOf } = field
    const path = `/log/${field.case.slice(7)}/state`
    expect(await attacker.does('passesOn', path, urlOf('XC'))).toBe(401)
    expect(await attacker.does('passesOn', path, urlOf('XB'))).toBe(200)
    await alarmed(field.people.XC, { kind: 'refused-request', evidence: { why: 'not-true' } })
  })
})
