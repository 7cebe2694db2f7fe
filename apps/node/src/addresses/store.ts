import type { PartyId } from '@entente/accord'
import type { Database, Migration } from '../platform/db/index.ts'
import type { Reach } from './near.ts'

/**
 * What became of a note here: `own`, this party's; `followed`, its party is asked there; `refused`, an administrator
 * said no; `held`, kept and passed on, and not followed.
 */
type AddressState = 'own' | 'followed' | 'refused' | 'held'

/** The latest note over the address of one strand's party. */
export type KeptAddress = {
  readonly origin: string
  readonly party: PartyId
  readonly counter: number
  readonly url: string
  readonly note: string
  readonly state: AddressState
  /** RFC 3339, by this node's clock: when it came, or was signed. */
  readonly at: string
  /** The address that this node's operator had given, as long as which the note is followed or refused. */
  readonly from?: string
  /** How near `from` was: nothing nearer is asked. */
  readonly reach?: Reach
}

export type AddressStore = {
  readonly all: () => Promise<readonly KeptAddress[]>
  /** Keeps a note in the place of an earlier one; durable before it resolves. */
  readonly keep: (address: KeptAddress) => Promise<void>
}

type Row = {
  origin: string
  party: string
  counter: string
  url: string
  note: string
  state: string
  noted_at: string
  from_url: string | null
  reach: string | null
}
type Tables = { address_note: Row }

export const addressMigrations: readonly Migration[] = [
  {
    id: 'addresses-1',
    up: async (db) => {
      await db.schema
        .createTable('address_note')
        .addColumn('origin', 'varchar(200)', (column) => column.primaryKey())
        .addColumn('party', 'varchar(2)', (column) => column.notNull())
        .addColumn('counter', 'varchar(16)', (column) => column.notNull())
        .addColumn('url', 'varchar(300)', (column) => column.notNull())
        .addColumn('note', 'text', (column) => column.notNull())
        .addColumn('state', 'varchar(20)', (column) => column.notNull())
        .addColumn('noted_at', 'varchar(40)', (column) => column.notNull())
        .addColumn('from_url', 'varchar(400)')
        .addColumn('reach', 'varchar(10)')
        .execute()
    },
  },
]

export function addressStore(database: Database): AddressStore {
  const db = database.as<Tables>()
  return {
    all: async () => (await db.selectFrom('address_note').selectAll().execute()).map(fromRow),
    keep: async (address) => {
      const { origin, ...rest } = toRow(address)
      await db
        .insertInto('address_note')
        .values({ origin, ...rest })
        .onConflict((conflict) => conflict.column('origin').doUpdateSet(rest))
        .execute()
    },
  }
}

const toRow = ({ counter, at, from, reach, ...address }: KeptAddress): Row => ({
  ...address,
  counter: String(counter),
  noted_at: at,
  from_url: from ?? null,
  reach: reach ?? null,
})

const fromRow = ({
  party,
  counter,
  state,
  noted_at,
  from_url,
  reach,
  ...row
}: Row): KeptAddress => ({
  ...row,
  party: party as PartyId,
  counter: Number(counter),
  state: state as AddressState,
  at: noted_at,
  ...(from_url === null ? {} : { from: from_url }),
  ...(reach === null ? {} : { reach: reach as Reach }),
})
