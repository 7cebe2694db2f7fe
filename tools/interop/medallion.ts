import { spawn, type ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** The collection that it has. */
export const THEIRS = '91a7b528-80eb-42ed-a74d-c6fbd5a26116'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** What it holds when it starts: nothing, in one collection. */
const holding = (most: number) => ({
  '/discovery': { title: 'medallion', default: '/trust/', api_roots: ['/trust/'] },
  trust: {
    information: {
      title: 'Trust',
      versions: ['application/taxii+json;version=2.1'],
      max_content_length: most,
    },
    status: [],
    collections: [
      {
        id: THEIRS,
        title: 'Theirs',
        can_read: true,
        can_write: true,
        media_types: ['application/stix+json;version=2.1'],
        manifest: [],
        objects: [],
      },
    ],
  },
})

/** Starts medallion, the TAXII server of OASIS, in memory; `alder` comes in with `secret`. */
export async function startMedallion(
  python: string,
  directory: string,
  { page, most }: { readonly page: number; readonly most: number },
): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort()
  const held = join(directory, 'medallion.json')
  const setting = join(directory, 'setting.json')
  writeFileSync(held, JSON.stringify(holding(most)))
  const backend = {
    module: 'medallion.backends.memory_backend',
    module_class: 'MemoryBackend',
    filename: held,
  }
  const users = { alder: 'secret' }
  writeFileSync(setting, JSON.stringify({ backend, users, taxii: { max_page_size: page } }))
  const words = ['-m', 'medallion.scripts.run', '--port', String(port), setting]
  const child = spawn(python, words, { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  for (let at = 0; at < 300; at++) {
    if (await fetch(`${url}/taxii2/`).catch(() => undefined)) return { url, child }
    await pause(100)
  }
  child.kill()
  throw new Error('expected medallion to answer, got nothing')
}
