import {
  AccordError,
  keysFrom,
  kindOf,
  missingCopies,
  recordKind,
  verifyBundle,
  verifyCertificate,
  verifySuccessor,
  type HeldRecord,
  type Verified,
  type VerifiedCertificate,
} from '@entente/accord'
import { Command, InvalidArgumentError, Option } from 'commander'
import type { Language } from '@entente/lexicon'
import { z } from 'zod'
import { crypto } from '../platform/crypto.ts'
import { readInput } from './read-input.ts'
import { certificateReport } from './verify-certificate-report.ts'
import { readAnchors, TimestampError, type Certificate } from '../timestamps/index.ts'
import { copiesReport, provedReport, refusedReport, type MissingKeyAct } from './verify-report.ts'
import {
  areProved,
  proveTimestamps,
  timestampsReport,
  type TimestampOutcome,
} from './verify-timestamps.ts'

const MOST_BYTES = 256 * 1024 * 1024

/** Of a file of disclosures: as many as one case may have. */
const MOST_DISCLOSURES = 16 * 1024 * 1024
const MOST_ANCHORS = 65_536

type Options = {
  readonly charter?: string
  readonly parent?: string
  readonly disclosures?: string
  readonly tsa: readonly string[]
  readonly json: boolean
  readonly lang: Language
}

/** `entente verify`: what a record or certificate proves, on a machine that has never met its parties. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description(
      'prove a record (member bundle) or a public certificate offline, against the charter id you trust',
    )
    .argument('<file>', 'the record or certificate; - reads standard input')
    .option('--charter <id>', 'charter id that you have from elsewhere than the file', charterId)
    .option(
      '--parent <file>',
      'the record of the case above, or of the one whose charter this amends: which of its key acts are missing here, and whether it adopted this charter',
    )
    .option(
      '--disclosures <file>',
      'disclosures that were handed over, as a JSON array: what sealed parts of the record say',
    )
    .option(
      '--tsa <file>',
      'certificate in PEM of a timestamp authority that you trust; may be given more than once',
      (file: string, earlier: readonly string[]) => [...earlier, file],
      [],
    )
    .option('--json', 'the outcome as JSON instead of sentences', false)
    .addOption(
      new Option('--lang <language>', 'language of the report').choices(['en', 'es']).default('en'),
    )
    .addHelpText(
      'after',
      '\nEnds with 0 proved, 1 refused, self-consistent only, or no time proved where --tsa asks for it, 2 usage.',
    )
    .action(async (file: string, options: Options, command: Command) => {
      const parent = options.parent && (await readInput(options.parent, MOST_BYTES, command))
      const bytes = await readInput(file, MOST_BYTES, command)
      const disclosures =
        options.disclosures === undefined
          ? []
          : readDisclosures(
              await readInput(options.disclosures, MOST_DISCLOSURES, command),
              command,
            )
      const anchors = options.tsa.length === 0 ? undefined : await readTrusted(options.tsa, command)
      process.exitCode = prove(bytes, options, { parent, disclosures, anchors })
    })
}

/** The authorities that the reader trusts; a file that has no certificate is a wrong use. */
async function readTrusted(
  files: readonly string[],
  command: Command,
): Promise<readonly Certificate[]> {
  const anchors: Certificate[] = []
  for (const file of files) {
    const bytes = await readInput(file, MOST_ANCHORS, command)
    try {
      anchors.push(...readAnchors(new TextDecoder('latin1').decode(bytes)))
    } catch (error) {
      if (!(error instanceof TimestampError)) throw error
      command.error(`error: ${error.message} in ${file}`, { exitCode: 2 })
    }
  }
  return anchors
}

const Disclosures = z.array(z.string()).max(10_000)

function readDisclosures(bytes: Uint8Array, command: Command): readonly string[] {
  try {
    return Disclosures.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch (error) {
    if (
      !(error instanceof SyntaxError || error instanceof TypeError || error instanceof z.ZodError)
    )
      throw error
    return command.error('error: expected a JSON array of disclosures, got something else', {
      exitCode: 2,
    })
  }
}

type Beside = {
  readonly parent: Uint8Array | '' | undefined
  readonly disclosures: readonly string[]
  readonly anchors: readonly Certificate[] | undefined
}

function prove(
  bytes: Uint8Array,
  { charter, json, lang }: Options,
  { parent, disclosures, anchors }: Beside,
): number {
  try {
    const text = decode(bytes)
    const against = { crypto, ...(charter === undefined ? {} : { charterId: charter }) }
    if (recordKind(text) === 'certificate') {
      const verified = verifyCertificate(text, against)
      console.log(
        json ? JSON.stringify(certificateOutcome(verified)) : certificateReport(verified, lang),
      )
      return verified.trusted ? 0 : 1
    }
    const verified = verifyBundle(text, { ...against, disclosures })
    const times = anchors && proveTimestamps(verified.timestamps, anchors)
    const copies = parent ? copiesMissing(verified, decode(parent)) : undefined
    console.log(
      json
        ? JSON.stringify({
            ...outcome(verified, times),
            ...(copies ? { missingKeyActs: copies } : {}),
          })
        : [
            provedReport(verified, lang),
            ...copiesReport(copies, lang),
            ...timestampsReport(verified.timestamps.length, times, lang),
          ].join('\n'),
    )
    return verified.trusted && (times === undefined || areProved(times)) ? 0 : 1
  } catch (error) {
    if (!(error instanceof AccordError)) throw error
    const { code, message, place } = error
    const refused = { outcome: 'refused', code, message, place }
    console.log(json ? JSON.stringify(refused) : refusedReport(error, lang))
    return 1
  }
}

/**
 * Key acts that count in the case above, or in the one whose charter this amends, and that nobody copied into this one.
 * Refuses where that case did not adopt this charter.
 */
function copiesMissing({ charter, cut }: Verified, text: string): readonly MissingKeyAct[] {
  const id = keysFrom(charter)?.case
  if (id === undefined)
    throw new AccordError('charter.other', `expected a case with one above, got ${charter.id}`)
  const above = verifyBundle(text, { crypto, charterId: id })
  if (charter.amends) verifySuccessor(recordOf(above), above.state, charter, crypto)
  return charter.parties.flatMap(({ id: party }) => {
    const strand = { charter: above.charter, party, acts: above.cut[party]?.acts ?? [] }
    return missingCopies(strand, { charter, party, acts: cut[party]!.acts }, crypto).flatMap(
      ({ id: act, act: said }) => {
        const does = said && kindOf(said).keys?.(said).does
        return does ? [{ party, act, does }] : []
      },
    )
  })
}

const recordOf = ({ charter, cut, entries }: Verified): HeldRecord => ({
  charter,
  logged: (party) => cut[party]?.acts ?? [],
  entries: (party) => entries[party] ?? [],
})

/** What a program reads of a proof. */
const outcome = (
  { cut: _cut, entries: _entries, charter, timestamps, ...verified }: Verified,
  times: readonly TimestampOutcome[] | undefined,
) => ({
  record: 'bundle',
  outcome: verified.trusted ? 'proved' : 'self-consistent',
  title: charter.title,
  exercise: charter.exercise,
  ...verified,
  timestamps: times ?? timestamps.map(({ sizes }) => ({ sizes })),
})

const certificateOutcome = ({ charter, ...verified }: VerifiedCertificate) => ({
  record: 'certificate',
  outcome: verified.trusted ? 'proved' : 'self-consistent',
  title: charter.title,
  exercise: charter.exercise,
  ...verified,
})

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new AccordError('bundle.malformed', 'expected a record in UTF-8, got other bytes', {
      cause,
    })
  }
}

function charterId(text: string): string {
  if (!/^sha256:[0-9a-f]{64}$/.test(text))
    throw new InvalidArgumentError('expected sha256: and 64 digits 0 to 9 and a to f')
  return text
}
