import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseCharter, type ActId, type Charter, type CharterId } from '@entente/accord'
import type { ActView, AlarmsView, AlarmView, CaseView, Filed } from '../../src/api.ts'
import { readConfig, writeConfig } from '../../src/config.ts'
import { logIn, until, type PersonClient } from '../../src/demo/person.ts'
import { found, type FoundingWithCase } from '../../src/parties/found.ts'
import { writeFounded } from '../../src/parties/founded.ts'
import { crypto } from '../../src/platform/crypto.ts'
import { serve, type Serving } from '../../src/serve.ts'
import { withFirstCase } from '../first-case.ts'
import type { Attacks, Order, Report } from './attacker.ts'

const PARTIES = ['XA', 'XB', 'XC', 'CO'] as const
export type Name = (typeof PARTIES)[number]

/** Seconds: a node of the field that does not answer for so long is told of. */
const SILENT_AFTER = 3

/** A process that attacks: told what to do over a channel, it reaches nodes by HTTP alone. */
export type Attacker = {
  readonly does: <K extends keyof Attacks>(
    attack: K,
    ...given: Parameters<Attacks[K]>
  ) => Promise<Awaited<ReturnType<Attacks[K]>>>
  readonly stop: () => Promise<void>
}

const ATTACKER = fileURLToPath(new URL('./attacker.ts', import.meta.url))

/** What is given of an environment stands beside this process's own. */
export async function startAttacker(environment: NodeJS.ProcessEnv = {}): Promise<Attacker> {
  const child = fork(ATTACKER, {
    execArgv: ['--conditions=entente-source', '--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    env: { ...process.env, ...environment },
  })
  const waiting = new Map<number, (report: Report) => void>()
  const ready = new Promise<Report>((resolve, reject) => {
    waiting.set(0, resolve)
    child.once('exit', (code) => reject(new Error(`expected an attacker, got exit code ${code}`)))
  })
  child.on('message', (report: Report) => {
    waiting.get(report.id)?.(report)
    waiting.delete(report.id)
  })
  await ready
  let orders = 0
  const does = async (attack: keyof Attacks, ...given: readonly unknown[]): Promise<unknown> => {
    orders += 1
    const order: Order = { id: orders, attack, given }
    const report = await new Promise<Report>((resolve) => {
      waiting.set(order.id, resolve)
      child.send(order)
    })
    if (report.failed !== undefined) throw new Error(`the attacker: ${report.failed}`)
    return report.done
  }
  return { does: does as Attacker['does'], stop: () => ended(child) }
}

async function ended(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.disconnect()
  await gone
}

/** Four parties of one case on one machine: real nodes for some, the attacker for the rest. */
export type Field = {
  readonly data: string
  readonly case: CharterId
  readonly charter: Charter
  readonly directoryOf: (party: Name) => string
  readonly urlOf: (party: Name) => string
  /** Every GET path of a party’s node, as its router spells it. */
  readonly pathsOf: (party: Name) => readonly string[]
  readonly charterBytes: Uint8Array
  readonly linkOf: (party: Name) => Promise<string>
  readonly people: Record<Name, PersonClient>
  readonly attacker: Attacker
  /** Tells these nodes where a party answers. */
  readonly meet: (who: readonly Name[], party: Name, url: string) => void
  readonly start: (party: Name) => Promise<void>
  readonly halt: (party: Name) => Promise<void>
  readonly close: () => Promise<void>
}

type Laid = {
  /** In whose place the attacker answers. */
  readonly hostile?: Name
  /** The attacker stands on the wire on which the first asks the second. */
  readonly between?: readonly [Name, Name]
  readonly founding?: FoundingWithCase
}

/** Founds the coalition, and starts the attacker and the nodes of all others. */
export async function openField({
  hostile,
  between,
  founding = withFirstCase,
}: Laid): Promise<Field> {
  const data = mkdtempSync(join(tmpdir(), 'entente-attacks-'))
  const directoryOf = (party: string) => join(data, party)
  const founded = found(founding, directoryOf, new Date())
  const nodes: Partial<Record<Name, Serving>> = {}
  const people = {} as Record<Name, PersonClient>
  const meet: Field['meet'] = (who, party, url) => {
    for (const one of who) {
      const config = readConfig(directoryOf(one))
      writeConfig(directoryOf(one), { ...config, peers: { ...config.peers, [party]: url } })
    }
  }
  const urlOf = (party: Name): string => nodes[party]!.url
  const honest = PARTIES.filter((party) => party !== hostile)
  for (const party of PARTIES) {
    const directory = directoryOf(party)
    writeFounded(directory, founded.charters, founded.keyActs[party]!)
    writeConfig(directory, { ...readConfig(directory), silentAfter: SILENT_AFTER })
  }
  const start: Field['start'] = async (party) => {
    const node = await serve({ data: directoryOf(party), port: 0, peers: {} })
    nodes[party] = node
    meet(
      PARTIES.filter((one) => one !== party),
      party,
      node.url,
    )
    people[party] = await logIn((await node.links())[0]!.url)
  }
  const halt: Field['halt'] = async (party) => {
    await nodes[party]?.[Symbol.asyncDispose]()
    delete nodes[party]
  }
  const [asking, asked] = between ?? []
  const first = honest.filter((party) => party !== asking)
  const [attacker] = await Promise.all([startAttacker(), ...first.map(start)])
  if (asking && asked) {
    meet([asking], asked, await attacker.does('standsBefore', urlOf(asked)))
    await start(asking)
  }
  const charterBytes = founded.charters[1]!
  if (hostile) {
    const urls = Object.fromEntries(honest.map((party) => [party, urlOf(party)]))
    const given = { party: hostile, directory: directoryOf(hostile), charter: charterBytes, urls }
    meet(honest, hostile, await attacker.does('becomes', given))
  }
  return {
    data,
    case: founded.case,
    charter: parseCharter(charterBytes, crypto),
    directoryOf,
    urlOf,
    pathsOf: (party) => [
      ...new Set(
        nodes[party]!.routes.flatMap(({ method, path }) => (method === 'GET' ? [path] : [])),
      ),
    ],
    linkOf: async (party) => (await nodes[party]!.links())[0]!.url,
    charterBytes,
    people,
    attacker,
    meet,
    start,
    halt,
    close: async () => {
      await attacker.stop()
      await Promise.all(PARTIES.filter((party) => nodes[party]).map(halt))
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Which alarm; whatever is not said may be anything. */
type Looked = Partial<Pick<AlarmView, 'kind' | 'code'>> & {
  readonly party?: Name
  readonly evidence?: Readonly<Record<string, string>>
}

/** Waits until a person is shown such an alarm, and gives it as it is shown. */
export const alarmed = (person: PersonClient, looked: Looked): Promise<AlarmView> =>
  until(`${person.name} to be told ${JSON.stringify(looked)}`, async () => {
    const { alarms } = await person.ask<AlarmsView>('/api/v1/alarms')
    return alarms.find(
      (alarm) =>
        (looked.kind ?? alarm.kind) === alarm.kind &&
        (looked.code ?? alarm.code) === alarm.code &&
        (looked.party ?? alarm.party) === alarm.party &&
        Object.entries(looked.evidence ?? {}).every(([name, is]) => alarm.evidence[name] === is),
    )
  })

/** Waits until a person sees an act in the case, and gives it as it is shown. */
export const sees = (field: Field, person: PersonClient, act: ActId | string): Promise<ActView> =>
  until(`${person.name} to see ${act}`, async () =>
    (await person.view(field.case)).acts.find(({ id, final }) => id === act && final),
  )

/** Waits until the case looks so to a person. */
export const settles = (
  field: Field,
  person: PersonClient,
  what: string,
  look: (view: CaseView) => boolean,
): Promise<CaseView> =>
  until(what, async () => {
    const view = await person.view(field.case)
    return look(view) ? view : undefined
  })

/** An act that any authority may file: evidence with this title. */
export const evidence = (title: string, custodian: Name = 'XB') =>
  ({
    kind: 'evidence',
    title,
    objects: [{ id: 'malware--0ac2a2d6-0d5b-4d5e-8f4b-0f0f6ee4a111', sha256: '3f'.repeat(32) }],
    grade: { scale: 'admiralty', version: '1', value: 'B2' },
    custodian,
  }) as const

/** A person files evidence under this title at its own node. */
export function says(field: Field, party: Name, title: string): Promise<Filed> {
  const { kind, ...said } = evidence(title, party)
  return field.people[party].file(field.case, kind, said as never)
}

/** Waits until these nodes compute the same of the case; the digest. */
export const agree = (field: Field, parties: readonly Name[]): Promise<string> =>
  until(`${parties.join(', ')} to agree`, async () => {
    const views = await Promise.all(parties.map((party) => field.people[party].state(field.case)))
    const digests = new Set(views.map(({ digest }) => digest))
    return digests.size === 1 ? [...digests][0] : undefined
  })

/** Waits until that party's node asked the attacker so many times more for what ends so. */
export async function looks(
  { attacker }: Field,
  by: Name,
  { end, times = 2 }: { readonly end: string; readonly times?: number },
): Promise<void> {
  const asked = async () =>
    (await attacker.does('asked')).filter((one) => one.by === by && one.path.endsWith(end)).length
  const before = await asked()
  await until(`${by} to ask for ${end}`, async () =>
    (await asked()) >= before + times ? true : undefined,
  )
}
