import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { validateObject } from '@entente/stix'
import { GOOD } from '../packages/stix/test/example-objects.ts'
import { sharedPath } from '../tools/shared.ts'
import { exponentOf, median, type Figure } from './figure.ts'

const RUNS = 5
const SIZES = [1_000, 10_000, 100_000]
const BUDGET = 3

/** P4: what the standard demands, asked of objects one by one, against parsing their texts. */
export async function validateObjects(): Promise<Figure[]> {
  const types = Object.values(GOOD).map((object) => JSON.stringify(object))
  const sizes: Measured[] = []
  for (const size of SIZES)
    sizes.push(await measure(Array.from({ length: size }, (_, at) => types[at % types.length]!)))
  const path = sharedPath('data/mitre-attack/enterprise-attack-18.1-core-objects.stix21.json.gz')
  const attack = path ? await measure(textsIn(path)) : undefined
  return [
    row('objects of all 42 types in turn', sizes.at(-1)!, sizes),
    ...(attack ? [row('objects of ATT&CK enterprise', attack, [])] : []),
  ]
}

function textsIn(path: string): readonly string[] {
  const { objects } = JSON.parse(gunzipSync(readFileSync(path)).toString()) as {
    objects: readonly object[]
  }
  return objects.map((object) => JSON.stringify(object))
}

type Measured = { readonly n: number; readonly milliseconds: number; readonly parse: number }

async function measure(texts: readonly string[]): Promise<Measured> {
  const objects = texts.map((text) => JSON.parse(text) as object)
  const parse = await median(RUNS, () =>
    timed(() => texts.map((text) => JSON.parse(text) as object)),
  )
  const milliseconds = await median(RUNS, () =>
    timed(() => {
      for (const object of objects)
        if (validateObject(object, { advice: false }).length > 0)
          throw new Error(`expected what conforms, got ${JSON.stringify(object)}`)
    }),
  )
  return { n: texts.length, milliseconds, parse }
}

function timed(work: () => unknown): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

function row(
  what: string,
  { n, milliseconds, parse }: Measured,
  sizes: readonly Measured[],
): Figure {
  return {
    id: 'P4',
    what: `validation, all that the standard demands in one pass, of ${n.toLocaleString('en')} ${what}; limit: JSON.parse of the same texts`,
    figure: milliseconds,
    unit: 'ms',
    limit: parse,
    ratio: milliseconds / parse,
    budget: `≤ ${BUDGET} × the parse`,
    met: milliseconds <= BUDGET * parse,
    sizes: sizes.map(({ n: at, milliseconds: figure }) => ({ n: at, figure })),
    ...(sizes.length > 1 ? { exponent: exponentOf(sizes) } : {}),
  }
}
