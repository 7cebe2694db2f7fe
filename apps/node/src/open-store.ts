import { join } from 'node:path'
import { caseMigrations } from './federation/index.ts'
import { intelligenceMigrations } from './intelligence/index.ts'
import { partiesMigrations } from './parties/store.ts'
import { openDatabase, type Database } from './platform/db/index.ts'

/**
 * The embedded store in the data directory, or the PostgreSQL database that the environment names;
 * `{party}` in its address stands for the party, so that one setting serves several nodes.
 */
export function openStore(data: string, party: string): Promise<Database> {
  const migrations = [...caseMigrations, ...partiesMigrations, ...intelligenceMigrations]
  const url = process.env['ENTENTE_DATABASE_URL']?.replaceAll('{party}', party.toLowerCase())
  return openDatabase(url ?? join(data, 'entente.db'), migrations, data)
}
