import { expect, test } from 'vitest'
import { makeDisclosure, type CharterId, type PartyId } from '@entente/accord'
import { STORE_KINDS } from '../../test/stores.ts'
import { crypto } from '../platform/crypto.ts'
import { newIdentity } from './age-file.ts'
import { createDisclosures } from './disclosures.ts'
import { disclosureMigrations, disclosureStore } from './store.ts'

const of = `sha256:${'1'.repeat(64)}` as CharterId
const sealed = (name: string, value: string, fill: number) =>
  makeDisclosure({ name, value, salt: new Uint8Array(16).fill(fill) }, crypto.sha256)

test.each(STORE_KINDS)('words are kept under a salt of their own, in $name', async ({ empty }) => {
  await using place = await empty()
  await using database = await place.open(disclosureMigrations)
  const options = {
    party: 'XA' as PartyId,
    now: () => '2026-11-24T12:00:00Z',
    identity: await newIdentity(),
    raise: () => Promise.resolve(),
    tell: () => Promise.resolve(),
  }
  const { keep } = await createDisclosures(disclosureStore(database), options)
  const reasons = sealed('reasons', 'yes', 1)
  expect(await keep(of, [reasons.disclosure])).toEqual([reasons.digest])
  // The same once more is the same; others under its salt could be guessed once it is opened.
  expect(await keep(of, [reasons.disclosure])).toEqual([reasons.digest])
  for (const texts of [
    [sealed('reasons', 'no', 1)],
    [sealed('aims', 'yes', 1)],
    [sealed('aims', 'yes', 2), sealed('redLines', 'no', 2)],
  ])
    await expect(
      keep(
        of,
        texts.map(({ disclosure }) => disclosure),
      ),
    ).rejects.toMatchObject({ code: 'disclosure.copied' })
  expect(await keep(of, [sealed('reasons', 'no', 3).disclosure])).toHaveLength(1)
})
