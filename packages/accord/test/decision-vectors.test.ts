import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DecisionVectors } from '../../../tools/vectors-decision.ts'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import { boundBy, type Bound } from '../src/bound.ts'
import { stateDigest } from '../src/bundle.ts'
import type { Reason, Standing, VersionState } from '../src/state.ts'
import { stateOfEntries } from './entries.ts'

/** What the vectors of the decision say, asked of the product; the second verifier is asked the same by `spec/verifier/run.mjs`. */

const FOLDER = new URL('../../../spec/vectors/decision/', import.meta.url)
const files = readdirSync(FOLDER).map((name) => ({
  name,
  ...(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as DecisionVectors),
}))

const words = ({ code, member }: Reason) => (member ? `${code} ${member}` : code)
function boundWords(bound: Bound): readonly string[] {
  if (bound.how === 'except') return [`${bound.party} except ${bound.clauses.join(', ')}`]
  return bound.how === 'bound' ? [bound.party] : []
}

const STANDINGS: Readonly<Record<Standing, true>> = {
  open: true,
  broken: true,
  stands: true,
  'stands-with-reservations': true,
  weakened: true,
  suspended: true,
  ended: true,
  lapsed: true,
  superseded: true,
}
const RESULTS = ['adopted', 'ended', 'lapsed', 'broken', 'ranOut'] as const

function factsOf(version: VersionState) {
  const { gate, standing, reasons, voices } = version
  return {
    standing,
    because: reasons.map(words),
    gate: gate.open ? 'open' : 'shut',
    shutBy: gate.reasons.map(words),
    certified: RESULTS.filter((result) => (version[result] ?? []).length > 0),
    bound: boundBy(version)?.flatMap(boundWords),
    voices: Object.fromEntries(
      Object.entries(voices).map(([party, { effective }]) => [party, effective]),
    ),
    notBefore: gate.notBefore,
  }
}

describe.each(files)('the records of $name', ({ charter, records, entries }) => {
  it.each(records)('$name: $why', ({ strands, versions, void: codes, digest }) => {
    const state = stateOfEntries(charter, strands, entries)
    expect(state.void.map(({ code }) => code)).toEqual(codes)
    const found = state.steps.flatMap((step) => step.versions)
    expect(found.map(factsOf)).toMatchObject(versions)
    expect(stateDigest(state, crypto.sha256)).toBe(digest)
  })
})

/** The cells of the table in `spec/decision.md`, section 3. */
function cellsOf(page: string): readonly string[] {
  const rows = page.split('\n').filter((line) => line.startsWith('|'))
  const head = rows.findIndex((line) => line.startsWith('| effective voice |'))
  const [rules = [], , ...voices] = rows
    .slice(head)
    .map((line) => line.split('|').map((cell) => cell.trim()))
  const end = voices.findIndex(([, voice]) => voice === '**is met when**')
  return voices
    .slice(0, end)
    .flatMap(([, names = '', ...cells]) =>
      [...names.matchAll(/`([a-z-]+)`/g)].flatMap(([, voice]) =>
        cells.filter((cell) => cell !== '').map((cell, at) => `${rules[at + 2]} ${voice}: ${cell}`),
      ),
    )
}

describe('the vectors of the decision', () => {
  const page = readFileSync(new URL('../../../spec/decision.md', import.meta.url), 'utf8')
  const records = files.flatMap((file) => file.records)

  it('hold every cell of the table, in the words of the page', () => {
    const said = records.flatMap(({ cell }) =>
      cell ? [`\`${cell.rule}\` ${cell.voice}: ${cell.counts}`] : [],
    )
    expect([...new Set(said)].toSorted()).toEqual(cellsOf(page).toSorted())
    expect(cellsOf(page)).toHaveLength(36)
  })

  const versions = records.flatMap((record) => record.versions)
  it('hold every standing', () => {
    const found = new Set(versions.map(({ standing }) => standing))
    expect([...found].toSorted()).toEqual(Object.keys(STANDINGS).toSorted())
  })

  it.each(RESULTS)('hold certificates that prove %s, and some that do not', (result) => {
    const proving = versions.filter(({ certified }) => certified.includes(result))
    expect(proving.length).toBeGreaterThan(1)
    expect(versions.length - proving.length).toBeGreaterThan(1)
  })
})
