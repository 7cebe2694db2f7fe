import { writeFileSync } from 'node:fs'
import { Command, Option } from 'commander'
import type { ReleasePreview } from '../api.ts'
import {
  dataOption,
  harmless,
  isRefusal,
  refuse,
  sessionOption,
  withEvidence,
  type EvidenceOptions,
} from './evidence.ts'

type Options = EvidenceOptions & {
  readonly audience: string
  readonly out?: string
  readonly format: 'stix' | 'misp'
  readonly whole: boolean
  readonly preview: boolean
  readonly json: boolean
}

/** `entente export`: a STIX 2.1 bundle of what may go to an audience, and what stays and why. */
export function exportCommand(): Command {
  return new Command('export')
    .description('write a STIX 2.1 bundle of what may go to an audience, each object as received')
    .argument('<ids...>', 'STIX ids of objects held here; of each its newest version')
    .addOption(
      new Option(
        '--audience <who>',
        'own, public, case:ID, case:ID/PARTY, community:ID or community:ID/PARTY',
      ).makeOptionMandatory(),
    )
    .addOption(
      new Option(
        '--format <format>',
        'STIX as received, or MISP events: what MISP has no field for is named',
      )
        .choices(['stix', 'misp'])
        .default('stix'),
    )
    .option('--whole', 'with everything that these refer to, each by its own marking', false)
    .option('--out <file>', 'a new file instead of standard output')
    .option('--preview', 'only say what would leave, to whom, and why the rest stays', false)
    .addOption(dataOption())
    .addOption(sessionOption())
    .option('--json', 'the report as one line of JSON', false)
    .addHelpText(
      'after',
      '\nThe report goes to standard error beside a bundle. Ends with 0 something leaves, 1 nothing does, 2 usage.',
    )
    .action(async (ids: readonly string[], options: Options) => {
      await withEvidence(options, async ({ prepare }) => {
        try {
          const { preview, bundle } = await prepare({
            ids,
            audience: options.audience,
            format: options.format,
            whole: options.whole,
          })
          const report = options.json ? JSON.stringify(preview) : told(preview)
          if (options.preview) console.log(report)
          else console.error(report)
          if (!preview.bundle)
            return refuse(
              `expected one object or more that may go to ${options.audience}, got none`,
            )
          if (!options.preview) write(await bundle(), options.out)
        } catch (error) {
          if (!isRefusal(error)) throw error
          refuse(`${error.code}: ${error.message}`)
        }
      })
    })
}

/** A file that is there stays as it is: what was once released is not written over in passing. */
function write(bytes: Uint8Array, out: string | undefined): void {
  if (out === undefined) return void process.stdout.write(bytes)
  try {
    writeFileSync(out, bytes, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    refuse(`expected a new file, got ${error.message}`)
    process.exitCode = 2
  }
}

function told({ audience, objects, bundle, dangling, fields = [] }: ReleasePreview): string {
  const lines = objects.flatMap(({ id, leaves, because, code, to }) => [
    leaves ? `goes   ${id}: ${because}` : `stays  ${id}: ${because} (${code})`,
    ...(to ?? []).map(
      (one) => `         ${one.leaves ? 'to' : 'not to'} ${one.party}: ${one.because}`,
    ),
  ])
  const size = bundle ? `, ${bundle.bytes} bytes, SHA-256 ${bundle.sha256}` : ''
  const lost = fields.filter(({ fate }) => fate === 'lost')
  return [
    ...lines,
    ...(lost.length > 0
      ? [
          `not in it: ${lost.map(({ field, as, count }) => `${field} (${count}: ${as})`).join(', ')}`,
        ]
      : []),
    `${bundle?.objects ?? 0} of ${objects.length} to ${audience}${size}`,
    ...(dangling.length > 0
      ? [`${dangling.length} referred to and not in it:`, ...dangling.map((id) => `  ${id}`)]
      : []),
  ]
    .map(harmless)
    .join('\n')
}
