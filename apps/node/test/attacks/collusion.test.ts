import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TimestampsTaken } from '../../src/api.ts'
import { verifyCommand } from '../../src/cli/verify.ts'
import { readConfig, writeConfig } from '../../src/config.ts'
import { until } from '../../src/demo/person.ts'
import { run } from '../command.ts'
import { hasOpenssl, startAuthority } from '../timestamp-authority.ts'
import { agree, alarmed, evidence, looks, openField, sees, type Field } from './field.ts'

/**
 * Birch and Cedar are with one another: the witness keys of two of four, and one may lie. Alder is honest, and so is the
 * organisation, whose witness is outside of all nations.
 */
let field: Field
const honest = ['XA', 'XC', 'CO'] as const
const ministry = [{ keyid: 'XB-mfa-1' }]
const now = () => Math.floor(Date.now() / 1000)

beforeEach(async () => {
  field = await openField({ hostile: 'XB' })
}, 60_000)
afterEach(() => field.close())

/** The lines with which the two cosign whatever they like, at this second. */
async function cosignedBy(entries: readonly Uint8Array[], time = now()) {
  const colluding = (['XB', 'XC'] as const).map((one) => ({
    directory: field.directoryOf(one),
    time,
  }))
  const note = await field.attacker.does('cosignsWith', entries, colluding)
  const [, ...cosignatures] = note.split('\n\n').at(-1)!.split('\n')
  return cosignatures.join('\n')
}

/** An act of Birch's ministry on top of what everybody has. */
async function onTop(title: string) {
  const kept = await field.attacker.does('history')
  const { id, entry } = await field.attacker.does('seals', evidence(title), ministry)
  return { id, kept, entries: [...kept, entry] }
}

describe('row 8: more witnesses than may lie are with a member', () => {
  test('a witness outside of the nations, which is not with them, lets no second history reach the quorum while Alder is away', async () => {
    const { attacker, people, charter } = field
    expect(charter.parties.find(({ id }) => id === 'CO')?.role).toBe('organisation')
    await agree(field, honest)
    await field.halt('XA')
    const shown = await onTop('shown to the organisation')
    const { note } = await attacker.does('asksToCosign', shown.entries, shown.kept.length, ['CO'])
    await attacker.does('shows', '*', shown.entries, `${note}${await cosignedBy(shown.entries)}`)
    await sees(field, people.CO, shown.id)
    const other = await onTop('another history')
    const { answers } = await attacker.does('asksToCosign', other.entries, other.kept.length, [
      'CO',
    ])
    expect(answers).toMatchObject([{ witness: 'CO', status: 409 }])
    // Two of four cosigned it, and nobody takes it in: not even the node of whose witness they have the key.
    const alone = await attacker.does('asksToCosign', other.entries, other.kept.length, [])
    await attacker.does(
      'shows',
      'XC',
      other.entries,
      `${alone.note}${await cosignedBy(other.entries)}`,
    )
    await looks(field, 'XC', { end: '/XB/checkpoint' })
    const alarm = await alarmed(people.CO, { kind: 'two-histories', party: 'XB' })
    expect(alarm.evidence['there']).toContain('/xb/')
    const { acts } = await people.XC.view(field.case)
    expect(acts.filter(({ id, final }) => final && id === other.id)).toEqual([])
  })

  test('each of two nodes admits another history; the first time that they compare, it is proved', async () => {
    const { people } = field
    const { first, second, size } = await forked()
    await Promise.all([isAdmitted('XA', first), isAdmitted('CO', second)])
    for (const party of ['XA', 'CO'] as const) {
      const alarm = await alarmed(people[party], { kind: 'two-histories', party: 'XB' })
      expect(alarm.evidence).toMatchObject({ size: String(size) })
    }
    const { payload } = await people.XA.post<{ payload: string }>(
      `/api/v1/cases/${field.case}/accusations`,
      { of: 'XB' },
    )
    await people.XA.post(`/api/v1/cases/${field.case}/acts`, { payload })
    for (const party of honest) {
      await until(`${party} to freeze the strand`, async () =>
        (await people[party].view(field.case)).state.forked ? true : undefined,
      )
      await alarmed(people[party], { kind: 'accused', party: 'XB' })
    }
    await looks(field, 'XA', { end: '/state' })
  })

  test.skipIf(!hasOpenssl)(
    hasOpenssl
      ? 'a timestamp that Alder took tells which of the two histories existed then: it is refused under the other'
      : 'a timestamp tells which existed, LEFT OUT: openssl is not installed',
    async () => {
      const { people, data, directoryOf } = field
      const authority = await startAuthority('Harbour Time')
      try {
        const { first, second } = await forked()
        await Promise.all([isAdmitted('XA', first), isAdmitted('CO', second)])
        const config = readConfig(directoryOf('XA'))
        const trusted = { name: 'Harbour', url: authority.url, anchor: authority.anchor }
        writeConfig(directoryOf('XA'), { ...config, timestamps: [trusted] })
        const path = `/api/v1/cases/${field.case}/timestamps`
        await until('Alder to have a token', async () => {
          const { taken } = await people.XA.post<TimestampsTaken>(path, {})
          return taken.length > 0 && taken.every((one) => !('code' in one)) ? true : undefined
        })
        const anchor = join(data, 'anchor.pem')
        writeFileSync(anchor, authority.anchor)
        const verified = async (record: object) => {
          const file = join(data, 'record.json')
          writeFileSync(file, JSON.stringify(record))
          const words = [file, '--charter', field.case, '--tsa', anchor, '--json']
          const { code, out } = await run(verifyCommand(), ...words)
          const { outcome, timestamps }: Verified = JSON.parse(out)
          return { code, outcome, codes: timestamps.map((one) => one.code) }
        }
        type Record = { readonly timestamps: readonly object[] }
        // A strand of which no cosigned checkpoint came yet is in no record.
        const recordOf = (person: (typeof people)['XA']) =>
          until('a record of every strand', () =>
            person.ask<Record>(`/api/v1/cases/${field.case}/bundle`).catch(() => undefined),
          )
        const alders = await recordOf(people.XA)
        const chairs = await recordOf(people.CO)
        const none = alders.timestamps.map(() => undefined)
        expect(none.length).toBeGreaterThan(0)
        expect(await verified(alders)).toEqual({ code: 0, outcome: 'proved', codes: none })
        // Both records prove themselves by cosignatures: what nobody of the coalition signed tells them apart.
        expect(await verified({ ...chairs, timestamps: alders.timestamps })).toEqual({
          code: 1,
          outcome: 'proved',
          codes: none.map(() => 'token.imprint'),
        })
      } finally {
        await authority.stop()
      }
    },
  )
})

type Verified = {
  readonly outcome: string
  readonly timestamps: readonly { readonly code?: string }[]
}

const isAdmitted = (party: 'XA' | 'CO', act: string) =>
  until(`${party} to admit it`, async () =>
    (await field.people[party].view(field.case)).acts.some(({ id }) => id === act)
      ? true
      : undefined,
  )

/** With one honest node for each history, the witness keys of two of four are a quorum twice. */
async function forked() {
  const { attacker } = field
  await agree(field, honest)
  const [forAlder, forChair] = [await onTop('for Alder'), await onTop('for the chair')]
  for (const [to, { kept, entries }] of [
    ['XA', forAlder],
    ['CO', forChair],
  ] as const) {
    const { note } = await attacker.does('asksToCosign', entries, kept.length, [to])
    await attacker.does('shows', to, entries, `${note}${await cosignedBy(entries)}`)
  }
  return { first: forAlder.id, second: forChair.id, size: forAlder.entries.length }
}
