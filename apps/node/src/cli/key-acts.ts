import { readFileSync, writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import {
  type Act,
  actId,
  kindOf,
  openEntry,
  parseCanonical,
  seal,
  type ActSigner,
  type CharterId,
} from '@entente/accord'
import type { Language } from '@entente/lexicon'
import { toBase64 } from '@entente/log'
import type { CaseSummary, CaseView, Filed, KeysView, Me, PartyKeys } from '../api.ts'
import { PartiesError } from '../parties/error.ts'
import { rootSigners } from '../parties/root-keys.ts'
import { crypto } from '../platform/crypto.ts'
import { confirm, shownIn, wouldCount } from './filing.ts'
import { actIn, payloadNow, previewAlone, previewOf, type Said } from './preview.ts'
import { proved, seenBy } from './proved.ts'
import { harmless } from './terminal.ts'
import { openSession, SESSION, SessionError, type Client } from './session.ts'

/** What every command has that signs with root keys. */
export type RootOptions = {
  readonly session: string
  /** Directories in which root keys lie. */
  readonly roots: readonly string[]
  readonly dryRun: boolean
  readonly lang: Language
  /** Given by the commands that ask before they sign: whether not to. */
  readonly yes?: boolean
  /** Where the act is left that needs more root keys than are here. */
  readonly out?: string
}

export const several = (value: string, before: readonly string[]): readonly string[] => [
  ...before,
  value,
]

/** Root keys sign apart from the node, which only files what they signed. */
export const withRoots = (command: Command): Command =>
  command
    .option('--roots <directory>', 'where root keys lie; repeat', several, [])
    .option('--out <file>', 'leave the act there where more root keys must sign')
    .addOption(shownIn())
    .option('--dry-run', 'show it and ask the node whether it would count; file nothing', false)
    .option('--session <file>', 'at which running node, and who asks', SESSION)

/** A party's keys in one case, as its own node has them. */
export type OwnKeys = { readonly client: Client; readonly case: CharterId; readonly own: PartyKeys }

/**
 * Cases in which this party's root keys speak for themselves: its root case and its reporting lines. What they say under
 * the first charter that names the party is copied into the cases under those that amend it.
 */
export async function rootCases(session: string): Promise<readonly OwnKeys[]> {
  const client = openSession(session)
  const { cases } = await client.get<{ cases: CaseSummary[] }>('/api/v1/cases')
  const ids = new Set(cases.map(({ id }) => id))
  const found = cases.filter(
    ({ root, line, amends }) => line || (root && (amends === undefined || !ids.has(amends))),
  )
  return Promise.all(found.map(({ id }) => ownKeys(client, id)))
}

export async function ownKeys(client: Client, id: CharterId): Promise<OwnKeys> {
  const { node } = await client.get<Me>('/api/v1/me')
  const view = await client.get<KeysView>(`/api/v1/cases/${id}/keys`)
  const own = view.parties.find(({ party }) => party === node.party)
  if (!own) throw new SessionError('case.unknown', `expected a case of ${node.party}, got ${id}`)
  return { client, case: id, own }
}

/** How many of the root keys that must sign are at hand. */
const HERE = {
  en: (here: number, all: number) => `${here} of the ${all} root keys that must sign are here`,
  es: (here: number, all: number) =>
    `Están aquí ${here} de las ${all} claves raíz que deben firmar`,
}

/** Shows a key act, signs it with the root keys that are here, and files it where they are enough. */
export async function carryOut(at: OwnKeys, said: Said, options: RootOptions): Promise<void> {
  const view = await at.client.get<CaseView>(`/api/v1/cases/${at.case}`)
  const payload = new TextEncoder().encode(payloadNow(view, at.own.party, said))
  console.log(previewOf(view, readAct(payload), options.lang))
  const signers = signersFor(payload, rootSigners(options.roots, at.own.party), at.own)
  const { threshold } = at.own
  const present = signers.filter(({ keyid }) => at.own.root.some((key) => key.keyid === keyid))
  const names = present.length > 0 ? `: ${signers.map(({ keyid }) => keyid).join(', ')}` : ''
  console.log(`${HERE[options.lang](present.length, threshold)}${names}.`)
  if (signers.length === 0) {
    if (options.dryRun) return
    throw new PartiesError('root.missing', 'expected a root key in --roots, got none')
  }
  if (options.yes === false && !options.dryRun) await confirm()
  const entry = seal(payload, signers)
  if (present.length < threshold) return leave(entry, options)
  await hand(at.client, entry, options)
}

/** What root keys are asked to sign, or were: refused where it is no act. */
const readAct = (payload: Uint8Array): Act => actIn(parseCanonical(payload))

/** Only keys that are in force, or that the act itself brings: an old key beside them adds nothing. */
function signersFor(
  payload: Uint8Array,
  here: readonly ActSigner[],
  { root }: Pick<PartyKeys, 'root'>,
): readonly ActSigner[] {
  const act = readAct(payload)
  const change = kindOf(act).keys?.(act)
  const brought = change?.does === 'rotates' ? change.set.root : []
  const known = new Set([...root, ...brought].map(({ keyid }) => keyid))
  return here.filter(
    ({ keyid }, index) =>
      known.has(keyid) && here.findIndex((other) => other.keyid === keyid) === index,
  )
}

function leave(entry: Uint8Array, { out, dryRun }: RootOptions): void {
  if (dryRun) {
    console.log('Nothing is signed for good: more root keys must sign than are here.')
    return
  }
  if (out === undefined)
    throw new PartiesError(
      'root.missing',
      'expected all root keys that must sign, or --out to leave the act for those who hold the others',
    )
  writeFileSync(out, entry, { mode: 0o600 })
  console.log(
    `Left in ${out}. Whoever holds another root key: entente keys sign ${out} --roots <directory> shows it and asks; then entente keys file ${out} does so too.`,
  )
}

/** Gives a signed key act to the node, which files it where it counts. */
export async function hand(
  client: Client,
  entry: Uint8Array,
  { dryRun, lang }: Pick<RootOptions, 'dryRun' | 'lang'>,
): Promise<void> {
  const { payload } = openEntry(entry)
  const { charter } = readAct(payload)
  const filed = await client.post<Filed>(`/api/v1/cases/${charter}/key-acts`, {
    entry: toBase64(entry),
    ...(dryRun ? { dry: true } : {}),
  })
  if (dryRun) return console.log(wouldCount(filed, lang))
  const act = actId(payload, crypto.sha256)
  const shown = await proved(client, { charter, act }, filed)
  console.log(`Act ${shown.id} is on record at index ${shown.index}, ${seenBy(shown)}.`)
}

/** An act that others began to sign and left in a file. */
type Left = { readonly file: string; readonly entry: Uint8Array }

export const readLeft = (file: string): Left => ({
  file,
  entry: new Uint8Array(readFileSync(file)),
})

/** What it is, in plain words, from its own bytes alone: root keys lie where there is no node to ask. */
export const toldLeft = ({ entry }: Left, lang: Language): string =>
  previewAlone(readAct(openEntry(entry).payload), lang)

/** What it is, in plain words, and in the names that the node has for what it speaks of. */
export async function toldAt(client: Client, entry: Uint8Array, lang: Language): Promise<string> {
  const { payload, signatures } = openEntry(entry)
  const act = readAct(payload)
  const view = await client.get<CaseView>(`/api/v1/cases/${encodeURIComponent(act.charter)}`)
  const names = signatures.map(({ keyid }) => keyid).join(', ')
  return `${previewOf(view, act, lang)}\n${harmless(`${SIGNED_BY[lang]} ${names}.`)}`
}

const SIGNED_BY = { en: 'It is signed by', es: 'Está firmado por' }

/** Adds the signatures of the root keys that lie here to exactly the bytes that were read. */
export function countersign(
  { file, entry }: Left,
  directories: readonly string[],
): readonly string[] {
  const { payload, signatures } = openEntry(entry)
  const { party } = readAct(payload)
  const there: readonly ActSigner[] = signatures.map(({ keyid, sig }) => ({
    keyid,
    sign: () => sig,
  }))
  const more = rootSigners(directories, party).filter(
    ({ keyid }) => !there.some((one) => one.keyid === keyid),
  )
  writeFileSync(file, seal(payload, [...there, ...more]), { mode: 0o600 })
  return [...there, ...more].map(({ keyid }) => keyid)
}
