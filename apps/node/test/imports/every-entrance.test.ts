import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportView, ObjectSummary } from '../../src/api.ts'
import { importCommand } from '../../src/cli/import.ts'
import { importsCommand } from '../../src/cli/imports.ts'
import { searchCommand } from '../../src/cli/search.ts'
import { logIn as logInHere } from '../../src/cli/session.ts'
import { logIn, type PersonClient } from '../../src/demo/person.ts'
import { IMPORT_FORMATS } from '../../src/intelligence/convert.ts'
import { found } from '../../src/parties/found.ts'
import { writeFounded } from '../../src/parties/founded.ts'
import { serve, type Serving } from '../../src/serve.ts'
import { run } from '../command.ts'
import { withFirstCase } from '../first-case.ts'
import { SAMPLES, type Sample } from './samples.ts'

const place = mkdtempSync(join(tmpdir(), 'entente-entrance-'))
const session = join(place, 'session.json')
let node: Serving
let page: PersonClient

beforeAll(async () => {
  const directoryOf = (party: string) => join(place, party)
  const founded = found(withFirstCase, directoryOf, new Date('2026-11-24T12:00:00Z'))
  writeFounded(directoryOf('XA'), founded.charters, founded.keyActs['XA']!)
  node = await serve({ data: directoryOf('XA'), port: 0, peers: {} })
  const [link] = await node.links()
  page = await logIn(link!.url)
  await logInHere(await page.link(), session)
})
afterAll(async () => {
  await node[Symbol.asyncDispose]()
  rmSync(place, { recursive: true, force: true })
})

/** One way in, from the file to its end. */
type Entrance = {
  readonly bring: (file: string, text: string) => Promise<ImportView>
  readonly commit: (view: ImportView) => Promise<unknown>
  readonly discard: (view: ImportView) => Promise<unknown>
  readonly undo: (view: ImportView) => Promise<unknown>
  readonly finds: (query: string) => Promise<number>
}

/** What the page sends: the bytes as they are, under the name of the file, or that of what was pasted. */
const byPage = (nameOf: (file: string) => string): Entrance => {
  const at = ({ number }: ImportView, rest: string, body: object = {}) =>
    page.post(`/api/v1/imports/${number}/${rest}`, body)
  return {
    bring: (file, text) =>
      page.ask(
        `/api/v1/imports/pending?${new URLSearchParams({ name: nameOf(file) }).toString()}`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/octet-stream' },
          body: new Blob([text]),
        },
      ),
    commit: (view) => at(view, 'commit', { preview: view.preview }),
    discard: (view) => at(view, 'discard'),
    undo: (view) => at(view, 'undo'),
    finds: async (query) => {
      const asked = new URLSearchParams({ q: query }).toString()
      const { objects } = await page.ask<{ readonly objects: readonly ObjectSummary[] }>(
        `/api/v1/objects?${asked}`,
      )
      return objects.length
    },
  }
}

const byCommand = (...where: readonly string[]): Entrance => {
  const imports = async (...words: readonly string[]) =>
    expect((await run(importsCommand(), ...words, ...where)).err).toBe('')
  return {
    bring: async (file, text) => {
      const path = join(place, file)
      writeFileSync(path, text)
      const { out, err } = await run(importCommand(), path, '--preview', '--json', ...where)
      expect(err).toBe('')
      return JSON.parse(out) as ImportView
    },
    commit: ({ number, preview }) => imports('commit', `${number}`, '--preview', preview!),
    discard: ({ number }) => imports('discard', `${number}`),
    undo: ({ number }) => imports('undo', `${number}`),
    finds: async (query) => {
      const { out } = await run(searchCommand(), ...query.split(' '), '--json', ...where)
      return out === '' ? 0 : out.split('\n').length
    },
  }
}

const ENTRANCES: Readonly<Record<string, Entrance>> = {
  'dropped on the page': byPage((file) => file),
  'pasted into the page': byPage(() => 'pegado'),
  'brought by the command line to a running node': byCommand('--session', session),
  'brought by the command line where no node runs': byCommand('--data', join(place, 'cold')),
}

const toldIn = ({ converted, notKept = [] }: ImportView) => [
  ...notKept,
  ...(converted?.fields ?? []).flatMap(({ field, fate }) => (fate === 'mapped' ? [] : [field])),
]

/** Nothing is found while it waits; once committed it is, and told from what comes then; undone, it is gone. */
async function comesAndGoes(sample: Sample, entrance: Entrance) {
  const { file, finds, told } = sample
  const counted = async ([text, counts]: Sample['first']) => {
    const view = await entrance.bring(file, text)
    expect([file, view.state, view.counts]).toEqual([file, 'pending', counts])
    return view
  }
  expect(await entrance.finds(finds)).toBe(0)
  const view = await counted(sample.first)
  expect(view.converted?.format).toBe(sample.format === 'stix' ? undefined : sample.format)
  expect(toldIn(view)).toEqual(expect.arrayContaining([...told]))
  expect(await entrance.finds(finds)).toBe(0)

  await entrance.commit(view)
  const held = await entrance.finds(finds)
  expect(held).toBeGreaterThan(0)

  const all = Object.values(view.counts).reduce((sum, count) => sum + count, 0)
  const again = await counted([sample.first[0], { duplicate: all }])
  const others = [again, await counted(sample.other)]
  if (sample.later) others.push(await counted(sample.later))
  for (const other of others) await entrance.discard(other)
  expect(await entrance.finds(finds)).toBe(held)

  await entrance.undo(view)
  expect(await entrance.finds(finds)).toBe(0)
}

test('every format that is taken in is here', () => {
  expect(SAMPLES.map(({ format }) => format).toSorted()).toEqual([...IMPORT_FORMATS].toSorted())
})

describe.each(Object.keys(ENTRANCES))('%s', (entrance) => {
  test.each(SAMPLES)(
    '$format waits, is told new, changed, duplicate, in conflict and lost, comes in and goes again',
    (sample) => comesAndGoes(sample, ENTRANCES[entrance]!),
  )
})
