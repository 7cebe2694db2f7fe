/** The rules and published views of this package, stated to a day, under one name. */
export type Edition = {
  readonly name: string
  /** The day to which rules and published views are stated. */
  readonly on: string
  /** Counts on where rules or views change. */
  readonly version: number
  /** The beginning of the SHA-256 of all that rules and views say and of what each rule answers to every combination of facts. */
  readonly digest: string
}

/** Every edition there was, the first one first; its name is what an assessment on record says that it was made with. */
export const EDITIONS: readonly Edition[] = [
  { name: 'entente-law-2026-11-26', on: '2026-11-26', version: 1, digest: '40a154e1834d0798' },
  { name: 'entente-law-2026-11-27', on: '2026-11-27', version: 2, digest: 'cb04cc3f93affe00' },
  { name: 'entente-law-2026-11-27.2', on: '2026-11-27', version: 3, digest: '8e0740f576c1ff1c' },
  { name: 'entente-law-2026-11-27.3', on: '2026-11-27', version: 4, digest: '7d9b5a560b854ae7' },
  edition('2026-11-28', 5, '4593f32fa6c4b32f'),
  edition('2026-11-28', 6, '03b4501fb58910d7'),
  edition('2026-11-28', 7, '9242fcefed476ef9'),
  edition('2026-11-28', 8, '708fc68a56ef504e'),
  edition('2026-11-28', 9, 'fd5b34ce327902ae'),
]

/** From the fifth edition the name has version, day and digest: no two editions share it. */
function edition(on: string, version: number, digest: string): Edition {
  return { name: `entente-law-${version}-${on}-${digest}`, on, version, digest }
}

/** The edition from which this package answers; other rules or views are another one. */
export const LAW_EDITION: Edition = EDITIONS.at(-1)!

/** Its name. What was signed under another one stands as it was signed. */
export const LAW_BASE: string = LAW_EDITION.name

/** The edition that goes by a name; undefined where this package does not know it, as it is later or another's. */
export const editionNamed = (name: string): Edition | undefined =>
  EDITIONS.find((each) => each.name === name)
