import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { KIND_NAMES, parseCharter, StepKind } from '@entente/accord'
import { fromBase64, toBase64 } from '@entente/log'
import type { FoundingView } from '../api.ts'
import { readConfig } from '../config.ts'
import { crypto } from '../platform/crypto.ts'
import { assertCompared, cardBytes, cardId, parseCard, readCard, type PartyCard } from './card.ts'
import { charterTold, rulesTold } from './charter-said.ts'
import { draftCharter, slugOf, type Rules } from './draft-charter.ts'
import { PartiesError } from './error.ts'
import { foundedIn } from './founded.ts'
import { dropKept, readKept, writeKept, type FoundingForms, type Kept } from './founding-kept.ts'
import { assertOwn, comparedCharter, joinCharter } from './join.ts'
import { defaultVerbs } from './key-act.ts'
import { makeParty, type Profile } from './make-party.ts'
import { idTold, readId } from './words.ts'

/** What a party comes to know of itself, its partners and their charter before it takes part. */
export type Founding = {
  readonly view: () => FoundingView
  readonly keep: (forms: FoundingForms) => void
  readonly makeParty: (profile: Profile) => void
  readonly takeCard: (bytes: Uint8Array) => void
  readonly compareCard: (party: string, said: string) => void
  readonly dropCard: (party: string) => void
  readonly draft: (rules: Omit<Rules, 'origin'>) => void
  readonly takeCharter: (bytes: Uint8Array) => void
  readonly compareCharter: (said: string) => void
  readonly dropCharter: () => void
  /** Signs the key acts with the root key; the node can start then. */
  readonly join: (nowAt: Date) => void
  /** What was kept on the way here is kept no longer. */
  readonly forget: () => void
}

/**
 * Founding a coalition or joining one, step by step: the same functions as `entente init`, `charter`
 * and `join`, with what a person has come to kept in the data directory. Refuses a step whose turn
 * has not come (`founding.order`).
 */
export function openFounding(data: string): Founding {
  const change = (part: Partial<Kept>) => writeKept(data, { ...readKept(data), ...part })
  return {
    view: () => viewOf(data, readKept(data)),
    keep: (forms) => change({ forms: { ...readKept(data).forms, ...forms } }),
    makeParty: (profile) => void makeParty(data, profile),
    takeCard: (bytes) => change({ cards: withCard(data, readKept(data), bytes) }),
    compareCard: (party, said) => {
      const { cards } = readKept(data)
      const found = cards.find((one) => cardOf(one).party === party)
      if (!found) throw new PartiesError('card.unknown', `expected a card taken in, got ${party}`)
      assertCompared(cardOf(found), said, crypto)
      const compared = cardId(fromBase64(found.bytes), crypto)
      change({ cards: cards.map((one) => (one === found ? { ...one, compared } : one)) })
    },
    dropCard: (party) =>
      change({ cards: readKept(data).cards.filter((one) => cardOf(one).party !== party) }),
    draft: (rules) => {
      const bytes = draftHere(data, readKept(data), rules)
      const compared = parseCharter(bytes, crypto).id
      change({ charter: { bytes: toBase64(bytes), drafted: true, compared } })
    },
    takeCharter: (bytes) => {
      assertOwn(parseCharter(bytes, crypto), readCard(data), crypto)
      assertNoCharter(readKept(data))
      change({ charter: { bytes: toBase64(bytes), drafted: false } })
    },
    compareCharter: (said) => {
      const charter = charterIn(readKept(data))
      const { id: compared } = comparedCharter(fromBase64(charter.bytes), readId(said), crypto)
      change({ charter: { ...charter, compared } })
    },
    dropCharter: () => {
      const { charter: _gone, ...rest } = readKept(data)
      writeKept(data, rest)
    },
    join: (nowAt) => {
      // It may have joined by the command line meanwhile: then only the node is left to start.
      if (foundedIn(data).length > 0) return
      const { bytes, compared } = charterIn(readKept(data))
      if (compared === undefined)
        throw new PartiesError(
          'charter.not-compared',
          'expected a charter whose id was compared with what was read to you, got one that was not',
        )
      joinCharter(data, fromBase64(bytes), { id: compared, crypto, nowAt })
    },
    forget: () => dropKept(data),
  }
}

const cardOf = ({ bytes }: Kept['cards'][number]): PartyCard => parseCard(fromBase64(bytes))

function withCard(data: string, { cards }: Kept, bytes: Uint8Array): Kept['cards'] {
  const card = parseCard(bytes)
  const own = readCard(data)
  if (cards.some((one) => Buffer.from(fromBase64(one.bytes)).equals(Buffer.from(bytes))))
    return cards
  if (card.party === own.party || cards.some((one) => cardOf(one).party === card.party))
    throw new PartiesError(
      'card.twice',
      `expected one card of each party, got another of ${card.party}: take that one out first, and compare both`,
    )
  return [...cards, { bytes: toBase64(bytes) }]
}

function draftHere(data: string, kept: Kept, rules: Omit<Rules, 'origin'>): Uint8Array {
  assertNoCharter(kept)
  const unsure = kept.cards.filter(({ compared }) => compared === undefined).map(cardOf)
  if (unsure.length > 0)
    throw new PartiesError(
      'card.not-compared',
      `expected every card compared with what its party read out, got ${unsure.map(({ party }) => party).join(', ')} not compared`,
    )
  const origin = `entente.example/${slugOf(rules.title)}/${randomBytes(4).toString('hex')}/root`
  return draftCharter({ ...rules, origin }, [readCard(data), ...kept.cards.map(cardOf)], crypto)
}

/** Never over another: a charter that people compared must not change under their hands. */
function assertNoCharter({ charter }: Kept): void {
  if (charter)
    throw new PartiesError(
      'founding.order',
      'expected no charter yet, got one: put it away first, and tell whoever has its id',
    )
}

function charterIn({ charter }: Kept): NonNullable<Kept['charter']> {
  if (charter) return charter
  throw new PartiesError('founding.order', 'expected a charter drafted or taken in, got none')
}

const ROLES_OF_PARTIES = ['member', 'organisation', 'community', 'operator'] as const

function viewOf(data: string, { forms, cards, charter }: Kept): FoundingView {
  const isMade = existsSync(join(data, 'node.json'))
  const isReady = charter?.compared !== undefined || foundedIn(data).length > 0
  return {
    step: isMade ? (isReady ? 'join' : 'charter') : 'party',
    forms,
    choices: {
      verbs: Object.fromEntries(ROLES_OF_PARTIES.map((role) => [role, defaultVerbs(role)])),
      kinds: KIND_NAMES,
      steps: StepKind.options,
      rules: rulesTold(),
    },
    ...(isMade ? { party: ownParty(data) } : {}),
    cards: cards.map((one) => {
      const { party, name, role, population } = cardOf(one)
      return {
        party,
        name,
        role,
        ...(population === undefined ? {} : { population }),
        // Not said before: nobody is to paste what they have not compared.
        ...(one.compared === undefined ? {} : { compared: idTold(one.compared) }),
      }
    }),
    ...(charter ? { charter: charterView(charter) } : {}),
  }
}

function ownParty(data: string): NonNullable<FoundingView['party']> {
  const card = readCard(data)
  const { authorities, people, clearance } = readConfig(data)
  const bytes = cardBytes(card)
  const { party, name, role, population } = card
  return {
    id: party,
    name,
    role,
    ...(population === undefined ? {} : { population }),
    authorities: authorities.map(({ id, name: called, verbs }) => ({ id, name: called, verbs })),
    people: people.map(({ id, name: called, authority, role: as }) => ({
      id,
      name: called,
      authority,
      role: as,
    })),
    clearance,
    card: { ...idTold(cardId(bytes, crypto)), text: new TextDecoder().decode(bytes) },
    rootKey: join(data, 'keys', 'root-1.json'),
  }
}

function charterView({
  bytes,
  drafted,
  compared,
}: NonNullable<Kept['charter']>): NonNullable<FoundingView['charter']> {
  const read = fromBase64(bytes)
  return {
    told: charterTold(parseCharter(read, crypto)),
    drafted,
    ...(compared === undefined
      ? {}
      : { compared: idTold(compared), text: new TextDecoder().decode(read) }),
  }
}
