import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { logIn } from '../src/demo/person.ts'
import { found } from '../src/parties/found.ts'
import { writeFounded } from '../src/parties/founded.ts'
import { serve } from '../src/serve.ts'
import { withFirstCase } from './first-case.ts'
import { outcomeOf } from './people.ts'

const data = mkdtempSync(join(tmpdir(), 'entente-lost-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

test(
  'a node whose store is lost signs no first act anew before its witnesses answered',
  { timeout: 60_000 },
  async () => {
    const founded = found(withFirstCase, (party) => join(data, party), new Date())
    const directory = join(data, 'XB')
    writeFounded(directory, founded.charters, founded.keyActs['XB']!)
    const nobody = 'http://127.0.0.1:9'
    const speaks = async () => {
      const peers = { XA: nobody, XC: nobody, CO: nobody }
      const node = await serve({ data: directory, port: 0, peers })
      try {
        const person = await logIn((await node.links())[0]!.url)
        return await outcomeOf(person.file(founded.case, 'note', { says: 'A word.' }))
      } finally {
        await node[Symbol.asyncDispose]()
      }
    }
    // A strand that never had an act contradicts nothing.
    expect(await speaks()).toBe('filed')
    for (const file of readdirSync(directory).filter((name) => name.startsWith('entente.db')))
      rmSync(join(directory, file))
    expect(await speaks()).toBe('strand.unasked')
  },
)
