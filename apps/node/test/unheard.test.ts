import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ActId, PartyId } from '@entente/accord'
import { actCommand } from '../src/cli/act.ts'
import { logIn as openSession } from '../src/cli/session.ts'
import { verifyCommand } from '../src/cli/verify.ts'
import { freePort } from '../src/demo/constellation.ts'
import { logIn, until, type PersonClient } from '../src/demo/person.ts'
import { situation } from '../src/demo/texts.ts'
import { found } from '../src/parties/found.ts'
import { writeFounded } from '../src/parties/founded.ts'
import { serve, type Serving } from '../src/serve.ts'
import { run } from './command.ts'
import { withFirstCase } from './first-case.ts'

const data = mkdtempSync(join(tmpdir(), 'entente-unheard-'))
const directoryOf = (party: string) => join(data, party)
const steps = { ...withFirstCase.steps, advisory: { rule: 'participants-only' as const } }
const founded = found({ ...withFirstCase, steps }, directoryOf, new Date('2026-11-24T12:00:00Z'))
const urls: Record<string, string> = {}
const nodes: Serving[] = []
const [session, said] = [join(data, 'session.json'), join(data, 'said.json')]
let alder: PersonClient
let of: Readonly<Record<'XA' | 'XB', ActId>>

beforeAll(async () => {
  for (const party of ['XA', 'XB', 'XC', 'CO']) {
    writeFounded(directoryOf(party), founded.charters, founded.keyActs[party]!)
    urls[party] = `http://127.0.0.1:${await freePort(0)}`
  }
  for (const party of Object.keys(urls)) {
    const port = Number(new URL(urls[party]!).port)
    nodes.push(await serve({ data: directoryOf(party), port, peers: urls }))
  }
  const chair = await logIn((await nodes[3]!.links())[0]!.url)
  const put = async (name: 'XA' | 'XB') => {
    const step = { id: `advisory-${name.toLowerCase()}`, kind: 'advisory' } as const
    const names = [name as PartyId]
    return (await chair.file(founded.case, 'propose', { step, text: situation, names })).id
  }
  of = { XA: await put('XA'), XB: await put('XB') }
  alder = await logIn((await nodes[0]!.links())[0]!.url)
  await until('the texts at Alder', async () =>
    (await alder.view(founded.case)).state.steps.length === 2 ? true : undefined,
  )
  await openSession(await alder.link(), session)
}, 60_000)

afterAll(async () => {
  await Promise.all(nodes.map((node) => node[Symbol.asyncDispose]()))
  rmSync(data, { recursive: true, force: true })
})

const dryRun = (on: ActId, ...more: readonly string[]) => {
  writeFileSync(said, JSON.stringify({ on, union: 'complies', national: 'complies' }))
  const at = ['--session', session, '--case', founded.case]
  return run(actCommand(), 'comply', '--file', said, ...at, '--dry-run', ...more)
}

describe('a voice of a nation that the text does not name', () => {
  test('is said to count for nothing before it is signed, and another is not', async () => {
    const english = await dryRun(of.XB)
    expect(english.out).toContain('this party is not among them')
    expect(english.out).toMatch(/would be on record at index \d+, and count for nothing\./)
    expect(english.out).not.toContain('would count')
    const spanish = await dryRun(of.XB, '--lang', 'es')
    expect(spanish.out).toContain('esta parte no está entre ellos')
    expect(spanish.out).toMatch(/constaría en el índice \d+, y no contaría para nada\./)
    expect(JSON.parse((await dryRun(of.XB, '--json')).out)).toMatchObject({ unheard: true })
    const named = await dryRun(of.XA)
    expect(named.out).toMatch(/would count, at index \d+\./)
    expect(named.out).not.toContain('for nothing')
    expect(JSON.parse((await dryRun(of.XA, '--json')).out)).not.toHaveProperty('unheard')
  })

  test('is said to count for nothing where the record is verified', async () => {
    for (const on of Object.values(of))
      await alder.file(founded.case, 'comply', { on, union: 'complies', national: 'complies' })
    const file = join(data, 'record.json')
    await until('both voices in the record', async () => {
      // Until the quorum has cosigned every strand there is no record to have.
      const record = await alder.record(founded.case).catch(() => undefined)
      if (record === undefined) return undefined
      writeFileSync(file, record)
      const { out } = await run(verifyCommand(), file, '--charter', founded.case)
      return out.match(/Alder ·/g)?.length === 2 && out.includes('for nothing') ? out : undefined
    })
    const { out } = await run(verifyCommand(), file, '--charter', founded.case, '--lang', 'es')
    const told = out.split('\n').filter((line) => line.includes('Alder ·'))
    expect(told).toHaveLength(2)
    expect(told).toContain(
      '  Alder · se pronunció, y no está entre quienes el texto nombra: no cuenta para nada',
    )
  })
})
