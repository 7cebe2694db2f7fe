import { readFileSync, readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ico': 'image/vnd.microsoft.icon',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}
const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.json', '.svg'])

type Asset = {
  readonly bytes: Uint8Array
  /** Compressed when it is first asked for, so that a start does not wait for it. */
  readonly gzip?: () => Uint8Array
  readonly type: string
}

/**
 * Serves the built page. Files are listed once at start and looked up by name, so that no path
 * that a request names ever reaches the disk; every other path is the page's own to route.
 */
export function pageRoutes(dist: URL): Hono {
  const assets = readAssets(fileURLToPath(dist))
  const app = new Hono()
  app.get('*', (context) => {
    const path = new URL(context.req.url).pathname
    if (/^\/(api|log|witness|\.well-known)\//.test(path)) return context.notFound()
    const named = assets.get(path)
    const asset = named ?? assets.get('/index.html')
    if (!asset || (!named && extname(path) !== '')) return context.notFound()
    const headers: Record<string, string> = {
      'content-type': asset.type,
      'cache-control': path.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
      vary: 'accept-encoding',
    }
    const compressed = asset.gzip && context.req.header('accept-encoding')?.includes('gzip')
    if (compressed) headers['content-encoding'] = 'gzip'
    return context.body(new Uint8Array(compressed ? asset.gzip!() : asset.bytes), 200, headers)
  })
  return app
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

function readAssets(directory: string): ReadonlyMap<string, Asset> {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
  return new Map(
    files
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => {
        const file = join(entry.parentPath, entry.name)
        const extension = extname(entry.name)
        const bytes = readFileSync(file)
        const type = TYPES[extension] ?? 'application/octet-stream'
        return [
          `/${relative(directory, file).split(sep).join('/')}`,
          {
            bytes,
            type,
            ...(COMPRESSIBLE.has(extension) ? { gzip: once(() => gzipSync(bytes)) } : {}),
          },
        ]
      }),
  )
}
