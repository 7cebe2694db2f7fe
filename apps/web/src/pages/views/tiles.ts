/** Parts of the world, as they are grouped on the map; `own` is for whoever has no place on it. */
export const REGIONS = ['americas', 'europe', 'africa', 'asia-oceania', 'own'] as const
export type Region = (typeof REGIONS)[number]

export type Tile = {
  readonly code: string
  readonly region: Region
  /** Within its region, counted from 0. */
  readonly row: number
  readonly column: number
}

/** Roughly where each holder lies, row by row; a dot is no tile. Europe has the room that its number needs. */
const ROWS: Readonly<Record<Exclude<Region, 'own'>, readonly string[]>> = {
  americas: ['CA . .', 'US . .', '. CU .', 'CR . .', '. CO .', '. . BR'],
  europe: [
    '. . NO SE FI .',
    'IE GB . DK EE RU',
    '. NL DE PL . .',
    '. BE . CZ . .',
    '. FR CH AT RO .',
    'ES . IT . . EU',
  ],
  africa: ['. XAU .', '. . KE'],
  'asia-oceania': [
    '. KZ . . .',
    '. . . KR JP',
    'IL IR PK CN .',
    '. . . TH .',
    '. . . SG .',
    '. . . AU NZ',
  ],
}

const PLACED: readonly Tile[] = Object.entries(ROWS).flatMap(([region, rows]) =>
  rows.flatMap((line, row) =>
    line
      .split(' ')
      .flatMap((code, column) =>
        code === '.' ? [] : [{ code, region: region as Region, row, column }],
      ),
  ),
)

/** A tile for each of these holders, in the order of the map; those without a place come last. */
export function tilesFor(codes: readonly string[]): readonly Tile[] {
  const wanted = new Set(codes)
  const placed = PLACED.filter(({ code }) => wanted.has(code))
  const known = new Set(PLACED.map(({ code }) => code))
  const own = codes
    .filter((code) => !known.has(code))
    .map((code, column): Tile => ({ code, region: 'own', row: 0, column }))
  return [...placed, ...own]
}

/** Where each region begins on the whole map. */
const ORIGIN: Readonly<Record<Region, { readonly row: number; readonly column: number }>> = {
  americas: { row: 0, column: 0 },
  europe: { row: 0, column: 4 },
  africa: { row: 7, column: 4 },
  'asia-oceania': { row: 0, column: 11 },
  own: { row: 10, column: 4 },
}

const at = ({ region, row, column }: Tile) => ({
  row: ORIGIN[region].row + row,
  column: ORIGIN[region].column + column,
})

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The nearest tile in the direction of an arrow key; itself where there is none, undefined for another key. */
export function tileAfter(tiles: readonly Tile[], from: Tile, key: string): Tile | undefined {
  const step = STEPS[key]
  if (!step) return undefined
  const here = at(from)
  const reached = tiles.flatMap((tile) => {
    const there = at(tile)
    const [down, right] = [there.row - here.row, there.column - here.column]
    const ahead = down * step[0] + right * step[1]
    const aside = Math.abs(down * step[1]) + Math.abs(right * step[0])
    return ahead > 0 ? [{ tile, distance: ahead + 2 * aside }] : []
  })
  const [nearest] = reached.toSorted((a, b) => a.distance - b.distance)
  return nearest?.tile ?? from
}

/** The name of a source without its address, short enough for a cell; the detail has the whole. */
export function shortSource(source: string): string {
  const [first = source] = source.split(/[,;(]/)
  const name = first.trim().replace(/^https?:\/\/(?:www\.)?([^/]+).*$/, '$1')
  return name.length > 36 ? `${name.slice(0, 35).trimEnd()}…` : name
}
