import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))
const BAD = new URL('../../../../spec/vectors/bad/', import.meta.url)
const pathOf = (file: string) => fileURLToPath(new URL(file, BAD))

type Tampered = {
  readonly file: string
  readonly what: string
  readonly code: string
  readonly strand: string
  readonly index: number
  readonly act: string
}
const { charter, twin, tampered } = JSON.parse(readFileSync(pathOf('list.json'), 'utf8')) as {
  charter: string
  twin: string
  tampered: readonly Tampered[]
}
const good = pathOf(twin)

/** Runs the command as people run it, in a process of its own. */
function verify(args: readonly string[], input?: string) {
  const { promise, resolve, reject } = Promise.withResolvers<{
    code: number | null
    said: string
    complained: string
  }>()
  const child = spawn(process.execPath, [
    '--conditions=entente-source',
    '--disable-warning=ExperimentalWarning',
    MAIN,
    'verify',
    ...args,
  ])
  let said = ''
  let complained = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()))
  child.once('error', reject)
  child.once('close', (code) => resolve({ code, said, complained }))
  child.stdin.end(input)
  return promise
}

describe('entente verify, with disclosures', () => {
  const place = mkdtempSync(join(tmpdir(), 'entente-disclosures-'))
  const given = (text: string) => {
    const file = join(place, 'disclosures.json')
    writeFileSync(file, text)
    return verify([good, '--charter', charter, '--disclosures', file])
  }
  afterAll(() => rmSync(place, { recursive: true, force: true }))

  it('proves what it proved without any', async () => {
    expect((await given('[]')).code).toBe(0)
  })
  it('refuses one that belongs to no act of the record', async () => {
    // The example of RFC 9901, section 4.2.
    const stray = 'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0'
    const { code, said } = await given(JSON.stringify([stray]))
    expect([code, said]).toEqual([1, expect.stringContaining('disclosure.stray')])
  })
  it.each(['{}', 'no JSON', '[1]'])('ends with 2 for a file of %s', async (text) => {
    expect((await given(text)).code).toBe(2)
  })
})

describe('entente verify', () => {
  it('proves a record against the charter id, in sentences, and ends with 0', async () => {
    const { code, said } = await verify([good, '--charter', charter])
    expect(code).toBe(0)
    for (const line of [
      'Case: Quiet modem (exercise)',
      `Charter: ${charter} (the one you gave)`,
      'PROVED: 17 acts, 4 strands; 17 count, 0 count for nothing',
      'What this proves',
      'What it does not prove',
      '  Cedar · Withdrawn',
      '2026-11-24T14:01:00Z',
    ])
      expect(said).toContain(line)
  })
  it('says in Spanish what it says in English', async () => {
    const { code, said } = await verify([good, '--charter', charter, '--lang', 'es'])
    expect(code).toBe(0)
    expect(said).toContain('PROBADO: 17 actos, 4 hebras; 17 cuentan, 0 no cuentan para nada')
    expect(said).toContain('Lo que no prueba')
  })
  it('says self-consistent only without a charter id, and ends with 1', async () => {
    const { code, said } = await verify([good])
    expect(code).toBe(1)
    expect(said).toContain('SELF-CONSISTENT ONLY')
    expect(said).not.toContain('PROVED:')
    expect(said).toContain('That this is the case you mean.')
  })
  it('answers a program in JSON', async () => {
    const { code, said } = await verify([good, '--charter', charter, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(said)).toMatchObject({
      outcome: 'proved',
      charterId: charter,
      counts: { acts: 17 },
      state: { steps: [{ versions: [{ standing: 'open' }, { standing: 'suspended' }] }] },
    })
    const alone = await verify([good, '--json'])
    expect(alone.code).toBe(1)
    expect(JSON.parse(alone.said)).toMatchObject({ outcome: 'self-consistent', trusted: false })
  })
  it('reads standard input', async () => {
    const { code } = await verify(['-', '--charter', charter], readFileSync(good, 'utf8'))
    expect(code).toBe(0)
  })
  it('refuses the record of another case than the one asked for', async () => {
    const { code, said } = await verify([good, '--charter', `sha256:${'0'.repeat(64)}`])
    expect(code).toBe(1)
    expect(said).toContain('REFUSED: charter.other')
  })
  it.each([
    ['no file', []],
    ['a file that is not there', [pathOf('no-such.json')]],
    ['a charter id that is none', [good, '--charter', 'sha256:0']],
    ['an option that does not exist', [good, '--quiet']],
  ])('ends with 2 where it is given %s', async (_, args) => {
    const { code, said, complained } = await verify(args)
    expect(code).toBe(2)
    expect(said).toBe('')
    expect(complained).not.toBe('')
  })
  it('refuses a file that is no record', async () => {
    const { code, said } = await verify([MAIN, '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(said)).toMatchObject({ outcome: 'refused', code: 'bundle.malformed' })
  })
})

describe.each(tampered)('entente verify, where $what,', ({ file, code, strand, index, act }) => {
  it('refuses the record, naming code, strand, entry and act', async () => {
    const { code: exit, said } = await verify([pathOf(file), '--charter', charter])
    expect(exit).toBe(1)
    expect(said.split('\n')).toEqual(
      expect.arrayContaining([
        `REFUSED: ${code}`,
        `  strand: ${strand}`,
        `  entry: ${index}`,
        `  act: ${act}`,
      ]),
    )
  })
  it('says the same in JSON', async () => {
    const { code: exit, said } = await verify([pathOf(file), '--charter', charter, '--json'])
    expect(exit).toBe(1)
    expect(JSON.parse(said)).toEqual({
      outcome: 'refused',
      code,
      message: expect.stringMatching(/^expected .+, got .+/) as string,
      place: { party: strand, index, act },
    })
  })
})
