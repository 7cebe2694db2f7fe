import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))
const BAD = new URL('../../../../spec/vectors/bad-certificate/', import.meta.url)
const pathOf = (file: string) => fileURLToPath(new URL(file, BAD))
const { charter, twin, tampered } = JSON.parse(readFileSync(pathOf('list.json'), 'utf8')) as {
  charter: string
  twin: string
  tampered: readonly { file: string; what: string; code: string }[]
}
const good = pathOf(twin)
const bundle = fileURLToPath(new URL('../bundle/quiet-modem.json', BAD))

/** Runs the command as people run it, in a process of its own. */
const verify = (...args: readonly string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const command = ['--conditions=entente-source', '--disable-warning=ExperimentalWarning', MAIN]
    execFile(process.execPath, [...command, 'verify', ...args], (error, said) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said }),
    )
  })

describe('entente verify, given a public certificate', () => {
  it('says what it was given, who stands behind the text since when, and what that is not', async () => {
    const { code, said } = await verify(good, '--charter', charter)
    expect(code).toBe(0)
    for (const line of [
      'Given: a public certificate (who stands behind a published text)',
      'Public case: Publications (exercise)',
      `Charter: ${charter} (the one you gave)`,
      'PROVED: 2 of 3 named here stand behind this text',
      'The text (position, for everybody): Common position on the wiping of modems',
      '  XB Birch, by Press office (key XB-press-1, held on a token)',
      // 1,795,600,600 seconds, the second at which the vectors have the witnesses cosign Birch's act.
      '     published, as the witnesses saw by 2026-11-25T09:56:40Z',
      '     TOOK IT BACK, as the witnesses saw by 2026-11-25T11:46:40Z: Its parliament took the mandate back.',
      '  - What anybody else says: silence cannot be seen here, and who is not named may agree or refuse.',
    ])
      expect(said.split('\n')).toContain(line)
  })

  it('says so in Spanish', async () => {
    const { said } = await verify(good, '--charter', charter, '--lang', 'es')
    expect(said).toContain('Recibido: un certificado público')
    expect(said).toContain('PROBADO: 2 de 3')
  })

  it('says self-consistent only without a charter id, and ends with 1', async () => {
    const { code, said } = await verify(good)
    expect(code).toBe(1)
    expect(said).toContain('SELF-CONSISTENT ONLY')
    expect(said).not.toContain('PROVED:')
  })

  it('tells a program which of the two it was', async () => {
    const { said } = await verify(good, '--charter', charter, '--json')
    expect(JSON.parse(said)).toMatchObject({
      record: 'certificate',
      outcome: 'proved',
      publishers: [{ party: 'XA' }, { party: 'XB' }, { party: 'XC', recalled: {} }],
    })
    const whole = await verify(bundle, '--json')
    expect(JSON.parse(whole.said)).toMatchObject({ record: 'bundle', outcome: 'self-consistent' })
    expect((await verify(bundle)).said).toContain('Given: a member bundle')
  })

  // All sixteen are the library's to refuse; here it is shown that the command does not soften it.
  const some = tampered.filter(({ code }) => /^(act\.signature|charter\.other)$/.test(code))
  it.each(some)('refuses it where $what', async ({ file, code }) => {
    const outcome = await verify(pathOf(file), '--charter', charter)
    expect(outcome.code).toBe(1)
    expect(outcome.said).toContain(`REFUSED: ${code}\n`)
  })
})
