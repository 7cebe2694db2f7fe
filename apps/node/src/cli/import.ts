import { createReadStream, mkdirSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Command } from 'commander'
import {
  importBundle,
  missing,
  shortened,
  type ImportReport,
} from '../intelligence/import-bundle.ts'
import type { IntelligenceStore } from '../intelligence/store.ts'
import { systemClock as clock } from '../platform/clock.ts'
import { DATA, harmless, isRefusal, refuse, withEvidence } from './evidence.ts'

type Options = { readonly data: string; readonly json: boolean }

/** `entente import`: takes STIX 2.1 bundles into a node's evidence, each file whole or not at all. */
export function importCommand(): Command {
  return new Command('import')
    .description('take STIX 2.1 bundles in, plain or gzip; each file whole or not at all')
    .argument('<files...>', 'bundles; - reads standard input')
    .option('--data <directory>', 'the node’s data directory', DATA)
    .option('--json', 'one line of JSON per file instead of sentences', false)
    .addHelpText(
      'after',
      '\nEnds with 0 taken in, 1 a file was refused, 2 a file cannot be read or usage.',
    )
    .action(async (files: readonly string[], options: Options) => {
      mkdirSync(options.data, { recursive: true, mode: 0o700 })
      await withEvidence(options.data, (store) => importAll(store, files, options))
    })
}

async function importAll(
  store: IntelligenceStore,
  files: readonly string[],
  { json }: Options,
): Promise<void> {
  const reports: ImportReport[] = []
  for (const file of files) {
    const report = await importOne(store, file, json)
    if (report) reports.push(report)
  }
  if (json || files.length < 2) return
  const dangling = await missing(store, [...new Set(reports.flatMap((report) => report.dangling))])
  const sum = (of: (report: ImportReport) => number) =>
    reports.reduce((total, report) => total + of(report), 0)
  console.log(
    [
      `${counted(reports.length, 'file')} of ${files.length} taken in`,
      `${counted(
        sum(({ objects }) => objects),
        'object',
      )}`,
      `${n(sum((report) => report.new))} new`,
      `${n(dangling.length)} referred to and not held here`,
    ].join(', '),
  )
}

/** One file; undefined where it is refused, and then nothing of it stays. */
async function importOne(store: IntelligenceStore, file: string, json: boolean) {
  const name = file === '-' ? 'standard input' : basename(file)
  const progress = process.stderr.isTTY ? progressOn(process.stderr, name, file) : undefined
  try {
    const report = await importBundle(store, progress?.reading(bytesOf(file)) ?? bytesOf(file), {
      name,
      clock,
      ...(progress ? { progress: progress.taken } : {}),
    })
    progress?.clear()
    console.log(json ? JSON.stringify({ outcome: 'taken-in', ...shortened(report) }) : told(report))
    return report
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
function told(report: ImportReport): string {
  const { conflicts, dangling, notKept } = report
  const lines = [
    `${harmless(report.source)}: ${counted(report.objects, 'object')}`,
    `  ${n(report.new)} new, ${n(report.versions)} other versions of what was held, ${n(report.held)} held already`,
  ]
  if (conflicts.length > 0)
    lines.push(
      `  ${n(conflicts.length)} in conflict: same id and date, other content; both are kept`,
      ...some(conflicts),
    )
  if (dangling.length > 0)
    lines.push(`  ${n(dangling.length)} referred to and not held here`, ...some(dangling))
  if (notKept.length > 0)
    lines.push(`  not kept, for it belongs to no object: the bundle’s ${notKept.join(', ')}`)
  return lines.map(harmless).join('\n')
}

function some(ids: readonly string[]): readonly string[] {
  const first = ids.slice(0, 10).map((id) => `    ${id}`)
  return ids.length > 10 ? [...first, `    and ${n(ids.length - 10)} more`] : first
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
