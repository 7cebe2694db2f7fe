import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { z } from 'zod'
import { writeNew } from '../durable.ts'
import { KeyError } from './error.ts'
import { readJsonFile } from '../json-file.ts'

const Box = z.strictObject({
  v: z.literal(1),
  cipher: z.literal('aes-256-gcm'),
  iv: z.base64(),
  tag: z.base64(),
  /** UTF-8 text, encrypted; the name is authenticated with it. */
  ciphertext: z.base64(),
})

const associated = (name: string) => Buffer.from(`entente-secret/1\n${name}`)

/** Reads a secret text that lies encrypted in a file; undefined where there is no such file. */
export function readBox(name: string, file: string, key: Buffer): string | undefined {
  if (!existsSync(file)) return undefined
  try {
    const box = Box.parse(readJsonFile(file))
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(box.iv, 'base64'), {
      authTagLength: 16,
    })
    decipher.setAAD(associated(name)).setAuthTag(Buffer.from(box.tag, 'base64'))
    const ciphertext = Buffer.from(box.ciphertext, 'base64')
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8')
  } catch (cause) {
    throw new KeyError(
      'key.unreadable',
      `expected ${name} to open with this node's secret, got another secret or a changed file`,
      { cause },
    )
  }
}

/** Writes a secret text, encrypted, into a new file that only its owner reads. */
export function writeBox(
  name: string,
  file: string,
  { key, text }: { readonly key: Buffer; readonly text: string },
): void {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(associated(name))
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  const box: z.infer<typeof Box> = {
    v: 1,
    cipher: 'aes-256-gcm',
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    ciphertext: ciphertext.toString('base64'),
  }
  writeNew(file, JSON.stringify(box, null, 2))
}
