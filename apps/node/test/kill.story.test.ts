import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyBundle } from '@entente/accord'
import { stopNode } from '../src/demo/constellation.ts'
import { startExercise, type Exercise } from '../src/demo/exercise.ts'
import { logIn, type PersonClient } from '../src/demo/person.ts'
import { settledAt } from '../src/demo/play.ts'
import { crypto } from '../src/platform/crypto.ts'

const KILLS = 12
const OBJECTS = 400
const data = join(mkdtempSync(join(tmpdir(), 'entente-kill-')), 'demo')
let exercise: Exercise

beforeAll(async () => {
  exercise = await startExercise({ data, fresh: true, ports: 'auto' })
}, 60_000)

afterAll(async () => {
  await exercise.stop()
  rmSync(join(data, '..'), { recursive: true, force: true })
}, 120_000)

/** A bundle of which nobody has seen an object before: ids follow from the round. */
function bundle(round: number) {
  const uuid = (text: string) => {
    const hex = createHash('sha256').update(text).digest('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  }
  const objects = Array.from({ length: OBJECTS }, (_, index) => ({
    type: 'identity',
    spec_version: '2.1',
    id: `identity--${uuid(`${round}/${index}`)}`,
    created: '2026-11-24T00:00:00.000Z',
    modified: '2026-11-24T00:00:00.000Z',
    name: `round${round} number${index}`,
  }))
  return {
    text: JSON.stringify({ type: 'bundle', id: `bundle--${uuid(`${round}`)}`, objects }),
    objects,
  }
}

/** Sends one thing after the other until the node is gone; answers what it acknowledged. */
async function work(person: PersonClient, id: string, round: number) {
  const acts: string[] = []
  const imports: string[] = []
  const { text, objects } = bundle(round)
  const importing = person
    .ask('/api/v1/imports?name=round.json', {
      method: 'POST',
      body: text,
      headers: { 'content-type': 'application/json' },
    })
    .then(() => imports.push(...objects.map((object) => object.id)))
    .catch(() => undefined)
  try {
    for (let act = 0; ; act++) {
      const filed = await person.file(id, 'evidence', {
        title: `round ${round}, act ${act}`,
        objects: [{ id: objects[0]!.id, sha256: '00'.repeat(32) }],
        grade: { scale: 'admiralty', version: '1', value: 'B2' },
        custodian: person.party,
      })
      acts.push(filed.id)
    }
  } catch {
    // The node was killed: what it had not acknowledged may or may not be there.
  }
  await importing
  return { acts, imports, objects }
}

describe(`a node killed ${KILLS} times in the middle of imports and acts`, () => {
  test(
    'has everything it acknowledged, and no half of an import',
    { timeout: 180_000 },
    async () => {
      const { root: id } = exercise
      const acknowledged: string[] = []
      let person = exercise.people.alder
      for (let round = 0; round < KILLS; round++) {
        const working = work(person, id, round)
        await new Promise((resolve) => setTimeout(resolve, 20 + Math.floor((round * 397) % 400)))
        await stopNode(exercise.nodes.XA, 'SIGKILL')
        const { acts, imports, objects } = await working
        acknowledged.push(...acts)
        const node = await exercise.restart('XA')
        person = await logIn(node.link)
        const held = await count(person, objects)
        expect([0, OBJECTS]).toContain(held)
        if (imports.length > 0) expect(held).toBe(OBJECTS)
      }
      const view = await person.view(id)
      const present = new Set(view.acts.map((act) => act.id as string))
      expect(acknowledged.filter((act) => !present.has(act))).toEqual([])
      expect(acknowledged.length).toBeGreaterThan(0)
      const own = view.acts.filter(({ party }) => party === 'XA')
      await settledAt(person, id, (seen) =>
        seen.acts.filter(({ party, final }) => party === 'XA' && final).length === own.length
          ? true
          : undefined,
      )
      const proved = verifyBundle(JSON.stringify(await person.ask(`/api/v1/cases/${id}/bundle`)), {
        charterId: id,
        crypto,
      })
      expect(proved.state.cut).toMatchObject({ XA: { size: own.length } })
    },
  )
})

/** How many of these objects the node holds. */
async function count(person: PersonClient, objects: readonly { id: string }[]): Promise<number> {
  const held = await Promise.all(
    [0, 1, Math.floor(objects.length / 2), objects.length - 1].map((index) =>
      person.ask(`/api/v1/objects/${objects[index]!.id}`).then(
        () => 1,
        () => 0,
      ),
    ),
  )
  const some = held.reduce<number>((sum, one) => sum + one, 0)
  return some === 0 ? 0 : some === held.length ? objects.length : some
}
