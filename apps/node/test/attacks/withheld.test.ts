import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Filed } from '../../src/api.ts'
import { actCommand } from '../../src/cli/act.ts'
import { caseCommand } from '../../src/cli/case.ts'
import { logIn as enter } from '../../src/cli/session.ts'
import { logIn, until } from '../../src/demo/person.ts'
import { run } from '../command.ts'
import { agree, openField, sees, type Field } from './field.ts'
import type { Pretence } from './keeper.ts'

/** A process runs Birch’s node, has its keys, and stands between it and Birch’s own people. */
let field: Field
let session: string
const others = ['XA', 'XC', 'CO'] as const

beforeAll(async () => {
  field = await openField({ hostile: 'XB' })
  const { attacker, data, directoryOf, urlOf } = field
  const urls = Object.fromEntries(others.map((party) => [party, urlOf(party)]))
  const link = new URL(await attacker.does('runs', directoryOf('XB'), urls))
  field.meet(others, 'XB', link.origin)
  const before = await attacker.does('keepsBack', link.origin)
  const birch = await logIn(link.href.replace(link.origin, before))
  session = join(data, 'session.json')
  await enter(await birch.link(), session)
  await until('Birch to reach all others', async () => {
    const { peers } = await birch.view(field.case)
    return peers.filter(({ status }) => status === 'reachable').length === 3 || undefined
  })
}, 60_000)
afterAll(() => field.close())

/** A person of Birch files a note at the command line. */
async function notes(says: string) {
  const file = join(field.data, 'note.json')
  writeFileSync(file, JSON.stringify({ says }))
  const words = ['note', '--file', file, '--yes', '--json', '--session', session]
  const { code, out, err } = await run(actCommand(), ...words, '--case', field.case)
  const filed: Filed & { readonly unproved?: string } = JSON.parse(out)
  return { code, filed, err }
}

describe('row 4: a node’s operator keeps an act to itself and says that it is filed and final', () => {
  test('what it lets through is proved to its person', async () => {
    const { code, filed, err } = await notes('let through')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(filed).toMatchObject({ final: true })
    for (const party of others) await sees(field, field.people[party], filed.id)
    const words = ['waiting', '--session', session, '--case', field.case]
    expect(await run(caseCommand(), ...words)).toEqual({
      code: 0,
      out: 'No act of this case waits for anything.',
      err: '',
    })
  })

  test.each<[Pretence]>([
    ['nothing'],
    ['another act'],
    ['its log alone'],
    ['its log and its own witness'],
  ])('shown %s as the proof, the command line does not believe it and warns', async (pretence) => {
    await field.attacker.does('pretends', pretence)
    const { code, filed, err } = await notes(`KEPT-BACK and shown ${pretence}`)
    expect(code).toBe(1)
    expect(filed).toMatchObject({ final: false, unproved: expect.any(String) })
    expect(err).toContain('filing.unproved')
    expect(err).toContain('the node may keep it to itself. Ask another party')
    // It goes on with what comes after, as if nothing had been said.
    const { code: next, filed: later } = await notes(`after ${pretence}`)
    expect(next).toBe(0)
    for (const party of others) {
      await sees(field, field.people[party], later.id)
      const { acts } = await field.people[party].view(field.case)
      expect(acts.map(({ id }) => id)).not.toContain(filed.id)
    }
    await agree(field, others)
  })
})
