import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ActId, CharterId } from '@entente/accord'
import { freePort, startNode, stopNode, type NodeProcess } from '../src/demo/constellation.ts'
import { nations } from '../src/demo/nations.ts'
import { logIn, until, type PersonClient } from '../src/demo/person.ts'
import { positionV2 } from '../src/demo/texts.ts'
import { found } from '../src/parties/found.ts'
import { writeFounded } from '../src/parties/founded.ts'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))

export type Nation = 'XA' | 'XB'

/** Alder and Birch, who witness one another: founded, with a case, and no node running yet. */
export function twoNations(roots?: { readonly count: number; readonly threshold: number }) {
  const directory = mkdtempSync(join(tmpdir(), 'entente-two-'))
  const dataOf = (party: string) => join(directory, party)
  const founding = nations(2)
  const parties = founding.parties.map((party) => ({ ...party, ...(roots ? { roots } : {}) }))
  const founded = found({ ...founding, parties }, dataOf, new Date())
  for (const party of ['XA', 'XB'] as const)
    writeFounded(dataOf(party), founded.charters, founded.keyActs[party]!)
  const running = new Map<Nation, NodeProcess>()
  const start = async (party: Nation, peers: Readonly<Record<string, string>> = {}, port = 0) => {
    const at = await freePort(port)
    const node = await startNode({ party, data: dataOf(party), port: at, peers })
    running.set(party, node)
    return { node, person: await logIn(node.link) }
  }
  return {
    case: founded.case,
    directory,
    dataOf,
    /** Starts a party's node; it knows nobody's address but those given. */
    start,
    /** Ends a party's node and starts it again. */
    restart: async (party: Nation, peers: Readonly<Record<string, string>> = {}) => {
      await stopNode(running.get(party)!)
      return start(party, peers)
    },
    end: async () => {
      await Promise.all([...running.values()].map((node) => stopNode(node)))
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

export const complies = (on: ActId) => ({ on, union: 'complies', national: 'complies' }) as const

/** Puts the text of a common position, as whoever is in the chair. */
export const putPosition = (chair: PersonClient, id: CharterId) =>
  chair.file(id, 'propose', { step: { id: 'position', kind: 'position' }, text: positionV2 })

/** The text as this person's node has it. */
export async function textAt(person: PersonClient, id: CharterId, on: ActId) {
  const { state } = await person.state(id)
  return state.steps.flatMap(({ versions }) => versions).find((version) => version.id === on)
}

/** Both comply, and the chair certifies it: done when it stands at both nodes. */
export async function adopt(id: CharterId, chair: PersonClient, other: PersonClient) {
  const { id: on } = await putPosition(chair, id)
  await chair.file(id, 'comply', complies(on))
  await until('the text to arrive', () => textAt(other, id, on))
  await other.file(id, 'comply', complies(on))
  await until('the gate to open', async () =>
    (await textAt(chair, id, on))?.gate.open ? true : undefined,
  )
  await chair.declare(id, on, 'adopted')
  for (const person of [chair, other])
    await until('the text to stand', async () =>
      (await textAt(person, id, on))?.standing === 'stands' ? true : undefined,
    )
  return on
}

/** Runs `entente` as a person would. */
export async function entente(...words: readonly string[]) {
  const child = spawn(process.execPath, [
    '--conditions=entente-source',
    '--disable-warning=ExperimentalWarning',
    MAIN,
    ...words,
  ])
  child.stdin.end()
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out, err }
}
