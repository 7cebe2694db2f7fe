import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'

const MODULE = new URL('./end-when-told.ts', import.meta.url).href

/** A process that holds something which is let go of like this, after it was told to end. */
async function told(dispose: string) {
  const script = `
    const { endWhenTold } = await import(${JSON.stringify(MODULE)})
    endWhenTold({ [Symbol.asyncDispose]: ${dispose} }, 200)
    setInterval(() => {}, 1000)
    console.log('ready')`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script])
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said }
}

describe('a process that is told to end', () => {
  test('ends in order', async () => {
    expect(await told('async () => {}')).toEqual({ code: 0, said: '' })
  })
  test.each([
    ['never lets go', '() => new Promise(() => {})', 'it is left'],
    ['fails', "() => Promise.reject(new Error('the disk is gone'))", 'the disk is gone'],
  ])('ends all the same where what it holds %s, and says so', async (_, dispose, said) => {
    const ended = await told(dispose)
    expect(ended.code).toBe(1)
    expect(ended.said).toContain(said)
  })
})
