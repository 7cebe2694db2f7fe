import { Command, InvalidArgumentError, Option } from 'commander'
import { algOf, rootSetHash, type Alg } from '@entente/accord'
import { toBase64 } from '@entente/log'
import type { AccusationDraft, Filed, KeyRow, KeysView } from '../api.ts'
import { defaultVerbs } from '../parties/key-act.ts'
import { makeNextRoot, nextNumber, readRootSet } from '../parties/root-keys.ts'
import { crypto } from '../platform/crypto.ts'
import { openKeys } from '../platform/keys/index.ts'
import { confirm, shownIn } from './filing.ts'
import { atCase, withCase, type CaseOptions } from './at-case.ts'
import { harmless } from './terminal.ts'
import {
  carryOut,
  countersign,
  hand,
  ownKeys,
  readLeft,
  rootCases,
  several,
  toldAt,
  toldLeft,
  withRoots,
  type OwnKeys,
  type RootOptions,
} from './key-acts.ts'
import { giveCommand } from './keys-give.ts'
import { toldKeys } from './keys-told.ts'
import { idOf, proved, seenBy } from './proved.ts'
import { leaveCommand } from './leave.ts'
import { refusing } from './refusing.ts'
import { openSession, SESSION, SessionError } from './session.ts'

const CAUSES = ['compromise', 'lost', 'replaced', 'ended'] as const

/** `entente keys`: who may sign for a party, and the root keys' word on it. */
export function keysCommand(): Command {
  const command = new Command('keys').description(
    'the keys of a party’s authorities: give, revoke, replace the root keys, disown acts, prove a fork, leave a case',
  )
  listCommand(command)
  addCommand(command)
  giveCommand(command)
    .option(
      '--verbs <a,b>',
      'what it may sign; what its authority’s other key may, unless given',
      verbs,
    )
    .option(
      '--until <date>',
      'until when, as YYYY-MM-DD; entente declare expired --key certifies the end',
      day,
    )
  revokeCommand(command)
  rotateCommand(command)
  disavowCommand(command)
  accuseCommand(command)
  leaveCommand(command)
  signCommands(command)
  return command
}

function listCommand(command: Command): void {
  withCase(command.command('list'))
    .description('the keys of every party in a case: from where to where each signs')
    .option('--root', 'the root case of the coalition', false)
    .action((options: CaseOptions & { root: boolean }) =>
      refusing(async () => {
        const view = options.root ? await rootView(options) : await caseKeys(options)
        console.log(options.json ? JSON.stringify(view) : harmless(toldKeys(view)))
      }),
    )
}

async function caseKeys(options: CaseOptions): Promise<KeysView> {
  const { client, path } = await atCase(options)
  return client.get<KeysView>(`${path}/keys`)
}

async function rootView({ session }: CaseOptions): Promise<KeysView> {
  const [first] = await rootCases(session)
  if (!first) throw new SessionError('case.unknown', 'expected a root case at this node, got none')
  return first.client.get<KeysView>(`/api/v1/cases/${first.case}/keys`)
}

type AddOptions = RootOptions & {
  readonly data: string
  readonly authority: { readonly id: string; readonly name: string }
  readonly verbs?: readonly string[]
  readonly until?: number
  readonly second: boolean
}

function addCommand(command: Command): void {
  withRoots(command.command('add'))
    .description('make a key for an authority at this node, and have the root keys give it')
    .requiredOption('--data <directory>', 'the data directory in which the key is made')
    .requiredOption('--authority <id=name>', 'the body that signs with it', body)
    .option('--verbs <a,b>', 'what it may sign; what its other key may, unless given', verbs)
    .option('--second', 'a key of ML-DSA-44, which signs beside its other key', false)
    .option(
      '--until <date>',
      'until when, as YYYY-MM-DD; from then on its node signs nothing with it',
      day,
    )
    .action((options: AddOptions) => refusing(() => add(options)))
}

async function add(options: AddOptions): Promise<void> {
  const { authority, until, data, second } = options
  const alg: Alg = second ? 'ml-dsa-44' : 'ed25519'
  const named = second ? `${authority.id}-second` : authority.id
  const [at] = await rootCases(options.session)
  if (!at) throw new SessionError('case.unknown', 'expected a root case at this node, got none')
  const before = at.own.keys.filter((row) => row.authority.id === authority.id)
  const mandate = options.verbs ?? before.at(-1)?.verbs ?? defaultVerbs('member')
  const keys = openKeys(data, process.env['ENTENTE_NODE_KEY'])
  const taken = new Set([...keys.names(), ...at.own.keys.map(({ keyid }) => keyid)])
  // A key that was made and not given yet is taken up again: a dry run leaves one.
  const made = keys.names().find((name) => isOf(named, name) && !isGiven(at, name))
  const keyid = made ?? nextName(named, taken)
  const held = made ? keys.load(made) : keys.create(keyid, alg)
  await carryOut(
    at,
    {
      kind: 'keys-add',
      authority,
      key: {
        keyid,
        alg: algOf(held.publicKey),
        pub: toBase64(held.publicKey),
        custody: 'node-held',
      },
      mandate: { verbs: mandate, ...(until === undefined ? {} : { until }) },
    },
    options,
  )
}

const isOf = (authority: string, name: string) =>
  name.startsWith(`${authority}-`) && /^\d+$/.test(name.slice(authority.length + 1))
const isGiven = ({ own }: OwnKeys, name: string) => own.keys.some(({ keyid }) => keyid === name)

function nextName(authority: string, taken: ReadonlySet<string>): string {
  let number = 1
  while (taken.has(`${authority}-${number}`)) number += 1
  return `${authority}-${number}`
}

function revokeCommand(command: Command): void {
  withRoots(command.command('revoke'))
    .description('revoke an authority’s key: the node signs nothing more with it')
    .argument('<keyid>', 'the key, as entente keys list shows it')
    .addOption(new Option('--cause <cause>', 'why').choices(CAUSES).makeOptionMandatory())
    .option('--reason <text>', 'words; all parties read them')
    .action((keyid: string, options: RootOptions & { cause: string; reason?: string }) =>
      refusing(async () => {
        const found = (await rootCases(options.session)).flatMap((at) => {
          const row = at.own.keys.find((one) => one.keyid === keyid && !one.revoked)
          return row ? [{ at, row }] : []
        })
        if (found.length === 0)
          throw new SessionError('key.unknown', `expected a key in force, got ${keyid}`)
        for (const { at, row } of found) {
          console.log(harmless(whatFollows(at, row)))
          const { cause, reason } = options
          const words = reason === undefined ? {} : { reason }
          const key = { keyid, pub: row.pub }
          await carryOut(at, { kind: 'keys-revoke', key, cause, ...words }, options)
        }
      }),
    )
}

function whatFollows({ own }: OwnKeys, { keyid, authority }: KeyRow): string {
  const others = own.keys.filter(
    (one) => one.authority.id === authority.id && one.keyid !== keyid && !one.revoked,
  )
  const next = others.map((one) => one.keyid).join(', ')
  return `${keyid} of ${authority.name} signs nothing more, here and in every case; what it signed stands.
${next === '' ? `Nobody signs for ${authority.name} then, until entente keys add gives it another key.` : `${authority.name} goes on with ${next}.`}`
}

function rotateCommand(command: Command): void {
  withRoots(command.command('rotate'))
    .description('replace the root keys by those that were committed to')
    .requiredOption('--next <directory>', 'where the next root keys lie')
    .requiredOption(
      '--then <directory>',
      'a new directory: the root keys after those are made there',
    )
    .action((options: RootOptions & { next: string; then: string }) =>
      refusing(async () => {
        const set = readRootSet(options.next)
        const [at] = await rootCases(options.session)
        if (!at) throw new SessionError('case.unknown', 'expected a root case, got none')
        const after = makeNextRoot(options.then, at.own.party, {
          count: set.root.filter(({ alg }) => alg === 'ed25519').length,
          second: set.root.some(({ alg }) => alg === 'ml-dsa-44'),
          threshold: set.threshold,
          first: nextNumber(set),
        })
        const next = rootSetHash(after, crypto.sha256)
        const roots = [...options.roots, options.next]
        await carryOut(at, { kind: 'keys-root', ...set, next }, { ...options, roots })
        console.log(
          `The root keys of ${options.next} sign from there on. Carry ${options.then} to another safe place now.`,
        )
      }),
    )
}

type DisavowOptions = RootOptions & { readonly case: string; readonly reason: string }

function disavowCommand(command: Command): void {
  withRoots(command.command('disavow'))
    .description('disown acts that a stolen key signed: voices count as withdrawn, for good')
    .argument('<act...>', 'each act by its id')
    .requiredOption('--case <id>', 'the case in which they stand, or how its id begins')
    .requiredOption('--reason <text>', 'words; all parties read them')
    .action((acts: readonly string[], options: DisavowOptions) =>
      refusing(async () => {
        const { client, id } = await atCase({ ...options, json: false })
        const at = await ownKeys(client, id as OwnKeys['case'])
        await carryOut(at, { kind: 'disavow', acts, reason: options.reason }, options)
      }),
    )
}

type AccuseOptions = CaseOptions & { readonly sign: boolean }

function accuseCommand(command: Command): void {
  withCase(command.command('accuse'))
    .description(
      'file the proof that a party’s log signed two histories, as this node was shown them',
    )
    .argument('<party>', 'whose log')
    .option('--sign', 'sign and file it; else it is only shown', false)
    .action((of: string, options: AccuseOptions) =>
      refusing(async () => {
        const { client, path, id: charter } = await atCase(options)
        const { payload } = await client.post<AccusationDraft>(`${path}/accusations`, { of })
        console.log(harmless(JSON.stringify(JSON.parse(payload), null, 2)))
        if (!options.sign) {
          console.log('Nothing is signed. The same command with --sign signs this and files it.')
          return
        }
        const filed = await client.post<Filed>(`${path}/acts`, { payload })
        const shown = await proved(client, { charter, act: idOf(payload) }, filed)
        console.log(
          `Act ${shown.id} is on record at index ${shown.index}, ${seenBy(shown)}: it freezes ${of}’s strand.`,
        )
      }),
    )
}

type SignOptions = Required<Pick<RootOptions, 'roots' | 'lang' | 'dryRun' | 'yes'>>

function signCommands(command: Command): void {
  command
    .command('sign')
    .description('add the signatures of other root keys to an act that was left for them')
    .argument('<file>', 'the act, as --out left it')
    .requiredOption('--roots <directory>', 'where root keys lie; repeat', several, [])
    .addOption(shownIn())
    .option('--dry-run', 'show it; sign nothing', false)
    .option('--yes', 'sign without asking again', false)
    .action((file: string, { roots, lang, dryRun, yes }: SignOptions) =>
      refusing(async () => {
        const left = readLeft(file)
        console.log(toldLeft(left, lang))
        if (dryRun) return
        if (!yes) await confirm()
        console.log(`${file} is signed by ${countersign(left, roots).join(', ')}.`)
      }),
    )
  command
    .command('file')
    .description('give an act that enough root keys signed to the node')
    .argument('<file>', 'the act')
    .addOption(shownIn())
    .option('--dry-run', 'show it and ask the node whether it would count; file nothing', false)
    .option('--yes', 'file without asking again', false)
    .option('--session <file>', 'at which running node, and who asks', SESSION)
    .action((file: string, options: Pick<RootOptions, 'session' | 'dryRun' | 'lang' | 'yes'>) =>
      refusing(async () => {
        const [client, { entry }] = [openSession(options.session), readLeft(file)]
        console.log(await toldAt(client, entry, options.lang))
        if (!options.yes && !options.dryRun) await confirm('file')
        await hand(client, entry, options)
      }),
    )
}

const verbs = (text: string): readonly string[] => text.split(',')

function body(text: string): { readonly id: string; readonly name: string } {
  const [, id, name] = /^([A-Za-z0-9][A-Za-z0-9._-]{0,60})=(.+)$/.exec(text) ?? []
  if (id && name) return { id, name }
  throw new InvalidArgumentError(`expected ID=Name, got ${text}`)
}

function day(text: string): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  if (Number.isSafeInteger(at)) return at / 1000
  throw new InvalidArgumentError(`expected a date as YYYY-MM-DD, got ${text}`)
}
