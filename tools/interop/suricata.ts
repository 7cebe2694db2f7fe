import assert from 'node:assert/strict'
import { execFile, execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { suricataRules } from '@entente/export'
import type { Part } from './part.ts'
import {
  idOf,
  patternOf,
  questions,
  thingOf,
  wanted,
  type Read,
  type Sought,
} from './suricata-sought.ts'

const run = promisify(execFile)
const READER = fileURLToPath(new URL('./suricata_rules.py', import.meta.url))
const NOW = '2026-11-27T00:00:00Z'
const COUNT = 150

/** Rules of ours in the reading of a parser that others wrote; whether they fire is for Suricata itself to say. */
export const suricata: Part = {
  name: 'Rules for Suricata: surinort-ast',
  run: async ({ check, python, directory, seed }) => {
    const all = questions(seed, COUNT)
    const rules = suricataRules(
      all.map(([one, said], at) => thingOf(one, said, at)),
      { now: NOW },
    )
    const archive = join(directory, 'release.tar')
    writeFileSync(archive, rules.write(new Map(rules.keys.map((key, at) => [key, 1_000_000 + at]))))
    let read: readonly Read[] = []
    await check('the archive unpacks with tar, and every rule in it is read', async () => {
      execFileSync('tar', ['xf', archive, '-C', directory])
      const { stdout } = await run(python, [READER, join(directory, 'entente.rules')])
      read = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Read)
      assert.deepEqual(
        read.filter(({ refused }) => refused !== undefined),
        [],
      )
      assert.deepEqual(rules.left, [])
      assert.equal(read.length, rules.keys.length)
      assert.equal(new Set(read.map(({ sid }) => sid)).size, read.length)
    })
    const sought = all.map(([one]) => one)
    await check(
      'each says the bytes that were sought, and nothing of what a stranger called it',
      () => sayWhatWasSought(sought, read),
    )
    await check('hashes stand in the lists that the rules name, each once', () =>
      nameTheirLists(sought, { read, directory }),
    )
  },
}

function sayWhatWasSought(sought: readonly Sought[], read: readonly Read[]): void {
  for (const [at, one] of sought.entries()) {
    if (one.kind === 'hash') continue
    const [line, ...more] = read.filter(({ metadata }) => metadata?.['stix_id'] === idOf(at))
    assert.ok(line && more.length === 0, `expected one rule for ${patternOf(one)}`)
    const { protocol, to, port, buffers } = line
    assert.deepEqual({ protocol, to, port, buffers }, wanted(one), patternOf(one))
    assert.match(line.msg, new RegExp(`^Entente TLP:GREEN .*\\(${idOf(at)}\\)$`))
    assert.deepEqual(line.lists, {})
  }
}

function nameTheirLists(
  sought: readonly Sought[],
  { read, directory }: { readonly read: readonly Read[]; readonly directory: string },
): void {
  const algorithms = ['md5', 'sha1', 'sha256'] as const
  for (const algorithm of algorithms) {
    const hashes = sought.flatMap((one) =>
      one.kind === 'hash' && one.algorithm === algorithm ? [one.hash] : [],
    )
    const named = read.filter(({ lists }) => lists[`file${algorithm}`] === `entente.${algorithm}`)
    assert.deepEqual(named.map(({ protocol }) => protocol).toSorted(), [
      'ftp-data',
      'http',
      'nfs',
      'smb',
      'smtp',
    ])
    const lines = readFileSync(join(directory, `entente.${algorithm}`), 'utf8')
      .trim()
      .split('\n')
    // Suricata takes the digits at the beginning of a line and leaves what follows (detect-file-hash-common.c).
    const listed = lines.map((line) => /^[0-9a-f]+/i.exec(line)?.[0])
    assert.deepEqual(new Set(listed), new Set(hashes))
  }
  assert.deepEqual(
    readdirSync(directory).toSorted(),
    [...algorithms.map((one) => `entente.${one}`), 'entente.rules', 'release.tar'].toSorted(),
  )
}
