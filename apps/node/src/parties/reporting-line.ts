import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { parseCharter, type Charter, type PartyId } from '@entente/accord'
import { fromBase64, toBase64, type Crypto } from '@entente/log'
import { readConfig } from '../config.ts'
import { openKeys } from '../platform/keys/index.ts'
import { readCard, type PartyCard } from './card.ts'
import { draftCharter } from './draft-charter.ts'
import { PartiesError } from './error.ts'
import type { TakeUp } from './founded.ts'
import { assertOwn, comparedCharter } from './join.ts'
import { keyAct } from './key-act.ts'
import { readJsonFile } from '../platform/json-file.ts'

/** The two ends of a reporting line. */
export type ReportingLine = {
  readonly operator: Charter['parties'][number]
  readonly authority: Charter['parties'][number]
}

/**
 * The ends of the line, where this charter is one: an operator and the nation that it reports to,
 * which alone witnesses. Undefined for any other case.
 */
export function reportingLine(
  charter: Pick<Charter, 'parent' | 'parties' | 'witnesses' | 'quorum'>,
): ReportingLine | undefined {
  const { parent, parties, witnesses, quorum } = charter
  const operator = parties.find(({ role }) => role === 'operator')
  const authority = parties.find(({ role }) => role === 'member')
  if (parent || parties.length !== 2 || !operator || !authority || quorum !== 1) return undefined
  const isWitness = witnesses.length === 1 && witnesses[0]?.party === authority.id
  return isWitness ? { operator, authority } : undefined
}

/**
 * The charter of a reporting line: a small case of its own, under no coalition, whose only witness is
 * the recipient. Nobody else learns of it, and the operator learns of nobody else.
 */
export function lineCharter(
  { operator, authority }: { readonly operator: PartyCard; readonly authority: PartyCard },
  said: {
    readonly title: string
    readonly exercise: boolean
    readonly tlp: Charter['tlp']
    /** What the names of its two strands begin with. */
    readonly origin: string
  },
  crypto: Crypto,
): Uint8Array {
  const bytes = draftCharter(
    {
      ...said,
      chair: authority.party,
      witnesses: [authority.party],
      steps: {},
      grace: 0,
      notice: 0,
      cure: 0,
    },
    [authority, operator],
    crypto,
  )
  assertLine(parseCharter(bytes, crypto))
  return bytes
}

function assertLine(charter: Charter): ReportingLine {
  const line = reportingLine(charter)
  if (line) return line
  throw new PartiesError(
    'line.form',
    'expected an operator, the nation that it reports to, and that one as the only witness, got another charter',
  )
}

const Lines = z.array(z.strictObject({ charter: z.base64(), entries: z.array(z.base64()).min(1) }))

const file = (dataDirectory: string) => join(dataDirectory, 'lines.json')

/** The reporting lines that this node takes part in, each with its own key acts. */
export function linesIn(dataDirectory: string): readonly TakeUp[] {
  if (!existsSync(file(dataDirectory))) return []
  return Lines.parse(readJsonFile(file(dataDirectory))).map(({ charter, entries }) => ({
    charter: fromBase64(charter),
    entries: entries.map(fromBase64),
  }))
}

/** What a body must be allowed to sign, to take part at its end of a line. */
const VERB = { operator: 'incident-report', authority: 'receipt' } as const

/**
 * Takes part in a reporting line: only where its id is the one that people compared and the charter
 * names this party as its own card does. The root key gives its keys to the authorities that report
 * or acknowledge; the node takes part when it starts.
 */
export function joinLine(
  directory: string,
  bytes: Uint8Array,
  { id, crypto, nowAt }: { readonly id: string; readonly crypto: Crypto; readonly nowAt: Date },
): { readonly charter: Charter; readonly isNew: boolean } {
  const charter = comparedCharter(bytes, id, crypto)
  const line = assertLine(charter)
  assertOwn(charter, readCard(directory), crypto)
  const known = linesIn(directory)
  if (known.some((one) => Buffer.from(one.charter).equals(Buffer.from(bytes))))
    return { charter, isNew: false }
  const config = readConfig(directory)
  const verb = VERB[line.operator.id === (config.party as PartyId) ? 'operator' : 'authority']
  const authorities = config.authorities.filter(({ verbs }) => verbs.includes(verb))
  if (authorities.length === 0)
    throw new PartiesError(
      'line.form',
      `expected an authority of ${config.party} that may sign ${verb}, got none`,
    )
  const keys = openKeys(directory, process.env['ENTENTE_NODE_KEY'])
  const entries = keyAct({ ...config, authorities }, charter.id, { keys, nowAt })
  writeFileSync(
    file(directory),
    JSON.stringify(
      [...known, { charter: bytes, entries }].map((one) => ({
        charter: toBase64(one.charter),
        entries: one.entries.map(toBase64),
      })),
    ),
    { mode: 0o600 },
  )
  return { charter, isNew: true }
}
