import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseCharter, type CharterId } from '@entente/accord'
import type {
  AssetsTaken,
  AssetsView,
  IncidentsView,
  MatchesView,
  ReportDraftView,
  ReportPreview,
} from '../api.ts'
import { readConfig, writeConfig } from '../config.ts'
import { readCard } from '../parties/card.ts'
import { makeParty } from '../parties/make-party.ts'
import { joinLine, lineCharter, linesIn } from '../parties/reporting-line.ts'
import { crypto } from '../platform/crypto.ts'
import { openKeys } from '../platform/keys/index.ts'
import type { PersonClient } from './person.ts'
import type { Tell } from './play.ts'

/** The operator of the exercise and the nation to which it reports. */
export const OPERATOR = 'XO'
export const AUTHORITY = 'XB'

/** The persons at both ends of the reporting line. */
export type OperatorCast = {
  /** The security officer of Rowan Wind Power. */
  readonly rowan: PersonClient
  /** The duty officer of Birch's CSIRT. */
  readonly csirt: PersonClient
  readonly line: CharterId
  /** The inventory that whoever tries the exercise can edit. */
  readonly assets: string
}

const EXAMPLE = new URL('../../../../examples/quiet-modem/', import.meta.url)
const CSIRT = { id: 'XB-csirt', name: 'CSIRT of Birch' }

/** The person at Birch's node who receives reports. */
export const CSIRT_PERSON = 'csirt'

/** Founds the operator and its reporting line to Birch once; no coalition learns of either. */
export function foundOperators(data: string): void {
  const [operator, authority] = [join(data, OPERATOR), join(data, AUTHORITY)]
  if (existsSync(join(operator, 'lines.json'))) return
  makeParty(operator, {
    id: OPERATOR,
    name: 'Rowan Wind Power',
    role: 'operator',
    authorities: [{ id: 'XO-security', name: 'Security of Rowan Wind Power' }],
    people: [
      {
        id: 'security',
        name: 'Security officer of Rowan Wind Power',
        authority: 'XO-security',
        role: 'signatory',
      },
    ],
  })
  addCsirt(authority)
  const charter = lineCharter(
    { operator: readCard(operator), authority: readCard(authority) },
    {
      title: 'Reports of Rowan Wind Power to Birch',
      exercise: true,
      tlp: 'TLP:AMBER+STRICT',
      origin: `entente.example/quiet-modem-26/${randomBytes(4).toString('hex')}/line`,
    },
    crypto,
  )
  const { id } = parseCharter(charter, crypto)
  for (const directory of [authority, operator])
    joinLine(directory, charter, { id, crypto, nowAt: new Date() })
  copyFileSync(new URL('assets.csv', EXAMPLE), assetsFile(data))
}

/** Reports on incidents go to the CSIRT and not to the foreign ministry: it has its own key and mandate. */
function addCsirt(directory: string): void {
  const config = readConfig(directory)
  if (config.authorities.some(({ id }) => id === CSIRT.id)) return
  const keyid = `${CSIRT.id}-1`
  openKeys(directory, process.env['ENTENTE_NODE_KEY']).create(keyid)
  writeConfig(directory, {
    ...config,
    authorities: [...config.authorities, { ...CSIRT, keyid, verbs: ['receipt', 'evidence'] }],
    people: [
      ...config.people,
      {
        id: CSIRT_PERSON,
        name: 'Duty officer of Birch’s CSIRT',
        authority: CSIRT.id,
        keyid,
        role: 'signatory',
      },
    ],
  })
}

export const assetsFile = (data: string): string => join(data, OPERATOR, 'assets.csv')

/** The id of the reporting line that was founded in this place. */
export function lineIn(data: string): CharterId {
  const [line] = linesIn(join(data, OPERATOR))
  if (!line) throw new Error(`expected a reporting line in ${data}, got none`)
  return parseCharter(line.charter, crypto).id
}

/**
 * Plays what happens at the operator: intelligence meets its assets at home, it warns its authority,
 * and the authority acknowledges. What is done already is not done again; an inventory that
 * was edited is taken in anew.
 */
export async function operators(cast: OperatorCast, tell: Tell): Promise<void> {
  const { rowan, csirt, line } = cast
  await inventory(cast, tell)
  await intelligence(rowan, tell)
  const matches = await rowan.ask<MatchesView>('/api/v1/matches')
  const incidents = () => rowan.ask<IncidentsView>('/api/v1/incidents')
  if ((await incidents()).incidents.length === 0) {
    tell(
      `Rowan Wind Power: ${matches.assets} of its assets are touched, found at home; nothing of the inventory leaves.`,
    )
    await warn(rowan, matches)
    tell('Rowan Wind Power files its early warning to Birch’s CSIRT; NIS2’s clocks run.')
  }
  const report = await until(async () => {
    const seen = await csirt.ask<IncidentsView>('/api/v1/incidents')
    return seen.incidents.find((one) => one.line === line)?.reports[0]
  })
  if (report.receipt) return
  await send(csirt, '/api/v1/incidents/receipts', {
    line,
    of: report.act,
    remarks:
      'Received. Exercise: cut the terminals off from their management network and keep images.',
  })
  await until(
    async () => (await incidents()).incidents.find((one) => one.line === line)?.reports[0]?.receipt,
  )
  tell('Birch’s CSIRT acknowledges it, with first advice.')
}

async function inventory({ rowan, assets }: OperatorCast, tell: Tell): Promise<void> {
  const bytes = readFileSync(assets)
  const { file } = await rowan.ask<AssetsView>('/api/v1/assets?limit=1')
  if (file?.sha256 === Buffer.from(crypto.sha256(bytes)).toString('hex')) return
  const taken = await rowan.ask<AssetsTaken>('/api/v1/assets?name=assets.csv', {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: bytes,
  })
  tell(
    `Rowan Wind Power takes in its inventory, ${taken.assets} assets, from ${assets} (edit it, and start again).`,
  )
}

async function intelligence(rowan: PersonClient, tell: Tell): Promise<void> {
  const { objects } = await rowan.ask<{ objects: readonly unknown[] }>(
    '/api/v1/objects?q=indicator&limit=1',
  )
  if (objects.length > 0) return
  await rowan.ask('/api/v1/imports?name=quiet-modem.json', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: readFileSync(fileURLToPath(new URL('quiet-modem.json', EXAMPLE))),
  })
  tell('The indicators of the exercise arrive at Rowan Wind Power.')
}

/** The early warning: what is seen and by which indicators, never which assets. */
async function warn(rowan: PersonClient, { assets, matches }: MatchesView): Promise<void> {
  const awareAt = `${new Date(Date.now() - 40 * 60_000).toISOString().slice(0, 19)}Z`
  const draft = await send<ReportDraftView>(rowan, '/api/v1/incidents/drafts', {
    regime: 'nis2',
    stage: 'early-warning',
    said: {
      awareAt,
      title: 'Remote control of wind turbines lost',
      account:
        'Exercise. Since early morning turbines do not answer over the satellite network; they run on by themselves. Devices of one model restart without end.',
      suspectedMalicious: true,
      crossBorder: true,
      touched: assets,
      indicators: [...new Set(matches.map(({ indicator }) => indicator.id))],
    },
  })
  const path = `/api/v1/incidents/drafts/${draft.id}`
  const { payload } = await send<ReportPreview>(rowan, `${path}/preview`, {})
  await send(rowan, `${path}/file`, { payload })
}

const send = <T>(person: PersonClient, path: string, body: unknown) =>
  person.ask<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** Nodes learn of one another's acts by pulling. */
async function until<T>(look: () => Promise<T | undefined>, seconds = 30): Promise<T> {
  for (const endAt = Date.now() + seconds * 1000; Date.now() < endAt;) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`expected both ends of the line to learn it within ${seconds} s, got nothing`)
}
