import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyBundle, type ActId } from '@entente/accord'
import type { CaseEvidence, IncidentsView, MatchesView, ReservationsView } from '../src/api.ts'
import { stopNode } from '../src/demo/constellation.ts'
import { begin } from '../src/demo/begin.ts'
import { startExercise, type Exercise } from '../src/demo/exercise.ts'
import { logIn, until } from '../src/demo/person.ts'
import { play, settledAt, step, versionOf, type Cast } from '../src/demo/play.ts'
import { crypto } from '../src/platform/crypto.ts'

/** "Where the material came from", in examples/quiet-modem. */
const RED_NOTE = 'note--5b0c1f0e-6f0a-4b4e-9d57-2c8a4f6d7e31'
/** "Which authorities of Alder lost their connection": TLP:AMBER+STRICT. */
const STRICT_NOTE = 'note--e2a94b17-6c3d-4f58-a1b0-8d5c7e9f0a26'

const data = join(mkdtempSync(join(tmpdir(), 'entente-story-')), 'demo')
let exercise: Exercise
let cast: Cast
let version: ActId
const told: string[] = []

beforeAll(async () => {
  exercise = await startExercise({ data, fresh: true, ports: 'auto' })
  cast = await begin(exercise, (line) => told.push(line))
  await play(cast, (line) => told.push(line))
  const { chair, case: id } = cast
  version = (await settledAt(chair, id, (view) => step(view, 'position')?.versions.at(-1)?.id))!
}, 120_000)

afterAll(async () => {
  await exercise.stop()
  rmSync(join(data, '..'), { recursive: true, force: true })
})

async function settled<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (const endAt = Date.now() + 20_000; Date.now() < endAt;) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('expected it within 20 s, got nothing')
}

describe('the exercise, from the intelligence to the case', () => {
  test('gives each operator what its authority may hand on, and meets its assets at home', async () => {
    for (const { operator, officer, line } of exercise.operators) {
      const { objects } = await officer.ask<CaseEvidence>(`/api/v1/cases/${line}/evidence`)
      const ids = objects.map(({ id }) => id)
      expect(objects.every(({ held }) => held)).toBe(true)
      expect(ids).not.toContain(RED_NOTE)
      expect(ids.includes(STRICT_NOTE)).toBe(operator.authority === 'XA')
      const { matches } = await officer.ask<MatchesView>('/api/v1/matches')
      const columns = new Set(matches.flatMap(({ why }) => why.map(({ column }) => column)))
      const names = operator.authority === 'XA' ? 'name' : 'domain'
      expect(columns).toEqual(new Set(['hash', 'address', 'cpe', names]))
    }
  })

  test('has both reports with their clocks at two authorities, acknowledged', async () => {
    for (const { operator, csirt } of exercise.operators) {
      const { incidents } = await csirt.ask<IncidentsView>('/api/v1/incidents')
      expect(incidents).toMatchObject([
        { title: operator.warns.title, side: 'authority', reports: [{ stage: 'early-warning' }] },
      ])
      expect(incidents[0]?.reports[0]?.receipt?.remarks).toBe(operator.advice)
      expect(incidents[0]?.clocks[0]).toMatchObject({ stage: 'early-warning', state: 'met' })
    }
  })

  test('opens the case from one of them, and tells in it what was reported and not by whom', async () => {
    const { incidents } = await cast.birch.ask<IncidentsView>('/api/v1/incidents')
    const atAlder = await cast.alder.ask<IncidentsView>('/api/v1/incidents')
    expect(incidents[0]?.opened).toBe(cast.case)
    expect(atAlder.incidents[0]?.opened).toBeUndefined()
    const view = await cast.chair.view(cast.case)
    const [first] = view.acts.flatMap(({ act, party }) =>
      act?.kind === 'evidence' && party === 'XB' ? [act] : [],
    )
    const named = incidents[0]!.reports[0]!.indicators
    expect(new Set(first?.objects.map(({ id }) => id))).toEqual(new Set(named))
    const clauses = view.acts.flatMap(({ act }) =>
      act?.kind === 'propose' && act.step.kind === 'situation' ? act.text.clauses : [],
    )
    expect(clauses.at(-1)?.text).toBe(
      '2 operators, in Alder and Birch, have given their authorities early warning under NIS2. 2 of them suspect unlawful or malicious acts, 2 effects across borders. In their own systems they found 4 of the indicators that are evidence here.',
    )
    const text = JSON.stringify(view)
    for (const { operator } of exercise.operators)
      for (const word of [operator.name, operator.warns.title, operator.warns.account])
        expect(text).not.toContain(word)
  })

  test('is not played again: whoever begins anew finds everything done', async () => {
    const again: string[] = []
    const found = await begin(exercise, (line) => again.push(line))
    await play(found, (line) => again.push(line))
    expect([found.case, again]).toEqual([cast.case, []])
  })
})

describe('the exercise, six processes that speak HTTP only', () => {
  test('is played up to the point where Cedar alone is awaited', async () => {
    for (const person of [cast.alder, cast.birch, cast.cedar, cast.chair]) {
      const found = await settledAt(person, cast.case, (view) => {
        const reasons = versionOf(view, version)?.gate.reasons
        return reasons?.length === 1 ? reasons[0] : undefined
      })
      expect(found).toMatchObject({ code: 'silent', member: 'XC' })
    }
    expect(told.join('\n')).toContain('Birch objects in its national voice')
  })

  test('asked both voices of every nation at the situation and at the position', async () => {
    const view = await cast.chair.view(cast.case)
    const situation = step(view, 'situation')?.versions.at(-1)
    expect(situation?.standing).toBe('stands-with-reservations')
    expect(
      Object.values(situation!.voices).every(
        ({ union, national }) => union !== 'silent' && national !== 'silent',
      ),
    ).toBe(true)
    expect(step(view, 'position')?.versions.map(({ gate }) => gate.open)).toEqual([false, false])
  })

  test('Alder’s evidence is with every party of the case, but for the note that is TLP:RED', async () => {
    const { alder, birch, cedar, chair, case: id } = cast
    const at = async (person: typeof alder) =>
      (await person.ask<CaseEvidence>(`/api/v1/cases/${id}/evidence`)).objects
    const red = (await at(alder)).filter(({ id: object }) => object === RED_NOTE)
    expect(red).toMatchObject([{ custodian: 'XA', held: true }])
    for (const person of [birch, cedar, chair]) {
      const objects = await settled(async () => {
        const all = await at(person)
        return all.every(({ held, refusal }) => held || refusal) ? all : undefined
      })
      // Four that Birch names from the report, and all that Alder has.
      expect(objects).toHaveLength(4 + 11)
      expect(objects.filter(({ held }) => !held)).toMatchObject([
        {
          id: RED_NOTE,
          refusal: {
            code: 'marking.audience',
            detail: `expected an object releasable to ${person.party}, got TLP:RED`,
          },
        },
      ])
    }
  })

  test('has attributions side by side, to an actor, an entity and a State', async () => {
    const view = await cast.cedar.view(cast.case)
    const said = view.acts.flatMap(({ act, party }) =>
      act?.kind === 'attribute' ? [`${party} ${act.level} ${act.whom}`] : [],
    )
    expect(said.toSorted()).toEqual([
      'XA actor QUIET GULL',
      'XA state Hawthorn',
      'XB entity Mudflat Systems',
      'XC actor QUIET GULL',
    ])
  })

  test('marks everything as an exercise', async () => {
    const view = await cast.alder.view(cast.case)
    expect(view.charter.exercise).toBe(true)
  })

  test('no node declares by itself when Cedar has opened the gate', async () => {
    const { cedar, chair, case: id } = cast
    await cedar.file(id, 'comply', { on: version, union: 'complies', national: 'complies' })
    await settledAt(chair, id, (view) => versionOf(view, version)?.gate.open || undefined)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    const now = versionOf(await chair.view(id), version)
    expect(now).toMatchObject({ standing: 'open', adopted: [] })
  })

  test('a nation’s person declares it adopted, and every node computes the same', async () => {
    const { alder, birch, cedar, chair, case: id } = cast
    await alder.declare(id, version, 'adopted')
    const digests = await Promise.all(
      [alder, birch, cedar, chair].map(async (person) => {
        await settledAt(person, id, (view) => versionOf(view, version)?.inForce || undefined)
        return (await person.view(id)).digest
      }),
    )
    expect(new Set(digests).size).toBe(1)
  })

  test('the record verifies offline against the charter id', async () => {
    const { cedar, case: id } = cast
    const bundle = await cedar.ask<object>(`/api/v1/cases/${id}/bundle`)
    const verified = verifyBundle(JSON.stringify(bundle), { charterId: id, crypto })
    expect(verified.digest).toBe((await cedar.view(id)).digest)
  })

  test('Cedar objects late: it is suspended, and its end can be certified once the time of cure is over', async () => {
    const { alder, cedar, case: id } = cast
    const from = Math.floor(Date.now() / 1000)
    await cedar.file(id, 'comply', { on: version, union: 'complies', national: 'objects' })
    const view = await settledAt(alder, id, (seen) =>
      versionOf(seen, version)?.standing === 'suspended' ? seen : undefined,
    )
    const at = view.endings[version]! - view.charter.cure
    expect(at).toBeGreaterThan(from - 5)
    expect(at).toBeLessThan(Math.floor(Date.now() / 1000) + 5)
    await expect(alder.declare(id, version, 'ended')).rejects.toThrow(/expected ended to follow/)
  })

  test('Cedar withdraws: the standing is suspended at once, ended by the next certificate', async () => {
    const { alder, cedar, chair, case: id } = cast
    await cedar.file(id, 'withdraw', { on: version })
    await settledAt(alder, id, (view) =>
      versionOf(view, version)?.standing === 'suspended' ? true : undefined,
    )
    // Until every strand has a tree that closes it the node says so, and is asked again.
    await until('its end to be certified', () =>
      alder.declare(id, version, 'ended').catch((error: Error) => {
        if (/closing.unreached|certificate.untrue/.test(error.message)) return undefined
        throw error
      }),
    )
    await settledAt(chair, id, (view) =>
      versionOf(view, version)?.standing === 'ended' ? true : undefined,
    )
    const { items } = await chair.ask<{ items: { does: string; version: string }[] }>(
      '/api/v1/desk',
    )
    expect(items).toContainEqual(expect.objectContaining({ does: 'amend', version }))
  })

  test('a withdrawn nation cannot come back on the same text, and is told so before it signs', async () => {
    const { cedar, case: id } = cast
    const back = { on: version, union: 'complies', national: 'complies' } as const
    await expect(cedar.file(id, 'comply', back)).rejects.toThrow('voice.withdrawn')
    await expect(cedar.file(id, 'withdraw', { on: version })).rejects.toThrow('voice.withdrawn')
    expect(versionOf(await cedar.view(id), version)).toMatchObject({
      standing: 'ended',
      voices: { XC: { effective: 'withdrawn' } },
    })
  })
})

describe('a person comes in', () => {
  test('by a link that works once', async () => {
    const link = await cast.birch.link()
    await logIn(link)
    await expect(logIn(link)).rejects.toThrow('403')
  })

  test('and nobody else reads the case', async () => {
    const answer = await fetch(`${cast.birch.url}/api/v1/cases/${cast.case}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      401,
      expect.stringContaining('application/problem+json'),
    ])
  })

  test('with the page of another origin shut out', async () => {
    const { birch } = cast
    await expect(
      birch.ask('/api/v1/links', { method: 'POST', headers: { origin: 'http://127.0.0.1:1' } }),
    ).rejects.toThrow('origin.foreign')
  })
})

describe('a node goes away', () => {
  test('and the others serve, show it as unreachable, and go on', async () => {
    const { alder, chair, case: id } = cast
    await stopNode(exercise.nodes.XB, 'SIGKILL')
    const view = await settledAt(alder, id, (seen) =>
      seen.peers.find(({ party }) => party === 'XB')?.status === 'unreachable' ? seen : undefined,
    )
    expect(view.state.steps).toHaveLength(2)
    const text = view.acts.map(({ act }) => act).findLast((act) => act?.kind === 'amend')
    const filed = await chair.file(id, 'amend', {
      replaces: version,
      step: { id: 'position', kind: 'position' },
      text: text?.kind === 'amend' ? text.text : expect.fail('expected an amend act'),
    })
    // Three of four witnesses are a quorum: it is final without Birch.
    const after = await settledAt(alder, id, (seen) =>
      seen.acts.some((one) => one.id === filed.id && one.final)
        ? versionOf(seen, filed.id)
        : undefined,
    )
    expect(after.gate.reasons).toContainEqual(
      expect.objectContaining({ code: 'silent', member: 'XB' }),
    )
  })

  test('and comes back where it was', async () => {
    const node = await exercise.restart('XB')
    const person = await logIn(node.link)
    const { alder, case: id } = cast
    const target = await alder.view(id)
    await settledAt(person, id, (seen) => (seen.digest === target.digest ? true : undefined))
  })
})

describe('the case at an earlier cut', () => {
  const sizesOf = (cut: Readonly<Record<string, { readonly size: number }>>) =>
    Object.entries(cut)
      .map(([party, { size }]) => `${party}:${size}`)
      .join(',')

  test('is what was known when a position was certified, and proves offline', async () => {
    const { chair, case: id } = cast
    const view = await chair.view(id)
    const certificate = versionOf(view, version)?.adopted[0]
    const act = view.acts.find((one) => one.id === certificate)?.act
    if (act?.kind !== 'declare') throw new Error('expected the certificate among the acts')
    const path = `/api/v1/cases/${id}`
    const then = await chair.ask<{ digest: string; cut: object; state: { steps: object[] } }>(
      `${path}/state?cut=${sizesOf(act.cut)}`,
    )
    expect(then.cut).toEqual(act.cut)
    expect(JSON.stringify(then.state.steps)).not.toContain(certificate)
    const record = await chair.ask<object>(`${path}/bundle?cut=${sizesOf(act.cut)}`)
    const { state } = verifyBundle(JSON.stringify(record), { crypto, charterId: id })
    expect(state).toEqual(then.state)
    const text = state.steps.flatMap(({ versions }) => versions).find((one) => one.id === version)
    expect(text).toMatchObject({ standing: 'open', adopted: [], gate: { open: true } })
  })

  test('is refused where it is none, or not there yet', async () => {
    const { chair, case: id } = cast
    const { cut } = await chair.ask<{ cut: Record<string, { size: number }> }>(
      `/api/v1/cases/${id}/state`,
    )
    const asked = (text: string, what: 'state' | 'bundle' = 'state') =>
      chair.ask(`/api/v1/cases/${id}/${what}?cut=${text}`).then(
        () => 'answered',
        (error: Error) => /"code":"([^"]+)"/.exec(error.message)?.[1],
      )
    const beyond = { ...cut, XA: { size: cut['XA']!.size + 1 } }
    expect(await asked(sizesOf(beyond))).toBe('cut.beyond')
    expect(await asked(sizesOf(beyond), 'bundle')).toBe('cut.beyond')
    for (const text of ['', 'XA:1', `${sizesOf(cut)},XA:1`, `${sizesOf(cut)},ZZ:1`, 'XA:-1'])
      expect(await asked(text)).toBe('cut.malformed')
  })
})

describe('the register of reservations', () => {
  test('tells those of every case together', async () => {
    const { chair, alder, case: id } = cast
    const register = async () =>
      (await alder.ask<ReservationsView>('/api/v1/reservations')).reservations
    const before = await register()
    const texts: ActId[] = []
    for (const where of [exercise.root, id]) {
      const { id: on } = await chair.file(where, 'propose', {
        step: { id: 'register', kind: 'situation' },
        text: { lang: 'en', title: 'What was seen', clauses: [{ id: '1', text: 'This.' }] },
      })
      await settled(async () =>
        (await alder.view(where)).state.steps.some(({ id: step_ }) => step_ === 'register')
          ? true
          : undefined,
      )
      await alder.file(where, 'comply', {
        on,
        union: 'complies',
        national: 'complies-with-reservation',
        reservations: [{ axis: 'national', clause: '1', text: 'Not before its own forensics.' }],
      })
      texts.push(on)
    }
    const added = await settled(async () => {
      const rows = await register()
      return rows.length === before.length + 2 ? rows : undefined
    })
    const rows = added.filter(({ version: on }) => texts.includes(on))
    expect(new Set(rows.map((row) => row.case))).toEqual(new Set([exercise.root, id]))
    expect(new Set(rows.map(({ caseTitle }) => caseTitle)).size).toBe(2)
  })
})
