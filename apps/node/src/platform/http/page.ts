import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** Paths that belong to programs: no page answers there. */
const PROGRAMS = /^\/(api|log|witness|taxii2|\.well-known|enter)(\/|$)/

type Asset = { readonly bytes: Uint8Array; readonly type: string; readonly etag: string }

/** Serves the built page. Its files are read once, so a path can only name one of them. */
export function pageRoutes(dist: URL): Hono {
  const assets = readAssets(fileURLToPath(dist))
  const app = new Hono()
  app.get('*', async (c, next) => {
    const { path } = c.req
    const isNavigation = !PROGRAMS.test(path) && extname(path) === ''
    const asset = assets.get(path) ?? (isNavigation ? assets.get('/index.html') : undefined)
    if (!asset) return next()
    // Vite puts the hash of the content into the name of everything below /assets/.
    const isNamedByHash = path.startsWith('/assets/')
    c.header('cache-control', isNamedByHash ? 'public, max-age=31536000, immutable' : 'no-cache')
    c.header('etag', asset.etag)
    if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304)
    return c.body(new Uint8Array(asset.bytes), 200, { 'content-type': asset.type })
  })
  return app
}

function readAssets(directory: string): ReadonlyMap<string, Asset> {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
  return new Map(
    files
      .filter((file) => file.isFile())
      .map((file) => {
        const full = join(file.parentPath, file.name)
        const bytes = new Uint8Array(readFileSync(full))
        const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
        const type = TYPES[extname(file.name)] ?? 'application/octet-stream'
        return [`/${relative(directory, full).split(sep).join('/')}`, { bytes, type, etag }]
      }),
  )
}
