/** The columns that an inventory may have; `id` and `name` it must have. */
export const COLUMNS = [
  'id',
  'name',
  'kind',
  'hash',
  'address',
  'domain',
  'url',
  'cpe',
  'owner',
  'site',
  'note',
] as const
export type Column = (typeof COLUMNS)[number]

/** The largest file that is taken in. */
export const INVENTORY_BYTES = 32 * 1024 * 1024
