import { Command } from 'commander'
import { withEvidence } from './evidence.ts'
import { refuse } from './terminal.ts'
import { matrixTold } from './told-together.ts'
import { dataOption, sessionOption, type EvidenceOptions } from './where.ts'

type Options = EvidenceOptions & { readonly of?: string; readonly json: boolean }

/** `entente techniques`: which techniques of ATT&CK what a query finds uses, in the order of the matrix. */
export function techniquesCommand(): Command {
  return new Command('techniques')
    .description('which techniques of the ATT&CK held here objects use, tactic by tactic')
    .argument('[query]', 'which objects: type:malware seen:>7d', '')
    .option('--of <id>', 'of one object instead')
    .addOption(dataOption())
    .addOption(sessionOption())
    .option('--json', 'the whole matrix as JSON', false)
    .action(async (q: string, { of, json, ...where }: Options) => {
      await withEvidence(where, async ({ knowing }) => {
        const { techniques } = await knowing()
        const matrix = await techniques(of === undefined ? { q } : { of })
        if (!matrix) return refuse(`expected an object held here, got ${of}`)
        console.log(json ? JSON.stringify(matrix) : matrixTold(matrix))
      })
    })
}
