import { createReadStream, mkdirSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Command, Option } from 'commander'
import { IMPORT_FORMATS, type Given } from '../intelligence/convert.ts'
import type { ShortReport } from '../intelligence/import-bundle.ts'
import { systemClock as clock } from '../platform/clock.ts'
import { isRefusal, withEvidence, type Evidence } from './evidence.ts'
import { harmless, refuse } from './terminal.ts'
import { dataOption, sessionOption, type EvidenceOptions } from './where.ts'

type Options = EvidenceOptions & {
  readonly json: boolean
  readonly preview: boolean
  readonly format?: Given['format']
}

/** `entente import`: takes STIX bundles into a node's evidence, and says what of them does not conform. */
export function importCommand(): Command {
  return new Command('import')
    .description(
      'take STIX 2.1 or 2.0 bundles in, or files of another format that become STIX, plain or gzip; what does not conform is set aside and named',
    )
    .argument('<files...>', 'what each is it says itself; - reads standard input')
    .addOption(dataOption())
    .addOption(sessionOption())
    .addOption(
      new Option('--format <format>', 'what the files are, where they do not say it').choices(
        IMPORT_FORMATS,
      ),
    )
    .option('--json', 'one line of JSON per file instead of sentences', false)
    .option('--preview', 'keep them in quarantine and say what would become of them', false)
    .addHelpText(
      'after',
      '\nEnds with 0 taken in, 1 a file was refused or objects were set aside, 2 a file cannot be read or usage.',
    )
    .action(async (files: readonly string[], options: Options) => {
      if (options.session === undefined) mkdirSync(options.data, { recursive: true, mode: 0o700 })
      if (options.preview) await previewAll(files, options)
      else await withEvidence(options, (evidence) => takeAll(evidence, files, options))
    })
}

async function takeAll(
  evidence: Evidence,
  files: readonly string[],
  { json, format }: Options,
): Promise<void> {
  const reports: ShortReport[] = []
  for (const file of files) {
    const report = await takeOne(evidence, file, { json, ...(format ? { format } : {}) })
    if (report) reports.push(report)
  }
  if (json || files.length < 2) return
  const sum = (of: (report: ShortReport) => number) =>
    reports.reduce((total, report) => total + of(report), 0)
  const dangling = await evidence.stillMissing()
  console.log(
    [
      `${counted(reports.length, 'file')} of ${files.length} taken in`,
      `${counted(
        sum(({ objects }) => objects),
        'object',
      )}`,
      `${n(sum((report) => report.new))} new`,
      ...(dangling === undefined ? [] : [`${n(dangling)} referred to and not held here`]),
    ].join(', '),
  )
}

/** Brings files into quarantine: nothing of them is held until somebody commits it. */
async function previewAll(files: readonly string[], options: Options): Promise<void> {
  const { withQuarantined } = await import('./quarantined.ts')
  const { previewLines } = await import('./imports-told.ts')
  await withQuarantined(options, async ({ bring }) => {
    for (const file of files) {
      const view = await readOne(file, options, bring)
      if (!view) continue
      const lines = [
        ...previewLines(view),
        `  to take it in: entente imports commit ${view.number}; its objects: entente imports show ${view.number}`,
      ]
      console.log(options.json ? JSON.stringify(view) : lines.map(harmless).join('\n'))
      if (view.counts['set-aside']) process.exitCode ||= 1
    }
  })
}

async function takeOne(
  evidence: Evidence,
  file: string,
  options: Pick<Options, 'json' | 'format'>,
) {
  const { json } = options
  const report = await readOne(file, options, evidence.take)
  if (!report) return undefined
  console.log(json ? JSON.stringify({ outcome: 'taken-in', ...report }) : told(report))
  if (report.setAside.count > 0) process.exitCode ??= 1
  return report
}

type Incoming = Parameters<Evidence['take']>[0]

/** Reads one file; undefined where it is refused, and then nothing of it stays. */
async function readOne<T>(
  file: string,
  { json, format }: Pick<Options, 'json' | 'format'>,
  take: (incoming: Incoming) => Promise<T>,
) {
  const name = file === '-' ? 'standard input' : basename(file)
  const progress = process.stderr.isTTY ? progressOn(process.stderr, name, file) : undefined
  try {
    const taken = await take({
      name,
      bytes: progress?.reading(bytesOf(file)) ?? bytesOf(file),
      ...(format ? { format } : {}),
      ...(progress ? { progress: progress.taken } : {}),
    })
    progress?.clear()
    return taken
  } catch (error) {
    progress?.clear()
    if (!isRefusal(error) && !isUnreadable(error)) throw error
    const { code, message } = error
    if (json) console.log(JSON.stringify({ outcome: 'refused', source: name, code, message }))
    refuse(`${file}: ${message} (${code}); nothing of it was taken in`)
    if (isUnreadable(error)) process.exitCode = 2
    return undefined
  }
}

const bytesOf = (file: string): AsyncIterable<Uint8Array> =>
  file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 256 * 1024 })

/** What the system says of a file: not there, a folder, not allowed. */
const isUnreadable = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && 'syscall' in error && 'code' in error

/** What became of a file, in lines for a person. */
function told(report: ShortReport): string {
  const { conflicts, second, recalled, dangling, setAside, lifted, notKept } = report
  const lines = [
    `${report.source}: ${counted(report.objects, 'object')}`,
    `  ${n(report.new)} new, ${n(report.versions)} other versions of what was held, ${n(report.held)} held already`,
  ]
  if (report.converted) lines.push(...convertedLines(report.converted))
  if (lifted > 0) lines.push(`  ${n(lifted)} of STIX 2.0, lifted to 2.1`)
  if (setAside.count > 0)
    lines.push(
      `  ${n(setAside.count)} set aside, for they do not conform to STIX 2.1`,
      ...faulty(setAside),
    )
  if (conflicts.count > 0)
    lines.push(
      `  ${n(conflicts.count)} in conflict: same id and date, other content; both are kept`,
      ...some(conflicts),
    )
  if (recalled.count > 0)
    lines.push(
      `  ${n(recalled.count)} were called back before: they are held, and leave to nobody until somebody lets them (entente recalls release)`,
      ...some(recalled),
    )
  if (second.count > 0)
    lines.push(
      `  ${n(second.count)} would go further than what is held, and stayed out: with --preview another person takes them in`,
      ...some(second),
    )
  if (dangling.count > 0)
    lines.push(`  ${n(dangling.count)} referred to and not held here`, ...some(dangling))
  if (notKept.length > 0)
    lines.push(`  not kept, for it belongs to no object: the bundle’s ${notKept.join(', ')}`)
  return lines.map(harmless).join('\n')
}

function some({ count, ids }: ShortReport['dangling']): readonly string[] {
  const first = ids.slice(0, 10).map((id) => `    ${id}`)
  return count > 10 ? [...first, `    and ${n(count - 10)} more`] : first
}

/** What is wrong with the first objects that were set aside, a line for each fault. */
function faulty({ count, first }: ShortReport['setAside']): readonly string[] {
  const lines = first
    .slice(0, 10)
    .flatMap(({ id, line, faults }) => [
      `    ${id ?? 'an object without an id'}, line ${n(line)}`,
      ...faults
        .slice(0, 10)
        .map(({ line: at, path, reason }) => `      line ${n(at)}, ${path}: ${reason}`),
      ...(faults.length > 10 ? [`      and ${n(faults.length - 10)} more`] : []),
    ])
  return count > 10 ? [...lines, `    and ${n(count - 10)} more`] : lines
}

const n = (count: number) => count.toLocaleString('en')
const counted = (count: number, noun: string) => `${n(count)} ${noun}${count === 1 ? '' : 's'}`

/** One line on a terminal that is written over as the file is read. */
function progressOn(terminal: NodeJS.WriteStream, name: string, file: string) {
  const size = file === '-' ? undefined : statSync(file, { throwIfNoEntry: false })?.size
  let read = 0
  let shown = 0
  const show = (objects: number) => {
    // A terminal that is written to more often only costs time.
    if (clock.now() - shown < 100) return
    shown = clock.now()
    const part = size ? ` ${Math.floor((100 * read) / size)} %` : ''
    terminal.write(`\r${harmless(name)}:${part} ${n(objects)} objects\u001b[K`)
  }
  return {
    async *reading(source: AsyncIterable<Uint8Array>) {
      for await (const chunk of source) {
        read += chunk.length
        yield chunk
      }
    },
    taken: show,
    clear: () => void terminal.write('\r\u001b[K'),
  }
}

/** What a format is called among people. */
const NAMES: Readonly<Record<NonNullable<ShortReport['converted']>['format'], string>> = {
  misp: 'MISP',
  csaf: 'CSAF',
  kev: 'the KEV catalogue',
  'eu-kev': 'the EU KEV catalogue',
  cve: 'a CVE record',
  cyclonedx: 'CycloneDX',
  csv: 'a table',
  text: 'text',
}

/** What became of the fields of another format: how many are read by all, and which are not, each with how many times. */
function convertedLines({
  format,
  fields,
}: NonNullable<ShortReport['converted']>): readonly string[] {
  const of = (fate: string) => fields.filter((row) => row.fate === fate)
  const listed = (fate: string, what: string) => {
    const rows = of(fate)
    return rows.length === 0
      ? []
      : [`  ${what}: ${rows.map(({ field, count }) => `${field} (${n(count)})`).join(', ')}`]
  }
  return [
    `  from ${NAMES[format]}: ${counted(of('mapped').length, 'field')} that any reader of STIX understands`,
    ...listed('carried', 'carried word for word, for whoever reads that format'),
    ...listed('lost', 'lost'),
  ]
}
