import { isDeepStrictEqual } from 'node:util'
import { endsOf, simulate } from '../apps/node/test/simulation/run.ts'
import { begin } from './figures.ts'
import { acts } from './soak-acts.ts'
import { backfill } from './soak-backfill.ts'
import { constellation } from './soak-constellation.ts'
import { exchange } from './soak-exchange.ts'
import { properties } from './soak-properties.ts'
import { versions } from './soak-versions.ts'

/**
 * `npm run soak -- NAME …`: what takes too long for the tests. Each suite throws where something does not hold, and
 * leaves its result in `bench/soak/NAME.json`.
 */
type Suite = (words: readonly string[]) => Promise<object>

const SUITES: Readonly<Record<string, Suite>> = {
  acts,
  backfill,
  constellation,
  exchange,
  properties,
  simulation,
  versions,
}

/** `simulation [nodes] [days] [texts] [seed]`: a coalition of the Union's size over weeks. */
async function simulation(words: readonly string[]): Promise<object> {
  const [nodes = 27, days = 17, texts = 21, seed = 1] = words.map(Number)
  const told = (day: number, asked: number) =>
    console.error(`day ${day} of ${days}, ${asked.toLocaleString('en')} requests`)
  const report = await simulate({ nodes, days, texts, seed, told })
  const { faults, defects, unfinished, digests, sizes, fates, ...rest } = report
  const unlike = fates.filter(({ expected, got }) => !isDeepStrictEqual(expected, got))
  const { joined, inForce } = report.successor
  const broken = [
    ...unlikeAmong('digest', digests),
    ...unlikeAmong('sizes', sizes),
    ...faults,
    ...defects,
    ...unfinished,
    ...unlike.map((fate) => JSON.stringify(fate)),
    ...(joined === nodes && inForce === nodes
      ? []
      : [`${joined} of ${nodes} under the successor, whose text ${inForce} see in force`]),
  ]
  if (broken.length > 0)
    throw new Error(
      `expected one state and the outcomes that members said, got ${broken.join('; ')}`,
    )
  const { later: _, ...filings } = rest.filings
  return {
    ...rest,
    filings,
    texts: fates.length,
    fates: endsOf(fates),
    asExpected: fates.length - unlike.length,
    digestsEqual: Object.keys(digests).length,
    digest: Object.values(digests)[0],
  }
}

/** What each group of nodes has; empty where all have the same. */
function unlikeAmong(what: string, some: Readonly<Record<string, string>>): readonly string[] {
  const groups = Map.groupBy(Object.keys(some), (node) => some[node]!)
  if (groups.size === 1) return []
  return [...groups].map(([value, nodes]) => `${what} at ${nodes.join(' ')}: ${value}`)
}

const [name = '', ...words] = process.argv.slice(2)
const suite = SUITES[name]
if (!suite) {
  console.error(`expected one of ${Object.keys(SUITES).join(', ')}, got ${name || 'nothing'}`)
  process.exit(2)
}
const from = begin()
console.log(JSON.stringify(from.keep(name, await suite(words)), undefined, 2))
