import { existsSync, writeFileSync } from 'node:fs'
import { Command, InvalidArgumentError, Option } from 'commander'
import { LEFT_OUT, WIDEST } from '@entente/export'
import type { Ceiling } from '@entente/release'
import type { ReleaseFormat, ReleasePreview } from '../api.ts'
import { FORMAT_NAMES } from '../sharing/write-as.ts'
import { isRefusal, withEvidence } from './evidence.ts'
import { lostLines } from './fields-told.ts'
import { harmless, refuse } from './terminal.ts'
import { dataOption, sessionOption, type EvidenceOptions } from './where.ts'

type Options = EvidenceOptions & {
  readonly audience: string
  readonly out?: string
  readonly format: ReleaseFormat
  readonly ceiling?: Ceiling
  readonly only?: string
  readonly widestIpv4?: number
  readonly widestIpv6?: number
  readonly knownGood: boolean
  readonly whole: boolean
  readonly preview: boolean
  readonly json: boolean
}

const HELP = `
Formats: stix (a bundle, each object as received), misp (events), csv (a table), suricata (an archive of entente.rules and the
lists of hashes it names), navigator (a layer of ATT&CK Navigator, by use), list (values that indicators look for, one a line).
What a format cannot carry is counted by reason. The report goes to standard error beside what is written.
Ends with 0 something leaves, 1 nothing does, 2 usage.`

/** `entente export`: what may go to an audience, in the format asked for, and what stays and why. */
export function exportCommand(): Command {
  return new Command('export')
    .description('write what may go to an audience: a STIX 2.1 bundle, or another format')
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
        'what is written; what it has no place for is counted and named',
      )
        .choices(FORMAT_NAMES)
        .default('stix' satisfies ReleaseFormat),
    )
    .addOption(
      new Option('--ceiling <label>', 'nothing stricter than this, whoever it is for').choices([
        'TLP:AMBER+STRICT',
        'TLP:AMBER',
        'TLP:GREEN',
        'TLP:CLEAR',
      ]),
    )
    .option('--only <kind>', 'of a list: one kind of value, as ipv4-addr or sha256')
    .option('--widest-ipv4 <bits>', 'of rules and lists: no wider network', bits(WIDEST.ipv4, 32))
    .option('--widest-ipv6 <bits>', 'the same of IPv6', bits(WIDEST.ipv6, 128))
    .option(
      '--known-good',
      'with values that stand on warning lists, which rules and lists else leave out',
      false,
    )
    .option('--whole', 'with everything that these refer to, each by its own marking', false)
    .option('--out <file>', 'a new file instead of standard output')
    .option('--preview', 'only say what would leave, to whom, and why the rest stays', false)
    .addOption(dataOption())
    .addOption(sessionOption())
    .option('--json', 'the report as one line of JSON', false)
    .addHelpText('after', HELP)
    .action(exportTo)
}

/** A length of a network; a wider one than the least is never a rule. */
const bits = (least: number, most: number) => (text: string) => {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : NaN
  if (number >= least && number <= most) return number
  throw new InvalidArgumentError(`expected ${least} to ${most}`)
}

async function exportTo(ids: readonly string[], options: Options): Promise<void> {
  await withEvidence(options, async ({ prepare }) => {
    try {
      const { preview, bundle } = await prepare({
        ids,
        audience: options.audience,
        format: options.format,
        whole: options.whole,
        knownGood: options.knownGood,
        ...(options.ceiling === undefined ? {} : { ceiling: options.ceiling }),
        ...(options.only === undefined ? {} : { only: options.only }),
        widest: {
          ...(options.widestIpv4 === undefined ? {} : { ipv4: options.widestIpv4 }),
          ...(options.widestIpv6 === undefined ? {} : { ipv6: options.widestIpv6 }),
        },
      })
      const report = options.json ? JSON.stringify(preview) : told(preview)
      if (options.preview) console.log(report)
      else console.error(report)
      if (!preview.bundle)
        return refuse(`expected one object or more that may go to ${options.audience}, got none`)
      if (options.preview) return
      // Before it is on record that it left.
      if (options.out !== undefined && existsSync(options.out))
        return notNew(`${options.out} again`)
      write(await bundle(), options.out)
    } catch (error) {
      if (!isRefusal(error)) throw error
      refuse(`${error.code}: ${error.message}`)
    }
  })
}

/** A file that is there stays as it is: what was once released is not written over in passing. */
function write(bytes: Uint8Array, out: string | undefined): void {
  if (out === undefined) return void process.stdout.write(bytes)
  try {
    writeFileSync(out, bytes, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    notNew(error.message)
  }
}

function notNew(got: string): void {
  refuse(`expected a new file, got ${got}`)
  process.exitCode = 2
}

function told(preview: ReleasePreview): string {
  const { audience, objects, bundle, dangling } = preview
  const lines = objects.flatMap(({ id, leaves, because, code, also, to }) => [
    leaves ? `goes   ${id}: ${because}` : `stays  ${id}: ${because} (${code})`,
    ...besides(also, '       '),
    ...(to ?? []).flatMap((one) => [
      `         ${one.leaves ? 'to' : 'not to'} ${one.party}: ${one.because}`,
      ...besides(one.also, '           '),
    ]),
  ])
  const size = bundle ? `, ${bundle.bytes} bytes, SHA-256 ${bundle.sha256}` : ''
  return [
    ...lines,
    ...notWritten(preview),
    ...staying(preview),
    `${bundle?.objects ?? 0} of ${objects.length} to ${audience}${size}`,
    ...(dangling.length > 0
      ? [`${dangling.length} referred to and not in it:`, ...dangling.map((id) => `  ${id}`)]
      : []),
  ]
    .map(harmless)
    .join('\n')
}

const besides = (also: ReleasePreview['objects'][number]['also'] = [], indent: string) =>
  also.map(({ because, code }) => `${indent}and also: ${because} (${code})`)

/** What goes, and is not in the file as it is. */
function notWritten({ fields, leftOut = [], guarded, encrypted }: ReleasePreview) {
  return [
    ...lostLines(fields),
    ...leftOut.map(
      ({ because, count, first }) =>
        `not in it: ${count}, ${LEFT_OUT[because]} (${first.slice(0, 3).join(', ')}${count > 3 ? ', …' : ''})`,
    ),
    ...(guarded ? [`${guarded} cells begin with an apostrophe, lest they be formulas`] : []),
    ...(encrypted
      ? [`${encrypted} rules are on https: they see something only where TLS is taken off`]
      : []),
  ]
}

/** How many stay for which reason; one that stays for several counts for each. */
const staying = ({ objects }: ReleasePreview): readonly string[] => {
  const codes = objects.flatMap(({ code, also = [] }) =>
    code === undefined ? [] : [...new Set([code, ...also.map((one) => one.code)])],
  )
  return [...Map.groupBy(codes, (code) => code)].map(([code, all]) => `${all.length} stay: ${code}`)
}
