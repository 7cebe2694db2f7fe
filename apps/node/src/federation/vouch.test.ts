import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  createTree,
  formatCheckpoint,
  jointCheckpoint,
  leafHash,
  openNote,
  signNote,
  toUtf8,
  type Signer,
  type Tree,
} from '@entente/log'
import { signerNamed, vkeyOf } from '../../test/note-signer.ts'
import { crypto } from '../platform/crypto.ts'
import { openDatabase, type Database } from '../platform/db/index.ts'
import { caseMigrations, caseStore } from './case-store.ts'
import { createWitness, type Witness, type WitnessOptions } from './witness.ts'

const office = signerNamed('birch.example/witness')
const logs = ['case/alder', 'case/birch', 'case/cedar'].map(signerNamed)
const tree = createTree(crypto.sha256)
for (let at = 0; at < 8; at += 1) tree.append(leafHash(crypto.sha256, toUtf8(`act ${at}`)))

const headOf = (log: Signer, size: number, of: Tree = tree) => ({
  origin: log.name,
  size,
  root: of.root(size),
})
const checkpointOf = (log: Signer, size: number) =>
  `old 0\n\n${signNote(formatCheckpoint(headOf(log, size)), log, crypto.sha256)}`

let database: Database
let clock: { now: () => number }
let second = 1_000
const open = (more: Partial<WitnessOptions> = {}): Witness =>
  createWitness({
    ...more,
    store: caseStore(database),
    signer: office,
    clock,
    crypto,
    logKeys: (origin) => logs.filter(({ name }) => name === origin).map((log) => vkeyOf(log, 1)),
    jointName: () => 'case/cut',
  })

beforeEach(async () => {
  database = await openDatabase(':memory:', caseMigrations)
  second = 1_000
  clock = { now: () => second * 1_000 }
})
afterEach(() => database.close())

const [alder, birch, cedar] = logs as [Signer, Signer, Signer]
const shown = async (witness: Witness) => {
  await witness.addCheckpoint(checkpointOf(alder, 3))
  await witness.addCheckpoint(checkpointOf(birch, 5))
}
const present = [headOf(alder, 3), headOf(birch, 5), headOf(cedar, 0)]

/** When the witness cosigned this, by its own signature. */
const timeIn = (text: string, line: string) =>
  openNote(`${text}\n${line}`, [vkeyOf(office, 4)], crypto).verified[0]!.time!

const vouchedAt = async (witness: Witness, heads = present) => {
  const vouched = await witness.vouch('case/cut', heads)
  if (!vouched || !('line' in vouched)) throw new Error('expected a cosignature')
  return timeIn(jointCheckpoint('case/cut', heads, crypto.sha256), vouched.line)
}
const cosignedAt = async (witness: Witness, log: Signer, old: number, size: number) => {
  const text = formatCheckpoint(headOf(log, size))
  const proof = tree
    .consistency(old, size)
    .map((hash) => `${Buffer.from(hash).toString('base64')}\n`)
  const { status, body } = await witness.addCheckpoint(
    `old ${old}\n${proof.join('')}\n${signNote(text, log, crypto.sha256)}`,
  )
  expect(status).toBe(200)
  return timeIn(text, body)
}

describe('a witness that is asked for a whole cut', () => {
  it('vouches for the trees that are the last it knows, an empty one included', async () => {
    const witness = open()
    await shown(witness)
    expect(await vouchedAt(witness)).toBe(1_000)
  })

  const other = createTree(crypto.sha256)
  for (let at = 0; at < 5; at += 1) other.append(leafHash(crypto.sha256, toUtf8(`else ${at}`)))
  it.each([
    ['a shorter tree', headOf(birch, 4), 5],
    ['a longer tree', headOf(birch, 6), 5],
    ['another tree of that size', headOf(birch, 5, other), 5],
  ])('says which it knows where it is shown %s', async (_, wrong, size) => {
    const witness = open()
    await shown(witness)
    expect(await witness.vouch('case/cut', [present[0]!, wrong, present[2]!])).toEqual({
      others: [{ origin: birch.name, size }],
    })
  })

  it('says nothing of logs that no charter gives it, or of another case', async () => {
    const witness = open()
    await shown(witness)
    const strange = { ...present[0]!, origin: 'case/dunlin' }
    expect(await witness.vouch('case/cut', [...present, strange])).toBeUndefined()
    expect(await witness.vouch('other/cut', present)).toBeUndefined()
  })

  it('dates it never before what it cosigned of these logs, though its clock ran back', async () => {
    const witness = open()
    await shown(witness)
    second = 400
    expect(await vouchedAt(witness)).toBe(1_000)
  })

  it('cosigns no longer tree as of before, though its clock ran back and it was started anew', async () => {
    const witness = open()
    await shown(witness)
    second = 2_000
    expect(await vouchedAt(witness)).toBe(2_000)
    second = 1_500
    expect(await cosignedAt(witness, birch, 5, 7)).toBe(2_000)
    const again = open()
    expect(await cosignedAt(again, alder, 3, 6)).toBe(2_000)
    expect(await cosignedAt(again, cedar, 0, 2)).toBe(2_000)
  })

  it('answers while the author of one of its logs takes its time over the entries of a larger tree', async () => {
    await shown(open())
    const [asked, brought] = [Promise.withResolvers<void>(), Promise.withResolvers<boolean>()]
    const witness = open({
      keep: () => {
        asked.resolve()
        return brought.promise
      },
    })
    const cosigned = cosignedAt(witness, alder, 3, 6)
    await asked.promise
    second = 2_000
    expect(await vouchedAt(witness)).toBe(2_000)
    second = 1_500
    brought.resolve(true)
    // What it vouched for meanwhile counts: the larger tree is not dated before that.
    expect(await cosigned).toBe(2_000)
  })

  it('never has both a cut and, as of before it, a longer tree: asked for them at once', async () => {
    const witness = open()
    await shown(witness)
    let at = second
    clock.now = () => (at += 1) * 1_000
    const size = 6
    const [vouched, cosigned] = await Promise.all([
      witness.vouch('case/cut', present),
      cosignedAt(witness, alder, 3, size),
    ])
    const cut = jointCheckpoint('case/cut', present, crypto.sha256)
    // One of them came first: the cut is refused, or it is not dated after the longer tree.
    if (vouched && 'line' in vouched)
      expect(timeIn(cut, vouched.line)).toBeLessThanOrEqual(cosigned)
    else expect(vouched).toEqual({ others: [{ origin: alder.name, size }] })
  })
})
