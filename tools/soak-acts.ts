import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exponentOf } from '../bench/figure.ts'
import { agree, until } from '../apps/node/src/demo/agree.ts'
import type { PersonClient } from '../apps/node/src/demo/person.ts'
import { putAside } from './put-aside.ts'

/** Milliseconds: a hundred thousand acts are verified at every node, beside whatever else runs. */
const PATIENCE = 900_000

const SIZES = [1_000, 10_000, 100_000]

/**
 * `acts [nodes] [acts…]`: P10 by the size of a case. The chair's strand grows by so many notes; every node pulls them; then
 * a position is put, all comply, and the time runs from the last voice to `adopted` at every node, each a process.
 */
export async function acts([nodes = '9', ...wanted]: readonly string[]): Promise<object> {
  const members = Number(nodes)
  const sizes: { n: number; milliseconds: number; spread: number }[] = []
  for (const n of wanted.length > 0 ? wanted.map(Number) : SIZES) {
    const data = mkdtempSync(join(tmpdir(), 'entente-acts-'))
    let spread = 0
    try {
      const { milliseconds, record } = await agree(members, {
        data,
        tell: (line) => console.log(`  ${line}`),
        buildOf: (_party, directory) => Promise.resolve(takeMore(join(directory, 'node.json'), n)),
        before: async ({ people, case: id, without }) => {
          await without(people[0]!.party, async ({ data: chair }) => {
            await putAside(
              chair,
              id,
              Array.from({ length: n }, (_, at) => noteOf(at, n)),
            )
          })
          const cut = people.map(({ party }, at) => `${party}:${at === 0 ? n : 0}`).join(',')
          const startedAt = performance.now()
          await Promise.all(
            people.map((person) => until(() => hasFinal(person, { id, cut }), PATIENCE)),
          )
          spread = performance.now() - startedAt
        },
      })
      if (record.acts <= n) throw new Error(`expected more than ${n} acts, got ${record.acts}`)
      console.log(`  ${n} acts: adopted in ${(milliseconds / 1000).toFixed(2)} s`)
      sizes.push({ n, milliseconds, spread })
    } finally {
      rmSync(data, { recursive: true, force: true })
    }
  }
  return {
    what: 'from the last voice to adopted at every node, each a process, by the acts of the case',
    nodes: members,
    sizes: sizes.map(({ n, milliseconds, spread }) => ({
      acts: n,
      seconds: Number((milliseconds / 1000).toFixed(2)),
      secondsUntilAllHoldThem: Number((spread / 1000).toFixed(1)),
    })),
    exponent: Number(exponentOf(sizes).toFixed(2)),
  }
}

const noteOf = (at: number, of: number) => ({
  kind: 'note',
  says: `Note ${at + 1} of ${of}, as a desk officer writes one.`,
})

/** Whether that person's node holds so many acts of each strand, cosigned by the quorum. */
const hasFinal = (person: PersonClient, { id, cut }: { id: string; cut: string }) =>
  person.ask(`/api/v1/cases/${id}/state?cut=${cut}`).then(
    () => true,
    (error: Error) => {
      if (error.message.includes('"cut.beyond"')) return false
      throw error
    },
  )

/** One hour takes in all of them, and what comes after: as it is set, the rest would wait. */
function takeMore(config: string, acts: number): undefined {
  const said = JSON.parse(readFileSync(config, 'utf8')) as object
  writeFileSync(config, JSON.stringify({ ...said, actsPerHour: 2 * acts + 20_000 }))
}
