import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseCharter, type CharterId } from '@entente/accord'
import { readConfig, writeConfig } from '../config.ts'
import { readCard } from '../parties/card.ts'
import { makeParty } from '../parties/make-party.ts'
import { joinLine, lineCharter, linesIn } from '../parties/reporting-line.ts'
import { crypto } from '../platform/crypto.ts'
import { openKeys } from '../platform/keys/index.ts'
import { ROOT } from '../root.ts'
import type { PersonClient } from './person.ts'

/** An operator of the exercise, the nation to which it reports, and what it has to say. */
export type Operator = {
  readonly id: 'XO' | 'XL'
  readonly name: string
  readonly authority: 'XA' | 'XB'
  readonly nation: string
  /** Its inventory in `examples/quiet-modem`, copied to where it can be edited. */
  readonly inventory: string
  readonly warns: { readonly title: string; readonly account: string }
  readonly advice: string
}

export const rowan: Operator = {
  id: 'XO',
  name: 'Rowan Wind Power',
  authority: 'XB',
  nation: 'Birch',
  inventory: 'rowan-assets.csv',
  warns: {
    title: 'Remote control of wind turbines lost',
    account:
      'Exercise. Since early morning turbines do not answer over the satellite network; they run on by themselves. Devices of one model restart without end.',
  },
  advice:
    'Received. Exercise: cut the terminals off from their management network and keep images.',
}

export const linden: Operator = {
  id: 'XL',
  name: 'Linden Regional Hospital',
  authority: 'XA',
  nation: 'Alder',
  inventory: 'linden-assets.csv',
  warns: {
    title: 'Connection of ambulance station and clinic lost',
    account:
      'Exercise. Two sites that are linked by satellite have had no connection since early morning. Care goes on by telephone; no patient came to harm.',
  },
  advice: 'Received. Exercise: close the foreign session at the gateway first, then keep its log.',
}

export const OPERATORS = [rowan, linden] as const

/** The persons at both ends of a reporting line. */
export type OperatorCast = {
  readonly operator: Operator
  /** The operator's security officer. */
  readonly officer: PersonClient
  /** The duty officer of its nation's CSIRT. */
  readonly csirt: PersonClient
  readonly line: CharterId
  /** The inventory that whoever tries the exercise can edit. */
  readonly assets: string
}

const EXAMPLE = new URL('examples/quiet-modem/', ROOT)

/** The person at a nation's node who receives reports. */
export const CSIRT_PERSON = 'csirt'

/** Founds each operator and its reporting line once; no coalition learns of either. */
export function foundOperators(data: string): void {
  for (const operator of OPERATORS) foundOperator(data, operator)
}

function foundOperator(data: string, operator: Operator): void {
  const { id, name, inventory, nation } = operator
  const [own, authority] = [join(data, id), join(data, operator.authority)]
  if (existsSync(join(own, 'lines.json'))) return
  const security = { id: `${id}-security`, name: `Security of ${name}` }
  makeParty(own, {
    id,
    name,
    role: 'operator',
    // The exercise is played with what standards set apart for examples.
    warninglists: 'mark',
    authorities: [security],
    people: [
      {
        id: 'security',
        name: `Security officer of ${name}`,
        authority: security.id,
        role: 'signatory',
      },
    ],
  })
  addCsirt(authority, operator)
  const charter = lineCharter(
    { operator: readCard(own), authority: readCard(authority) },
    {
      title: `Reports of ${name} to ${nation}`,
      exercise: true,
      tlp: 'TLP:AMBER+STRICT',
      origin: `entente.example/quiet-modem-26/${randomBytes(4).toString('hex')}/line`,
    },
    crypto,
  )
  const { id: line } = parseCharter(charter, crypto)
  for (const directory of [authority, own])
    joinLine(directory, charter, { id: line, crypto, nowAt: new Date() })
  copyFileSync(new URL(inventory, EXAMPLE), assetsFile(data, operator))
}

/** Reports on incidents go to the CSIRT and not to the foreign ministry: it has its own key and mandate. */
function addCsirt(directory: string, { authority: party, nation }: Operator): void {
  const config = readConfig(directory)
  const csirt = { id: `${party}-csirt`, name: `CSIRT of ${nation}`, keyid: `${party}-csirt-1` }
  if (config.authorities.some(({ id }) => id === csirt.id)) return
  openKeys(directory, process.env['ENTENTE_NODE_KEY']).create(csirt.keyid)
  writeConfig(directory, {
    ...config,
    authorities: [...config.authorities, { ...csirt, verbs: ['receipt', 'evidence'] }],
    people: [
      ...config.people,
      {
        id: CSIRT_PERSON,
        name: `Duty officer of ${nation}’s CSIRT`,
        authority: csirt.id,
        keyid: csirt.keyid,
        role: 'signatory',
      },
    ],
  })
}

export const assetsFile = (data: string, { id }: Pick<Operator, 'id'>): string =>
  join(data, id, 'assets.csv')

/** The id of the reporting line that was founded in this place. */
export function lineIn(data: string, { id }: Pick<Operator, 'id'>): CharterId {
  const [line] = linesIn(join(data, id))
  if (!line) throw new Error(`expected a reporting line of ${id} in ${data}, got none`)
  return parseCharter(line.charter, crypto).id
}
