import { writeFileSync } from 'node:fs'
import { Command } from 'commander'
import {
  PLAYBOOK_LIMITS,
  readPlaybook,
  validatePlaybook,
  verifySignatures,
  type Finding,
} from '@entente/cacao'
import type { AttachedPlaybook, PlaybooksView, PlaybookTaken } from '../api.ts'
import { instant, systemClock } from '../platform/clock.ts'
import { atCase, withCase, type CaseOptions } from './at-case.ts'
import { harmless } from './terminal.ts'
import { sessionOption } from './where.ts'
import { fileSaid, withFiling, type FilingOptions } from './filing.ts'
import { readInput } from './read-input.ts'
import { refusing } from './refusing.ts'
import { openSession, SESSION, SessionError } from './session.ts'

/** `entente measure playbook`: CACAO 2.0 playbooks with a measure. No command carries out a step of one. */
export function playbookCommand(): Command {
  return new Command('playbook')
    .description('CACAO 2.0 playbooks: validated, signed, attached, exported; never carried out')
    .addCommand(validateCommand())
    .addCommand(verifyCommand())
    .addCommand(signCommand())
    .addCommand(attachCommand())
    .addCommand(listCommand())
    .addCommand(exportCommand())
}

const FILE = ['<file>', 'a CACAO 2.0 playbook; - reads standard input'] as const
const readFile = (file: string, self: Command) => readInput(file, PLAYBOOK_LIMITS.bytes, self)
const print = (line: string) => console.log(harmless(line))
const findingLine = ({ level, path, section, reason }: Finding) =>
  `${level}  ${path === '' ? 'the playbook' : path}  ${reason}  (section ${section})`

function validateCommand(): Command {
  return new Command('validate')
    .exitOverride()
    .description(
      'everything that is not as the standard demands or advises, with its path; needs no node',
    )
    .argument(...FILE)
    .option('--json', 'as JSON', false)
    .addHelpText('after', '\nEnds with 0 where it conforms, 1 where it does not, 2 usage.')
    .action((file: string, { json }: { json: boolean }, self: Command) =>
      refusing(async () => {
        const findings = validatePlaybook(readPlaybook(await readFile(file, self)))
        const broken = findings.filter(({ level }) => level === 'must').length
        if (json) console.log(JSON.stringify({ conforms: broken === 0, findings }))
        else {
          for (const finding of findings) print(findingLine(finding))
          print(
            broken === 0
              ? `conforms to CACAO 2.0, with ${findings.length} that the standard advises otherwise`
              : `does not conform to CACAO 2.0: ${broken} that it demands otherwise`,
          )
        }
        process.exitCode = broken === 0 ? 0 : 1
      }),
    )
}

function verifyCommand(): Command {
  return new Command('verify')
    .exitOverride()
    .description(
      'what each signature on a playbook proves, or why it proves nothing; needs no node',
    )
    .argument(...FILE)
    .option('--json', 'as JSON', false)
    .addHelpText(
      'after',
      '\nEnds with 0 where every signature proves its key and there is one, 1 otherwise, 2 usage.',
    )
    .action((file: string, { json }: { json: boolean }, self: Command) =>
      refusing(async () => {
        const playbook = readPlaybook(await readFile(file, self))
        const reports = await verifySignatures(playbook, instant(systemClock))
        if (json) console.log(JSON.stringify({ signatures: reports }))
        else if (reports.length === 0) print('no signature')
        else
          for (const { signee, proof, refused } of reports)
            print(
              proof
                ? `good: ${signee}, by the key ${proof.publicKey}; whose key it is, you have to know`
                : `refused: ${refused?.code}: ${refused?.reason}`,
            )
        process.exitCode = reports.length > 0 && reports.every(({ proof }) => proof) ? 0 : 1
      }),
    )
}

function signCommand(): Command {
  return new Command('sign')
    .exitOverride()
    .description('has the node sign a playbook with the key of this person’s authority')
    .argument(...FILE)
    .addOption(sessionOption().default(SESSION))
    .requiredOption('--out <file>', 'where the signed playbook is written')
    .action((file: string, options: { session: string; out: string }, self: Command) =>
      refusing(async () => {
        const bytes = await readFile(file, self)
        const signed = await openSession(options.session).post('/api/v1/playbooks/sign', bytes)
        writeFileSync(options.out, `${JSON.stringify(signed, null, 2)}\n`, { flag: 'wx' })
        print(`signed: ${options.out}`)
      }),
    )
}

type AttachOptions = FilingOptions & { readonly grade: string; readonly anyway: boolean }

function attachCommand(): Command {
  return withFiling(new Command('attach'))
    .description(
      'puts a playbook on the record of a measure, by its hash, as evidence of this nation',
    )
    .argument('<step>', 'measure-1')
    .argument(...FILE)
    .option('--grade <grade>', 'how far it can be relied on, on the Admiralty scale', 'F6')
    .option('--anyway', 'also where it does not conform; what is wrong is shown with it', false)
    .action((step: string, file: string, options: AttachOptions, self: Command) =>
      refusing(async () => {
        const bytes = await readFile(file, self)
        const at = await atCase(options)
        const path = `${at.path}/measures/${step}/playbooks?anyway=${options.anyway}`
        const { says, findings, conflictsWith } = await at.client.post<PlaybookTaken>(path, bytes)
        if (!options.json) {
          for (const finding of findings) print(findingLine(finding))
          for (const sha256 of conflictsWith)
            print(`conflict: another content ${sha256} is held under this id and version`)
        }
        const grade = { scale: 'admiralty', version: '1', value: options.grade }
        await fileSaid(at, { ...says, grade }, options)
      }),
    )
}

const playbooksAt = async (options: CaseOptions, step: string) => {
  const { client, path } = await atCase(options)
  const { playbooks } = await client.get<PlaybooksView>(`${path}/measures/${step}/playbooks`)
  return { client, path: `${path}/measures/${step}/playbooks`, playbooks }
}

function listCommand(): Command {
  return withCase(new Command('list'))
    .description('the playbooks on the record of a measure')
    .argument('<step>', 'measure-1')
    .action((step: string, options: CaseOptions) =>
      refusing(async () => {
        const { playbooks } = await playbooksAt(options, step)
        if (options.json) return console.log(JSON.stringify({ playbooks }))
        for (const playbook of playbooks) print(playbookLine(playbook))
      }),
    )
}

function playbookLine({ party, title, object, read }: AttachedPlaybook): string {
  if (!read) return `${object.sha256.slice(0, 12)}  ${party}  ${title}  not here`
  const broken = read.findings.filter(({ level }) => level === 'must').length
  const signed = read.signatures.map(({ signee, holder, refused }) =>
    refused
      ? `${refused.code}`
      : `signed by ${holder ? `${holder.party} ${holder.authority}` : `${signee}, a key that nobody here has`}`,
  )
  return [
    object.sha256.slice(0, 12),
    party,
    read.name,
    broken === 0 ? 'conforms' : `does not conform: ${broken}`,
    read.tlp ?? 'unmarked',
    ...(signed.length === 0 ? ['unsigned'] : signed),
    `${read.steps.length} steps`,
    ...(read.conflictsWith.length > 0 ? ['CONFLICT'] : []),
  ].join('  ')
}

type ExportOptions = CaseOptions & { readonly audience: string; readonly out: string }

function exportCommand(): Command {
  return withCase(new Command('export'))
    .description('writes a playbook as it came, if its marking lets it go to the audience')
    .argument('<step>', 'measure-1')
    .argument('<sha256>', 'its hash, or how that begins')
    .option('--audience <audience>', 'own, public, case:ID, community:ID', 'own')
    .requiredOption('--out <file>', 'where it is written')
    .action((step: string, begins: string, options: ExportOptions) =>
      refusing(async () => {
        const { client, path, playbooks } = await playbooksAt(options, step)
        const found = playbooks.filter(({ object }) => object.sha256.startsWith(begins))
        const [only, ...others] = found
        if (!only || others.length > 0)
          throw new SessionError(
            'playbook.unknown',
            `expected one playbook that begins with ${begins}, got ${found.length}`,
          )
        const asked = { sha256: only.object.sha256, audience: options.audience }
        const bytes = await client.bytes(`${path}/export`, asked)
        writeFileSync(options.out, bytes, { flag: 'wx' })
        print(`written: ${options.out}`)
      }),
    )
}
