import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ActId } from '@entente/accord'
import { ALDER_GREEN, ALDER_ISOLATE } from '../../../packages/cacao/test/playbook.ts'
import type { OptionsView, PlaybooksView, PlaybookTaken } from '../src/api.ts'
import { freePort } from '../src/demo/constellation.ts'
import { measureTerms, measureText, STEP } from '../src/demo/measure-texts.ts'
import { logIn, until, type PersonClient } from '../src/demo/person.ts'
import { found } from '../src/parties/found.ts'
import { writeFounded } from '../src/parties/founded.ts'
import { serve, type Serving } from '../src/serve.ts'
import { withFirstCase } from './first-case.ts'
import { entente } from './entente.ts'

/** Options and playbooks of a measure, at the nodes of Alder, Birch and the chair, over their public API and the command line. */
const data = mkdtempSync(join(tmpdir(), 'entente-playbooks-'))
const directoryOf = (party: string) => join(data, party)
const founded = found(withFirstCase, directoryOf, new Date())
const urls: Record<string, string> = {}
const nodes: Serving[] = []
let alder: PersonClient
let birch: PersonClient
let on: ActId

const path = `/api/v1/cases/${founded.case}/measures/${STEP}`
const GRADE = { scale: 'admiralty', version: '1', value: 'B2' } as const
const session = join(data, 'session.json')
const playbooksOf = async (person: PersonClient) =>
  (await person.ask<PlaybooksView>(`${path}/playbooks`)).playbooks
const send = <T>(at: string, playbook: unknown) =>
  alder.ask<T>(at, { method: 'POST', body: JSON.stringify(playbook) })

const run = (...words: readonly string[]) => entente('measure', ...words)

beforeAll(async () => {
  for (const party of ['XA', 'XB', 'CO']) {
    writeFounded(directoryOf(party), founded.charters, founded.keyActs[party]!)
    urls[party] = `http://127.0.0.1:${await freePort(0)}`
  }
  for (const [party, url] of Object.entries(urls))
    nodes.push(
      await serve({ data: directoryOf(party), port: Number(new URL(url).port), peers: urls }),
    )
  const [a, b, co] = await Promise.all(
    nodes.map(async (node) => logIn((await node.links())[0]!.url)),
  )
  alder = a!
  birch = b!
  const proposed = await co!.file(founded.case, 'propose', {
    step: { id: STEP, kind: 'measure' },
    text: measureText,
    measure: measureTerms(),
  })
  on = proposed.id
  for (const person of [alder, birch])
    await until(`the measure at ${person.party}`, async () =>
      (await person.view(founded.case)).state.measures?.some(({ step }) => step === STEP)
        ? true
        : undefined,
    )
  expect((await entente('login', await alder.link(), '--session', session)).code).toBe(0)
}, 180_000)

afterAll(async () => {
  for (const node of nodes) await node[Symbol.asyncDispose]()
  rmSync(data, { recursive: true, force: true })
})

describe('the options of a measure', () => {
  const needsOf = async (query = '') =>
    (await alder.ask<OptionsView>(`${path}/options${query}`)).options.map(({ id, needs }) => ({
      id,
      needs: Object.fromEntries(needs.map((need) => [need.id, need.state])),
    }))

  test('say what is met on its record, and no more where nothing is on record', async () => {
    const before = await needsOf('?kind=legal')
    expect(before.find(({ id }) => id === 'claim-and-demand')?.needs).toMatchObject({
      attribution: 'not-met',
      consent: 'not-met',
    })
    const { id } = await alder.file(founded.case, 'call', {
      for: STEP,
      to: 'Hawthorn',
      demands: 'Cease.',
      transmittedOn: '2026-11-20',
      channel: 'note',
      answer: 'ignored',
    })
    const called = await until('the demand to count', async () => {
      const view = await alder.ask<OptionsView>(`${path}/options?kind=technical`)
      const countermeasure = view.options.find((option) => option.id === 'cyber-countermeasure')
      const demand = countermeasure?.needs.find((need) => need.id === 'demand')
      return demand?.state === 'met' ? demand : undefined
    })
    expect(called.acts).toEqual([id])
  })

  test('without a measure are unknown, and of a kind that is asked for', async () => {
    const { options } = await alder.ask<OptionsView>('/api/v1/options?kind=economic')
    expect(new Set(options.map(({ kind }) => kind))).toEqual(new Set(['economic']))
    expect(new Set(options.flatMap(({ needs }) => needs.map(({ state }) => state)))).toEqual(
      new Set(['unknown']),
    )
    await expect(alder.ask('/api/v1/options?technique=cake')).rejects.toThrow('T0000')
  })

  test('are joined by a catalogue of others, once', async () => {
    const file = join(data, 'coun7er.json')
    const item = {
      id: 'CM9001',
      name: 'Withdraw the keys of one relay',
      content: '## Preparation\n\n- Ask who depends on it.\n\n## Risks\n\nMail stops.',
      version: '1.0',
      modified: '2026-03-14T00:00:00.000Z',
      techniques: [{ tech_id: 'T1003.001' }],
    }
    writeFileSync(file, JSON.stringify({ id: 'coun7er', items: [item] }))
    const bring = () => run('options', 'import', file, '--session', session)
    expect(await bring()).toMatchObject({ code: 0, out: expect.stringContaining('1 new') })
    expect(await bring()).toMatchObject({ code: 0, out: expect.stringContaining('1 held already') })
    const { out } = await run('options', 'list', '--technique', 'T1003', '--session', session)
    expect(out).toBe(
      'technical  Withdraw the keys of one relay  [CM9001, from coun7er]  T1003.001\n',
    )
    const spanish = ['--kind', 'legal', '--step', STEP, '--lang', 'es', '--session', session]
    const listed = await run('options', 'list', ...spanish)
    expect(listed.out).toContain('Invocación de la responsabilidad')
    expect(listed.out).toContain('  - no se cumple: Consta la atribución propia de esta nación')
  }, 180_000)
})

describe('a playbook with a measure', () => {
  test('that breaks the standard is refused with what it breaks, unless somebody wants it as it is', async () => {
    const broken = {
      ...ALDER_ISOLATE,
      id: 'playbook--9e0f6e4e-6a7c-4d0e-9a53-0a5d2b7f6c11',
      priority: 400,
    }
    await expect(send(`${path}/playbooks`, broken)).rejects.toThrow(/priority.*0 to 100, got 400/)
    await expect(send(`${path}/playbooks`, { type: 'playbook' })).rejects.toThrow('spec_version')
    const taken = await send<PlaybookTaken>(`${path}/playbooks?anyway=true`, broken)
    expect(taken.findings).toMatchObject([{ level: 'must', path: '.priority' }])
  })

  test('is signed, goes on record by its hash, and says to all whose key signed it', async () => {
    const signed = await send<Record<string, unknown>>('/api/v1/playbooks/sign', ALDER_ISOLATE)
    const { says, findings } = await send<PlaybookTaken>(`${path}/playbooks`, signed)
    expect(findings).toEqual([])
    expect(says).toMatchObject({ about: on, custodian: 'XA', title: ALDER_ISOLATE.name })
    expect(await playbooksOf(alder)).toEqual([])
    const { kind: _kind, ...said } = says
    await alder.file(founded.case, 'evidence', {
      ...said,
      objects: [...said.objects],
      grade: GRADE,
    })
    const own = await until('the playbook on record', async () => (await playbooksOf(alder))[0])
    expect(own.read).toMatchObject({
      id: ALDER_ISOLATE.id,
      tlp: 'TLP:AMBER',
      findings: [],
      signatures: [{ holder: { party: 'XA' } }],
      conflictsWith: [],
    })
    expect(own.read?.steps).toHaveLength(7)
    const seen = await until('Birch to see that', async () => (await playbooksOf(birch))[0])
    expect(seen).toMatchObject({ party: 'XA', object: own.object })
    // TLP:AMBER of an author that is not known as Alder's own stays with Alder.
    expect(seen).not.toHaveProperty('read')
  })

  test('goes out byte for byte, and only to whom its marking lets it', async () => {
    const out = join(data, 'out.json')
    const [own] = await playbooksOf(alder)
    const begins = own!.object.sha256.slice(0, 12)
    const asked = { sha256: own!.object.sha256, audience: 'public' }
    await expect(alder.post(`${path}/playbooks/export`, asked)).rejects.toThrow('TLP:AMBER')
    const exported = ['export', STEP, begins, '--out', out, '--session', session]
    expect(await run('playbook', ...exported)).toMatchObject({ code: 0, err: '' })
    const { signatures, ...rest } = JSON.parse(readFileSync(out, 'utf8')) as Record<string, unknown>
    expect(rest).toEqual(ALDER_ISOLATE)
    expect(signatures).toHaveLength(1)
    expect((await run('playbook', 'verify', out)).out).toContain('good: Alder')
    const changed = join(data, 'changed.json')
    writeFileSync(changed, JSON.stringify({ ...rest, signatures, name: 'Another' }))
    expect(await run('playbook', 'verify', changed)).toMatchObject({
      code: 1,
      out: expect.stringContaining('playbook-signature.false'),
    })
    const listed = await run('playbook', 'list', STEP, '--session', session)
    expect(listed.out).toContain('conforms  TLP:AMBER  signed by XA')
  }, 180_000)

  test('is attached, signed and validated from the command line', async () => {
    const file = join(data, 'mine.json')
    const signed = join(data, 'signed.json')
    const other = { ...ALDER_ISOLATE, id: 'playbook--8e0f6e4e-6a7c-4d0e-9a53-0a5d2b7f6c11' }
    writeFileSync(file, JSON.stringify(other))
    const sign = await run('playbook', 'sign', file, '--out', signed, '--session', session)
    expect(sign).toMatchObject({ code: 0, err: '' })
    const attached = await run('playbook', 'attach', STEP, signed, '--yes', '--session', session)
    expect([attached.code, attached.err]).toEqual([0, ''])
    await until('two on record', async () =>
      (await playbooksOf(alder)).length === 2 ? true : undefined,
    )
  }, 180_000)

  test('that its marking lets go is read by the others with whose key signed it', async () => {
    const signed = await send<Record<string, unknown>>('/api/v1/playbooks/sign', ALDER_GREEN)
    const { kind: _kind, ...said } = (await send<PlaybookTaken>(`${path}/playbooks`, signed)).says
    const objects = [...said.objects]
    await alder.file(founded.case, 'evidence', { ...said, objects, grade: GRADE })
    const seen = await until('Birch to read that', async () =>
      (await playbooksOf(birch)).find(({ read }) => read?.id === ALDER_GREEN.id),
    )
    expect(seen.read).toMatchObject({ tlp: 'TLP:GREEN', signatures: [{ holder: { party: 'XA' } }] })
  })

  test('is carried out by nobody: a command in it writes no file and reaches no server', async () => {
    let asked = 0
    const server = createServer((_request, response) => {
      asked += 1
      response.end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const written = join(data, 'written-by-a-playbook')
    const action = 'action--1b7c1f53-55b8-4a5c-8f0a-3c1f7e3b4a02'
    const agent = 'http-api--c5b1d2a4-90d2-4d3e-8c55-7a9b6f0e5b09'
    const armed = {
      ...ALDER_GREEN,
      id: 'playbook--4e0f6e4e-6a7c-4d0e-9a53-0a5d2b7f6c11',
      workflow: {
        ...ALDER_GREEN.workflow,
        [action]: {
          ...ALDER_GREEN.workflow[action],
          commands: [
            { type: 'bash', command: `touch ${written}` },
            { type: 'http-api', command: 'GET / HTTP/1.1' },
          ],
          agent,
        },
      },
      agent_definitions: {
        ...ALDER_GREEN.agent_definitions,
        [agent]: { type: 'http-api', name: 'Alder’s gateway', address: { url: [url] } },
      },
    }
    const signed = await send<Record<string, unknown>>('/api/v1/playbooks/sign', armed)
    const { says, findings } = await send<PlaybookTaken>(`${path}/playbooks`, signed)
    expect(findings).toEqual([])
    const { kind: _kind, ...said } = says
    await alder.file(founded.case, 'evidence', {
      ...said,
      objects: [...said.objects],
      grade: GRADE,
    })
    for (const person of [alder, birch]) {
      const seen = await until('the playbook to be read', async () =>
        (await playbooksOf(person)).find(({ read }) => read?.id === armed.id),
      )
      expect(JSON.stringify(seen.read)).toContain('touch')
    }
    const out = join(data, 'armed.json')
    const begins = said.objects[0]!.sha256.slice(0, 12)
    const exported = ['export', STEP, begins, '--out', out, '--session', session]
    expect(await run('playbook', ...exported)).toMatchObject({ code: 0, err: '' })
    expect((await run('playbook', 'verify', out)).out).toContain('good: Alder')
    // What it would have done is real: the server answers whoever asks.
    expect(asked).toBe(0)
    expect(existsSync(written)).toBe(false)
    await fetch(url)
    expect(asked).toBe(1)
    server.close()
  }, 180_000)

  test('of one id and version with another content is a conflict on record', async () => {
    const first = { ...ALDER_ISOLATE, id: 'playbook--7e0f6e4e-6a7c-4d0e-9a53-0a5d2b7f6c11' }
    expect((await send<PlaybookTaken>(`${path}/playbooks`, first)).conflictsWith).toEqual([])
    const again = await send<PlaybookTaken>(`${path}/playbooks`, { ...first, name: 'Another' })
    expect(again.conflictsWith).toHaveLength(1)
  })
})
