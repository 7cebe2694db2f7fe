import { createHash } from 'node:crypto'
import { createServer, connect, type Socket } from 'node:net'

/** A TCP proxy that keeps every byte in both directions. */
export type Wire = {
  readonly port: number
  /** Lets connections through to this port; none while it is undefined. */
  target: number | undefined
  readonly sent: () => Buffer
  readonly received: () => Buffer
  readonly stop: () => Promise<void>
}

export async function recordWire(): Promise<Wire> {
  const [sent, received]: [Buffer[], Buffer[]] = [[], []]
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    if (wire.target === undefined) return void client.destroy()
    const upstream = connect(wire.target, '127.0.0.1')
    for (const [from, to, kept] of [
      [client, upstream, sent],
      [upstream, client, received],
    ] as const) {
      sockets.add(from)
      from.on('data', (chunk: Buffer) => void kept.push(chunk))
      from.pipe(to)
      from.on('error', () => to.destroy())
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const wire: Wire = {
    port,
    target: undefined,
    sent: () => Buffer.concat(sent),
    received: () => Buffer.concat(received),
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return wire
}

/**
 * Every form in which a value could stand on a wire without being encrypted: as it is and in either
 * case, as JSON or in a URL, in hex, in base64 wherever it begins, and as a hash.
 */
export function formsOf(value: string): readonly Buffer[] {
  const texts = [value, value.toLowerCase(), value.toUpperCase()]
  const written = texts.flatMap((text) => [
    text,
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text),
    Buffer.from(text).toString('hex'),
    Buffer.from(text, 'utf16le').toString('latin1'),
    ...inBase64(Buffer.from(text)),
  ])
  const hashes = texts.flatMap((text) =>
    ['md5', 'sha1', 'sha256', 'sha512'].flatMap((algorithm) => {
      const hash = createHash(algorithm).update(text).digest()
      return [hash.toString('hex'), hash.toString('base64'), hash.toString('base64url')]
    }),
  )
  const twice = hashes.flatMap((hash) => inBase64(Buffer.from(hash)))
  return [...new Set([...written, ...hashes, ...twice])].map((text) => Buffer.from(text, 'latin1'))
}

/** Base64 of a text that stands inside another: three ways to be cut into groups of three bytes. */
function inBase64(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((shift) => {
    const all = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replaceAll('=', '')
    // Characters that also hold bits of what stands around it are left out.
    const start = Math.ceil((shift * 8) / 6)
    const end = Math.floor(((shift + bytes.length) * 8) / 6)
    const text = all.slice(start, end)
    return [text, text.replaceAll('+', '-').replaceAll('/', '_')]
  })
}
