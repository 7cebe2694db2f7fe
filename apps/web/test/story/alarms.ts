import { strict as assert } from 'node:assert'
import { createTree, formatCheckpoint, leafHash, signNote } from '@entente/log'
import type { AlarmsView } from '../../../node/src/api.ts'
import { readConfig, writeConfig } from '../../../node/src/config.ts'
import { crypto } from '../../../node/src/platform/crypto.ts'
import { openKeys } from '../../../node/src/platform/keys/index.ts'
import { ask, until } from '../play.ts'
import type { State } from '../states.ts'
import type { Cast, Stage } from './stage.ts'

export const ALARMED: readonly State[] = [
  {
    name: 'desk-with-alarms',
    party: 'XA',
    arrive: async (person) => {
      await person.go('/')
      await person.page.getByRole('note').getByRole('link').waitFor()
    },
  },
  {
    name: 'alarms',
    party: 'XA',
    arrive: async (person) => {
      await person.go('/alarms')
      await person.page.locator('.alarms summary').first().click()
      await person.page.locator('.alarms dd').first().waitFor()
    },
  },
]

/** Whoever stole Birch's log key lets it sign another history; a stranger asks, and brings what nobody signed. */
async function attack({ demo, play }: Stage, { alder }: Cast): Promise<void> {
  const { charter } = await play.view(alder)
  const { origin } = charter.parties.find(({ id }) => id === 'XB')!
  const tree = createTree(crypto.sha256)
  tree.append(leafHash(crypto.sha256, new TextEncoder().encode('another history')))
  const log = { ...openKeys(demo.nodes.XB.data).load('log'), name: origin }
  const checkpoint = formatCheckpoint({ origin, size: tree.size, root: tree.root() })
  const signed = signNote(checkpoint, log, crypto.sha256)
  const bring = (note: string) =>
    fetch(`${alder.url}/witness/add-checkpoint`, { method: 'POST', body: `old 0\n\n${note}` })
  assert.equal((await bring(signed)).status, 409)
  assert.equal((await bring(signed.replace('\n1\n', '\n2\n'))).status, 403)
  assert.equal((await fetch(`${alder.url}/log/${demo.case.slice(7)}/state`)).status, 401)
}

/** What a node refuses is told to its people, and whoever administers it says that it was seen to. */
export async function alarming(stage: Stage, cast: Cast): Promise<void> {
  const { count, demo } = stage
  const { alder } = cast
  const { page } = alder
  const row = (what: string) => page.locator('.alarms tbody tr', { hasText: what })
  await count.story('an attack that Alder’s node refused shows on its open page', async () => {
    await alder.go('/alarms')
    await attack(stage, cast)
    await row('Birch: its log signed two different histories').waitFor({ timeout: 15_000 })
    await row('was asked to cosign what does not continue Birch’s strand').waitFor()
    await row('without the signature of one of its parties').waitFor()
    const { alarms, open } = await ask<AlarmsView>(alder, '/api/v1/alarms')
    assert.equal(open, alarms.length)
    await alder.go('/')
    await page.getByRole('note').getByRole('link').click()
    await page.locator('.alarms').waitFor()
    const counted = page.locator('.rail a[href="/alarms"] .count')
    await until('the count', async () => (await counted.textContent()) === String(open))
    assert.equal(
      await page.getByRole('button', { name: alder.says('alarms.acknowledge') }).count(),
      0,
    )
  })
  await count.story('who administers Alder’s node acknowledges an alarm', async () => {
    const { data } = demo.nodes.XA
    const config = readConfig(data)
    const people = config.people.map((one) => ({ ...one, role: 'administrator' as const }))
    writeConfig(data, { ...config, people })
    await alder.go('/alarms')
    const forked = row('Birch: its log signed two different histories')
    await forked.getByRole('button').click()
    await forked.locator('td').last().getByText('desk').waitFor()
    assert.equal(await forked.getByRole('button').count(), 0)
    const { alarms } = await ask<AlarmsView>(alder, '/api/v1/alarms')
    assert.equal(alarms.at(-1)?.kind, 'two-histories')
  })
}
