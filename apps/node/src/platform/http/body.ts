import { refuse } from './problem.ts'

/** Where a route says nothing else: one MiB of request. */
export const REQUEST_LIMIT = 1024 * 1024

/** Reads a body up to a limit, whatever its length header says; undefined where it is longer. */
export async function readBounded(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array | undefined> {
  if (!body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    // Leaving the loop cancels the stream: nothing more is read from whoever sends too much.
    if (length > limit) return undefined
    chunks.push(chunk)
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : new Uint8Array(Buffer.concat(chunks))
}

/** The body of a request, refused with 413 where it is longer than the limit. */
export async function requestBody(request: Request, limit = REQUEST_LIMIT): Promise<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? 0)
  const body = declared > limit ? undefined : await readBounded(request.body, limit)
  if (body) return body
  throw refuse(413, 'request.too-large', `expected at most ${limit} bytes`)
}
