import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { assessViews } from './assess.ts'
import type { Figure } from './figure.ts'
import { foldCase } from './fold.ts'
import { importAttack } from './import.ts'
import { lintText } from './lint.ts'
import { agreeOnNodes } from './nodes.ts'
import { matchPatterns } from './patterns.ts'
import { searchObjects } from './search.ts'
import { startUp } from './start-up.ts'
import { addObjects, getObjects } from './taxii.ts'
import { validateObjects } from './validate.ts'
import { verifyActs } from './verify-acts.ts'

/** `npm run bench [-- P6 P11] [--check]`: measures, writes the results, and says what missed its budget. */
const BENCHES: Readonly<Record<string, () => Promise<Figure[]>>> = {
  P1: addObjects,
  P2: getObjects,
  P3: importAttack,
  P4: validateObjects,
  P5: matchPatterns,
  P6: verifyActs,
  P7: foldCase,
  P8: assessViews,
  P9: lintText,
  P10: agreeOnNodes,
  P11: startUp,
  P14: searchObjects,
}

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const asked = process.argv.slice(2).filter((word) => /^P\d+$/.test(word))
const ids = asked.length > 0 ? asked : Object.keys(BENCHES)
const unknown = ids.filter((id) => !BENCHES[id])
if (unknown.length > 0) {
  console.error(`expected one of ${Object.keys(BENCHES).join(', ')}, got ${unknown.join(', ')}`)
  process.exit(2)
}

const figures: Figure[] = []
for (const id of ids) {
  console.log(`${id} …`)
  const measured = await BENCHES[id]!()
  for (const figure of measured) console.log(`  ${row(figure)}`)
  figures.push(...measured)
}

const kept = read().filter(({ id }) => !ids.includes(id))
const results = [...kept, ...figures].toSorted(
  (a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)),
)
writeFileSync(here('results.json'), `${JSON.stringify(results, null, 2)}\n`)
writeFileSync(here('README.md'), page(results))
const missed = figures.filter(({ met }) => !met)
console.log(
  missed.length === 0
    ? 'Every budget is met.'
    : `Missed: ${missed.map(({ id, what }) => `${id} ${what}`).join('; ')}`,
)
if (process.argv.includes('--check') && missed.length > 0) process.exitCode = 1

function read(): Figure[] {
  try {
    return JSON.parse(readFileSync(here('results.json'), 'utf8')) as Figure[]
  } catch {
    // The first run has no results to keep.
    return []
  }
}

function row({ what, figure, unit, limit, ratio, budget, met }: Figure): string {
  return `${what}: ${number(figure)} ${unit}, limit ${number(limit)}, ratio ${ratio.toFixed(2)}, budget ${budget}: ${met ? 'met' : 'MISSED'}`
}

function number(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2)
}

function page(results: readonly Figure[]): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const rows = results.map(
    ({ id, what, figure, unit, limit, ratio, budget, met, sizes, exponent }) =>
      `| ${id} | ${what} | ${number(figure)} ${unit} | ${number(limit)} ${unit} | ${ratio.toFixed(2)} | ${budget} | ${met ? 'yes' : '**no**'} | ${sizes.map(({ n, figure: at }) => `${n.toLocaleString('en')}: ${number(at)}`).join(', ')} | ${exponent === undefined ? '–' : exponent.toFixed(2)} |`,
  )
  return `# Numbers

Made by \`npm run bench\`; each figure stands beside its limit, measured in the same run. A run may be of some rows alone (the last run is named below): the others
stand as they were measured before.
A peer that was measured in the same run stands in its row.

${new Date().toISOString().slice(0, 10)}, commit ${commit}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}

| id | what | figure | limit | ratio | budget | met | at sizes | growth exponent |
|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}
`
}
