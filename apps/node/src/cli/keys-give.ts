import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { openRequest, requestId, type KeyRequest } from '@entente/accord'
import { PartiesError } from '../parties/error.ts'
import { defaultVerbs } from '../parties/key-act.ts'
import { OPEN_CASE } from '../parties/role.ts'
import { readId } from '../parties/words.ts'
import { crypto } from '../platform/crypto.ts'
import { harmless } from './terminal.ts'
import { carryOut, rootCases, withRoots, type OwnKeys, type RootOptions } from './key-acts.ts'
import { refusing } from './refusing.ts'
import { SessionError } from './session.ts'
import { toldId } from './told.ts'

type GiveOptions = RootOptions & {
  readonly compared?: string
  readonly verbs?: readonly string[]
  readonly until?: number
}

/** `entente keys give`: the root keys give a key that was made in a browser, by the request that it signed. */
async function give(file: string, options: GiveOptions): Promise<void> {
  const bytes = new Uint8Array(readFileSync(file))
  const request = openRequest(bytes, crypto)
  const { authority, key, holder, party } = request
  console.log(
    harmless(`${holder} asks ${party} for ${key.keyid}, ${key.custody}, for ${authority.name}.`),
  )
  if (options.compared === undefined) {
    console.log(
      `Nothing is signed. Compare this with ${harmless(holder)} over another line than the file came by, and give it as --compared:`,
    )
    return console.log(toldId(requestId(bytes, crypto)))
  }
  if (readId(options.compared) !== requestId(bytes, crypto))
    throw new PartiesError(
      'key.not-compared',
      `expected the request whose id was read to you, ${readId(options.compared)}, got one with another id`,
    )
  for (const at of await casesOf(request, options.session))
    await carryOut(
      at,
      { kind: 'keys-add', authority, key, mandate: mandateFor(at, request, options) },
      options,
    )
}

/** The root case, and each reporting line in which the authority signs already: keys of a line are given in it. */
async function casesOf({ party, authority }: KeyRequest, session: string) {
  const cases = (await rootCases(session)).filter(({ own }) => own.party === party)
  if (cases.length === 0)
    throw new SessionError(
      'case.unknown',
      `expected a root case of ${party} at this node, got none`,
    )
  return cases.filter(({ own }, index) => index === 0 || isOf(own, authority.id).length > 0)
}

const isOf = ({ keys }: OwnKeys['own'], authority: string) =>
  keys.filter((row) => row.authority.id === authority)

/** What its authority's other key may sign, unless told. Who opens a case does so with the key that the node holds. */
function mandateFor({ own }: OwnKeys, { authority }: KeyRequest, { verbs, until }: GiveOptions) {
  const wanted = verbs ?? isOf(own, authority.id).at(-1)?.verbs ?? defaultVerbs('member')
  return {
    verbs: wanted.filter((verb) => verb !== OPEN_CASE),
    ...(until === undefined ? {} : { until }),
  }
}

export const giveCommand = (command: Command): Command =>
  withRoots(command.command('give'))
    .description(
      'have the root keys give a key that a browser holds, by the request that its page wrote',
    )
    .argument('<file>', 'the request, as the person who made the key handed it to you')
    .option('--compared <id>', 'its id as that person read it to you: sha256:…, or its 32 words')
    .action((file: string, options: GiveOptions) => refusing(() => give(file, options)))
