import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actId, canonical, verifyBundle, type ActId, type CharterId } from '@entente/accord'
import type { Desk, DraftView, Filed, Me, Opened } from '../src/api.ts'
import { freePort, startNode, stopNode, type NodeProcess } from '../src/demo/constellation.ts'
import { logIn, type PersonClient } from '../src/demo/person.ts'
import { settledAt, step, versionOf } from '../src/demo/play.ts'
import { positionV1 } from '../src/demo/texts.ts'
import { findTerm, LANGUAGES } from '@entente/lexicon'
import { toWords } from '../src/parties/words.ts'
import { crypto } from '../src/platform/crypto.ts'
import { WOULD } from './by-command-line.ts'

const run = promisify(execFile)
const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const GUIDE = new URL('../../../docs/guide/founding.md', import.meta.url)
const place = mkdtempSync(join(tmpdir(), 'entente-founding-'))
const blocks = [...readFileSync(GUIDE, 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(
  ([, commands = '']) => commands,
)
const PARTIES = { alder: 'XA', birch: 'XB', cedar: 'XC', office: 'CO' } as const
const names = Object.keys(PARTIES) as (keyof typeof PARTIES)[]

const ports = new Map<string, number>()
const nodes = new Map<string, NodeProcess>()
/** What the person at the terminal saw, command by command. */
const printed: string[] = []
/** What was read out over the telephone: the id as the drafter's terminal showed it. */
let readOut = ''
let opened: CharterId

/** Runs the commands of a block as the page has them, with what each reader would put in. */
async function follow(commands: string): Promise<void> {
  const serving = /^entente serve --data (\w+) --port (\d+)\n$/.exec(commands)
  if (serving) return serveParty(serving[1]!)
  const script = commands
    .replaceAll(/\b48(2[1-4])\b/g, (port) => String(ports.get(port)))
    .replaceAll('sha256:…', readOut)
    .replaceAll(/http:\S+\/enter\/…/g, () => linkOf('office', 'carla'))
  printed.push(await shell(script))
  const [, id] = /^ {2}(sha256:[0-9a-f]{64})$/m.exec(printed.at(-1)!) ?? []
  if (commands.includes('charter draft')) readOut = id!
  if (commands.includes('case open')) opened = id as CharterId
}

async function shell(script: string): Promise<string> {
  const entente = `entente() { '${process.execPath}' --conditions=entente-source --disable-warning=ExperimentalWarning '${MAIN}' "$@"; }`
  const { stdout } = await run('bash', ['-euc', `${entente}\n${script}`], { cwd: place })
  return stdout
}

async function serveParty(name: string) {
  const port = ports.get(String(4821 + names.indexOf(name as keyof typeof PARTIES)))!
  const node = await startNode({ party: name, data: join(place, name), port, peers: {} })
  nodes.set(name, node)
}

const linkOf = (name: string, person: string): string => {
  const found = nodes.get(name)!.links.find((link) => link.person === person)
  if (!found) throw new Error(`expected a link for ${person} from ${name}`)
  return found.url
}

/** Carla's first link is used up by the guide: the administrator makes her another. */
async function freshLink(name: string, person: string): Promise<string> {
  if (person !== 'carla') return linkOf(name, person)
  const ops = await as('office', 'ops')
  const { path } = await post<{ path: string }>(ops, '/api/v1/people/carla/links', {})
  return `${ops.url}${path}`
}

const people = new Map<string, PersonClient>()
const as = async (name: string, person: string) => {
  const known = people.get(person) ?? (await logIn(await freshLink(name, person)))
  people.set(person, known)
  return known
}

beforeAll(async () => {
  for (const port of ['4821', '4822', '4823', '4824']) ports.set(port, await freePort(0))
  // One after the other, as the page has it: the first nodes start while the others are away.
  for (const commands of blocks) {
    if (commands.startsWith('entente case open')) await untilJoined()
    await follow(commands)
  }
}, 240_000)

/** Until the chair's node holds the cosigned key acts of all: a person tries again till then. */
async function untilJoined() {
  const carla = await as('office', 'carla')
  const { cases } = await carla.ask<{ cases: { id: string; root: boolean }[] }>('/api/v1/cases')
  await settledAt(carla, cases.find(({ root }) => root)!.id, (view) =>
    view.charter.parties.every(({ id }) => view.state.cut[id]!.size > 0) ? true : undefined,
  )
}

afterAll(async () => {
  await Promise.all([...nodes.values()].map((node) => stopNode(node)))
  rmSync(place, { recursive: true, force: true })
})

describe('the guide', () => {
  test('has the whole way, from the first key to the first case', () => {
    expect(blocks.length).toBeGreaterThan(15)
    expect(opened).toMatch(/^sha256:/)
  })

  test('shows the id that is compared as digits and as words', () => {
    const drafted = printed.find((text) => text.includes('The root case of a coalition'))!
    expect(drafted.replaceAll(/\s+/g, ' ')).toContain(toWords(readOut).join(' '))
  })

  test('says who decides by which rule, from where, and what the quorum comes to', () => {
    const shown = printed.find((text) => text.includes('The root case of a coalition'))!
    for (const said of [
      'XA Alder: member, two voices at each step, population 40 of 100',
      'CO Coordination Office: organisation, no voice; 1 of 1 root keys sign its key acts; chair',
      'Common position: Express unanimity (TEU, Article 31(1), first subparagraph).',
      'XA, XB, XC, CO (n = 4)',
      'q = 3 of them cosigned it',
      'So 1 may lie and 1 may be away.',
      'grace 2 minutes',
      'cure 14 days',
    ])
      expect(shown).toContain(said)
  })

  test.each([
    [
      'another id than the file has',
      'charter.not-compared',
      'coalition.json',
      `sha256:${'a'.repeat(64)}`,
    ],
    ['words that are none', 'id.malformed', 'coalition.json', 'twelve words'],
  ])('keeps a party from joining with %s', async (_what, code, file, id) => {
    const join = shell(`entente join ${file} --id '${id}' --data birch`)
    await expect(join).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(code) as string,
    })
    await expect(join).rejects.not.toMatchObject({
      stderr: expect.stringContaining(readOut) as string,
    })
  })

  test('keeps a party from joining a charter in which it is another', async () => {
    const forged = `
      entente init --data forged --party XB --name Birch --role member --population 35 \\
        --authority XB-mfa=MFA --person 'b=B,XB-mfa' > /dev/null
      entente charter draft --title Forged --chair XA --json --out forged.json alder/card.json forged/card.json`
    const { id } = JSON.parse(await shell(forged)) as { id: string }
    await expect(shell(`entente join forged.json --id ${id} --data birch`)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('charter.not-own') as string,
    })
  })

  test('lets a party join twice and changes nothing the second time', async () => {
    const words = toWords(readOut).join(' ')
    const before = readFileSync(join(place, 'birch', 'founding.json'), 'utf8')
    const said = await shell(`entente join coalition.json --id '${words}' --data birch`)
    expect(said).toContain('was joined before')
    expect(readFileSync(join(place, 'birch', 'founding.json'), 'utf8')).toBe(before)
  })
})

describe('a coalition founded by command', () => {
  let version: ActId

  test('has its case at every node that it names', async () => {
    for (const [name, person] of [
      ['alder', 'siv'],
      ['birch', 'boris'],
      ['cedar', 'celia'],
    ] as const) {
      const client = await as(name, person)
      await untilHeld(client, opened)
    }
  })

  test('puts a text before its members', async () => {
    const carla = await as('office', 'carla')
    const filed = await carla.file(opened, 'propose', {
      step: { id: 'position', kind: 'position' },
      text: positionV1,
    })
    version = filed.id
    const siv = await as('alder', 'siv')
    await settledAt(siv, opened, (view) => versionOf(view, version))
  })

  test('shows until when a nation awaits its instructions', async () => {
    const boris = await as('birch', 'boris')
    await settledAt(boris, opened, (view) => versionOf(view, version))
    const expectedAt = Math.floor(Date.parse('2026-12-01T12:00:00Z') / 1000)
    await boris.file(opened, 'comply', {
      on: version,
      union: 'complies',
      national: 'awaits-instructions',
      expectedAt,
    })
    const carla = await as('office', 'carla')
    await settledAt(carla, opened, (view) =>
      versionOf(view, version)?.voices['XB' as never]?.effective === 'awaits-instructions'
        ? true
        : undefined,
    )
    const { items } = await carla.ask<Desk>('/api/v1/desk')
    expect(items).toContainEqual(
      expect.objectContaining({ case: opened, does: 'await', expected: { XB: expectedAt } }),
    )
    await boris.file(opened, 'comply', { on: version, union: 'complies', national: 'complies' })
  })

  test('keeps a voice inside the nation until it was cleared', async () => {
    const [anna, lex, siv] = [
      await as('alder', 'anna'),
      await as('alder', 'lex'),
      await as('alder', 'siv'),
    ]
    const voices = { on: version, union: 'complies', national: 'complies' } as const
    await expect(siv.file(opened, 'comply', voices)).rejects.toThrow('draft.needed')
    await expect(anna.file(opened, 'comply', voices)).rejects.toThrow('person.not-competent')
    const draft = await post<DraftView>(anna, '/api/v1/drafts', {
      case: opened,
      payload: canonical({
        v: 1,
        charter: opened,
        party: 'XA',
        kind: 'comply',
        claimedAt: '2026-11-25T12:00:00Z',
        ...voices,
      }),
    })
    expect(draft.act).toBe(actId(new TextEncoder().encode(draft.payload), crypto.sha256))
    const sign = (who: PersonClient) =>
      post<Filed>(who, `/api/v1/drafts/${draft.id}/sign`, { act: draft.act })
    await expect(sign(siv)).rejects.toThrow('draft.needed')
    const desk = await lex.ask<Desk>('/api/v1/desk')
    expect(desk.inside).toEqual([
      expect.objectContaining({ draft: draft.id, does: 'clear', mine: true }),
    ])
    await post(lex, `/api/v1/drafts/${draft.id}/clear`, { act: draft.act })
    await expect(sign(lex)).rejects.toThrow('person.not-competent')
    expect(await sign(siv)).toMatchObject({ id: draft.act, final: true })
  })

  test('brings a draft to its signature from the command line, returned once', async () => {
    const session = Object.fromEntries(
      await Promise.all(
        ['anna', 'lex', 'siv'].map(async (person) => {
          const file = join(place, `${person}.json`)
          await shell(
            `entente login ${await (await as('alder', person)).link()} --session '${file}'`,
          )
          return [person, `--session '${file}'`]
        }),
      ),
    ) as Record<string, string>
    const write = async (whom: string, more = '') => {
      const payload = canonical({
        v: 1,
        charter: opened,
        party: 'XA',
        kind: 'attribute',
        claimedAt: '2026-11-25T12:00:00Z',
        level: 'actor',
        whom,
        likelihood: { scale: 'icd-203', version: '2015', value: 'likely' },
        confidence: { scale: 'icd-203-confidence', version: '2015', value: 'moderate' },
        evidence: [],
      })
      writeFileSync(join(place, 'act.json'), payload)
      return shell(`entente draft write act.json ${more} ${session['anna']}`)
    }
    const [, id] = /^(\S+) drafted/.exec(await write('QUIET GUL'))!
    await shell(`entente draft return ${id} --comment 'one L too few' ${session['lex']}`)
    const [, act] = /act (sha256:\w+)/.exec(await write('QUIET GULL', `--draft ${id}`))!
    await shell(`entente draft clear ${id} --act ${act} ${session['lex']}`)
    const shown = await shell(`entente draft show ${id} ${session['siv']}`)
    expect(shown).toContain('lex returned: one L too few')
    expect(shown).toContain('"whom": "QUIET GULL"')
    // Who clears and signs reads it in plain words, in the language that they read.
    for (const lang of LANGUAGES)
      expect(await shell(`entente draft show ${id} --lang ${lang} ${session['siv']}`)).toContain(
        `${WOULD[lang]}: ${findTerm('attribute')!.label[lang]}\n`,
      )
    expect(await shell(`entente draft sign ${id} --act ${act} ${session['siv']}`)).toContain(
      'witnessed by the quorum',
    )
    expect(await shell(`entente draft list ${session['siv']}`)).not.toContain(id)
    expect(await shell(`entente draft list --all ${session['siv']}`)).toContain(`${id} signed`)
    const again = shell(`entente draft sign ${id} --act ${act} ${session['siv']}`)
    await expect(again).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('draft.moved') as string,
    })
  })

  test('adopts it when every nation complied, and the record verifies', async () => {
    const celia = await as('cedar', 'celia')
    await celia.file(opened, 'comply', { on: version, union: 'complies', national: 'complies' })
    const carla = await as('office', 'carla')
    await settledAt(carla, opened, (view) => versionOf(view, version)?.gate.open || undefined)
    await carla.declare(opened, version, 'adopted')
    const boris = await as('birch', 'boris')
    await settledAt(boris, opened, (view) => versionOf(view, version)?.inForce || undefined)
    const bundle = await boris.ask<object>(`/api/v1/cases/${opened}/bundle`)
    const verified = verifyBundle(JSON.stringify(bundle), { charterId: opened, crypto })
    expect(verified.trusted).toBe(true)
    expect(verified.digest).toBe((await boris.view(opened)).digest)
    expect(step(await boris.view(opened), 'position')?.versions[0]?.standing).toBe('stands')
  })

  test('opens a case for two, of which the third learns nothing', async () => {
    const siv = await as('alder', 'siv')
    const small = await post<Opened>(siv, '/api/v1/cases', { title: 'For two', parties: ['XB'] })
    expect(small.parties).toEqual(['XA', 'XB'])
    const boris = await as('birch', 'boris')
    await untilHeld(boris, small.id)
    const celia = await as('cedar', 'celia')
    await expect(celia.view(small.id)).rejects.toThrow('404')
  })

  test('lets a case be opened only by whoever signs', async () => {
    const lex = await as('alder', 'lex')
    await expect(post(lex, '/api/v1/cases', { title: 'By the adviser' })).rejects.toThrow(
      'person.not-competent',
    )
  })

  test('opens one where no node runs, and tells the others when one does', async () => {
    const cedar = nodes.get('cedar')!
    await stopNode(cedar)
    people.delete('celia')
    const open = 'entente case open --title "While away" --data cedar --person celia --json'
    const { id } = JSON.parse(await shell(open)) as { id: CharterId }
    await serveParty('cedar')
    await untilHeld(await as('office', 'carla'), id)
  })
})

describe('the people of a node', () => {
  test('are told their role, what it allows, and the verbs that are left to them', async () => {
    const me = async (name: string, person: string) =>
      (await (await as(name, person)).ask<Me>('/api/v1/me')).person!
    expect(await me('alder', 'siv')).toMatchObject({
      role: 'signatory',
      powers: { signs: 'alone' },
      verbs: expect.arrayContaining(['comply', 'open-case']) as string[],
    })
    expect(await me('alder', 'lex')).toMatchObject({
      role: 'legal-adviser',
      authority: { id: 'XA-legal', name: 'Legal Service' },
      powers: { clears: true, signs: 'never' },
      verbs: [],
    })
  })

  test('come in while the node runs, by a link that an administrator makes', async () => {
    const ops = await as('office', 'ops')
    const carla = await as('office', 'carla')
    await expect(post(carla, '/api/v1/people/dora/links', {})).rejects.toThrow(
      'person.not-competent',
    )
    const session = join(place, 'ops.json')
    const link = await ops.link()
    const printed = await shell(
      `entente login ${link} --session '${session}' > /dev/null; entente person link dora --session '${session}'`,
    )
    const dora = await logIn(printed.trim())
    expect((await dora.ask<Me>('/api/v1/me')).person).toMatchObject({ id: 'dora', role: 'deputy' })
    await expect(
      dora.file(opened, 'propose', {
        step: { id: 'other', kind: 'position' },
        text: positionV1,
      }),
    ).rejects.toThrow('person.not-competent')
  })

  test('are out at once when they are removed', async () => {
    const ops = await as('office', 'ops')
    const link = `${nodes.get('office')!.url}${(await post<{ path: string }>(ops, '/api/v1/people/dora/links', {})).path}`
    const dora = await logIn(link)
    await shell('entente person remove dora --data office')
    await expect(dora.view(opened)).rejects.toThrow('login.missing')
  })

  test('are refused what is no request, before anything of it is read', async () => {
    const siv = await as('alder', 'siv')
    const sent = async (path: string, body: string) => {
      const refused = siv.ask(path, { method: 'POST', body }).catch(String)
      return /: (\d{3}) .*"code":"([^"]+)"/.exec(String(await refused))?.slice(1)
    }
    for (const path of ['/api/v1/drafts', '/api/v1/cases']) {
      expect(await sent(path, '{')).toEqual(['400', 'request.malformed'])
      expect(await sent(path, '{"title":"x","more":1}')).toEqual(['400', 'request.malformed'])
      expect(await sent(path, 'x'.repeat(600_000))).toEqual(['413', 'request.too-large'])
    }
    const elsewhere = { case: `sha256:${'0'.repeat(64)}`, payload: '{}' }
    expect(await sent('/api/v1/drafts', JSON.stringify(elsewhere))).toEqual(['404', 'case.unknown'])
    expect(await sent('/api/v1/drafts/none/drop', '')).toEqual(['404', 'draft.unknown'])
  })

  test('see no drafts where they have no part in them', async () => {
    const ops = await as('office', 'ops')
    await expect(ops.ask('/api/v1/drafts')).rejects.toThrow('person.not-competent')
  })
})

async function untilHeld(client: PersonClient, id: CharterId): Promise<void> {
  for (const end = Date.now() + 20_000; ; await new Promise((done) => setTimeout(done, 100))) {
    const { cases } = await client.ask<{ cases: { id: string }[] }>('/api/v1/cases')
    if (cases.some((one) => one.id === id)) return
    if (Date.now() > end) throw new Error(`expected ${client.name} to take part in ${id}`)
  }
}

const post = <T>(client: PersonClient, path: string, body: unknown) =>
  client.ask<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
