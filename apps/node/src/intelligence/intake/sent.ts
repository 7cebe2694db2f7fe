import { anyTables } from '../../platform/db/index.ts'
import { askMany } from '../../platform/db/statements.ts'
import type { Sender } from '../store.ts'
import type { Db, Tables } from '../tables.ts'
import { takeAway, type Brought } from './take-away.ts'
import { othersOf, type Holding } from './undo.ts'

/** What a party sent with a case and takes back: contents by id and hash. */
type Sent = Sender & {
  readonly named: readonly { readonly id: string; readonly sha256: string }[]
}

/** The ids of which something went; and of those that stay, since others brought the same as well. */
export type Removed = { readonly removed: readonly string[]; readonly stays: readonly string[] }

/** Takes away what one party sent with a case, and nothing that came from anywhere else; in one transaction, and once. */
export const removeSent = (database: Db, sent: Sent, holding: Holding): Promise<Removed> =>
  database.transaction().execute(async (db) => {
    const { goes, stays } = await sentBy(db, sent)
    const ids = [...new Set(goes.map(({ id }) => id))]
    await holding.remove(anyTables<Tables>(db), goes)
    await takeAway(db, ids, { going: new Set(goes.map(({ seq }) => seq)) })
    return { removed: ids, stays: [...new Set(stays.map(({ id }) => id))] }
  })

async function sentBy(db: Db, { case: charter, custodian, named }: Sent) {
  const rows = await askMany(
    db,
    'sent',
    named.map(({ id }) => id),
    (some) =>
      db
        .selectFrom('stix_version as v')
        .innerJoin('stix_import as i', 'i.seq', 'v.import')
        .select(['v.seq', 'v.id', 'v.version', 'v.sha256', 'v.import', 'i.charter', 'i.custodian'])
        .where('v.id', 'in', some),
  )
  const wanted = new Set(named.map(({ id, sha256 }) => `${id} ${sha256}`))
  const held = rows.filter(({ id, sha256 }) => wanted.has(`${id} ${sha256}`))
  const goes: Brought[] = []
  const stays: Brought[] = []
  for (const [own, some] of Map.groupBy(held, (row) => Number(row.import))) {
    const contents = some.map((row) => ({ ...row, seq: Number(row.seq) }))
    const others = await othersOf(db, contents, own)
    for (const content of contents) {
      const isSent = content.charter === charter && content.custodian === custodian
      if (isSent && !others.has(content.seq)) goes.push(content)
      else stays.push(content)
    }
  }
  return { goes, stays }
}
