import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { readManifest } from '@entente/misp'
import { readConfig } from '../../apps/node/src/config.ts'
import { addRemote } from '../../apps/node/src/misp/settle.ts'
import { found } from '../../apps/node/src/parties/found.ts'
import { writeFounded } from '../../apps/node/src/parties/founded.ts'
import { withFirstCase } from '../../apps/node/test/first-case.ts'
import type { Interop, Part } from './part.ts'

const run = promisify(execFile)
const FEED = fileURLToPath(new URL('./misp_feed.py', import.meta.url))
const MAIN = fileURLToPath(new URL('../../apps/node/src/main.ts', import.meta.url))
const FLAGS = ['--conditions=entente-source', '--disable-warning=ExperimentalWarning']
const entente = (...words: readonly string[]) => run(process.execPath, [...FLAGS, MAIN, ...words])

type Read = {
  readonly uuid: string
  readonly info: string
  readonly values: readonly string[]
  readonly manifest: Readonly<Record<string, unknown>>
  readonly hashes: readonly string[]
}

/** Feeds of MISP, written and read by PyMISP, which MISP's own people keep. */
export const misp: Part = {
  name: 'MISP feeds: PyMISP',
  run: async ({ check, python, directory }: Interop) => {
    const data = join(directory, 'XA')
    const founded = found(withFirstCase, (party) => join(directory, party), new Date('2026-11-24'))
    writeFounded(data, founded.charters, founded.keyActs['XA']!)
    const theirs = join(directory, 'theirs')
    const ours = join(directory, 'ours')
    mkdirSync(theirs)
    const manifest = JSON.parse((await run(python, [FEED, 'write', theirs])).stdout) as Readonly<
      Record<string, object>
    >
    const server = createServer((request, response) => {
      const name = basename(request.url ?? '')
      response.end(readFileSync(join(theirs, name)))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const uuids = Object.keys(manifest)

    await check('a feed of PyMISP is pulled whole, and once', async () => {
      addRemote(data, { id: 'alder', party: 'XB', kind: 'feed', url })
      assert.equal(readConfig(data).misp.remotes.length, 1)
      const pull = async () => {
        const { stdout } = await entente('misp', 'pull', 'alder', '--data', data, '--json')
        return JSON.parse(stdout) as { readonly new: number; readonly failed: number }
      }
      const first = await pull()
      assert.equal(first.failed, 0)
      assert.ok(first.new >= uuids.length * 5, `expected every object, got ${first.new}`)
      assert.equal((await pull()).new, 0)
    })
    await check('what we write of it PyMISP reads as it was', async () => {
      const ids = uuids.map((uuid) => `report--${uuid}`)
      await entente('misp', 'feed', ...ids, '--audience', 'own', '--data', data, '--out', ours)
      const read = async (folder: string) =>
        JSON.parse((await run(python, [FEED, 'read', folder])).stdout) as readonly Read[]
      const [before, after] = [await read(theirs), await read(ours)]
      assert.deepEqual(
        after.map(({ uuid, info, values }) => ({ uuid, info, values })),
        before.map(({ uuid, info, values }) => ({ uuid, info, values })),
      )
    })
    await check(
      'our manifest and our hashes are those that PyMISP would have written',
      async () => {
        const text = readFileSync(join(ours, 'manifest.json'), 'utf8')
        const own = JSON.parse(text) as Readonly<Record<string, Readonly<Record<string, unknown>>>>
        assert.equal(readManifest(text).length, uuids.length)
        const lines = readFileSync(join(ours, 'hashes.csv'), 'utf8').trim().split('\n')
        const { stdout } = await run(python, [FEED, 'read', ours])
        for (const { uuid, manifest: wanted, hashes } of JSON.parse(stdout) as readonly Read[]) {
          for (const name of ['info', 'date', 'timestamp', 'analysis', 'threat_level_id'])
            assert.equal(String(own[uuid]![name]), String(wanted[name]), `${uuid} ${name}`)
          const listed = lines.flatMap((line) => (line.endsWith(uuid) ? [line.slice(0, 32)] : []))
          assert.deepEqual(listed.toSorted(), hashes)
        }
      },
    )
    server.close()
  },
}
