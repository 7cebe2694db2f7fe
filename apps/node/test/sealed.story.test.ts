import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeDisclosure, verifyBundle, type ActId, type PartyId } from '@entente/accord'
import type { SealedPartView, SealedView } from '../src/api.ts'
import { begin } from '../src/demo/begin.ts'
import { stopNode } from '../src/demo/constellation.ts'
import { startExercise, type Exercise } from '../src/demo/exercise.ts'
import { logIn, type PersonClient } from '../src/demo/person.ts'
import { settledAt, type Cast } from '../src/demo/play.ts'
import { decryptWith, newIdentity, recipientOf } from '../src/disclosures/age-file.ts'
import { crypto } from '../src/platform/crypto.ts'
import { signRequest } from '../src/platform/http/signature.ts'
import { openKeys } from '../src/platform/keys/index.ts'
import { entente, outputOf } from './entente.ts'
import { outcomeOf } from './people.ts'
import { formsOf } from './wire.ts'

/** What is sealed goes to the readers that it names, node to node, and to nobody else. */

const data = join(mkdtempSync(join(tmpdir(), 'entente-sealed-')), 'demo')
let exercise: Exercise
let cast: Cast

beforeAll(async () => {
  exercise = await startExercise({ data, fresh: true, ports: 'auto' })
  cast = await begin(exercise, () => {})
}, 180_000)

afterAll(async () => {
  await exercise.stop()
  rmSync(join(data, '..'), { recursive: true, force: true })
})

const WORDS = 'SEALED-CANARY-41b7: an intercept of the ministry says so'
const made = (value: string) =>
  makeDisclosure({ name: 'says', value, salt: randomBytes(16) }, crypto.sha256)
const path = () => `/api/v1/cases/${cast.case}/disclosures`
const viewAt = (person: PersonClient) => person.ask<SealedView>(path())
const partAt = async (person: PersonClient, digest: string, party = 'XA') =>
  (await viewAt(person)).sealed.find((part) => part.digest === digest && part.party === party)

/** Seals a note of this person's party for these readers. */
async function note(person: PersonClient, value: string, to?: readonly string[]) {
  const { disclosure, digest, name } = made(value)
  await person.post(path(), { disclosures: [disclosure] })
  const part = { name: name as 'says', digest, ...(to ? { to: to as PartyId[] } : {}) }
  const { id } = await person.file(cast.case, 'note', { sealed: [part] })
  return { id, digest, disclosure }
}

const known = (person: PersonClient, act: ActId) =>
  settledAt(person, cast.case, ({ acts }) =>
    acts.some(({ id, final }) => id === act && final) ? true : undefined,
  )

async function become(
  person: PersonClient,
  digest: string,
  delivery: SealedPartView['delivery'],
): Promise<SealedPartView | undefined> {
  let part = await partAt(person, digest)
  for (let round = 0; round < 100 && part?.delivery !== delivery; round++) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    part = await partAt(person, digest)
  }
  return part
}

/** The record as a node gives it, once it has heard of every strand: one that was started again asks first. */
async function bundleOf(person: PersonClient): Promise<object> {
  for (let round = 0; ; round++) {
    try {
      return await person.ask<object>(`/api/v1/cases/${cast.case}/bundle`)
    } catch (error) {
      if (round === 100 || !String(error).includes('strand.unwitnessed')) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

const filesIn = (directory: string): Buffer[] =>
  readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))

/** A request of one party's node to Alder's, signed as that node signs. */
async function asking(from: PartyId, path: string): Promise<Response> {
  const { charter } = await cast.alder.view(cast.case)
  const origin = (party: string) => charter.parties.find(({ id }) => id === party)!.origin
  const url = `${cast.alder.url}/log/${cast.case.slice(7)}/${path}`
  const { sign } = openKeys(exercise.nodes[from as 'XC'].data).load('log')
  const request = { method: 'GET', url, to: origin('XA') }
  const now = Math.floor(Date.now() / 1000)
  return fetch(url, { headers: signRequest(request, { keyid: origin(from), sign }, now) })
}

describe('a sealed part with a reader', () => {
  let sealed: Awaited<ReturnType<typeof note>>

  test('is delivered to that reader’s node and opened against its digest, and to no other', async () => {
    const { alder, birch, cedar, chair } = cast
    sealed = await note(alder, WORDS, ['XB'])
    expect(await become(birch, sealed.digest, 'delivered')).toMatchObject({
      act: sealed.id,
      to: ['XB'],
      value: WORDS,
    })
    expect(await partAt(alder, sealed.digest)).toMatchObject({ delivery: 'own', readers: ['XB'] })
    for (const person of [cedar, chair]) {
      await known(person, sealed.id)
      const part = await partAt(person, sealed.digest)
      expect(part).toMatchObject({ delivery: 'not-for-us' })
      expect(part).not.toHaveProperty('value')
    }
    const forms = formsOf(WORDS).concat(Buffer.from(sealed.disclosure))
    const holds = (bytes: Buffer) => forms.some((form) => bytes.includes(form))
    // Birch keeps the age file alone: not even its own store has the words.
    for (const party of ['XB', 'XC', 'CO'] as const)
      expect(filesIn(exercise.nodes[party].data).some(holds)).toBe(false)
    expect(filesIn(exercise.nodes.XA.data).some(holds)).toBe(true)
  })

  test('is served for the asking node’s recipient only, padded, to its reader only', async () => {
    const [identity, other] = [await newIdentity(), await newIdentity()]
    const at = `sealed/${sealed.digest}/${await recipientOf(identity)}`
    const answer = await asking('XB' as PartyId, at)
    expect(answer.status).toBe(200)
    const file = new Uint8Array(await answer.arrayBuffer())
    expect(await decryptWith(identity, file)).toBe(sealed.disclosure)
    await expect(decryptWith(other, file)).rejects.toMatchObject({ code: 'age.unreadable' })
    const short = await note(cast.alder, 'No.', ['XB'])
    const second = await asking(
      'XB' as PartyId,
      `sealed/${short.digest}/${await recipientOf(identity)}`,
    )
    expect((await second.arrayBuffer()).byteLength).toBe(file.length)

    // Not a reader, no such part, and nobody at all: nothing that tells the one from the other.
    const told = await (await asking('XC' as PartyId, at)).text()
    const none = await asking('XC' as PartyId, at.replace(sealed.digest, 'A'.repeat(43)))
    expect([none.status, await none.text()]).toEqual([404, told])
    const unsigned = await fetch(`${cast.alder.url}/log/${cast.case.slice(7)}/${at}`)
    expect(unsigned.status).toBe(401)
    expect(told + (await unsigned.text())).not.toContain('CANARY')
  })

  test('is not had by whoever copies the digest into an act of its own', async () => {
    const { cedar } = cast
    const stolen = { name: 'says' as const, digest: sealed.digest, to: ['XC' as PartyId] }
    // Cedar’s own node would not even sign it.
    expect(await outcomeOf(cedar.file(cast.case, 'note', { sealed: [stolen] }))).toBe(
      'disclosure.missing',
    )
    const hand = (to: string) => outcomeOf(cedar.post(`${path()}/${sealed.digest}/readers`, { to }))
    expect(await hand('XC')).toBe('disclosure.not-here')
  })

  test('is opened again after its reader’s node was stopped', async () => {
    await stopNode(exercise.nodes.XB)
    const node = await exercise.restart('XB')
    cast = { ...cast, birch: await logIn(node.links[0]!.url) }
    expect(await partAt(cast.birch, sealed.digest)).toMatchObject({
      delivery: 'delivered',
      value: WORDS,
    })
  })

  test('goes to another reader later, with the same commitment', async () => {
    const { alder, cedar } = cast
    await alder.post(`${path()}/${sealed.digest}/readers`, { to: 'XC' })
    expect(await partAt(alder, sealed.digest)).toMatchObject({ readers: ['XB', 'XC'] })
    // Cedar asks again of itself after a minute; whoever does not wait has it carried.
    const { recipient } = await viewAt(cedar)
    const answer = await asking('XC' as PartyId, `sealed/${sealed.digest}/${recipient}`)
    const file = Buffer.from(await answer.arrayBuffer()).toString('base64')
    await cedar.post(`${path()}/files`, { file })
    const part = await partAt(cedar, sealed.digest)
    expect(part).toMatchObject({ delivery: 'delivered', value: WORDS, act: sealed.id })
    expect(part?.to).toEqual(['XB'])
  })

  test('is refused where the file is not for this node, changed, or of other words', async () => {
    const { birch, cedar } = cast
    const post = (person: PersonClient, file: Uint8Array) =>
      outcomeOf(person.post(`${path()}/files`, { file: Buffer.from(file).toString('base64') }))
    const { recipient } = await viewAt(birch)
    const answer = await asking('XB' as PartyId, `sealed/${sealed.digest}/${recipient}`)
    const file = new Uint8Array(await answer.arrayBuffer())
    expect(await post(cedar, file)).toBe('age.unreadable')
    const changed = file.with(file.length - 20, file[file.length - 20]! ^ 1)
    expect(await post(birch, changed)).toBe('age.unreadable')
    const { encryptTo } = await import('../src/disclosures/age-file.ts')
    expect(await post(birch, await encryptTo([recipient], made('other').disclosure))).toBe(
      'disclosure.stray',
    )
  })

  test('is erased, and every proof still verifies', async () => {
    const { alder, birch, cedar } = cast
    const bundleAt = async (person: PersonClient) =>
      verifyBundle(JSON.stringify(await bundleOf(person)), { charterId: cast.case, crypto })
    await known(birch, sealed.id)
    const before = (await bundleAt(birch)).sealed.find(({ digest }) => digest === sealed.digest)
    for (const person of [alder, birch, cedar])
      await person.post(`${path()}/${sealed.digest}/erase`, {})
    for (const person of [alder, birch, cedar]) {
      const part = await partAt(person, sealed.digest)
      expect(part).toMatchObject({ delivery: 'erased', digest: sealed.digest })
      expect(part).not.toHaveProperty('value')
      const after = (await bundleAt(person)).sealed.find(({ digest }) => digest === sealed.digest)
      expect(after).toEqual(before)
    }
    const answer = await asking(
      'XB' as PartyId,
      `sealed/${sealed.digest}/${(await viewAt(birch)).recipient}`,
    )
    expect(answer.status).toBe(404)
  })
})

test('what its sender never delivers is shown as not delivered', async () => {
  const { alder } = cast
  await stopNode(exercise.nodes.XC)
  const sealed = await note(alder, 'Words that never come.', ['XC'])
  await alder.post(`${path()}/${sealed.digest}/erase`, {})
  const node = await exercise.restart('XC')
  const cedar = await logIn(node.links[0]!.url)
  cast = { ...cast, cedar }
  await known(cedar, sealed.id)
  const part = await become(cedar, sealed.digest, 'not-delivered')
  expect(part).toMatchObject({ delivery: 'not-delivered', to: ['XC'] })
  expect(part).not.toHaveProperty('value')
})

test('the command line seals, lists, sends, opens and erases', async () => {
  const file = (name: string) => join(data, '..', name)
  const at = async (person: PersonClient, name: string) => {
    await outputOf('login', await person.link(), '--session', file(name))
    return ['--session', file(name), '--case', cast.case]
  }
  const [alder, birch] = [await at(cast.alder, 'alder.json'), await at(cast.birch, 'birch.json')]
  const disclosure = (words: readonly string[]) => entente('disclosure', ...words)
  writeFileSync(file('words.txt'), WORDS)
  const words = ['--name', 'says', '--file', file('words.txt')]
  const made = await disclosure(['seal', ...alder, ...words, '--to', 'XB'])
  expect(made).toMatchObject({ code: 0, err: '' })
  const [part] = JSON.parse(made.out) as [{ digest: string; to: string[] }]
  expect(part).toEqual({ name: 'says', digest: part.digest, to: ['XB'] })
  await cast.alder.file(cast.case, 'note', { sealed: [part as never] })
  await become(cast.birch, part.digest, 'delivered')
  const listed = await disclosure(['list', ...birch])
  expect(listed.out).toContain('(delivered here, and it is what was signed)')
  expect(listed.out).toContain(`  ${WORDS}`)
  expect((await disclosure(['erase', ...birch, '--digest', part.digest])).out).toContain(
    'Nothing is erased',
  )
  const gone = await disclosure(['erase', ...birch, '--digest', part.digest, '--yes'])
  expect([gone.code, (await disclosure(['list', ...birch])).out.includes(WORDS)]).toEqual([
    0,
    false,
  ])
  const { recipient } = await viewAt(cast.birch)
  const out = ['--recipient', recipient, '--out', file('part.age')]
  expect((await disclosure(['send', ...alder, '--digest', part.digest, ...out])).code).toBe(0)
  expect(readFileSync(file('part.age')).includes(WORDS)).toBe(false)
  const carried = ['open', ...birch, '--file', file('part.age')]
  const stray = await disclosure([...carried, '--from', 'XC'])
  expect([stray.code, stray.err]).toEqual([1, expect.stringContaining('disclosure.stray')])
  const opened = await disclosure([...carried, '--from', 'XA', '--json'])
  expect(JSON.parse(opened.out)).toMatchObject([{ delivery: 'delivered', value: WORDS }])
  const handed = await disclosure(['send', ...alder, '--digest', part.digest, '--to', 'XC'])
  expect(handed.out).toContain('The node of XC may fetch')
  const foreign = await disclosure(['send', ...birch, '--digest', part.digest, '--to', 'XC'])
  expect([foreign.code, foreign.err]).toEqual([1, expect.stringContaining('disclosure.not-here')])
  expect((await disclosure(['send', ...alder, '--digest', part.digest])).code).toBe(2)
}, 120_000)
