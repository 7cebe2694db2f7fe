import { strict as assert } from 'node:assert'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { KeysView, OwnKey, OwnKeysView } from '../../../node/src/api.ts'
import { ENTENTE, ROOT } from '../harness.ts'
import type { Person } from '../person.ts'
import { ask, until } from '../play.ts'
import { choose, dialog, type State } from '../states.ts'
import { give, type Cast, type Stage } from './stage.ts'

/** The page on which a person’s own key is made, before there is one. */
export const KEYLESS: readonly State[] = [
  {
    name: 'own-key',
    party: 'XB',
    arrive: async (person) => {
      await person.go('/key')
      await person.page.getByRole('button', { name: person.says('own-key.make') }).waitFor()
    },
  },
]

/** The session of a command that goes on where the browser is logged in. */
async function sessionOf({ context, url }: Person, file: string): Promise<void> {
  const [{ name, value } = { name: '', value: '' }] = await context.cookies(url)
  writeFileSync(file, JSON.stringify({ url, cookie: `${name}=${value}` }), { mode: 0o600 })
}

/** Runs `entente keys` as whoever keeps the root keys does, in a process of its own. */
async function keys({ demo }: Stage, person: Person, ...args: readonly string[]) {
  const place = mkdtempSync(join(tmpdir(), 'entente-own-key-'))
  try {
    const session = join(place, 'session.json')
    await sessionOf(person, session)
    const roots = ['--roots', demo.nodes.XB.data, '--session', session]
    const command = [...ENTENTE, 'keys', ...args, ...roots]
    return (await promisify(execFile)(process.execPath, command, { cwd: ROOT })).stdout
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

const ownKey = (person: Person, state: OwnKey['state']) =>
  until(`a key that is ${state}`, async () =>
    (await ask<OwnKeysView>(person, '/api/v1/me/keys')).keys.find((key) => key.state === state),
  )

/** Birch’s person holds a key of its own, speaks with it, and loses it. */
export async function holdingKey(stage: Stage, { alder, birch }: Cast) {
  const { count, play } = stage
  await count.story('Birch makes a key in its browser, and its root keys give it', async () => {
    await birch.go('/key')
    await birch.page.getByRole('button', { name: birch.says('own-key.make') }).click()
    const [saved] = await Promise.all([
      birch.page.waitForEvent('download'),
      birch.page.getByRole('button', { name: birch.says('own-key.save') }).click(),
    ])
    const compared = (await birch.page.locator('.hand-over code.whole').textContent()) ?? ''
    const other = `${compared.slice(0, -1)}${compared.endsWith('0') ? '1' : '0'}`
    await assert.rejects(
      keys(stage, birch, 'give', await saved.path(), '--compared', other),
      /key\.not-compared/,
    )
    const told = await keys(stage, birch, 'give', await saved.path(), '--compared', compared)
    assert.match(told, /is on record at index/)
    await birch.page.getByText(birch.says('own-key.signs-here')).waitFor()
    const { keyid } = await ownKey(birch, 'in-force')
    await until('the key to be copied into the case', async () => {
      const { parties } = await ask<KeysView>(birch, `/api/v1/cases/${play.case}/keys`)
      return parties.some((party) => party.keys.some((key) => key.keyid === keyid))
    })
  })
  await count.story('no script can take the key out of the browser', async () => {
    const taken = await birch.page.evaluate(async () => {
      const opening = indexedDB.open('entente-keys', 1)
      await new Promise((resolve) => (opening.onsuccess = resolve))
      const asking = opening.result.transaction('keys').objectStore('keys').getAll()
      await new Promise((resolve) => (asking.onsuccess = resolve))
      opening.result.close()
      const [{ privateKey }] = asking.result as [{ privateKey: CryptoKey }]
      return crypto.subtle.exportKey('pkcs8', privateKey).then(
        () => 'taken',
        (error: Error) => error.name,
      )
    })
    assert.equal(taken, 'InvalidAccessError')
  })
  await count.story(
    'Birch speaks with that key; Alder’s page counts the voice and says who holds the key',
    async () => {
      await give(birch, play, ['complies', 'complies'])
      const { keyid } = await ownKey(birch, 'in-force')
      const seen = await until('Birch’s voice at Alder’s node', async () =>
        (await play.view(alder)).acts.find((act) => act.keyids.includes(keyid)),
      )
      assert.deepEqual(
        [seen.act?.kind, seen.custody, seen.void],
        ['comply', 'browser-held', undefined],
      )
      const { voices } = await play.sees(alder, 'that voice', (version) =>
        Object.values(version.voices).some(({ act }) => act === seen.id),
      )
      assert.equal(voices[seen.party]?.effective, 'complies')
      await alder.go(play.casePath())
      await alder.page
        .locator(`#act-${seen.party.toLowerCase()}-${seen.index} summary`)
        .getByText(alder.says('custody.browser-held'))
        .waitFor()
    },
  )
  await count.story(
    'what Birch says on the command line is signed in its browser, and the command tells where it stands',
    async () => {
      const place = mkdtempSync(join(tmpdir(), 'entente-own-key-'))
      try {
        const session = join(place, 'session.json')
        const said = join(place, 'note.json')
        await sessionOf(birch, session)
        writeFileSync(said, JSON.stringify({ says: 'Exercise: said on the command line.' }))
        const about = ['--file', said, '--case', play.case, '--session', session, '--yes']
        const command = [...ENTENTE, 'act', 'note', ...about]
        const running = promisify(execFile)(process.execPath, command, { cwd: ROOT })
        const link = await new Promise<string>((resolve) => {
          running.child.stderr?.on('data', (text: Buffer) => {
            const [, path] = /(\/drafts\/\S+)/.exec(String(text)) ?? []
            if (path !== undefined) resolve(path)
          })
        })
        await birch.go(link)
        await birch.page.getByRole('button', { name: birch.says('drafts.do.sign') }).click()
        assert.match((await running).stdout, /is on record at index/)
        const { keyid } = await ownKey(birch, 'in-force')
        const filed = (await play.view(birch)).acts.findLast(({ act }) => act?.kind === 'note')
        assert.deepEqual(filed?.keyids, [keyid])
      } finally {
        rmSync(place, { recursive: true, force: true })
      }
    },
  )
  await count.story('another browser of the same person cannot sign with it', async () => {
    const elsewhere = await stage.door.enter('XB')
    await elsewhere.go(await play.dialogPath(elsewhere, 'voice'))
    await choose(elsewhere, 'union', 'objects')
    await choose(elsewhere, 'national', 'objects')
    await dialog(elsewhere).locator('footer .btn.primary:visible').click()
    await dialog(elsewhere).getByText(elsewhere.says('refused.key.elsewhere')).waitFor()
    await elsewhere.context.close()
  })
  await count.story('once it is lost and revoked, the node’s key signs again', async () => {
    const { keyid } = await ownKey(birch, 'in-force')
    await keys(stage, birch, 'revoke', keyid, '--cause', 'lost')
    await ownKey(birch, 'revoked')
    await birch.go('/key')
    await birch.page.getByRole('button', { name: birch.says('own-key.forget') }).click()
    await birch.page.getByRole('button', { name: birch.says('own-key.make') }).waitFor()
    await birch.page.locator('.custody', { hasText: birch.says('custody.node-held') }).waitFor()
  })
}
