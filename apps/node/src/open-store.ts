import { join } from 'node:path'
import { addressMigrations } from './addresses/store.ts'
import { alarmMigrations } from './alarms/store.ts'
import { assetMigrations } from './assets/asset-store.ts'
import { caseMigrations } from './federation/case-store.ts'
import { disclosureMigrations } from './disclosures/store.ts'
import { incidentMigrations } from './incidents/report-store.ts'
import { intelligenceMigrations } from './intelligence/object-store.ts'
import { enrolledKeyMigration } from './keys/browser-keys.ts'
import { measuresMigrations } from './measures/tables.ts'
import { optionMigrations } from './options/store.ts'
import { partiesMigrations } from './parties/store.ts'
import { reminderMigrations } from './reminders/store.ts'
import { mispMigrations } from './misp/tables.ts'
import { taxiiMigrations } from './taxii/tables.ts'
import { receiptMigration } from './sharing/receipts.ts'
import { recallsMigrations } from './recalls/tables.ts'
import { sharingMigrations } from './sharing/sids.ts'
import { timestampMigrations } from './timestamps/store.ts'
import { warningMigrations } from './warnings/tables.ts'
import { openDatabase, type Database, type Migration } from './platform/db/index.ts'

/** Every table of a node, in the order in which they came. */
export const storeMigrations: readonly Migration[] = [
  ...caseMigrations,
  ...partiesMigrations,
  enrolledKeyMigration,
  ...intelligenceMigrations,
  ...measuresMigrations,
  ...assetMigrations,
  ...incidentMigrations,
  ...disclosureMigrations,
  ...reminderMigrations,
  ...alarmMigrations,
  ...timestampMigrations,
  ...taxiiMigrations,
  ...mispMigrations,
  ...addressMigrations,
  ...optionMigrations,
  ...sharingMigrations,
  receiptMigration,
  ...recallsMigrations,
  ...warningMigrations,
]

/**
 * The embedded store in the data directory, or the PostgreSQL database that the environment names;
 * `{party}` in its address stands for the party, so that one setting serves several nodes.
 */
export async function openStore(data: string): Promise<Database> {
  const url = process.env['ENTENTE_DATABASE_URL']
  if (url === undefined) return openDatabase(join(data, 'entente.db'), storeMigrations, data)
  const { readConfig } = await import('./config.ts')
  return openDatabase(
    url.replaceAll('{party}', () => readConfig(data).party.toLowerCase()),
    storeMigrations,
    data,
  )
}
