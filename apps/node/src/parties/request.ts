import type { z } from 'zod'
import { readBounded } from '../platform/http/body.ts'
import { Refusal } from '../platform/http/problem.ts'

/** An act and its case in JSON fit, however its text is escaped. */
const LIMIT = 512 * 1024

/** What a person's program sent, read against its schema; bounded before it is parsed. */
export async function readRequest<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  const bytes = await readBounded(request.body, LIMIT)
  if (!bytes) throw new Refusal(413, 'request.too-large', `expected at most ${LIMIT} bytes`)
  return schema.parse(parseJson(bytes))
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch {
    throw new Refusal(400, 'request.malformed', 'expected JSON in UTF-8, got other bytes')
  }
}
