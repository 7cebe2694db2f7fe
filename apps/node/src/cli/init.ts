import { join } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { KIND_NAMES, type Kind } from '@entente/accord'
import { cardBytes, cardId } from '../parties/card.ts'
import { PartiesError } from '../parties/error.ts'
import { makeParty, NEXT_ROOT, type Profile } from '../parties/make-party.ts'
import { ROLES, type Role } from '../parties/role.ts'
import { toWords } from '../parties/words.ts'
import { crypto } from '../platform/crypto.ts'
import { onTerminal, type Ask } from './prompt.ts'
import { refusing } from './refusing.ts'
import { toldId } from './told.ts'

type Authority = Profile['authorities'][number]
type Person = Profile['people'][number]

/** What was said on the command line; the rest is asked for, where somebody is there. */
type Given = {
  readonly party?: string
  readonly name?: string
  readonly role?: Profile['role']
  readonly population?: number
  readonly authority: readonly Authority[]
  readonly person: readonly Person[]
  readonly verbs: Readonly<Record<string, readonly string[]>>
  readonly domain?: string
  readonly roots?: Profile['roots']
  readonly nextRoot?: string
  readonly second?: true
  readonly clearance: readonly Kind[]
}

const PARTY_ROLES = ['member', 'organisation', 'community', 'operator'] as const

/** `entente init`: a party's keys, its node's configuration, and the card it gives to others. */
export function initCommand(): Command {
  return new Command('init')
    .description('found a party: its keys, its node, and the card that it gives to others')
    .requiredOption('--data <directory>', 'the data directory to make')
    .option('--party <id>', 'two capitals, as a charter will name it: XA')
    .option('--name <name>', 'its name: Alder')
    .addOption(new Option('--role <role>', 'what it is in the coalition').choices(PARTY_ROLES))
    .option('--population <number>', 'members only: its weight in the population limbs', population)
    .option('--authority <id=name>', 'a body that signs for it; repeat for each', authority, [])
    .option('--verbs <id=a,b>', 'what an authority may sign, where not the usual', verbs, {})
    .option(
      '--person <id=name,authority,role>',
      `someone who may log in; repeat for each; roles: ${ROLES.join(', ')}`,
      person,
      [],
    )
    .option(
      '--clearance <kind>',
      'a kind of act that is signed only once cleared; repeat',
      kind,
      [],
    )
    .option('--roots <t/n>', 'how many root keys, and how many of them sign: 2/3', howMany)
    .option(
      '--next-root <directory>',
      'where the next root keys are put; next-root in the data directory unless given',
    )
    .option(
      '--second',
      'keys of ML-DSA-44 besides, for second signatures, and for its witness; at most 4 root keys then',
    )
    .option('--domain <name>', 'its witness is named after it; <party>.example unless given')
    .option('--json', 'the card’s id and words as JSON', false)
    .action((options: Given & { data: string; json: boolean }) =>
      refusing(async () => {
        const profile = await onTerminal((ask) => complete(options, ask))
        const card = makeParty(options.data, profile)
        const id = cardId(cardBytes(card), crypto)
        console.log(
          options.json
            ? JSON.stringify({ party: card.party, id, words: toWords(id) })
            : told(options.data, id, options.nextRoot ?? join(options.data, NEXT_ROOT)),
        )
      }),
    )
}

const told = (
  data: string,
  id: string,
  next: string,
) => `Made ${data}: keys, node.json and card.json.
Give card.json to whoever drafts the charter, and read its id to them over another line:
${toldId(id)}
The root keys lie in ${data}/keys/root-*.json. They sign key acts only: keep them apart once you joined.
The next root keys lie in ${next}. Carry that directory to another safe place now: they alone can
take the place of the root keys, and whoever takes both takes the party.`

/** Asks for what was not said; where nobody can be asked, says what is missing. */
export async function complete(given: Given, ask: Ask | undefined): Promise<Profile> {
  const say = async (option: string, question: string, usual?: string) => {
    const answer = await ask?.(question, usual)
    if (answer) return answer
    throw new PartiesError('card.malformed', `expected ${option}, got none`)
  }
  const id = given.party ?? (await say('--party', 'Two capitals for the party'))
  const name = given.name ?? (await say('--name', 'Its name'))
  const role =
    given.role ??
    partyRole(await say('--role', `What it is (${PARTY_ROLES.join(', ')})`, PARTY_ROLES[0]))
  const weight = role === 'member' ? (given.population ?? (await askPopulation(say))) : undefined
  const authorities = given.authority.length > 0 ? given.authority : await askAuthority(say, id)
  const [first] = authorities
  const people = given.person.length > 0 ? given.person : await askPerson(say, first?.id ?? id)
  return {
    id,
    name,
    role,
    ...(weight === undefined ? {} : { population: weight }),
    ...(given.roots ? { roots: given.roots } : {}),
    ...(given.second ? { second: true } : {}),
    ...(given.nextRoot === undefined ? {} : { nextRoot: given.nextRoot }),
    ...(given.domain === undefined ? {} : { witness: `${given.domain}/witness` }),
    authorities: authorities.map((body) => {
      const own = given.verbs[body.id]
      return { ...body, ...(own ? { verbs: own } : {}) }
    }),
    people,
    clearance: given.clearance,
  }
}

type Say = (option: string, question: string, usual?: string) => Promise<string>

const askPopulation = async (say: Say) => population(await say('--population', 'Its population'))

const askAuthority = async (say: Say, party: string) =>
  authority(
    await say(
      '--authority',
      'A body that signs for it, as ID=Name',
      `${party}-mfa=Ministry of Foreign Affairs`,
    ),
  )

const askPerson = async (say: Say, body: string) =>
  person(
    await say(
      '--person',
      'Who logs in, as id=Name,authority,role',
      `desk=Desk officer,${body},signatory`,
    ),
  )

function kind(text: string, others: readonly Kind[]): readonly Kind[] {
  const known = KIND_NAMES.find((name) => name === text)
  if (known) return [...others, known]
  throw new InvalidArgumentError(`expected one of ${KIND_NAMES.join(', ')}, got ${text}`)
}

function partyRole(text: string): Profile['role'] {
  const known = PARTY_ROLES.find((role) => role === text)
  if (known) return known
  throw new InvalidArgumentError(`expected one of ${PARTY_ROLES.join(', ')}, got ${text}`)
}

function howMany(text: string): { readonly count: number; readonly threshold: number } {
  const [, threshold = 0, count = 0] = (/^(\d{1,2})\/(\d{1,2})$/.exec(text) ?? []).map(Number)
  // Old and new root keys sign a change of them together, and an envelope has sixteen signatures.
  if (threshold >= 1 && threshold <= count && count <= 8) return { count, threshold }
  throw new InvalidArgumentError(`expected how many of how many sign, at most 8/8, got ${text}`)
}

function population(text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number > 0) return number
  throw new InvalidArgumentError(`expected a positive whole number, got ${text}`)
}

function authority(text: string, others: readonly Authority[] = []): readonly Authority[] {
  const [, id, name] = /^([A-Za-z0-9][A-Za-z0-9._-]{0,60})=(.+)$/.exec(text) ?? []
  if (!id || !name) throw new InvalidArgumentError(`expected ID=Name, got ${text}`)
  return [...others, { id, name }]
}

function verbs(text: string, others: Given['verbs']): Given['verbs'] {
  const [, id, list] = /^([A-Za-z0-9][A-Za-z0-9._-]{0,60})=([a-z,-]+)$/.exec(text) ?? []
  if (!id || !list) throw new InvalidArgumentError(`expected ID=verb,verb, got ${text}`)
  return { ...others, [id]: list.split(',') }
}

export function person(text: string, others: readonly Person[] = []): readonly Person[] {
  const [, id, name, authorityId, role = 'signatory'] =
    /^([a-z0-9-]{1,40})=([^,]+),([A-Za-z0-9._-]+)(?:,([a-z-]+))?$/.exec(text) ?? []
  if (!id || !name || !authorityId || !isRole(role))
    throw new InvalidArgumentError(
      `expected id=Name,AUTHORITY,ROLE with a role of ${ROLES.join(', ')}, got ${text}`,
    )
  return [...others, { id, name, authority: authorityId, role }]
}

const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text)
